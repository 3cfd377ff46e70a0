"""The sheet of a party and the paper of a meeting as wholes, and every kind of report."""

from datetime import date

from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.report import differences, rows
from yhdyspinta_cli.report.agenda import TaskLine, Unconvened, Undecided, Unheard, UnheardOf
from yhdyspinta_cli.report.brief_asks import Ask
from yhdyspinta_cli.report.corrected import CorrectedSince
from yhdyspinta_cli.report.counterparts import OnLevel
from yhdyspinta_cli.report.decisions import DecisionRow
from yhdyspinta_cli.report.meeting_duties import DutyOverTime
from yhdyspinta_cli.report.obligations import EventRow
from yhdyspinta_cli.report.reports import Frame, InterfaceSheet, Year
from yhdyspinta_cli.report.structures import NeedRow, StructureRow
from yhdyspinta_cli.report.to_do import ToDo
from yhdyspinta_cli.report.turns_to_take import SeatTurn
from yhdyspinta_cli.report.waiting import WHYS, Silence, Waiting
from yhdyspinta_cli.vocabulary import Situation, Subject


@frozen
class PartyMeasure:
    """A measure a party answers for or takes part in: `role` is what is named for it there,
    `way` is ``direct``, ``part``, ``seat`` or ``collective``, `through` the name of what stands
    between; the party's own state, None where it owes none. `said` are the latest words on it,
    those that disagree among them, `silence` for how long it has told no more. `path` are the
    states it has told, the oldest first."""

    measure: rows.MeasureRow
    role: str
    way: str
    through: str
    state: Situation | None
    word: str
    said: tuple[rows.Said, ...]
    silence: Silence | None
    path: tuple[rows.StepTold, ...]


@frozen
class PartySeat:
    """A body a party sits in, and as what; that the body has ended."""

    name: str
    role: str
    way: str
    through: str
    ended: date | None


@frozen
class PartySheet:
    """One party's sheet.

    `measures` are those it answers for, `taking_part` those in which it is a partner or has a
    seat in a body that is named. `own` counts how the party stands on the former, `total` how
    these stand as a whole, `before` how it stood on the day compared with. `nobody` are measures
    without an owner in which it takes part;
    `disputes` and `contradictions` speak of the party; `left_open` is what it has inherited.
    `counterparts` are its own by level, `unseen` the interfaces for which those leave out somebody;
    `turns` those that it takes among others; `waiting` the measures that wait for it; `events` what
    is recorded in its name in the year; `corrected` what it was told of in a published report, or
    has told there, and was corrected since.
    """

    kind: str
    frame: Frame
    party: rows.PartyRow
    code: str
    measures: tuple[PartyMeasure, ...]
    taking_part: tuple[PartyMeasure, ...]
    total: rows.StateTally
    own: rows.StateTally
    before: rows.StateTally | None
    disputes: tuple[differences.DisputeRow, ...]
    contradictions: tuple[differences.ContradictionRow, ...]
    vague: tuple[rows.MeasureRow, ...]
    nobody: tuple[rows.MeasureRow, ...]
    seats: tuple[PartySeat, ...]
    to_do: ToDo
    counterparts: tuple[OnLevel, ...]
    turns: tuple[SeatTurn, ...]
    waiting: tuple[Waiting, ...]
    events: tuple[EventRow, ...]
    needs: tuple[NeedRow, ...]
    left_open: tuple[differences.LeftOpenRow, ...]
    corrected: tuple[CorrectedSince, ...]

    @property
    def told(self) -> int:
        """On how many of those it answers for the party has told its own state."""
        return self.own.total - self.untold - self.own.number("ended")

    @property
    def untold(self) -> int:
        """On how many it owes its own state and has not told it."""
        return self.own.number("no-information")

    @property
    def told_of(self) -> tuple[PartyMeasure, ...]:
        """The measures it answers for of which it has told how it stands."""
        silent = ("no-information", "ended", None)
        return tuple(one for one in self.measures if one.state not in silent)

    @property
    def untold_of(self) -> tuple[PartyMeasure, ...]:
        """The measures it answers for of which it has not told how it stands."""
        return tuple(one for one in self.measures if one.state == "no-information")

    @property
    def silent_of(self) -> tuple[PartyMeasure, ...]:
        """The measures it has told of once, and not for over half a year; the longest first."""
        found = [(one.silence.last, one) for one in self.measures if one.silence]
        return tuple(one for _last, one in sorted(found, key=lambda pair: pair[0]))

    @property
    def waiting_by_reason(self) -> tuple[tuple[Waiting, ...], ...]:
        """What waits for it, those together that wait for the same reason."""
        groups = (tuple(one for one in self.waiting if one.why == why) for why in WHYS)
        return tuple(group for group in groups if group)

    @property
    def untold_by_reason(self) -> tuple[tuple[PartyMeasure, ...], ...]:
        """What it has not told, those together that are its for the same reason."""
        found: dict[tuple[str, str, str], list[PartyMeasure]] = {}
        for one in self.untold_of:
            found.setdefault((one.way, one.through, one.role), []).append(one)
        return tuple(tuple(group) for group in found.values())

    @property
    def ended_of(self) -> tuple[PartyMeasure, ...]:
        """The measures it answered for that have ended before it told of them."""
        return tuple(one for one in self.measures if one.state in ("ended", None))


