"""What a report and a site are made of: the data on a day, in a language, with its templates."""

import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from yhdyspinta_cli import language
from yhdyspinta_cli.cli import options, spoken, terminal
from yhdyspinta_cli.cli.line import Line
from yhdyspinta_cli.diagnostic import UserError
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import text as _

if TYPE_CHECKING:
    from yhdyspinta_cli.queries.published import Known
    from yhdyspinta_cli.store import Loaded


@frozen
class ReportData:
    """The data in the language that is `spoken`, and the folders of templates, the first one first.

    `written` is the data in its own words, with which its history is compared. `given` is the day
    that was asked for, None for none, `today` that of the region. `revision` is the commit of the
    folder's data, where it is known and no other was asked for; `known` is what the data had when a
    report was published.
    """

    loaded: "Loaded"
    written: "Loaded"
    spoken: str
    folders: list[Path]
    given: date | None
    today: date
    revision: str | None
    known: "Known"


def opened(
    line: Line,
    root: Path,
    *,
    packaged: bool,
    as_of: str | None,
    rev: str | None,
    templates: Path | None,
    builtin_templates: bool,
) -> ReportData:
    """Return the data below a root as it was asked for.

    Raises UserError as `opening.open_valid` and `template_folders`.
    """
    from yhdyspinta_cli.history.revision import revision
    from yhdyspinta_cli.services import opening, publishing

    folders = [] if builtin_templates else template_folders(templates, root, packaged=packaged)
    given = options.day(as_of)
    clock = options.clock()
    found = opening.open_valid(line.where, terminal, lambda kb: given or clock.today(kb), rev=rev)
    wanted = spoken.of_data(line, found, brought=not builtin_templates)
    loaded = opening.in_language(found, wanted)
    return ReportData(
        loaded,
        found,
        wanted,
        folders,
        given,
        clock.today(loaded.kb),
        None if packaged or rev is not None else revision(root),
        {} if packaged else publishing.known(loaded),
    )


def earlier(loaded: "Loaded", code: str) -> str | None:
    """Return the revision that was asked for, in the words of a language; None for none."""
    from yhdyspinta_cli.wording import revisions

    if loaded.revision is None:
        return None
    with language.speaking(language.spoken(code)):
        return revisions.named(loaded.revision)


def template_folders(templates: Path | None, root: Path, *, packaged: bool) -> list[Path]:
    """Return the folders of templates that come before the packaged ones, the first one first.

    Raises UserError (exit 2) where the named folder is not there, (exit 3) where one cannot be
    read.
    """
    if templates is not None and not templates.is_dir():
        raise UserError(_("{path} is not a folder").format(path=templates))
    own = [] if packaged else [root / "templates"]
    if own and own[0].is_symlink():
        raise UserError(
            _("{path} is a symbolic link").format(path=own[0]), hint=_("use a plain folder")
        )
    found = [folder for folder in (*([templates] if templates else []), *own) if folder.is_dir()]
    for folder in found:
        if not os.access(folder, os.R_OK | os.X_OK):
            raise UserError(
                _("{path} cannot be read").format(path=folder),
                exit_code=3,
                hint=_("--builtin-templates uses the packaged templates only"),
            )
    return found
