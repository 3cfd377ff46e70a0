"""When a workbook was saved last, as the program that saved it wrote."""

import re
from datetime import UTC, datetime
from pathlib import Path

from yhdyspinta_cli.exchange import markup, parts, refusal, source
from yhdyspinta_cli.exchange.refusal import UnfitFileError

_CORE = "docprops/core.xml"
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[-+]\d\d:\d\d)?", re.ASCII)


def saved(path: Path) -> datetime | None:
    """Return the moment, in UTC, to the second; None where the file does not say one.

    Raises UserError as `workbook.read` does for a file that cannot be read or is no workbook.
    """
    with refusal.told(path):
        raw = source.content(path)
        parts.refuse_old(raw)
        if not parts.is_packed(raw):
            raise refusal.not_a_workbook()
        packed = parts.Parts(raw)
        if _CORE not in packed.names:
            return None
        heard = _Modified(markup.Count())
        markup.available()
        try:
            markup.hear(packed.pieces(_CORE), heard)
        except UnfitFileError:
            return None
        return _moment("".join(heard.pieces).strip())


class _Modified(markup.Listener):
    def __init__(self, count: markup.Count) -> None:
        super().__init__(count)
        self.pieces: list[str] = []

    def text(self, text: str) -> None:
        if self.above == ["coreProperties", "modified"]:
            self.pieces.append(text)


def _moment(written: str) -> datetime | None:
    if not _MOMENT.fullmatch(written):
        return None
    try:
        found = datetime.fromisoformat(written).replace(microsecond=0)
        return found.replace(tzinfo=found.tzinfo or UTC).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
