"""What the shell completes: ids and codes, read quickly and quietly from the files' text.

A completion never fails and never prints: with no knowledge base there is nothing to offer. It
reads no YAML and loads no record: `store` and `model` bring pydantic with them, and a reader who
presses the tabulator waits for every import.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from yhdyspinta_cli import vocabulary

_ID = re.compile(r"^(?:  - |- |)id: ([a-z0-9-]+)$", re.MULTILINE)
_CODE = re.compile(r"^code: ([A-Z][0-9]+)$", re.MULTILINE)
_INDICATORS = re.compile(r"^indicators:\n((?:[ #-].*\n|\n)*)", re.MULTILINE)
_TITLE = re.compile(r"^title: (.*)$", re.MULTILINE)
_NUMBER = re.compile(r"^    number: ([0-9]+)$", re.MULTILINE)
_EXPLAINED = re.compile(r"(?:@rule|fault|Explanation)\(\s*\"(YP[0-9]+)\"")
_AREAS = re.compile(r"^    areas:\n((?:      .*\n|\n)*)", re.MULTILINE)
_AREA = re.compile(r"^      - id: ([a-z0-9-]+)$", re.MULTILINE)
_RULE = re.compile(r"@rule\(\s*\"(YP[0-9]+)\"")
_PACKAGE = Path(__file__).parents[1]


def _data() -> Path | None:
    """Return the folder `data/` that a command would use, None where there is none.

    The same choice as `store.resources.find_root`, from the command line that is being written.
    """
    line = os.environ.get("COMP_WORDS") or os.environ.get("_TYPER_COMPLETE_ARGS") or ""
    named = re.search(r"(?:\s-C\s*|\s--directory[\s=]+)(\S+)", line)
    root = named.group(1) if named else os.environ.get("YP_ROOT")
    here = Path.cwd()
    for folder in [here / root] if root else [here, *here.parents]:
        if (folder / "data" / "agreement.yaml").is_file():
            return folder / "data"
    if root:
        return None
    packaged = (_PACKAGE / "_data", _PACKAGE.parents[1] / "data")
    return next((path for path in packaged if (path / "agreement.yaml").is_file()), None)


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8", "replace")[:1_000_000]
    except OSError:
        return ""


def _ids(name: str) -> Iterator[str]:
    data = _data()
    if data is not None:
        yield from _ID.findall(_text(data / name))


def _stems(folder: str) -> Iterator[str]:
    data = _data()
    if data is not None:
        yield from sorted(path.stem for path in (data / folder).rglob("*.yaml"))


def measures(incomplete: str) -> list[tuple[str, str]]:
    """Codes of measures in the case that is being typed, then ids, each with the title."""
    data = _data()
    codes: list[tuple[str, str]] = []
    ids: list[tuple[str, str]] = []
    for path in sorted((data / "measures").glob("*.yaml")) if data else ():
        text = _text(path)
        title = (_TITLE.findall(text) or [""])[0].strip("\"'")
        codes.extend((code, title) for code in _CODE.findall(text))
        ids.append((path.stem, title))
    typed = [
        (incomplete + code[len(incomplete) :], title)
        for code, title in sorted(codes)
        if code.lower().startswith(incomplete.lower())
    ]
    return typed + [pair for pair in ids if pair[0].startswith(incomplete)]


def _starting(words: Iterator[str], incomplete: str) -> list[str]:
    return [word for word in words if word.startswith(incomplete.lower())]


def parties(incomplete: str) -> list[str]:
    """Ids of parties; the counterparts stand in the same file and are left out."""
    data = _data()
    text = _text(data / "parties.yaml") if data else ""
    return _starting(iter(_ID.findall(text.partition("\ncounterparts:")[0])), incomplete)


def actors(incomplete: str) -> list[str]:
    """Ids of everyone who can be responsible."""
    names = ("parties.yaml", "actors.yaml", "projects.yaml")
    return _starting((word for name in names for word in _ids(name)), incomplete) + _starting(
        _stems("bodies"), incomplete
    )


def bodies(incomplete: str) -> list[str]:
    """Ids of bodies."""
    return _starting(_stems("bodies"), incomplete)


def areas(incomplete: str) -> list[str]:
    """Ids of areas, which stand inside their divisions."""
    data = _data()
    text = _text(data / "areas.yaml") if data else ""
    found = (key for block in _AREAS.findall(text) for key in _AREA.findall(block))
    return _starting(found, incomplete)


def events(incomplete: str) -> list[str]:
    """Ids of recorded events."""
    return _starting(_stems("events"), incomplete)


def obligations(incomplete: str) -> list[str]:
    """Ids of obligations; the council terms stand in the same file and are left out."""
    data = _data()
    text = _text(data / "obligations.yaml") if data else ""
    return _starting(iter(_ID.findall(text.partition("\nobligations:")[2])), incomplete)


def goals(incomplete: str) -> list[str]:
    """Ids and numbers of goals."""
    data = _data()
    text = _text(data / "goals.yaml") if data else ""
    return _starting(iter((*_ID.findall(text), *_NUMBER.findall(text))), incomplete)


def interfaces(incomplete: str) -> list[str]:
    """Ids of interfaces, as the measures name them."""
    data = _data()
    found = (
        {
            key
            for path in (data / "measures").glob("*.yaml")
            for key in re.findall(r"^interface: ([a-z0-9-]+)$", _text(path), re.MULTILINE)
        }
        if data
        else set()
    )
    return _starting(iter(sorted(found)), incomplete)


def event_kinds(incomplete: str) -> list[str]:
    """The kinds of event."""
    return _starting(iter(vocabulary.EVENT_KINDS), incomplete)


def states(incomplete: str) -> list[str]:
    """The states of a measure, and "no-information"."""
    return states_reported(incomplete) + _starting(iter(("no-information",)), incomplete)


def states_reported(incomplete: str) -> list[str]:
    """The states that can be reported."""
    return _starting(iter(vocabulary.STATES), incomplete)


def gaps(incomplete: str) -> list[str]:
    """The kinds of what can be missing, and "any"."""
    return _starting(iter((*vocabulary.GAP_KINDS, "any")), incomplete)


def rule_codes(incomplete: str) -> list[str]:
    """The codes of the rules, in the case that is being typed."""
    return _codes(_declared(_RULE), incomplete)


def codes(incomplete: str) -> list[str]:
    """Every code that can be explained, in the case that is being typed."""
    return _codes(_declared(_EXPLAINED), incomplete)


def _declared(form: re.Pattern[str]) -> list[str]:
    texts = (_text(path) for path in (_PACKAGE / "checks").rglob("*.py"))
    return sorted(code for text in texts for code in form.findall(text))


def _codes(found: list[str], incomplete: str) -> list[str]:
    return [
        incomplete + code[len(incomplete) :]
        for code in found
        if code.lower().startswith(incomplete.lower())
    ]


def records(incomplete: str) -> list[str]:
    """Ids of anything that has one, and measure codes."""
    found = [key for key, _title in measures(incomplete)] + actors(incomplete)
    for name in ("goals.yaml", "statutes.yaml", "obligations.yaml", "needs.yaml", "areas.yaml"):
        found += _starting(_ids(name), incomplete)
    return found


def indicators(incomplete: str) -> list[str]:
    """Ids of indicators."""
    data = _data()
    return _starting(
        (
            key
            for path in (sorted((data / "measures").glob("*.yaml")) if data else ())
            for block in _INDICATORS.findall(_text(path))
            for key in _ID.findall(block)
        ),
        incomplete,
    )


def updates(incomplete: str) -> list[str]:
    """Ids of status updates."""
    return _starting(_stems("updates"), incomplete)


def values(incomplete: str) -> list[str]:
    """Ids of indicator values."""
    return _starting(_stems("values"), incomplete)


def kinds(incomplete: str) -> list[str]:
    """The kinds of record."""
    found = (vocabulary.plural(kind) for kind in vocabulary.KINDS)
    return _starting(iter((*found, "signatures", "role-holders")), incomplete)


def years(incomplete: str) -> list[str]:
    """The years of the agreement's validity."""
    data = _data()
    found = (
        re.findall(r"^\s+(?:start|end): (\d{4})-", _text(data / "agreement.yaml"), re.MULTILINE)
        if data
        else []
    )
    if len(found) < 2:
        return []
    return _starting((str(year) for year in range(int(found[0]), int(found[1]) + 1)), incomplete)
