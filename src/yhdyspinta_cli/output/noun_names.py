"""What a noun is called to a reader: a record by its kind, what stands inside records by itself."""

import re

from yhdyspinta_cli.language import later
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model import (
    agreement,
    bodies,
    measures,
    obligations,
    programme,
    provisions,
    record,
    status,
    translations,
)
from yhdyspinta_cli.model.actors import Membership
from yhdyspinta_cli.model.catalogue import BY_WORD, KINDS
from yhdyspinta_cli.model.noun import Noun
from yhdyspinta_cli.model.own_words import (
    OwnBodyType,
    OwnEventKind,
    OwnField,
    OwnPartyType,
    OwnState,
    Vocabulary,
)

_INSIDE: dict[type[Noun], str] = {
    record.Place: later("place in the source"),
    record.Outside: later("fact from outside the source"),
    record.Remark: later("remark"),
    record.Link: later("link"),
    agreement.Organisation: later("header of the document"),
    agreement.Accessibility: later("statement of accessibility"),
    agreement.Validity: later("validity"),
    agreement.Signatures: later("signatures"),
    agreement.Section: later("section of an act"),
    OwnField: later("field of one's own"),
    Vocabulary: later("words of one's own"),
    OwnState: later("word for a state"),
    OwnEventKind: later("word for a kind of event"),
    OwnPartyType: later("word for a type of party"),
    OwnBodyType: later("word for a type of body"),
    provisions.Notice: later("period of notice"),
    provisions.Share: later("share of the costs"),
    provisions.Money: later("sum of money"),
    provisions.Step: later("step of a procedure"),
    bodies.TimeLimit: later("time limit"),
    programme.Mission: later("mission"),
    measures.Responsibility: later("responsibility"),
    measures.Nobody: later("knowingly nobody"),
    measures.NoIndicator: later("knowingly no indicator"),
    measures.Baseline: later("baseline"),
    measures.Target: later("target"),
    Membership: later("membership"),
    bodies.Seat: later("seat"),
    bodies.Rhythm: later("rhythm"),
    bodies.Ground: later("ground"),
    bodies.Within: later("time after an event"),
    obligations.Funding: later("funding"),
    obligations.Doer: later("doer"),
    obligations.Fulfilment: later("fulfilment"),
    obligations.StatuteSection: later("section with its heading"),
    obligations.Personal: later("personal data"),
    obligations.Signature: later("signature"),
    obligations.RoleHolder: later("role holder"),
    status.Evidence: later("evidence"),
    translations.Translation: later("translated text"),
}
_NAMES: dict[type[Noun], str] = {kind.record: kind.one for kind in KINDS} | _INSIDE


def name(noun: type[Noun]) -> str:
    """Return what one is called in the language spoken now, in the middle of a sentence."""
    return _(_NAMES[noun])


def of_kind(word: str) -> str:
    """Return what one record of a kind is called, by the kind's word."""
    return _(BY_WORD[word].one)


def heading(noun: type[Noun]) -> str:
    """Return what one is called where nothing stands before it."""
    shown = name(noun)
    return shown[:1].upper() + shown[1:]


def word(noun: type[Noun]) -> str:
    """Return the word by which the page of one that stands inside records is asked for."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", noun.__name__).lower()


WORDS: dict[str, type[Noun]] = {word(noun): noun for noun in _INSIDE}
"""What stands inside records, by its word."""
