"""The files that are written together: the year's report and the parties' sheets, by name."""

from collections.abc import Iterable

from yhdyspinta_cli.frozen import frozen

REPORT, SHEET = "index", "party-"


@frozen
class SheetFile:
    """A party's sheet: the party's id and name, and the name of the file."""

    party: str
    name: str
    file: str


@frozen
class Files:
    """The files beside a report, to be linked: that of the year, and the sheets of the parties.

    `report` is empty in the year's report itself, `sheets` in a sheet; both where it stands alone.
    """

    report: str = ""
    sheets: tuple[SheetFile, ...] = ()

    def of(self, party: str) -> str:
        """Return the file of a party's sheet (the party's id), empty where there is none."""
        return next((sheet.file for sheet in self.sheets if sheet.party == party), "")


ALONE = Files()
"""A report with no other file beside it."""


def report_file(ending: str) -> str:
    """Return the name of the file that holds the year's report."""
    return f"{REPORT}.{ending}"


def sheets(parties: Iterable[tuple[str, str]], ending: str) -> tuple[SheetFile, ...]:
    """Return the files of the sheets of these parties (ids and names): named by the ids alone."""
    return tuple(SheetFile(key, name, f"{SHEET}{key}.{ending}") for key, name in parties)
