"""How well what a user has typed is found in a name or a text."""

from yhdyspinta_cli.queries import words as finnish


def ways(words: str) -> tuple[tuple[str, ...], ...]:
    """Return the words that are looked for, and, where one has a hyphen, with it written as one."""
    return tuple(way for way in (finnish.split(words), _closed(words)) if way)


def _closed(words: str) -> tuple[str, ...]:
    """Return the words with those that have a hyphen written as one, none where nothing has."""
    return tuple(word.replace("-", "") for word in words.split()) if "-" in words else ()


def of_name(wanted: tuple[str, ...], name: str) -> float:
    """Return how well each wanted word is found in a name, 0-100.

    Words of the name that were not asked for cost a little.
    """
    parts = finnish.split(name)
    others = parts + finnish.joined(name, neighbours=True)
    if not others:
        return 0.0
    total = sum(max(finnish.alike(word, other) for other in others) for word in wanted)
    extra = max(0, len(parts) - len(wanted))
    return max(0.0, total / len(wanted) - min(5.0, extra * 0.5))


def in_text(wanted: tuple[str, ...], text: str) -> float:
    """Return how well every wanted word is found in a text, 0-1; 0 where one of them is not."""
    others = finnish.split(text) + finnish.joined(text)
    if not others:
        return 0.0
    scores = [max(finnish.alike(word, other) for other in others) for word in wanted]
    return sum(scores) / len(scores) if min(scores) >= finnish.INSIDE else 0.0
