"""Answers, pure: each module answers one family of questions from a KnowledgeBase and a day."""
