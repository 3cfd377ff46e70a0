"""What `yp report` makes of the data: one document, or those of all parties in a folder."""

from dataclasses import field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, assert_never

from yhdyspinta_cli import language
from yhdyspinta_cli.cli import output_file, report_data, resolve
from yhdyspinta_cli.cli.terminal import tell
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.vocabulary import ReportChapter, ReportFormat, TextFormat

if TYPE_CHECKING:
    from yhdyspinta_cli.queries.published import Known
    from yhdyspinta_cli.report import Meeting
    from yhdyspinta_cli.report.files import Files
    from yhdyspinta_cli.services.opening import Where
    from yhdyspinta_cli.store import Loaded


@frozen
class DocumentAsked:
    """What is asked for: a year as of a day, one party's or interface's sheet (their ids), or the
    paper of a meeting.

    `only` are the chapters asked for by name, `compare` the year to compare with.
    """

    year: int
    day: date
    is_over: bool
    party: str | None = None
    interface: str | None = None
    only: frozenset[ReportChapter] = frozenset()
    compare: int | None = None
    meeting: "Meeting | None" = None


def asked_year(
    data: report_data.ReportData,
    year: int | None = None,
    party: str | None = None,
    interface: str | None = None,
    only: frozenset[ReportChapter] = frozenset(),
    compare: int | None = None,
    *,
    by_day: str = "",
) -> DocumentAsked:
    """Return what the options mean; the day is the year's last one, or today if that is earlier.

    `by_day` is the option that gives a day where none gives a year.
    """
    from yhdyspinta_cli import report as reports

    kb, given, today = data.loaded.kb, data.given, data.today
    day = given or today
    chosen = resolve.year(kb, year, day)
    of = given or min(day, date(chosen, 12, 31))
    reports.refuse_outside(kb, chosen, of, day, by_day=by_day)
    return DocumentAsked(
        chosen,
        of,
        of < today,
        resolve.resolve(kb, party, "party"),
        resolve.resolve(kb, interface, "interface"),
        only,
        compare,
    )


@frozen
class Making:
    """What every document is made with: the data, the language, the templates, the format.

    `revision` is that of the folder's data, where it is known and no other was asked for; `known`
    is what the data had when a report was published.
    """

    loaded: "Loaded"
    spoken: str
    revision: str | None
    folders: list[Path] = field(default_factory=list)
    wanted: ReportFormat = "md"
    known: "Known" = field(default_factory=dict)

    def written(self, asked: DocumentAsked, files: "Files | None" = None) -> str | bytes:
        """Return a finished document, with links to the files that are written beside it.

        Text, or the bytes of what is no text.
        """
        if self.wanted == "xlsx":
            from yhdyspinta_cli.cli import report_workbook

            with language.speaking(self.spoken):
                return report_workbook.written(
                    self.loaded, asked.year, asked.day, over=asked.is_over
                )
        from yhdyspinta_cli import __version__
        from yhdyspinta_cli import report as reports
        from yhdyspinta_cli.report.files import ALONE
        from yhdyspinta_cli.store import resources
        from yhdyspinta_cli.wording.words import word

        known = report_data.earlier(self.loaded, self.spoken)
        built = reports.build(
            self.loaded.kb,
            asked.year,
            asked.day,
            language=self.spoken,
            digest=self.loaded.digest,
            version=__version__,
            over=asked.is_over,
            revision=known or self.revision,
            is_earlier=known is not None,
            party=asked.party,
            interface=asked.interface,
            only=asked.only,
            compare=asked.compare,
            meeting=asked.meeting,
            files=files or ALONE,
            known=self.known,
        )
        packaged = resources.resource_dir("templates")
        form: TextFormat = "md" if self.wanted == "md" else "html"
        page = reports.render(built, form, self.folders, packaged=packaged, word=word)
        match self.wanted:
            case "md" | "html":
                return page
            case "pdf":
                from yhdyspinta_cli.report import pdf

                return pdf.of(page)
            case "docx":
                from yhdyspinta_cli.report import docx

                template = docx.template(built.kind, (*self.folders, packaged))
                return docx.of(page, template, built.frame)
            case _:
                assert_never(self.wanted)


def refuse_missing(wanted: ReportFormat, *, to_terminal: bool, output: Path | None) -> None:
    """Raise UserError (exit 3) where a format cannot be made here.

    Exit 2 where what is no text would go `to_terminal`, for want of an `output`.
    """
    if wanted == "pdf":
        from yhdyspinta_cli.report import pdf

        pdf.available()
    elif wanted == "docx":
        from yhdyspinta_cli.report import docx

        docx.available()
    elif wanted == "xlsx":
        from yhdyspinta_cli.output import spreadsheet

        spreadsheet.available()
    else:
        return
    if to_terminal:
        output_file.refuse_terminal(output)


def write_each(making: Making, asked: DocumentAsked, folder: Path) -> None:
    """Write the sheet of every party of the day and the year's report into a folder, linked.

    Sheets of an earlier run that are no more are removed, unless they were changed since. Raises
    UserError, nothing written: exit 4 for a link, for a folder of another agreement and where a
    file that is not the program's own has a name that is wanted, exit 3 for a fault of the system.
    """
    from yhdyspinta_cli.cli import output_folder
    from yhdyspinta_cli.store import own_list

    made = _made(making, asked)
    of = making.loaded.kb.agreement.id
    written = output_folder.write(own_list.REPORTS, folder, made, of=of, ending=making.wanted)
    if written.removed:
        tell(
            _("yp: removed, their parties are there no more: {names}").format(
                names=", ".join(written.removed)
            )
        )
    output_folder.tell_left(written)


def _made(making: Making, asked: DocumentAsked) -> dict[str, bytes]:
    """Return every file by its name: the sheets, and where the format has it the year's report."""
    from yhdyspinta_cli.facts import region
    from yhdyspinta_cli.report import files

    parties = [(one.id, one.name) for one in region.parties(making.loaded.kb, asked.day)]
    sheets = files.sheets(parties, making.wanted)
    # Between PDFs and between Word documents no link holds that is worth its breaking.
    is_linked = making.wanted in ("md", "html")
    report = "" if making.wanted == "docx" else files.report_file(making.wanted)
    made = {
        sheet.file: making.written(
            replace(asked, party=sheet.party), files.Files(report=report if is_linked else "")
        )
        for sheet in sheets
    }
    if report:
        made[report] = making.written(asked, files.Files(sheets=sheets if is_linked else ()))
    return {
        name: found.encode() if isinstance(found, str) else found for name, found in made.items()
    }


def publish(
    where: "Where",
    making: Making,
    asked: DocumentAsked,
    written: str | bytes,
    output: Path,
    revision: str,
    *,
    commit: bool,
) -> None:
    """Write a document to its file and record that it is published, made of a revision.

    Raises UserError as `publishing.publish`.
    """
    from yhdyspinta_cli.cli import options, terminal
    from yhdyspinta_cli.services import publishing

    keys = {
        "name": output.name,
        "year": asked.year,
        "party": asked.party,
        "interface": asked.interface,
        "body": asked.meeting.body if asked.meeting is not None else None,
        "chapters": sorted(asked.only) or None,
        "as_of": asked.day,
        "revision": revision,
        "data": making.loaded.digest,
    }
    publishing.publish(
        where,
        making.loaded.root,
        keys,
        written.encode() if isinstance(written, str) else written,
        lambda: output_file.write(written, output),
        is_committed=commit,
        clock=options.clock(),
        voice=terminal,
    )
