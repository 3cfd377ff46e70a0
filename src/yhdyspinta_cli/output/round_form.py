"""What a party is asked, as sheets to fill: what is shown in each row, and the cells to fill."""

from collections.abc import Iterator
from dataclasses import replace
from typing import assert_never

from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Indicator
from yhdyspinta_cli.output.round_sheet import UNCHANGED, AskedRow, AskedSheet, Fill, ToldBefore
from yhdyspinta_cli.queries.obligations import ObligationStanding
from yhdyspinta_cli.queries.round_asked import (
    CounterpartAsked,
    IndicatorAsked,
    MeasureAsked,
    RoundAsked,
)
from yhdyspinta_cli.queries.ways import Way
from yhdyspinta_cli.vocabulary import STATES
from yhdyspinta_cli.wording import days, obligations, own_words, values, words

_OWN_LINES = 10
_TEXT, _DAY = Fill("text"), Fill("day")


def sheets(kb: KnowledgeBase, asked: RoundAsked) -> tuple[AskedSheet, ...]:
    """Return the sheets of a party; one without a row is left out, but for its own words."""
    found = (
        _measures(kb, asked),
        _indicators(asked),
        _duties(asked),
        _counterparts(kb, asked),
        _words(),
    )
    return tuple(_without_empty(sheet) for sheet in found if sheet.rows)


def _without_empty(sheet: AskedSheet) -> AskedSheet:
    """Return the sheet without the columns in which nothing is shown."""
    kept = [n for n in range(len(sheet.columns)) if any(row.shown[n] for row in sheet.rows)]
    rows = (replace(row, shown=tuple(row.shown[n] for n in kept)) for row in sheet.rows)
    return replace(sheet, columns=tuple(sheet.columns[n] for n in kept), rows=tuple(rows))


def _measures(kb: KnowledgeBase, asked: RoundAsked) -> AskedSheet:
    fills = (Fill("choice", _states(kb)), _DAY, _TEXT, _TEXT)
    return AskedSheet(
        "measures",
        _("Measures"),
        _("How the measure stands with you. Leave empty what you have nothing new to tell of."),
        (_("Code"), _("Measure"), _("Why you are asked"), _("You last told"), _("Told on")),
        (
            ("state", _("State")),
            ("on", _("Day")),
            ("note", _("Note")),
            ("evidence", _("Evidence")),
        ),
        tuple(_measure(kb, one, fills) for one in asked.measures),
    )


def _states(kb: KnowledgeBase) -> tuple[str, ...]:
    """Return the states in the words spoken now, the knowledge base's own first.

    What is merged into another is told by whoever answers for both, with what it is merged into.
    """
    own = kb.agreement.own_words
    own_states = (w for w in own.of("states") if own.standard("states", w) != "merged")
    standard = tuple(state for state in STATES if state != "merged")
    return (*own_states, *map(words.word, standard))


def _measure(kb: KnowledgeBase, one: MeasureAsked, fills: tuple[Fill, ...]) -> AskedRow:
    said = "; ".join(own_words.shown(update, "state") for update in one.told)
    evidence = "; ".join(item.text for update in one.told for item in update.evidence)
    on = "; ".join(dict.fromkeys(days.moment_in_prose(update.on) for update in one.told))
    why = f"{_why(kb, one.way)} ({kb.source_of(one.measure)})"
    return AskedRow(
        one.measure.id,
        (
            one.measure.code,
            one.measure.title,
            why,
            said or _("nothing yet"),
            ", ".join(part for part in (on, evidence) if part),
        ),
        fills,
        tuple(
            ToldBefore(
                update.id, f"{own_words.shown(update, 'state')}, {days.moment_in_prose(update.on)}"
            )
            for update in one.told
        ),
    )


def _why(kb: KnowledgeBase, found: Way) -> str:
    """Return in a few words why a party answers for a measure."""
    through = kb.name(found.line.way[0])
    match found.way:
        case "direct":
            return _("you are named")
        case "part":
            return _("your part {name} is named").format(name=through)
        case "collective":
            return _("you belong to the group “{name}”").format(name=through)
        case "successor":
            return _("you are the successor of {name}").format(name=through)
        case "seat":
            return _("your representative: {name}").format(name=through)
        case _:
            assert_never(found.way)


def _indicators(asked: RoundAsked) -> AskedSheet:
    return AskedSheet(
        "indicators",
        _("Indicators"),
        _("Your own figure. Leave empty what you have nothing new to tell of."),
        (
            _("Code"),
            _("Measure"),
            _("Indicator"),
            _("What to give"),
            _("Target"),
            _("You last told"),
        ),
        (("value", _("Value")), ("on", _("Day")), ("note", _("Note")), ("evidence", _("Evidence"))),
        tuple(map(_indicator, asked.indicators)),
    )


