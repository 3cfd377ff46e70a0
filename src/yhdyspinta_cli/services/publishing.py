"""A report that is published: its file and the record of it; what the data had when one was."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC
from pathlib import Path
from typing import Any

from yhdyspinta_cli.diagnostic import UserError
from yhdyspinta_cli.history import revision, trailers, tree
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.catalogue import BY_YEAR
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.publications import Publication
from yhdyspinta_cli.queries import published, rewriting
from yhdyspinta_cli.queries.published import Known, Then
from yhdyspinta_cli.services import revisions, saving
from yhdyspinta_cli.services.clock import Clock
from yhdyspinta_cli.services.opening import Where
from yhdyspinta_cli.services.voice import Voice
from yhdyspinta_cli.store import Loaded, write
from yhdyspinta_cli.store.source import Revision


def ready(root: Path) -> str:
    """Return the commit of which a report that is published now is made.

    Raises UserError: exit 3 where git cannot tell of one, exit 4 where the data is not committed.
    """
    return revision.committed(root)


def known(loaded: Loaded) -> Known:
    """Return what the data had when the report of a year was published last, by the commit.

    Without those of which git cannot tell.
    """
    found = {}
    for publication in published.latest(loaded.kb).values():
        commit = publication.revision
        try:
            ids = frozenset(
                one.steps[-1].removesuffix(".yaml")
                for one in tree.files(loaded.root, commit)
                if one.steps
            )
        except (UserError, OSError):
            continue
        found[commit] = _since(loaded, commit, Then(ids))
    return found


def _since(loaded: Loaded, commit: str, then: Then) -> Then:
    """Return it with what became of it, where a report of it was edited or deleted since.

    Nearly never is one: only then all of that revision is read.
    """
    root = loaded.root
    until = loaded.revision.commit if loaded.revision is not None else None
    try:
        if not tree.has_changed(root, commit, until, BY_YEAR):
            return then
        earlier = revisions.at(root, Revision(commit, revision.day_of(root, commit, UTC)))
        told = trailers.values(root, trailers.REWRITES, commit, until or "HEAD")
    except (UserError, OSError):
        return then
    change = rewriting.change(earlier.kb, loaded.kb)
    return replace(then, change=change, reasons=trailers.reasons(told))


def publish(
    where: Where,
    root: Path,
    keys: Mapping[str, Any],
    raw: bytes,
    put: Callable[[], None],
    *,
    is_committed: bool,
    clock: Clock,
    voice: Voice,
) -> None:
    """Write a report by `put`, and record that it is published; its record's path is the answer.

    `keys` are those of the record, of which the bytes `raw` give the digest of the file. Where
    these bytes are published already under that name, that is told and nothing is written. Raises
    UserError as `saving.save`, and exit 4 where the data is not that of the revision any more.
    """
    file = hashlib.sha256(raw).hexdigest()

    def make(kb: KnowledgeBase) -> Publication:
        for one in kb.of(Publication):
            if (one.file, one.name) == (file, keys["name"]):
                raise _AlreadyError(kb.entries[one.id].path)
        return write.draft(Publication, {**keys, "on": clock.today(kb), "file": file})

    def before() -> None:
        if ready(root) != keys["revision"]:
            raise UserError(
                _("the data was changed meanwhile; nothing was written"),
                exit_code=4,
                hint=_("run it again"),
            )
        put()

    try:
        saving.save(
            where,
            make,
            is_committed=is_committed,
            is_tried_only=False,
            clock=clock,
            message=_message,
            voice=voice,
            before=before,
        )
    except _AlreadyError as error:
        voice.tell(_("yp: it is published already: {path}").format(path=error))


class _AlreadyError(Exception):
    """The same bytes are published already; its text is the path of the record."""


def _message(_kb: KnowledgeBase, record: Publication) -> str:
    """Return the message of the commit: ``Published 2024.html, 2025-01-15``."""
    return f"Published {record.name}, {record.on}"
