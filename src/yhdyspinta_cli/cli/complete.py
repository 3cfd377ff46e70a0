"""What the shell completes: ids and codes, read quickly and quietly from the data's files.

A completion never fails and never prints: with no knowledge base there is nothing to offer, and
of a file that cannot be read nothing is offered. The closed sets come from `vocabulary`. No record
is built: `store` and `model` bring pydantic with them, and a reader who presses the tabulator
waits for every import.
"""

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from yhdyspinta_cli import base_folder, vocabulary

_PACKAGE = Path(__file__).parents[1]


def _data() -> Path | None:
    """Return the folder `data/` that a command would use, None where there is none.

    The same choice as `store.resources.find_root`, from the command line that is being written.
    """
    line = os.environ.get("COMP_WORDS") or os.environ.get("_TYPER_COMPLETE_ARGS") or ""
    named = re.search(r"(?:\s-C\s*|\s--directory[\s=]+)(\S+)", line)
    root = named.group(1) if named else os.environ.get("YP_ROOT")
    here = Path.cwd()
    folder = here / root if root else base_folder.nearest(here)
    if folder is not None:
        # A command refuses a base whose agreement is missing: there is nothing to offer.
        return folder / "data" if (folder / base_folder.AGREEMENT).is_file() else None
    packaged = (_PACKAGE / "_data", _PACKAGE.parents[1] / "data")
    return next((path for path in packaged if (path / "agreement.yaml").is_file()), None)


def _read(path: Path) -> Mapping[str, Any]:
    """Return the keys of a file and what stands under them, none where it cannot be read."""
    # PyYAML is imported by the first completion that needs a file, not by every start of yp.
    from yhdyspinta_cli.document import reader

    try:
        tree, _faults = reader.read("", path.read_bytes())
    except OSError:
        return {}
    found = tree.plain() if tree is not None else None
    return found if isinstance(found, dict) else {}


def _file(name: str) -> Mapping[str, Any]:
    data = _data()
    return _read(data / name) if data is not None else {}


def _measures() -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield the id and the keys of each measure."""
    data = _data()
    for path in sorted((data / "measures").glob("*.yaml")) if data is not None else ():
        yield path.stem, _read(path)


def _records(keys: Mapping[str, Any], name: str) -> Iterator[Mapping[str, Any]]:
    """Yield what stands in the list under a key, as far as it is a record."""
    found = keys.get(name)
    for record in found if isinstance(found, list) else ():
        if isinstance(record, dict):
            yield record


def _ids(name: str, *kinds: str) -> Iterator[str]:
    """Yield the ids in the lists of a file: those of these names, all where none is named."""
    keys = _file(name)
    for kind in kinds or keys:
        yield from _said(_records(keys, kind), "id")


def _said(records: Iterable[Mapping[str, Any]], name: str) -> Iterator[str]:
    for record in records:
        if record.get(name) is not None:
            yield str(record[name])


def _stems(folder: str) -> Iterator[str]:
    data = _data()
    if data is not None:
        yield from sorted(path.stem for path in (data / folder).rglob("*.yaml"))


def measures(incomplete: str) -> list[tuple[str, str]]:
    """Codes of measures in the case that is being typed, then ids, each with the title."""
    found = [(key, keys.get("code"), str(keys.get("title", ""))) for key, keys in _measures()]
    # The shell would take a code with a space in it for two words: its measure's id is offered.
    codes = sorted(
        (str(code), title) for _key, code, title in found if code and " " not in str(code)
    )
    typed = [
        (incomplete + code[len(incomplete) :], title)
        for code, title in codes
        if code.lower().startswith(incomplete.lower())
    ]
    return typed + [(key, title) for key, _code, title in found if key.startswith(incomplete)]


def _starting(words: Iterable[str], incomplete: str) -> list[str]:
    return [word for word in words if word.startswith(incomplete.lower())]


def parties(incomplete: str) -> list[str]:
    """Ids of parties; the counterparts stand in the same file and are left out."""
    return _starting(_ids("parties.yaml", "parties"), incomplete)


def actors(incomplete: str) -> list[str]:
    """Ids of everyone who can be responsible."""
    named = (
        *_ids("parties.yaml", "parties"),
        *_ids("actors.yaml", "actors"),
        *_ids("projects.yaml", "projects"),
        *_stems("bodies"),
    )
    return _starting(named, incomplete)


def bodies(incomplete: str) -> list[str]:
    """Ids of bodies."""
    return _starting(_stems("bodies"), incomplete)


def bodies_with_duties() -> list[str]:
    """Ids of the bodies that obligations name, in their order."""
    return list(dict.fromkeys(_said(_records(_file("obligations.yaml"), "obligations"), "body")))


def areas(incomplete: str) -> list[str]:
    """Ids of areas, which stand inside their divisions."""
    divisions = _records(_file("areas.yaml"), "divisions")
    found = (key for division in divisions for key in _said(_records(division, "areas"), "id"))
    return _starting(found, incomplete)


def events(incomplete: str) -> list[str]:
    """Ids of recorded events."""
    return _starting(_stems("events"), incomplete)


def obligations(incomplete: str) -> list[str]:
    """Ids of obligations; the council terms stand in the same file and are left out."""
    return _starting(_ids("obligations.yaml", "obligations"), incomplete)


def goals(incomplete: str) -> list[str]:
    """Ids and numbers of goals."""
    found = list(_records(_file("goals.yaml"), "goals"))
    return _starting((*_said(found, "id"), *_said(found, "number")), incomplete)


def interfaces(incomplete: str) -> list[str]:
    """Ids of interfaces, as the measures name them."""
    found = {str(keys["interface"]) for _key, keys in _measures() if keys.get("interface")}
    return _starting(sorted(found), incomplete)


def event_kinds(incomplete: str) -> list[str]:
    """The kinds of event, and the words of the knowledge base's own for them."""
    own = _own_words("event_kinds", vocabulary.EVENT_KINDS, incomplete)
    return own + _starting(vocabulary.EVENT_KINDS, incomplete)


