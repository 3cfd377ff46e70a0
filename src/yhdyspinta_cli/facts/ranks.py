"""Which of two records is the later word: of updates, values and decisions alike."""

from datetime import UTC, date, datetime

from yhdyspinta_cli.model.correctable import Correctable

_FIRST = datetime.min.replace(tzinfo=UTC)
Rank = tuple[date, int, bool, datetime]


def rank(record: Correctable) -> Rank:
    """Return what decides which of two records of one speaker is the later word.

    The day, where a month or a year never beats a day inside it; then an explicit correction;
    then the moment it was recorded, none being older than any. Equal ranks are a conflict.
    """
    when = record.on
    recorded = record.recorded or _FIRST
    return when.first, when.precision, record.corrects is not None, recorded


def order(record: Correctable) -> tuple[Rank, str]:
    """Return what sorts records in time; of equal rank by id, so that any order of files agrees."""
    return rank(record), record.id
