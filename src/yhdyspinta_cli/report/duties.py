"""The obligations of a year by how they stand, and events that are alike in one place."""

from collections.abc import Sequence
from typing import Literal, get_args

from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.report.obligations import EventRow, Happened, ObligationRow, StandCount
from yhdyspinta_cli.report.structures import SeatLine

Stage = Literal["done", "late", "missed", "not-known", "to-come", "when"]
"""How an obligation stands for those it is told of: done in time or late, missed, not known, still
to come; `when`: it has no period, or nothing has started its clock."""

STAGES: tuple[Stage, ...] = get_args(Stage)


@frozen
class StagedDuty:
    """An obligation for those of whom one thing is told: how many of `total`, and their names.

    `events` are those by which it was done; `is_all` where it is told of all who must do it.
    """

    duty: ObligationRow
    number: int
    total: int
    names: tuple[SeatLine, ...]
    events: tuple[Happened, ...]

    @property
    def is_all(self) -> bool:
        """True where nothing else is told of anybody."""
        return self.number == self.total


@frozen
class StagedDuties:
    """The obligations that stand alike, in the order of the data."""

    stage: Stage
    lines: tuple[StagedDuty, ...]


@frozen
class EventGroup:
    """Events that are alike but for whose they are and their day; mostly one alone."""

    events: tuple[EventRow, ...]


def duty_groups(found: Sequence[ObligationRow]) -> tuple[StagedDuties, ...]:
    """Return the obligations by stage, each in as many as its parties or areas stand in.

    Nothing is lost: the numbers of an obligation's lines add up to all who must do it.
    """
    lines: dict[Stage, list[StagedDuty]] = {stage: [] for stage in STAGES}
    for duty in found:
        total = sum(stand.number for stand in duty.stands)
        for stand in duty.stands:
            for stage, number, names in _stages(stand):
                lines[stage].append(StagedDuty(duty, number, total, names, duty.events_of(names)))
    # What is due first is told first; a day in common is told in the order of the data.
    lines["to-come"].sort(key=lambda line: (line.duty.due is None, line.duty.due or 0))
    return tuple(StagedDuties(stage, tuple(lines[stage])) for stage in STAGES if lines[stage])


def _stages(stand: StandCount) -> tuple[tuple[Stage, int, tuple[SeatLine, ...]], ...]:
    """Return in which stages those of one standing are, how many in each, and their names."""
    match stand.state:
        case "met":
            early = tuple(name for name in stand.names if name not in stand.late_names)
            both: tuple[tuple[Stage, int, tuple[SeatLine, ...]], ...] = (
                ("done", stand.number - stand.late, early),
                ("late", stand.late, stand.late_names),
            )
            return tuple(one for one in both if one[1])
        case "due":
            return (("to-come", stand.number, stand.names),)
        case "missed" | "not-known" | "when":
            return ((stand.state, stand.number, stand.names),)


def event_groups(found: Sequence[EventRow]) -> tuple[EventGroup, ...]:
    """Return the events, those that are alike in the place of the first.

    Alike are those with one title that fulfil the same, and of which nothing more is told.
    """
    groups: dict[tuple[object, ...], list[EventRow]] = {}
    for event in found:
        told = event.decisions or event.appoints or event.measure or event.chair or event.by
        key: tuple[object, ...] = (event.key,)
        if not told and event.party and not event.area:
            key = (event.title, event.type, event.word, event.body, event.convener, event.fulfils)
        groups.setdefault(key, []).append(event)
    return tuple(EventGroup(tuple(events)) for events in groups.values())
