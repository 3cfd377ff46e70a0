"""What a template may read of documents: acts, remarks, abbreviations, the data stamp.

Frozen values with plain attributes, as in `rows`.
"""

from datetime import date

from yhdyspinta_cli.facts.spans import Span
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model.moment import Moment


@frozen
class RemarkRow:
    """A known defect of the source or another reading, and the record it is about.

    With `is_definition` the name is a word that the record defines. `to_decide` is what has to be
    decided because of it, in a sentence; `code` is the measure's, of a remark on a measure.
    """

    name: str
    is_definition: bool
    place: str
    printed: str
    corrected: str
    text: str
    to_decide: str = ""
    code: str = ""


@frozen
class DocumentRow:
    """A document the agreement consists of; `binding` is empty where the source is silent."""

    name: str
    pages: int | None
    binding: str
    day: date | None
    date_printed: str


@frozen
class Signed:
    """How many signed, and the first and the last day; a text where what is printed is no day."""

    count: int
    first: Moment | str
    last: Moment | str


@frozen
class CitedAct:
    """An act that a document cites, as the register has it.

    `cited` tells for each document whether it cites the act, `sections` which ones: in one text,
    with their sign.
    """

    title: str
    number: str
    url: str
    in_force: date | None
    repealed: date | None
    repealed_by: str
    cited: tuple[bool, ...]
    sections: tuple[str, ...]


@frozen
class LegalBasis:
    """The acts that the documents cite, each once; the documents are in the order of `cited`."""

    documents: tuple[str, ...]
    acts: tuple[CitedAct, ...]


@frozen
class AmendmentRow:
    """A change in force by the day: ``amendment``, ``extension`` or ``successor``, from when."""

    type: str
    title: str
    day: date
    end: date | None
    text: str


@frozen
class ValidityTerms:
    """From when to when, how many days of it are left after the day, and the documents.

    `end` is None where it holds until further notice. `version` is the title of the change by
    which the agreement stands on the day, empty for its first wording; `notice` is in months.
    `gaps` are the days between two versions, on which it did not hold.
    """

    start: date
    end: date | None
    days_left: int
    starts_in_year: bool
    ends_in_year: bool
    is_over: bool
    is_ahead: bool
    documents: tuple[DocumentRow, ...]
    signed: Signed | None
    remarks: tuple[RemarkRow, ...]
    purpose: str
    version: str = ""
    notice: int | None = None
    notice_printed: str = ""
    changes: tuple[AmendmentRow, ...] = ()
    gaps: tuple[Span, ...] = ()


@frozen
class WordedText:
    """What is told in our own words, and what the source prints of it; either may be empty."""

    told: str
    printed: str


@frozen
class ShareLine:
    """Whose share of the costs, and how much."""

    name: str
    part: WordedText


@frozen
class StepLine:
    """A step of a procedure; `within` is our own words for its time, `who` a name."""

    text: str
    within: str
    who: str


@frozen
class ProvisionRow:
    """A provision; `number` orders the topics as their closed set has them."""

    number: int
    topic: str
    title: str
    text: str
    doers: tuple[str, ...]
    shares: tuple[ShareLine, ...]
    sums: tuple[WordedText, ...]
    steps: tuple[StepLine, ...]
    notice: WordedText | None


@frozen
class DefinitionRow:
    """What a word means here; `by` is who says so, else where it stands."""

    term: str
    text: str
    by: str


@frozen
class Principles:
    """How many principles there are, and their sentences where these are few."""

    number: int
    texts: tuple[str, ...]


@frozen
class AbbreviationRow:
    """A short form; `expansion` is empty where the source gives none.

    `means` is the name of whom the short form is used of in the data, `note` what is remarked.
    """

    short: str
    expansion: str
    means: str
    note: str

    @property
    def is_told(self) -> bool:
        """True where a reader is told what it stands for, or of whom it is used."""
        return bool(self.expansion or self.means)


@frozen
class Provenance:
    """Which data the report was made of: enough to make it again, byte for byte.

    It `is_earlier` where the data was asked for as it stood at the revision.
    """

    version: str
    digest: str
    revision: str
    day: date
    is_earlier: bool = False
