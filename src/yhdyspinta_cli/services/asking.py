"""What is sent to a party in a round: its workbook, and the record that it was asked."""

from collections.abc import Mapping
from datetime import date, datetime

from yhdyspinta_cli import language
from yhdyspinta_cli.facts import region
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model.actors import Party
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.model.rounds import Round
from yhdyspinta_cli.output import round_cover, round_form, round_workbook
from yhdyspinta_cli.queries import round_asked, rounds
from yhdyspinta_cli.store import Loaded, write
from yhdyspinta_cli.store.write import NewFile


@frozen
class Asking:
    """A round: the year asked about, the day as of which, when it is asked and by when answered.

    `by` is the id of who asks, None where nobody is named.
    """

    loaded: Loaded
    year: int
    day: date
    on: date
    due: date
    by: str | None
    recorded: datetime

    @property
    def address(self) -> str | None:
        """Where answers go: the role address of who asks, or of the party behind it."""
        kb = self.loaded.kb
        behind: tuple[Record | None, ...] = ()
        if self.by is not None:
            keys = (self.by, *kb.ancestors(self.by))
            behind = tuple(kb.find(Party, key) for key in keys)
        contacts = (one.contact for one in behind if isinstance(one, Party) and one.contact)
        return next(contacts, None)


@frozen
class Sent:
    """What a party is sent: its workbook, how many rows each sheet has, the record of it.

    `to` is who gets it: the party, or whoever came after one that has ended.
    """

    party: Party
    to: Party
    workbook: bytes
    counts: Mapping[str, int]
    record: NewFile


def sent(asking: Asking, party: Party) -> Sent:
    """Return what a party is sent, in the language spoken now; the same bytes for the same data.

    Raises UserError (exit 3) where no workbook can be written here.
    """
    kb = asking.loaded.kb
    asked = round_asked.round_asked(kb, party, asking.year, asking.day)
    sheets = round_form.sheets(kb, asked)
    cover = round_cover.cover(
        kb,
        asked,
        sheets,
        due=asking.due,
        asker=kb.name(asking.by) if asking.by else None,
        address=asking.address,
    )
    head = {
        "base": kb.agreement.id,
        "party": party.id,
        "year": asking.year,
        "day": asking.day.isoformat(),
        "language": language.current(),
    }
    raw = round_workbook.of(
        cover,
        sheets,
        head,
        language=language.current(),
        region=language.spreadsheet(kb.agreement.language, region.country(kb)),
    )
    counts: dict[str, int] = {
        sheet.key: len(sheet.rows) for sheet in sheets if sheet.key != "words"
    }
    record = write.draft(
        Round,
        {
            "type": "asked",
            "party": party.id,
            "year": asking.year,
            "on": asking.on,
            "due": asking.due,
            "by": asking.by,
            "rows": sum(counts.values()),
            "workbook": round_workbook.digest_of(round_workbook.carried(sheets)),
        },
        kb.agreement.own_words,
    )
    to = rounds.receiver(kb, party, asking.on)
    return Sent(
        party, to, raw, counts, write.finished(record, asking.recorded, kb.agreement.own_words)
    )
