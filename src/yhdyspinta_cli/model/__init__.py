"""The nouns of a cooperation agreement, frozen.

Each module knows one part of the field; `knowledge_base` joins the records and answers what
follows from them alone: what a name means, who stands behind a collective.
"""
