"""What is printed where an actor is named, beside the name by which a reader knows it."""

from yhdyspinta_cli.model.knowledge_base import KnowledgeBase

_NAMES = ("name", "title", "official_name")
"""By which of its names an actor may be printed where it is named, the shown one first."""


def called(kb: KnowledgeBase, actor: str | None, label: str) -> str:
    """Return how an actor (its id) is called in a place: as printed there.

    By its name in the reader's language where its very own name is printed: it would look like
    another's else. A quotation takes the label itself.
    """
    entry = kb.entries.get(actor) if actor is not None else None
    if entry is None:
        return label
    shown, written = entry.record, kb.as_written(entry.record)
    for name in _NAMES:
        if getattr(written, name, None) == label:
            return str(getattr(shown, name))
    return label


def apart(kb: KnowledgeBase, actor: str, label: str | None) -> str:
    """Return what is printed, letter by letter, where it says more than the actor's own name.

    Empty where it does not: by the name that the data has, in whatever language it is shown.
    """
    entry = kb.entries.get(actor)
    name = kb.as_written(entry.record).name_shown if entry is not None else actor
    return "" if label is None or label.casefold() == name.casefold() else label
