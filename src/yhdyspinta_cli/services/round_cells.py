"""A filled cell -> what was meant by it; a cell that cannot be taken is a fault."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal

from yhdyspinta_cli import plain_text, suggestion
from yhdyspinta_cli.diagnostic import quoted
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.days import EARLIEST
from yhdyspinta_cli.model.moment import Moment
from yhdyspinta_cli.services.round_reading import CellFault, FilledCell
from yhdyspinta_cli.wording import days, words


class FaultError(Exception):
    """A cell that cannot be taken."""

    def __init__(self, fault: CellFault) -> None:
        super().__init__(fault.message)
        self.fault = fault


def text(cell: FilledCell) -> str:
    """Return a cell as it would be written by hand: Excel keeps 15 digits of a number."""
    match cell.value:
        case bool():
            return words.yes_or_no(cell.value)
        case float():
            return str(Decimal(format(cell.value, ".15g")).normalize() + 0)
        case datetime():
            return cell.value.date().isoformat()
        case date():
            return cell.value.isoformat()
        case None:
            return ""
        case _:
            return plain_text.composed(str(cell.value)).strip()


def no_choice(said: FilledCell, known: Sequence[str]) -> FaultError:
    """Return the fault of a cell that is none of what is known, with what was meant."""
    meant = suggestion.hint(suggestion.nearest(text(said), known)) or _("is not in the list")
    return FaultError(
        CellFault(said.place, f"{quoted(text(said))}: {meant}", _("choose it from the list"))
    )


def yes(cell: FilledCell, said: str) -> bool:
    """Return whether a cell says yes; a fault where it says neither yes nor no."""
    if isinstance(cell.value, bool):
        return cell.value
    meant = words.meant(said, ("yes", "no"), lambda word: _("yes") if word == "yes" else _("no"))
    if meant is None:
        raise no_choice(cell, (_("yes"), _("no")))
    return meant == "yes"


def form_of_a_day() -> str:
    return _("a day is written 14.5.2025, a month 5/2025, a year 2025")


def day(cell: FilledCell, today: date) -> int | str:
    """Return the day, month or year of a cell as the data has it.

    A fault where it is none, or is not over yet.
    """
    written = days.iso(text(cell))
    try:
        moment = Moment(written)
        is_one = len(written) in (4, 7, 10) and moment.first.isoformat().startswith(written)
        last = moment.last
    except ValueError:
        is_one, last = False, today
    if not is_one or last < EARLIEST:
        raise FaultError(
            CellFault(
                cell.place,
                _("{text} is not a day").format(text=quoted(text(cell))),
                form_of_a_day(),
            )
        )
    if last > today:
        raise FaultError(
            CellFault(
                cell.place,
                _("{day} is not over yet: the future is not recorded").format(
                    day=quoted(days.moment(moment))
                ),
            )
        )
    return int(written) if len(written) == 4 else written
