"""The part of an example that shows what stands inside a record, cut out as it is written."""

from collections.abc import Iterator
from functools import cache

from yhdyspinta_cli.document import reader
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model import walk
from yhdyspinta_cli.model.catalogue import BY_WORD
from yhdyspinta_cli.model.noun import Noun
from yhdyspinta_cli.output.key_examples import EXAMPLES
from yhdyspinta_cli.output.key_examples_instead import BESIDES, INSTEAD
from yhdyspinta_cli.store import judging


def fragment(noun: type[Noun]) -> str:
    """Return an example of a noun, from the first record that has one; empty where none has."""
    return INSTEAD.get(noun.__name__) or _cut().get(noun, "")


def besides(noun: type[Noun]) -> str:
    """Return the keys that stand in the place of another, as comments below an example."""
    among = BESIDES.get(noun.__name__, ())
    lines = (f"# {line:<24} # {_(told)}" if told else f"# {line}" for line, told in among)
    return "".join(f"{line}\n" for line in lines)


@cache
def _cut() -> dict[type[Noun], str]:
    """Return the longest example of each noun among those of the records."""
    found: dict[type[Noun], str] = {}
    for noun, text in _parts():
        found[noun] = max(found.get(noun, ""), text, key=len)
    return found


def _parts() -> Iterator[tuple[type[Noun], str]]:
    for word, text in EXAMPLES.items():
        tree, _faults = reader.read(word, text.encode())
        if tree is None:
            continue
        record = judging.judged(BY_WORD[word].record, tree.plain())
        lines = text.splitlines()
        for route, noun in walk.nouns(record):
            place = tree.locate(route)
            # A short form of a noun (an id alone) shows none of its keys.
            start = place.column - 1 if place.column else 0
            first = lines[place.line - 1][start:]
            if route and ":" in first:
                yield type(noun), "\n".join([first, *_below(lines[place.line :], start)]) + "\n"


def _below(lines: list[str], start: int) -> Iterator[str]:
    for line in lines:
        if len(line) - len(line.lstrip()) < start or line[start : start + 1] == "-":
            return
        yield line[start:]
