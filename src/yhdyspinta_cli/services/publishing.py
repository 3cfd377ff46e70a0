"""A report that is published: its file and the record of it; what the data had when one was."""

import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from yhdyspinta_cli.diagnostic import UserError
from yhdyspinta_cli.history import revision, tree
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.publications import Publication
from yhdyspinta_cli.queries import published
from yhdyspinta_cli.services import saving
from yhdyspinta_cli.services.clock import Clock
from yhdyspinta_cli.services.opening import Where
from yhdyspinta_cli.services.voice import Voice
from yhdyspinta_cli.store import write


def ready(root: Path) -> str:
    """Return the commit of which a report that is published now is made.

    Raises UserError: exit 3 where git cannot tell of one, exit 4 where the data is not committed.
    """
    return revision.committed(root)


def known(root: Path, kb: KnowledgeBase) -> Mapping[str, frozenset[str]]:
    """Return the ids of what the data had when the report of a year was published last.

    By the commit; without those of which git cannot tell.
    """
    found = {}
    for publication in published.latest(kb).values():
        commit = publication.revision
        try:
            found[commit] = frozenset(
                one.steps[-1].removesuffix(".yaml") for one in tree.files(root, commit) if one.steps
            )
        except (UserError, OSError):
            continue
    return found


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
