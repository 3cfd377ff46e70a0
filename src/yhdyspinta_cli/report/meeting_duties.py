"""The duties of a meeting's paper: each once, with its days since the last meeting and to come."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import groupby

from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.obligations import Obligation
from yhdyspinta_cli.report import obligations, to_do
from yhdyspinta_cli.report.obligations import ObligationRow


@frozen
class DutyOverTime:
    """A duty in its periods since the last meeting, the earliest due first.

    `is_own`: it is the body's own. `lacking` are those that were missed or of which it is not
    known, each with those that stand alike; `open` those whose due day is to come.
    """

    rows: tuple[ObligationRow, ...]
    is_own: bool

    @property
    def row(self) -> ObligationRow:
        """The duty in the period that asks for the most: the next one, else the last."""
        return (*self.open, *reversed(self.rows))[0]

    @property
    def open(self) -> tuple[ObligationRow, ...]:
        """Its periods whose due day is to come."""
        return tuple(row for row in self.rows if to_do.group_of(row) == "open")

    @property
    def lacking(self) -> tuple[tuple[ObligationRow, ...], ...]:
        """Its periods that were missed, or of which it is not known, those together that stand
        alike."""
        return _alike(row for row in self.rows if to_do.group_of(row) in ("missed", "not-known"))

    @property
    def open_alike(self) -> tuple[tuple[ObligationRow, ...], ...]:
        """Those of its open periods that say more than their day, together as they stand alike;
        all of them where nothing is lacking."""
        return _alike(row for row in self.open if not self.lacking or _tells(row))

    @property
    def met(self) -> tuple[ObligationRow, ...]:
        """Its periods in which it was met."""
        return tuple(row for row in self.rows if to_do.group_of(row) == "met")

    @property
    def is_missed(self) -> bool:
        """True where it was missed in one of its periods."""
        return any(to_do.group_of(row) == "missed" for row in self.rows)


def _alike(found: Iterable[ObligationRow]) -> tuple[tuple[ObligationRow, ...], ...]:
    return tuple(tuple(alike) for _standing, alike in groupby(found, key=_standing_of))


def _tells(row: ObligationRow) -> bool:
    """True where more is to be said of an open period than that its day is to come."""
    return len(row.stands) > 1 or bool(row.met_by)


def _standing_of(row: ObligationRow) -> tuple[object, ...]:
    return row.stands, row.reason, row.heirs, row.needed, row.met_by


def over_time(
    kb: KnowledgeBase,
    body: str,
    before: date,
    day: date,
    year: int,
    *,
    over: bool,
    looks_at: Callable[[Obligation], bool],
) -> tuple[DutyOverTime, ...]:
    """Return the duties that fall due after the day `before`, those of a year's periods too.

    Those of a body (its id), and the others that it looks at; the most pressing first: what was
    missed, then what is due next, then what nobody knows of.
    """
    found: dict[str, list[ObligationRow]] = {}
    own: set[str] = set()
    for row in _rows(kb, range(before.year, year + 1), day, over=over):
        duty = kb.find(Obligation, row.key)
        if duty is None or row.due is None or row.due <= before:
            continue
        is_own = _is_own(duty, body)
        if is_own or looks_at(duty):
            found.setdefault(row.key, []).append(row)
        if is_own:
            own.add(row.key)
    made = (
        DutyOverTime(tuple(sorted(rows, key=lambda row: row.due or date.max)), key in own)
        for key, rows in found.items()
    )
    return tuple(sorted(made, key=_pressing))


def _rows(
    kb: KnowledgeBase, years: Iterable[int], day: date, *, over: bool
) -> Iterator[ObligationRow]:
    """Yield each obligation once a period: one of several years comes in each of them."""
    seen: set[tuple[str, date | None]] = set()
    for year in years:
        for row in obligations.obligation_rows(kb, year, day, over=over):
            if (row.key, row.due) not in seen:
                seen.add((row.key, row.due))
                yield row


def _is_own(duty: Obligation, body: str) -> bool:
    meant = {duty.body, duty.fulfilled_by.body if duty.fulfilled_by else None}
    return body in {*meant, *(doer.actor for doer in duty.doers)}


def _pressing(one: DutyOverTime) -> tuple[bool, bool, date]:
    due = (one.open or one.rows)[0].due
    return not one.is_missed, not one.open, due or date.max
