"""Places in a text as an editor counts them: in units of UTF-16, where ä is one and 😀 two."""


def units(text: str) -> int:
    """Return how many units of UTF-16 a text takes."""
    return len(text) + sum(character > "\uffff" for character in text)


def column(line: str, unit: int) -> int:
    """Return how many characters stand before a unit; a place inside one is its beginning."""
    passed = 0
    for number, character in enumerate(line):
        passed += units(character)
        if passed > unit:
            return number
    return len(line)


def lines(text: str) -> list[str]:
    """Return the lines of a text without their ends, as the reader of the data counts them."""
    return [line.removesuffix("\r") for line in text.split("\n")]
