"""The door between a command and the knowledge base.

Look-ups answer from what is sound and say on stderr where the data has errors; the report and
every writing command refuse such data.
"""

import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from yhdyspinta_cli.cli.terminal import tell
from yhdyspinta_cli.diagnostic import Diagnostic, Severity, UserError, visible
from yhdyspinta_cli.language import plural
from yhdyspinta_cli.language import text as _

if TYPE_CHECKING:
    from yhdyspinta_cli.store import Loaded


def root(directory: str | None, *, packaged: bool = True) -> tuple[Path, bool]:
    """Return the folder of the knowledge base and whether it is the packaged copy."""
    from yhdyspinta_cli.store import resources

    try:
        here = Path.cwd()
    except FileNotFoundError as error:
        raise UserError(_("the folder you are in is not there any more"), exit_code=3) from error
    return resources.find_root(directory, os.environ, here, packaged=packaged)


def prefix(root: Path, reader: Path) -> str:
    """Return what leads from the folder where the reader stands to the knowledge base."""
    relative = os.path.relpath(root.resolve(), reader.resolve())
    return "" if relative == "." else _shown(Path(relative).as_posix()) + "/"


def _shown(folder: str) -> str:
    """Return a folder's name so that no CI runner takes the line it begins for a command."""
    return ("./" if folder[:1] in ":#" else "") + visible(folder)


def look(directory: str | None, *, personal: bool = False) -> "Loaded":
    """Load the data for a look-up; errors are told on stderr and the rest still answers."""
    from yhdyspinta_cli import store
    from yhdyspinta_cli.checks import references
    from yhdyspinta_cli.checks.rule import Case

    folder, packaged = root(directory)
    tell_slow()
    loaded = store.load(folder, packaged=packaged, personal=personal)
    if packaged:
        tell(_("yp: no data/agreement.yaml here or above; answering from the packaged copy"))
    if "agreement" in loaded.kb.unread_kinds:
        raise UserError(
            _("agreement.yaml cannot be read"), exit_code=1, hint=_("run 'yp validate'")
        )
    # A reference that leads nowhere is the one finding of a rule that leaves a look-up short.
    dangling = references.unknown_reference(Case(loaded.kb, date.min))
    errors = len(loaded.faults) + len(tuple(dangling))
    if errors:
        tell(
            plural(
                "yp: the data has {n} error; answering from what is sound (run 'yp validate')",
                "yp: the data has {n} errors; answering from what is sound (run 'yp validate')",
                errors,
            )
        )
    return loaded


def tell_slow() -> None:
    """Say on stderr where reading takes long for want of a library."""
    from yhdyspinta_cli import document

    if document.is_slow():
        tell(_("yp: PyYAML is without libyaml here; reading takes much longer"))


def diagnostics(loaded: "Loaded", day: date) -> tuple[Diagnostic, ...]:
    """Return every fault and finding of the data as of a day, sorted."""
    from yhdyspinta_cli import checks

    found = (*loaded.faults, *loaded.diagnose(checks.run(loaded.kb, day)))
    return tuple(sorted(found, key=lambda diagnostic: diagnostic.order))


def refuse_errors(found: tuple[Diagnostic, ...], *, exit_code: int) -> None:
    """Raise UserError where there is an error among the findings, naming the first."""
    errors = [d for d in found if d.severity is Severity.ERROR and not d.accepted]
    if errors:
        first = errors[0]
        message = _("the data has errors; the first: {path}:{line}: {message}").format(
            path=first.location.path, line=first.location.line, message=first.message
        )
        if exit_code == 4:
            message = _("nothing was written: {reason}").format(reason=message)
        raise UserError(
            message,
            exit_code=exit_code,
            hint=_("run 'yp validate'"),
        )


def sound(
    directory: str | None, day: date, *, exit_code: int = 1, packaged: bool = True
) -> "Loaded":
    """Load the data and refuse it where it has an error; `packaged` allows the packaged copy."""
    from yhdyspinta_cli import store

    folder, packaged = root(directory, packaged=packaged)
    tell_slow()
    loaded = store.load(folder, packaged=packaged)
    if packaged:
        tell(_("yp: no data/agreement.yaml here or above; answering from the packaged copy"))
    refuse_errors(diagnostics(loaded, day), exit_code=exit_code)
    return loaded