def states(incomplete: str) -> list[str]:
    """The states of a measure, and why it may be in none."""
    return states_reported(incomplete) + _starting(vocabulary.FILTERING, incomplete)


def states_reported(incomplete: str) -> list[str]:
    """The states that can be reported, and the words of the knowledge base's own for them."""
    own = _own_words("states", vocabulary.STATES, incomplete)
    return own + _starting(vocabulary.STATES, incomplete)


def _own_words(name: str, known: tuple[str, ...], incomplete: str) -> list[str]:
    """The own words of a list that mean a standard one, each as one word of the shell."""
    declared = _file("agreement.yaml").get("vocabulary")
    found = _records(declared, name) if isinstance(declared, dict) else ()
    words = (str(one["word"]) for one in found if one.get("word") and one.get("means") in known)
    # A blank would part it in two; case and hyphens count for nothing when it is read.
    return _typed(dict.fromkeys("-".join(word.split()) for word in words), incomplete)


def gaps(incomplete: str) -> list[str]:
    """The kinds of what can be missing, and "any"."""
    return _starting((*vocabulary.GAP_KINDS, "any"), incomplete)


def chapters(incomplete: str) -> list[str]:
    """The chapters of a yearly report."""
    return _starting(vocabulary.REPORT_CHAPTERS, incomplete)


def bindings(incomplete: str) -> list[str]:
    """What a thing may rest on."""
    return _starting(vocabulary.BINDINGS, incomplete)


def standings(incomplete: str) -> list[str]:
    """How an obligation may stand in a period."""
    return _starting(vocabulary.STANDINGS, incomplete)


def rule_codes(incomplete: str) -> list[str]:
    """The codes of the rules, in the case that is being typed."""
    return _typed(vocabulary.RULE_NAMES, incomplete)


def codes(incomplete: str) -> list[str]:
    """Every code that can be explained, in the case that is being typed."""
    return _typed(vocabulary.CODE_NAMES, incomplete)


def _typed(found: Iterable[str], incomplete: str) -> list[str]:
    """Return those of the words that begin so, in the case that is being typed."""
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


def edits(ctx: Any, incomplete: str) -> list[str]:
    """The keys of the record that the line names, each with the sign behind which a value goes.

    Inside what stands in the record already the keys there, and the numbers of a list.
    """
    from yhdyspinta_cli.cli import complete_keys

    if "=" in incomplete:
        return []
    data, named = _data(), ctx.params.get("record")
    if data is None or not isinstance(named, str):
        return []
    found = complete_keys.record(data, named, _read)
    return _starting(complete_keys.offered(*found, incomplete), incomplete) if found else []


def indicators(incomplete: str) -> list[str]:
    """Ids of indicators."""
    found = (key for _id, keys in _measures() for key in _said(_records(keys, "indicators"), "id"))
    return _starting(found, incomplete)


def updates(incomplete: str) -> list[str]:
    """Ids of status updates."""
    return _starting(_stems("updates"), incomplete)


def values(incomplete: str) -> list[str]:
    """Ids of indicator values."""
    return _starting(_stems("values"), incomplete)


def kinds(incomplete: str) -> list[str]:
    """The kinds of record."""
    found = (vocabulary.plural(kind) for kind in vocabulary.KINDS)
    return _starting((*found, "signatures", "role-holders"), incomplete)


def years(incomplete: str) -> list[str]:
    """The years of the agreement's validity, of one without an end those up to this one."""
    found = _file("agreement.yaml")
    validity = found.get("validity")
    if not isinstance(validity, dict):
        return []
    first, last = _year(validity.get("start")), _year(validity.get("end"))
    changed = found.get("amendments")
    for one in changed if isinstance(changed, list) else ():
        if isinstance(one, dict) and (one.get("type") != "amendment" or one.get("end")):
            last = _year(one.get("end"))
    if first is None:
        return []
    this = date.today().year
    # A year far ahead is a way to write that there is no end, and nothing has happened in it.
    last = max(first, min(last, this + 10) if last is not None else this)
    return _starting((str(year) for year in range(first, last + 1)), incomplete)


def _year(day: object) -> int | None:
    said = str(day)[:4]
    return int(said) if said.isascii() and said.isdigit() else None