def _indicator(one: IndicatorAsked) -> AskedRow:
    told, fill = one.told, _fill(one.indicator)
    last = (
        f"{values.with_unit(told.value, one.indicator.unit)}, {days.moment_in_prose(told.on)}"
        if told
        else ""
    )
    return AskedRow(
        one.indicator.id,
        (
            one.measure.code,
            one.measure.title,
            one.indicator.label,
            _kind_words(one.indicator, fill),
            values.aims(one.indicator),
            last or _("nothing yet"),
        ),
        (fill, _DAY, _TEXT, _TEXT),
        (ToldBefore(told.id, last),) if told else (),
    )


def _fill(indicator: Indicator) -> Fill:
    """Return what fits an indicator, told by a party of itself."""
    match indicator.type:
        case "yes-no" if indicator.options:
            return Fill("choice", indicator.options)
        case "yes-no" | "count-of-parties":
            return Fill("choice", (_("yes"), _("no")))
        case "number":
            return Fill("number")
        case "statistic" | "survey" | "narrative" | "set-by-group" | "other-document":
            return _TEXT
        case _:
            assert_never(indicator.type)


def wanted(indicator: Indicator) -> str:
    """Return in a few words what a party is to give of an indicator."""
    return _kind_words(indicator, _fill(indicator))


def _kind_words(indicator: Indicator, fill: Fill) -> str:
    if fill.kind == "choice":
        return " / ".join(fill.options)
    if fill.kind == "number":
        unit = indicator.unit
        return _("a number ({unit})").format(unit=unit) if unit else _("a number")
    return _("words or a figure")


def _duties(asked: RoundAsked) -> AskedSheet:
    return AskedSheet(
        "duties",
        _("Obligations and meetings"),
        _(
            "When it was held or done, and where the minutes are. What is known already need "
            "not be told again."
        ),
        (_("Obligation"), _("Period"), _("Due"), _("As it is known")),
        (
            ("on", _("Held on")),
            ("title", _("What was held")),
            ("minutes", _("Minutes")),
        ),
        tuple(row for one in asked.duties for row in _duty_rows(one)),
    )


def _duty_rows(one: ObligationStanding) -> Iterator[AskedRow]:
    """Yield a row for each time that is still to be told of; one where none is.

    What is known stands in the first: with the others nothing is compared.
    """
    first = _duty(one)
    yield first
    for number in range(2, one.needed - len(one.events) + 1):
        yield replace(first, key=f"{first.key} {number}", told=())


def _duty(one: ObligationStanding) -> AskedRow:
    period, area = one.period, one.area
    about = {"obligation": one.obligation.id}
    about |= {"party": one.party.id} if one.party else {}
    about |= {"area": area.id} if area else {}
    about |= {"period": period.key} if period else {}
    name = one.obligation.name_shown
    return AskedRow(
        " ".join((one.obligation.id, *(about[k] for k in ("area", "period") if k in about))),
        (
            f"{name} ({area.name_shown})" if area else name,
            obligations.period_words(period) if period else "",
            period.due if period else None,
            obligations.standing_words(one),
        ),
        (_DAY, _TEXT, _TEXT),
        tuple(
            ToldBefore(event.id, f"{event.title}, {days.moment_in_prose(event.on)}")
            for event in one.events
        ),
        about,
    )


def _counterparts(kb: KnowledgeBase, asked: RoundAsked) -> AskedSheet:
    return AskedSheet(
        "counterparts",
        _("Counterparts"),
        _("Who answers for you there: a role or a unit, never the name of a person."),
        (_("Level"), _("Interface"), _("Named now")),
        (("role", _("Role or unit")), ("start", _("From"))),
        tuple(_counterpart(kb, one) for one in asked.counterparts),
    )


def _counterpart(kb: KnowledgeBase, one: CounterpartAsked) -> AskedRow:
    interface = one.interface
    names = tuple(kb.name(found.actor) for found in one.named)
    return AskedRow(
        f"{one.level.id} {interface.id}" if interface else one.level.id,
        (
            one.level.name_shown,
            interface.name_shown if interface else _("every interface"),
            ", ".join(names) or _("nobody"),
        ),
        (_TEXT, _DAY),
        tuple(ToldBefore(found.id, name) for found, name in zip(one.named, names, strict=True)),
        {"level": one.level.id} | ({"interface": interface.id} if interface else {}),
    )


def _words() -> AskedSheet:
    return AskedSheet(
        "words",
        _("In your own words"),
        _("What the coordinator should know. Do not write names, phone numbers or addresses."),
        (_("Question"),),
        (("text", _("Answer")),),
        tuple(_lines()),
    )


def _lines() -> Iterator[AskedRow]:
    choice = Fill("choice", (_("yes"), _("no")))
    yield AskedRow(UNCHANGED, (_("Is everything that you left empty as before?"),), (choice,))
    yield AskedRow("1", (_("What went well?"),), (_TEXT,))
    yield AskedRow("2", (_("What hinders you?"),), (_TEXT,))
    yield AskedRow("3", (_("What do you expect of the other parties?"),), (_TEXT,))
    for number in range(4, _OWN_LINES + 1):
        yield AskedRow(str(number), (_("Anything else"),), (_TEXT,))
