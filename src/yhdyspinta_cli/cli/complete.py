"""What the shell completes: ids, codes and names, read quickly and quietly from the data's files.

A completion never fails and never prints: with no knowledge base there is nothing to offer, and
of a file that cannot be read nothing is offered. The closed sets come from `vocabulary`.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, get_args

from yhdyspinta_cli import vocabulary
from yhdyspinta_cli.cli import complete_data as data
from yhdyspinta_cli.cli.complete_data import Named
from yhdyspinta_cli.language import LANGUAGES


def measures(incomplete: str) -> list[Named]:
    """Codes of measures in the case that is being typed, then ids, each with the title."""
    return _with_codes(incomplete, ())


def _with_codes(incomplete: str, others: Iterable[Named]) -> list[Named]:
    """Return the codes of measures that begin so, then measures and others as `offered` does."""
    found = [(key, keys.get("code"), str(keys.get("title", ""))) for key, keys in data.measures()]
    # The shell would take a code with a space in it for two words: its measure's id is offered.
    codes = sorted(
        (str(code), title) for _key, code, title in found if code and " " not in str(code)
    )
    typed = [
        (incomplete + code[len(incomplete) :], title)
        for code, title in codes
        if code.lower().startswith(incomplete.lower())
    ]
    named = (*((key, title) for key, _code, title in found), *others)
    if typed:
        return typed + [(key, name) for key, name in named if key.startswith(incomplete)]
    return data.offered(named, incomplete)


def _starting(words: Iterable[str], incomplete: str) -> list[str]:
    return [word for word in words if word.startswith(incomplete.lower())]


def parties(incomplete: str) -> list[Named]:
    """Parties; the counterparts stand in the same file and are left out."""
    return data.offered(data.named("parties.yaml", "parties"), incomplete)


def actors(incomplete: str) -> list[Named]:
    """Everyone who can be responsible."""
    return data.offered(_actors(), incomplete)


def _actors() -> Iterator[Named]:
    yield from data.named("parties.yaml", "parties")
    yield from data.named("actors.yaml", "actors")
    yield from data.named("projects.yaml", "projects")
    yield from data.bodies()


def bodies(incomplete: str) -> list[Named]:
    """Bodies."""
    return data.offered(data.bodies(), incomplete)


def ids_of_bodies() -> list[str]:
    """Ids of bodies: their names are not read."""
    return list(data.stems("bodies"))


def bodies_with_duties() -> list[str]:
    """Ids of the bodies that obligations name, in their order."""
    return list(
        dict.fromkeys(data.said(data.records(data.file("obligations.yaml"), "obligations"), "body"))
    )


def areas(incomplete: str) -> list[Named]:
    """Areas, which stand inside their divisions."""
    divisions = data.records(data.file("areas.yaml"), "divisions")
    areas = (area for division in divisions for area in data.records(division, "areas"))
    return data.offered((named for area in areas for named in data.with_name(area)), incomplete)


def events(incomplete: str) -> list[str]:
    """Ids of recorded events."""
    return _starting(data.stems("events"), incomplete)


def obligations(incomplete: str) -> list[Named]:
    """Obligations; the council terms stand in the same file and are left out."""
    return data.offered(data.named("obligations.yaml", "obligations"), incomplete)


def goals(incomplete: str) -> list[Named]:
    """Goals, by id and by number."""
    goals = list(data.records(data.file("goals.yaml"), "goals"))
    found = [named for goal in goals for named in data.with_name(goal)]
    numbers = (
        (str(goal["number"]), str(goal.get("title", ""))) for goal in goals if "number" in goal
    )
    return data.offered((*found, *numbers), incomplete)


def interfaces(incomplete: str) -> list[str]:
    """Ids of interfaces, as the measures name them."""
    found = {str(keys["interface"]) for _key, keys in data.measures() if keys.get("interface")}
    return _starting(sorted(found), incomplete)


def event_kinds(incomplete: str) -> list[str]:
    """The kinds of event, and the words of the knowledge base's own for them."""
    own = own_words("event_kinds", vocabulary.EVENT_KINDS, incomplete)
    return own + _starting(vocabulary.EVENT_KINDS, incomplete)


def states(incomplete: str) -> list[str]:
    """The states of a measure, and why it may be in none."""
    return states_reported(incomplete) + _starting(vocabulary.FILTERING, incomplete)


def states_reported(incomplete: str) -> list[str]:
    """The states that can be reported, and the words of the knowledge base's own for them."""
    own = own_words("states", vocabulary.STATES, incomplete)
    return own + _starting(vocabulary.STATES, incomplete)


