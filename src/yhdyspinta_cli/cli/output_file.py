"""A file that is written whole or not at all, in the place of an earlier one."""

import os
import sys
from pathlib import Path

from yhdyspinta_cli import base_folder
from yhdyspinta_cli.cli.terminal import out, tell
from yhdyspinta_cli.diagnostic import UserError, quoted
from yhdyspinta_cli.language import text as _


def write(written: str | bytes, output: Path | None) -> None:
    """Write to the file and say so on stderr; to stdout where it is None or ``-``.

    A file is UTF-8; a text that goes to stdout is for a reader, as `terminal.out` has it.

    The bytes go to a temporary file beside it, reach the disk and take the name. Raises
    UserError, the old file standing: exit 2 for a folder, exit 3 for a fault of the system.
    """
    if output is None or str(output) == "-":
        out(written)
        return
    raw = written.encode() if isinstance(written, str) else written
    from yhdyspinta_cli.store import atomic

    refuse_folder(output)
    try:
        if output.exists() and not output.is_file():
            # A device or a pipe (/dev/stdout) has no name that could be taken over.
            output.write_bytes(raw)
        else:
            atomic.replace(Path(os.path.realpath(output)), raw)
    except OSError as error:
        raise UserError(
            _("{path} cannot be written: {reason}").format(path=output, reason=error.strerror),
            exit_code=3,
        ) from error
    tell(_("yp: wrote {path}").format(path=output))


def refuse_terminal(output: Path | None) -> None:
    """Raise UserError (exit 2) where bytes that nobody can read would go to a terminal."""
    if (output is None or str(output) == "-") and sys.stdout.isatty():
        raise UserError(_("this format is not for a terminal"), hint=_("name a file with --output"))


def refuse_folder(output: Path | None) -> None:
    """Raise UserError (exit 2) where a folder stands in the place of the file."""
    if output is not None and output.is_dir():
        raise UserError(
            _("{path} is a folder").format(path=output), hint=_("name a file in it with --output")
        )


def refuse_data(root: Path, output: Path | None) -> None:
    """Raise UserError (exit 2) for a file among the data of the knowledge base in `root`."""
    if output is not None and output.resolve().is_relative_to((root / "data").resolve()):
        raise UserError(
            _("{path} is inside the data").format(path=quoted(str(output), 200)),
            hint=_("name a file outside data/"),
        )


def refuse_among_data(folder: Path) -> None:
    """Raise UserError (exit 2) for a folder among the data of the knowledge base that it is in."""
    whole = folder.resolve()
    root = base_folder.nearest(whole)
    if root is not None and whole.is_relative_to((root / "data").resolve()):
        raise UserError(
            _("{path} is inside the data").format(path=quoted(str(folder), 200)),
            hint=_("name a folder outside data/"),
        )
