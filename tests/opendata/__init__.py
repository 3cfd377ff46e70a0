"""The open data: what is in it, and that every form of it says the same."""
