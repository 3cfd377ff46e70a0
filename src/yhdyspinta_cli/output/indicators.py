"""Indicators and the values that hold on a day, in words."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from yhdyspinta_cli.facts import lifetime, measured
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model import as_written
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Indicator, Measure
from yhdyspinta_cli.model.status import Value
from yhdyspinta_cli.output import titles
from yhdyspinta_cli.wording import days, names, values
from yhdyspinta_cli.wording.values import with_unit
from yhdyspinta_cli.wording.words import word


def of_measure(kb: KnowledgeBase, measure: Measure, day: date) -> tuple[str, ...]:
    """A line an indicator with its kind and values, or what stands in its place."""
    if measure.no_indicator is not None:
        return (_("none: the source has “{label}”").format(label=measure.no_indicator.label),)
    found = measured.indicators(kb, measure)
    return tuple(
        f"{i.label} ({word(i.type)})"
        + "".join(f"; {line}" for line in (values.aims(i), *_lines(kb, i, day)) if line)
        for i in found
    ) or (_("none"),)


def holding(kb: KnowledgeBase, indicators: Iterable[Indicator], day: date) -> tuple[str, ...]:
    """A line a value that holds on the day, after its indicator where there are several."""
    found = tuple(indicators)
    return tuple(
        f"{i.label}: {line}" if len(found) > 1 else line
        for i in found
        for line in _lines(kb, i, day)
    )


def _lines(kb: KnowledgeBase, indicator: Indicator, day: date) -> tuple[str, ...]:
    found = measured.holding_of(kb, indicator.id, day)
    return tuple(
        _line(kb, indicator, value, day, is_disputed=measured.is_disputed(value, found))
        for value in found
    )


def _line(
    kb: KnowledgeBase, indicator: Indicator, value: Value, day: date, *, is_disputed: bool
) -> str:
    about = [days.moment(value.on), titles.speaker(kb, value.by)]
    party = f"{names.of_its_day(kb, value.party, day)}: " if value.party else ""
    shown = with_unit(value.value, indicator.unit)
    if is_disputed:
        shown = _("disputed: {state}").format(state=shown)
    return f"{party}{shown} ({', '.join(about)})"


def json(kb: KnowledgeBase, measure: Measure, day: date) -> list[dict[str, Any]]:
    """The documented JSON form of a measure's indicators with the values that hold."""
    return [
        {
            "id": i.id,
            "label": i.label,
            "type": i.type,
            "options": list(i.options),
            "unit": i.unit,
            "baseline": as_written.plain(i.baseline, lambda moment: moment.written),
            "target": as_written.plain(i.target, lambda moment: moment.written),
            "direction": i.direction,
            "values": [
                {
                    "id": v.id,
                    "value": v.value,
                    "on": v.on.written,
                    "party": v.party,
                    "party_there": v.party is None or lifetime.holds(kb, v.party, day),
                    "by": v.by,
                    "disputed": measured.is_disputed(v, measured.holding_of(kb, i.id, day)),
                }
                for v in measured.holding_of(kb, i.id, day)
            ],
        }
        for i in measured.indicators(kb, measure)
    ]
