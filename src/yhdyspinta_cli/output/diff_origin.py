"""Where a side of a comparison comes from, in words: a revision, the folder, another agreement."""

from datetime import date

from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import day_text, plural
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.store.source import Revision
from yhdyspinta_cli.wording import revisions


@frozen
class Origin:
    """Where the records of a side were read: at a revision, else in the folder.

    `uncommitted` is how many files of the folder git does not have like this, None where that was
    not asked. `title` is the agreement's, where the two sides are of two.
    """

    revision: Revision | None = None
    uncommitted: int | None = None
    title: str = ""


def origin_words(origin: Origin, day: date | None) -> str:
    """Return where a side was read, and as of which day where the sides have one each."""
    if origin.revision is not None:
        read = revisions.named(origin.revision)
    elif origin.uncommitted is None:
        read = "" if origin.title or day else _("what is in the folder")
    else:
        files = plural("{n} file not committed", "{n} files not committed", origin.uncommitted)
        read = _("what is in the folder, {files}").format(files=files.format(n=origin.uncommitted))
    as_of = _("as of {day}").format(day=day_text(day)) if day is not None else ""
    return ", ".join(part for part in (origin.title, read, as_of) if part)
