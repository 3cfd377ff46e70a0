"""From a folder to the knowledge base that a command answers from.

Look-ups answer from what is sound and tell where the data has errors; the report and every
writing command refuse such data.
"""

import os
import shlex
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from yhdyspinta_cli import base_folder, store
from yhdyspinta_cli.diagnostic import Diagnostic, Finding, Severity, UserError, visible
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import plural
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.services.voice import Voice
from yhdyspinta_cli.store import cache, resources
from yhdyspinta_cli.store.cache import Cache

if TYPE_CHECKING:
    from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
    from yhdyspinta_cli.store import Loaded


@frozen
class Where:
    """Where a knowledge base is looked for: in the folder `named`, else in `here` and above.

    `environment` says where the user's cache is, and whether there is to be one.
    """

    named: str | None
    here: Path
    environment: Mapping[str, str]

    def kept(self, folder: Path) -> Cache | None:
        """Return the cache of the knowledge base in a folder, None where there is none."""
        return cache.of(folder, self.environment)


def find(where: Where, *, packaged: bool = True) -> tuple[Path, bool]:
    """Return the folder of the knowledge base and whether it is the packaged copy.

    The packaged copy is the last resort where `packaged` allows it. Raises UserError (exit 2)
    where there is no knowledge base.
    """
    return resources.find_root(where.named, where.here, packaged=packaged)


def prefix(root: Path, reader: Path) -> str:
    """Return what leads from the folder where the reader stands to the knowledge base."""
    try:
        relative = os.path.relpath(root.resolve(), reader.resolve())
    except ValueError:
        # Nothing leads from one drive of Windows to another.
        relative = str(root.resolve())
    return "" if relative == "." else _shown(Path(relative).as_posix()) + "/"


def _shown(folder: str) -> str:
    """Return a folder's name so that no CI runner takes the line it begins for a command."""
    return ("./" if folder[:1] in ":#" else "") + visible(folder)


def open_lenient(
    where: Where,
    voice: Voice,
    *,
    personal: bool = False,
    rev: str | None = None,
    is_other: bool = False,
) -> "Loaded":
    """Return the data for a look-up; errors are told and the rest still answers.

    It is what stands in the folder, or with `rev` what stood there at that revision. `is_other`
    tells that it is not the folder that the reader is in: how to check it names it. Raises
    UserError: exit 2 where there is no data, exit 1 where its agreement cannot be read, and as
    `revisions.load`.
    """
    folder, packaged = find(where, packaged=rev is None)
    kept = where.kept(folder) if rev is None else None
    loaded = _read(folder, rev, packaged=packaged, personal=personal, kept=kept)
    tell_slow(loaded, voice)
    if packaged:
        _tell_packaged(where, voice)
    if "agreement" in loaded.kb.unread_kinds:
        raise UserError(
            _("agreement.yaml cannot be read"), exit_code=1, hint=_run(checking(loaded))
        )
    # A reference that leads nowhere is the one finding of a rule that leaves a look-up short.
    errors = len(loaded.faults) + (0 if _leads_on(loaded, kept) else _dangling(loaded, kept))
    if errors:
        told = plural(
            "yp: the data has {n} error; answering from what is sound (run '{command}')",
            "yp: the data has {n} errors; answering from what is sound (run '{command}')",
            errors,
        )
        folder_of = f" -C {shlex.quote(where.named)}" if is_other and where.named else ""
        voice.tell(told.format(n=errors, command=checking(loaded) + visible(folder_of)))
    return loaded


def in_language(loaded: "Loaded", code: str) -> "Loaded":
    """Return the data with its names and texts in a language, as far as they are translated."""
    from yhdyspinta_cli.facts import reader

    kb = reader.in_language(loaded.kb, code)
    return loaded if kb is loaded.kb else replace(loaded, kb=kb)


def _read(
    folder: Path,
    rev: str | None,
    *,
    packaged: bool,
    personal: bool = False,
    kept: Cache | None,
) -> "Loaded":
    if rev is None:
        return store.load(folder, packaged=packaged, personal=personal, cache=kept)
    from yhdyspinta_cli.services import revisions

    return revisions.load(folder, rev, personal=personal)


