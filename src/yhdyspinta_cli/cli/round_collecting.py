"""What `yp round collect` does: workbooks read, judged, shown, written where they are sound."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from yhdyspinta_cli.cli import options, resolve, terminal
from yhdyspinta_cli.cli.line import Line
from yhdyspinta_cli.diagnostic import UserError, visible
from yhdyspinta_cli.exchange import saved, workbook
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import plural
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Indicator
from yhdyspinta_cli.model.obligations import Event
from yhdyspinta_cli.model.rounds import Round
from yhdyspinta_cli.model.status import Value
from yhdyspinta_cli.output import titles
from yhdyspinta_cli.services import catalogues, collecting, opening, round_reading, saving_together
from yhdyspinta_cli.services.clock import Clock
from yhdyspinta_cli.services.collecting import Plan, Prefer, UnsoundError
from yhdyspinta_cli.services.round_reading import CellFault, Returned
from yhdyspinta_cli.store import Loaded
from yhdyspinta_cli.store.write import NewFile
from yhdyspinta_cli.wording import days, values
from yhdyspinta_cli.wording.words import word


@frozen
class CollectLine:
    """The words of the command line."""

    files: tuple[Path, ...]
    party: str | None
    prefer: Prefer | None
    is_committed: bool
    is_tried_only: bool


@frozen
class _Collecting:
    line: Line
    root: Path
    wanted: CollectLine
    clock: Clock
    party: str | None

    def take(self, path: Path) -> None:
        """Take a workbook, or show what it would bring; UnsoundError where it is not sound.

        Raises UserError for what is wrong with the data, git or the disk.
        """
        loaded = saving_together.opened(self.line.where, self.root, self.clock)
        try:
            found = round_reading.returned(workbook.read(path), saved.saved(path))
            plan = self._plan(loaded, found)
        except UserError as error:
            if error.exit_code != 4:
                raise
            # Who reads a file names it with its folder; here every line begins with its name.
            message = error.message.removeprefix(f"{visible(str(path))}: ")
            raise UnsoundError((CellFault("", message, error.hint),)) from error
        terminal.out("".join(f"{row}\n" for row in _shown(loaded.kb, path, plan)))
        for fault in plan.told:
            terminal.tell(_("yp: warning: {message}").format(message=_line(path, fault)))
        if self.wanted.is_tried_only or not (plan.coming or plan.there):
            return

        def make(now: Loaded) -> list[NewFile]:
            latest = plan if now.digest == loaded.digest else self._plan(now, found)
            return [*latest.there, *(one.new for one in latest.coming)]

        n = saving_together.save(
            self.line.where,
            self.root,
            make,
            clock=self.clock,
            message=partial(_message, plan) if self.wanted.is_committed else None,
            voice=terminal,
        )
        if n:
            terminal.tell(plural("yp: saved {n} file", "yp: saved {n} files", n).format(n=n))

    def _plan(self, loaded: Loaded, found: Returned) -> Plan:
        return collecting.plan(loaded, found, self.clock, self.wanted.prefer, self.party)


def run(line: Line, wanted: CollectLine) -> None:
    """Collect the workbooks; raises UserError: exit 1 some were refused, exit 4 all were."""
    clock = options.clock()
    root, _packaged = opening.find(line.where, packaged=False)
    # A workbook says in which language it asked.
    catalogues.bring_all(root)
    loaded = saving_together.opened(line.where, root, clock)
    party = resolve.named(wanted.party, loaded.kb.parties)
    taking = _Collecting(line, root, wanted, clock, party)
    refused = 0
    is_of_cells = False
    for number, path in enumerate(wanted.files):
        try:
            taking.take(path)
        except UnsoundError as error:
            refused += 1
            is_of_cells = is_of_cells or any(fault.place for fault in error.faults)
            for fault in error.faults:
                terminal.tell(_line(path, fault))
                if fault.hint:
                    terminal.tell("    " + fault.hint)
        except UserError as error:
            raise _stopped(path, error, is_first=number == refused) from error
    if refused:
        _refuse(refused, len(wanted.files), is_of_cells=is_of_cells)
    elif wanted.is_tried_only:
        terminal.tell(_("yp: nothing was written"))


def _refuse(refused: int, total: int, *, is_of_cells: bool) -> None:
    hint = _("mend the cells named above") if is_of_cells else ""
    if refused == total:
        message = plural(
            "the workbook was refused; nothing of it was written",
            "all {n} workbooks were refused; nothing was written",
            total,
        )
        raise UserError(message.format(n=total), exit_code=4, hint=hint)
    message = plural(
        "{n} of {total} workbook was refused; nothing of it was written",
        "{n} of {total} workbooks were refused; nothing of them was written",
        refused,
    )
    raise UserError(message.format(n=refused, total=total), exit_code=1, hint=hint)


def _stopped(path: Path, error: UserError, *, is_first: bool) -> UserError:
    """Return what broke off the run at a workbook: exit 1 where others were taken before it."""
    return UserError(
        _line(path, CellFault("", error.message)),
        exit_code=1 if error.exit_code == 4 and not is_first else error.exit_code,
        hint=error.hint,
    )


def _line(path: Path, fault: CellFault) -> str:
    """Return ``kuopio.xlsx: Toimenpiteet!E7: what is wrong``."""
    return ": ".join(
        part for part in (visible(path.name), visible(fault.place), fault.message) if part
    )


def _shown(kb: KnowledgeBase, path: Path, plan: Plan) -> Iterator[str]:
    """Yield what a workbook brings, a line a record."""
    yield f"{visible(path.name)}: {plan.party.name}, {plan.year}"
    if not plan.coming and not plan.there:
        yield "  " + _("nothing is filled in")
    for one in plan.coming:
        if one.answer is not None:
            place = visible(one.answer.row.place)
            yield f"  {place}: {_said(kb, one)}"
    counts = ", ".join(f"{word(kind)} {n}" for kind, n in collecting.counted(plan.coming).items())
    if counts:
        yield "  " + _("new: {counts}").format(counts=counts)
    known = len(plan.there) + plan.again
    if known:
        yield "  " + plural("{n} is recorded already", "{n} are recorded already", known).format(
            n=known
        )
    for place in plan.left:
        yield "  " + _("{place}: left out, the data holds").format(place=visible(place))


def _said(kb: KnowledgeBase, one: collecting.Coming) -> str:
    record = one.new.record
    title = titles.title(kb, record)
    if isinstance(record, Value):
        indicator = kb.find(Indicator, record.indicator)
        told = values.with_unit(record.value, indicator.unit if indicator else None)
        return f"{title}: {told}"
    return f"{title} ({days.moment_in_prose(record.on)})" if isinstance(record, Event) else title


def _message(plan: Plan, coming: Sequence[NewFile]) -> str:
    reports = sum(not isinstance(one.record, Round) for one in coming)
    words = plural(
        "{party}: round {year}, {n} report", "{party}: round {year}, {n} reports", reports
    )
    return words.format(party=plan.party.name, year=plan.year, n=reports)
