"""What every report is made of, asked once: how the measures stand, and what is missing."""

from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.queries import gaps, published, status
from yhdyspinta_cli.report import (
    rows,
)
from yhdyspinta_cli.vocabulary import GapKind


@frozen
class Answers:
    """What every report is made of: how the measures stand, their rows, what is missing.

    `corrected` is what was corrected since the report of its year was published, `rewritten` what
    was edited or deleted in place of that.
    """

    overview: status.Overview
    measures: tuple[rows.MeasureRow, ...]
    ledger: gaps.Ledger
    corrected: tuple[published.Corrected, ...] = ()
    rewritten: tuple[published.ChangedUntold, ...] = ()

    def lacking(self, *kinds: GapKind) -> tuple[rows.MeasureRow, ...]:
        """Return the measures of which one of these is missing, in the programme's order."""
        keys = {gap.record.id for gap in self.ledger.gaps if gap.kind in kinds}
        return tuple(row for row in self.measures if row.key in keys)

    @property
    def nobody(self) -> tuple[rows.MeasureRow, ...]:
        """The measures for which nobody is named."""
        return self.lacking("nobody-known", "nobody-forgotten")
