"""A file that is not read, and why: raised without its name, told with it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from yhdyspinta_cli.diagnostic import UserError, visible
from yhdyspinta_cli.language import text as _


class UnfitFileError(Exception):
    """The file is not read: `reason` says why, `hint` what to do."""

    def __init__(self, reason: str, hint: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.hint = hint


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Raise what is refused meanwhile as a UserError (exit 4) that names the file."""
    try:
        yield
    except UnfitFileError as error:
        raise UserError(
            f"{visible(str(path))}: {error.reason}", exit_code=4, hint=error.hint
        ) from error


def too_much(reason: str) -> UnfitFileError:
    """Return the refusal of a file that is larger than anybody fills in."""
    return UnfitFileError(reason, _("copy the table alone into a new file, and save that"))


def damaged() -> UnfitFileError:
    """Return the refusal of a file that is not what it says it is."""
    return UnfitFileError(
        _("the file is damaged"),
        _("open it in LibreOffice or Excel, save it anew, and try again"),
    )


def not_a_workbook() -> UnfitFileError:
    """Return the refusal of a file that is no workbook at all."""
    return UnfitFileError(
        _("this is not a workbook"),
        _("save it in LibreOffice or Excel as an Excel workbook (.xlsx)"),
    )