def own_words(name: str, known: tuple[str, ...], incomplete: str) -> list[str]:
    """The own words of a list that mean a standard one, each as one word of the shell."""
    declared = data.file("agreement.yaml").get("vocabulary")
    found = data.records(declared, name) if isinstance(declared, dict) else ()
    words = (str(one["word"]) for one in found if one.get("word") and one.get("means") in known)
    # A blank would part it in two; case and hyphens count for nothing when it is read.
    return in_its_case(dict.fromkeys("-".join(word.split()) for word in words), incomplete)


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


def types_of_new(ctx: Any, incomplete: str) -> list[str]:
    """The types that a new record can be of, by the command that writes it."""
    kinds: dict[str, tuple[str, ...]] = {
        "body": vocabulary.BODY_KINDS,
        "actor": get_args(vocabulary.ActorKind),
        "party": get_args(vocabulary.PartyKind),
        "project": get_args(vocabulary.ProjectKind),
    }
    return _starting(kinds.get(ctx.info_name, ()), incomplete)


def stretches(incomplete: str) -> list[str]:
    """The stretches of the calendar in which a duty recurs."""
    return _starting(vocabulary.PERS, incomplete)


def languages(incomplete: str) -> list[str]:
    """The languages that can be spoken here: the program's, and those the base has words of."""
    return _starting((*LANGUAGES, *data.brought_languages()), incomplete)


def languages_to_bring(incomplete: str) -> list[str]:
    """The languages that the program has no words of."""
    others = sorted(vocabulary.LANGUAGES - set(LANGUAGES))
    return _starting(others, incomplete)


def languages_of_data(incomplete: str) -> list[str]:
    """The languages in which a new base has its samples; any other may be typed."""
    return _starting(LANGUAGES, incomplete)


def rule_codes(incomplete: str) -> list[str]:
    """The codes of the rules, in the case that is being typed."""
    return in_its_case(vocabulary.RULE_NAMES, incomplete)


def codes(incomplete: str) -> list[str]:
    """Every code that can be explained, in the case that is being typed."""
    return in_its_case(vocabulary.CODE_NAMES, incomplete)


def in_its_case(found: Iterable[str], incomplete: str) -> list[str]:
    """Return those of the words that begin so, in the case that is being typed."""
    return [
        incomplete + code[len(incomplete) :]
        for code in found
        if code.lower().startswith(incomplete.lower())
    ]


def records(incomplete: str) -> list[Named]:
    """Anything that has an id, and measure codes."""
    lists = ("goals.yaml", "statutes.yaml", "obligations.yaml", "needs.yaml", "areas.yaml")
    return _with_codes(
        incomplete, (*_actors(), *(one for name in lists for one in data.named(name)))
    )


def edits(ctx: Any, incomplete: str) -> list[str]:
    """The keys of the record that the line names, each with the sign behind which a value goes.

    Inside what stands in the record already the keys there, and the numbers of a list; behind the
    sign the words of a closed set, as the data has them and as a reader is shown them.
    """
    from yhdyspinta_cli.cli import complete_keys

    return complete_keys.edits(ctx.params, incomplete)


def translatable(ctx: Any, incomplete: str) -> list[str]:
    """The texts of the record that the line names which can stand in another language."""
    from yhdyspinta_cli.cli import complete_keys

    return complete_keys.translatable(ctx.params, incomplete)


def indicators(incomplete: str) -> list[str]:
    """Ids of indicators."""
    found = (
        key
        for _id, keys in data.measures()
        for key in data.said(data.records(keys, "indicators"), "id")
    )
    return _starting(found, incomplete)


def updates(incomplete: str) -> list[str]:
    """Ids of status updates."""
    return _starting(data.stems("updates"), incomplete)


def values(incomplete: str) -> list[str]:
    """Ids of indicator values."""
    return _starting(data.stems("values"), incomplete)


def kinds(incomplete: str) -> list[str]:
    """The kinds of record."""
    found = (vocabulary.plural(kind) for kind in vocabulary.KINDS)
    return _starting((*found, "signatures", "role-holders"), incomplete)


def key_pages(incomplete: str) -> list[str]:
    """The kinds of record, and what stands inside records and has a page of its keys, too."""
    from yhdyspinta_cli.output import noun_names

    found = (vocabulary.plural(kind) for kind in vocabulary.KINDS)
    return _starting((*found, *noun_names.WORDS), incomplete)


def file_kinds(incomplete: str) -> list[str]:
    """The kinds of file."""
    from yhdyspinta_cli.model.catalogue import FILE_KINDS

    return _starting(FILE_KINDS, incomplete)


def years(incomplete: str) -> list[str]:
    """The years of the agreement's validity, of one without an end those up to this one."""
    found = data.file("agreement.yaml")
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
