"""One way out for every question: text for a reader, JSON or CSV for a machine."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from yhdyspinta_cli.cli.terminal import colour, out, width
from yhdyspinta_cli.diagnostic import UserError
from yhdyspinta_cli.language import text as _

if TYPE_CHECKING:
    from yhdyspinta_cli.output.page import Page, Table


@dataclass(frozen=True, slots=True)
class Form:
    """The form that was asked for; text for a reader where none is."""

    as_json: bool = False
    as_csv: bool = False
    as_excel: bool = False

    @property
    def is_for_a_program(self) -> bool:
        """True where JSON or CSV is asked for."""
        return self.as_json or self.as_csv or self.as_excel

    def give(
        self,
        kind: str,
        *,
        page: "Callable[[], Page]",
        table: "Callable[[], Table] | None",
        json: Callable[[], dict[str, Any] | list[Any]],
    ) -> None:
        """Write the answer in this form; two forms at once are refused (exit 2)."""
        from yhdyspinta_cli.output import json_form
        from yhdyspinta_cli.output import page as pages

        if self.as_json + self.as_csv + self.as_excel > 1:
            raise UserError(_("choose one of --json, --csv and --csv-excel"))
        if self.as_json:
            out(json_form.dumps(kind, json()))
        elif self.as_csv or self.as_excel:
            assert table is not None
            out(pages.csv(table(), excel=self.as_excel))
        else:
            out(pages.text(page(), width=width(), colour=colour()))
