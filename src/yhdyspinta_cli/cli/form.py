"""The form of an answer: text, a page, JSON, CSV, a workbook; where it tells its revision."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from yhdyspinta_cli import language
from yhdyspinta_cli.cli import terminal
from yhdyspinta_cli.diagnostic import UserError
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import text as _

if TYPE_CHECKING:
    from yhdyspinta_cli.language import Spreadsheet
    from yhdyspinta_cli.output.answer import Answer
    from yhdyspinta_cli.output.layout import Cell
    from yhdyspinta_cli.store.source import Revision


@frozen
class Form:
    """The form that was asked for; text for a reader where none is."""

    as_json: bool = False
    as_csv: bool = False
    as_excel: bool = False
    as_markdown: bool = False
    as_html: bool = False
    workbook: Path | None = None

    @property
    def is_for_a_program(self) -> bool:
        """True where JSON, CSV or a workbook is asked for."""
        return bool(self._given) and not (self.as_markdown or self.as_html)

    @property
    def _given(self) -> tuple[str, ...]:
        """The options that name a form, those that were given."""
        named = {
            "--json": self.as_json,
            "--csv": self.as_csv,
            "--csv-excel": self.as_excel,
            "--markdown": self.as_markdown,
            "--html": self.as_html,
            "--xlsx": self.workbook is not None,
        }
        return tuple(option for option, is_given in named.items() if is_given)

    def refuse_mixtures(self) -> None:
        """Raise UserError (exit 2) for two forms at once."""
        if len(self._given) > 1:
            raise UserError(
                _("choose one form of the answer: {options}").format(
                    options=language.listing(self._given)
                )
            )

    def give(
        self,
        answer: "Answer",
        spreadsheet: "Spreadsheet | None" = None,
        about: Sequence[tuple[str, "Cell"]] = (),
        revision: "Revision | None" = None,
        of_data: Callable[[str], str] | None = None,
    ) -> None:
        """Write the answer in this form.

        `spreadsheet` is what the region's Excel reads, the Finnish one without it; `about` is what
        a workbook tells of the data it is made of; `revision` is the one that was asked for;
        `of_data` marks on a page of HTML what is in the data's language.
        """
        if self.as_json:
            from yhdyspinta_cli.output import json_form

            terminal.out_utf8(json_form.dumps(answer.kind, answer.json(), revision))
        elif self.workbook is not None:
            self._write(answer, spreadsheet or language.FINNISH, about)
        elif self.as_csv or self.as_excel:
            from yhdyspinta_cli.output import layout

            assert answer.table is not None
            excel = (spreadsheet or language.FINNISH) if self.as_excel else None
            with language.decimals(excel.decimal if excel else None):
                table = answer.table()
            terminal.out_utf8(layout.csv(table, excel=excel))
            # A table has no place for it.
            tell_revision(revision)
        else:
            page = self._page(answer, revision, of_data)
            is_text = not (self.as_markdown or self.as_html)
            terminal.out(page if is_text else terminal.utf8(page))

    def _page(
        self,
        answer: "Answer",
        revision: "Revision | None",
        of_data: Callable[[str], str] | None,
    ) -> str:
        """Return the answer for a reader: as text, Markdown or HTML."""
        from yhdyspinta_cli.output import layout

        width = terminal.width()
        page = answer.page(width)
        if revision is not None:
            from yhdyspinta_cli.wording import revisions

            page = (*page, layout.Paragraph(revisions.told(revision)))
        if self.as_markdown:
            from yhdyspinta_cli.output import page_markdown

            return page_markdown.text(page)
        if self.as_html:
            from yhdyspinta_cli.output import page_html

            return page_html.document(page, of_data)
        from yhdyspinta_cli.output import page_text

        return page_text.text(page, width=width, colour=terminal.colour())

    def _write(
        self, answer: "Answer", region: "Spreadsheet", about: Sequence[tuple[str, "Cell"]]
    ) -> None:
        from yhdyspinta_cli.cli import output_file
        from yhdyspinta_cli.output import workbook

        assert answer.table is not None
        title = answer.sheet or _("Answer")
        made = workbook.of(
            title,
            about,
            workbook.parted(title, answer.table(), answer.parts),
            language=language.current(),
            region=region,
        )
        output_file.write(made, self.workbook)


def tell_revision(revision: "Revision | None") -> None:
    """Tell on stderr which revision an answer is of, where it has no place for that itself."""
    if revision is not None:
        from yhdyspinta_cli.wording import revisions

        terminal.tell(
            _("yp: the data is as it stood at revision {revision}").format(
                revision=revisions.named(revision)
            )
        )