@frozen
class ForumPaper:
    """The paper of a body's meeting on the day `meeting`, made from the body's own tasks.

    `notes` tell that the agreement or the body is not there on that day. `subjects` are what its
    tasks speak of, `tasks` the tasks themselves; `is_whole` tells that the
    body looks at the whole agreement. `last` is its last meeting before, None where it never met;
    `decisions` are those of that meeting and since, `earlier` those before whose measure goes on.
    `changes` are those since the last meeting (else since the agreement began) that are talked
    about, `others` plain ones. `untold` are by interface the measures of which nothing was told,
    `undecided` those without an owner, `unconvened` by interface the bodies that nobody convenes,
    where these are many. `duties` are its own and, where its tasks ask for
    it, those of all it looks at that fall due after its last meeting.
    `asked` is what the meeting is asked to decide, `corrected` what a published report told of all
    that it looks at, and was corrected since.
    """

    kind: str
    frame: Frame
    body: StructureRow
    meeting: date
    notes: tuple[str, ...]
    is_whole: bool
    tasks: tuple[TaskLine, ...]
    subjects: frozenset[Subject]
    last: EventRow | None
    decisions: tuple[DecisionRow, ...]
    earlier: tuple[DecisionRow, ...]
    total: rows.StateTally
    before: rows.StateTally
    changes: tuple[differences.ChangeRow, ...]
    others: tuple[differences.ChangeRow, ...]
    late: tuple[rows.MeasureRow, ...]
    silent: tuple[Unheard, ...]
    untold: tuple[UnheardOf, ...]
    undecided: tuple[Undecided, ...]
    duties: tuple[DutyOverTime, ...]
    disputes: tuple[differences.DisputeRow, ...]
    needs: tuple[NeedRow, ...]
    unconvened: tuple[Unconvened, ...]
    asked: tuple[Ask, ...]
    turns: tuple[SeatTurn, ...]
    corrected: tuple[CorrectedSince, ...]

    @property
    def own_duties(self) -> tuple[DutyOverTime, ...]:
        """The body's own duties that it has still to see to, or did not; not the decisions it has
        promised, which are asked for by themselves."""
        promised = {
            point.name
            for ask in self.asked
            if ask.kind in ("agreement", "promised")
            for point in ask.about.shown
        }
        return tuple(
            one
            for one in self.duties
            if one.is_own and (one.open or one.is_missed) and one.row.title not in promised
        )

    @property
    def unsettled(self) -> tuple[DutyOverTime, ...]:
        """The duties that are open, were missed, or of which it is not known."""
        return tuple(one for one in self.duties if one.open or one.lacking)

    @property
    def met(self) -> tuple[DutyOverTime, ...]:
        """The duties that were met in one of their periods."""
        return tuple(one for one in self.duties if one.met)


Report = Year | PartySheet | InterfaceSheet | ForumPaper
