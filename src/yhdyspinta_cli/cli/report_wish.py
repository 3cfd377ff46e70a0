"""What the options of `yp report` mean and which go together; told before anything is read."""

from collections.abc import Collection
from pathlib import Path

from yhdyspinta_cli.diagnostic import UserError, quoted
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.vocabulary import (
    ENDINGS,
    REPORT_CHAPTERS,
    REPORT_FORMATS,
    ReportChapter,
    ReportFormat,
)


@frozen
class Wish:
    """What is wanted in place of the year's report; nothing of it where the year is."""

    party: str | None
    interface: str | None
    each_party: bool
    body: str | None
    on: str | None

    @property
    def options(self) -> tuple[str, ...]:
        """The options by which it was asked for."""
        given = {
            "--party": self.party is not None,
            "--interface": self.interface is not None,
            "--each-party": self.each_party,
            "--for": self.body is not None,
        }
        return tuple(option for option, is_given in given.items() if is_given)


def refuse_mixtures(
    wish: Wish,
    *,
    year: int | None,
    as_of: str | None,
    only: Collection[ReportChapter],
    compare: int | None,
    output: Path | None,
) -> None:
    """Raise UserError (exit 2) for options that do not go together, or that lack another."""
    if len(wish.options) > 1:
        raise UserError(_("choose one of {options}").format(options=", ".join(wish.options)))
    if only and wish.options:
        raise UserError(
            _("--only chooses chapters of the yearly report, and a sheet has none of them"),
            hint=_("leave out --only, or {option}").format(option=wish.options[0]),
        )
    if wish.body is not None and wish.on is None:
        raise UserError(_("--for asks for the day of the meeting"), hint=_("add --on 2024-12-31"))
    if wish.on is not None and wish.body is None:
        raise UserError(
            _("--on is the day of a meeting, and --for tells whose"), hint=_("add --for BODY")
        )
    of_year = (year, as_of, compare)
    if wish.body is not None and any(one is not None for one in of_year):
        raise UserError(
            _("the paper of a meeting is made for its own day: --on tells it"),
            hint=_("leave out --year, --as-of and --compare"),
        )
    if wish.each_party and (output is None or str(output) == "-"):
        raise UserError(
            _("--each-party writes many files"), hint=_("name a folder for them, -o FOLDER")
        )


def refuse_publishing(
    wish: Wish, *, is_committed: bool, is_published: bool, rev: str | None, output: Path | None
) -> None:
    """Raise UserError (exit 2) where what is to be published is no file of the data as it is."""
    if not is_published:
        if is_committed:
            raise UserError(_("--commit commits what --publish records"), hint=_("add --publish"))
        return
    if output is None or str(output) == "-":
        raise UserError(_("--publish records which file was published"), hint=_("name it, -o FILE"))
    if rev is not None or wish.each_party:
        raise UserError(
            _("--publish records one file that is made of the data as it is"),
            hint=_("leave out {option}").format(option="--rev" if rev else "--each-party"),
        )


def refuse_format(wish: Wish, wanted: ReportFormat, only: Collection[ReportChapter]) -> None:
    """Raise UserError (exit 2) for a format that what is wanted is not made in."""
    if wanted == "xlsx" and (wish.options or only):
        raise UserError(
            _("a workbook has all tables of the year, and none of a sheet or a chapter"),
            hint=_("leave out {option}, or choose another format").format(
                option=wish.options[0] if wish.options else "--only"
            ),
        )
    if wanted != "docx":
        return
    if wish.interface is not None or (not wish.options and set(only) != {"brief"}):
        raise UserError(
            _("Word documents are made of the brief, a party's sheet and a meeting's paper"),
            hint=_("add --only brief, --party, --each-party or --for, or choose another format"),
        )


def chapters(values: list[str] | None) -> frozenset[ReportChapter]:
    """Return the chapters that were named, one or several in a value; none where none was.

    Raises UserError (exit 2) for what is no chapter.
    """
    named = [part.strip().lower() for value in values or () for part in value.split(",")]
    found = frozenset(chapter for chapter in REPORT_CHAPTERS if chapter in named)
    for word in named:
        if word not in found:
            raise UserError(
                _("the report has no chapter {word}").format(word=quoted(word)),
                hint=_("choose from {choices}").format(choices=", ".join(REPORT_CHAPTERS)),
            )
    return found


def format_of(wanted: ReportFormat | None, output: Path | None) -> ReportFormat:
    """Return the format: as asked, else by the file's ending, else Markdown."""
    if wanted is not None:
        return wanted
    ending = output.suffix.lower().lstrip(".") if output else "md"
    if ending in ENDINGS:
        return ENDINGS[ending]
    raise UserError(
        _("no format has the ending .{ending}").format(ending=ending),
        hint=_("use {options}").format(
            options=_(" or ").join(f"--format {one}" for one in REPORT_FORMATS)
        ),
    )