def checking(loaded: "Loaded") -> str:
    """Return the command that tells what is wrong in the data."""
    return f"yp validate --rev {loaded.revision.short}" if loaded.revision else "yp validate"


def _run(command: str) -> str:
    return _("run '{command}'").format(command=command)


def _leads_on(loaded: "Loaded", kept: Cache | None) -> bool:
    """True where the cache has noted of the same files that each reference leads to a record.

    To follow them all takes a tenth of a question on 10,000 reports.
    """
    return kept is not None and loaded.is_sound and kept.leads_on(loaded.kept)


def _dangling(loaded: "Loaded", kept: Cache | None) -> int:
    """Return how many references lead nowhere; where none does, that is noted."""
    from yhdyspinta_cli.checks import references

    found = len(references.dangling(loaded.kb))
    if kept is not None and loaded.is_sound and not found:
        kept.note_leads_on(loaded.kept)
    return found


def open_valid(
    where: Where,
    voice: Voice,
    day: "Callable[[KnowledgeBase], date]",
    *,
    exit_code: int = 1,
    packaged: bool = True,
    rev: str | None = None,
) -> "Loaded":
    """Return data without an error as of the `day` it gives; `packaged` allows the packaged copy.

    It is what stands in the folder, or with `rev` what stood there at that revision. Raises
    UserError: exit 2 where there is no data, `exit_code` where it has an error, and as
    `revisions.load`.
    """
    folder, packaged = find(where, packaged=packaged and rev is None)
    kept = where.kept(folder) if rev is None else None
    loaded = _read(folder, rev, packaged=packaged, kept=kept)
    tell_slow(loaded, voice)
    if packaged:
        _tell_packaged(where, voice)
    found = errors(loaded, day(loaded.kb), leads_on=_leads_on(loaded, kept))
    refuse_errors(found, exit_code=exit_code, command=checking(loaded))
    return loaded


def _tell_packaged(where: Where, voice: Voice) -> None:
    voice.tell(
        _(
            "yp: no data/agreement.yaml here or above; answering from the packaged copy ('yp init' "
            "begins your own)"
        )
    )
    seen = base_folder.passed_by(where.here, *where.here.parents)
    if seen is not None:
        voice.tell("    " + seen)


def tell_slow(loaded: "Loaded", voice: Voice) -> None:
    """Tell where reading took long for want of a library."""
    if not loaded.trees.were_read:
        return
    from yhdyspinta_cli.document import composer

    if composer.is_slow():
        voice.tell(_("yp: PyYAML is without libyaml here; reading takes much longer"))


def diagnostics(
    loaded: "Loaded", day: date, is_shown: Callable[[Finding], bool] = lambda _one: True
) -> tuple[Diagnostic, ...]:
    """Return every fault and finding of the data as of a day, sorted.

    Findings that are not to be shown stand at the first line of their file.
    """
    from yhdyspinta_cli.checks import run

    found = (*loaded.faults, *loaded.diagnose(run.run(loaded.kb, day), is_shown))
    return tuple(sorted(found, key=lambda diagnostic: diagnostic.order))


def errors(loaded: "Loaded", day: date, *, leads_on: bool = False) -> tuple[Diagnostic, ...]:
    """Return the faults of the data and the findings that are errors as of a day, sorted.

    The other findings are not looked for: they hinder neither a report nor a new record. Where it
    is known that each reference `leads_on`, none is followed.
    """
    from yhdyspinta_cli.checks import run

    found = (*loaded.faults, *loaded.diagnose(run.errors(loaded.kb, day, leads_on=leads_on)))
    return tuple(sorted(found, key=lambda diagnostic: diagnostic.order))


def refuse_errors(
    found: tuple[Diagnostic, ...], *, exit_code: int, command: str = "yp validate"
) -> None:
    """Raise UserError where there is an error among the findings, naming the first.

    The `command` tells them all.
    """
    errors = [d for d in found if d.severity is Severity.ERROR and not d.accepted]
    if errors:
        first = errors[0]
        message = _("the data has errors; the first: {path}:{line}: {message}").format(
            path=first.location.path, line=first.location.line, message=first.message
        )
        if exit_code == 4:
            message = _("nothing was written: {reason}").format(reason=message)
        raise UserError(message, exit_code=exit_code, hint=_run(command))
