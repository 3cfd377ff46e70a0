"""The words for what the data writes in English: states, roles, kinds; one list of them."""

from collections.abc import Callable, Iterable
from typing import TypeVar, get_args

from yhdyspinta_cli import language, plain_text, vocabulary
from yhdyspinta_cli.language import LANGUAGES, current, later, speaking
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.catalogue import KINDS
from yhdyspinta_cli.wording import recurrences, states

W = TypeVar("W", bound=str)

_WORDS: dict[str, str] = {
    # States, and why there is none.
    **states.WORDS,
    # Roles on a measure.
    "responsible": later("responsible"),
    "lead": later("lead"),
    "partner": later("partner"),
    "consulted": later("consulted"),
    "informed": later("informed"),
    # Seats in a body.
    "member": later("member"),
    "chair": later("chair"),
    "convener": later("convener"),
    # Binding force.
    "law": later("law"),
    # Kinds of party and actor.
    "wellbeing-services-county": later("wellbeing services county"),
    "regional-council": later("regional council"),
    "municipality": later("municipality"),
    "town": later("town"),
    "unit": later("unit"),
    "role": later("role"),
    "outside": later("outside organisation"),
    "collective": later("collective"),
    # Kinds of record, one of each.
    **{kind.word: kind.one for kind in KINDS},
    "extension": later("extension"),
    "successor": later("successor agreement"),
    "personal": later("names of people"),
    # Kinds of body.
    "forum": later("forum"),
    "board": later("board"),
    "group": later("group"),
    "network": later("network"),
    "meeting": later("meeting"),
    "service": later("service"),
    "task": later("task"),
    # Kinds of project.
    "project-family": later("family of projects"),
    "grant": later("grant"),
    "team": later("project team"),
    # Kinds of indicator.
    "yes-no": later("yes or no"),
    "count-of-parties": later("number of parties"),
    "number": later("number"),
    "statistic": later("statistic"),
    "survey": later("survey"),
    "narrative": later("narrative"),
    "set-by-group": later("set by the group"),
    "other-document": later("in another document"),
    # Kinds of remark.
    "defect": later("defect of the source"),
    "reading": later("other reading"),
    "note": later("note"),
    # Kinds of evidence.
    "link": later("link"),
    "minutes": later("minutes"),
    "diary-number": later("diary number"),
    "source": later("source"),
    # Kinds of event.
    "negotiation": later("negotiation"),
    "report": later("report"),
    "decision": later("decision"),
    "exercise": later("exercise"),
    "nomination": later("nomination"),
    "other": later("other"),
    # Steps of a round of asking.
    "asked": later("asked"),
    "answered": later("answered"),
    # States of a body.
    "operating": later("operating"),
    "starting": later("starting"),
    "planned": later("planned"),
    "possible": later("possible"),
    # Topics of the provisions.
    "costs": later("costs"),
    "termination": later("termination"),
    "disputes": later("disputes"),
    "accession": later("accession"),
    "communication": later("communication"),
    "openness": later("openness"),
    "documents": later("documents"),
    "monitoring": later("monitoring"),
    # Topics of the principles.
    "background": later("background"),
    "purpose": later("purpose"),
    "commitment": later("commitment"),
    "standing": later("standing of the parties"),
    "partnership": later("partnership"),
    "counterparts": later("counterparts"),
    "structure": later("structure"),
    "work": later("way of working"),
    # How far a site is accessible.
    "fully": later("meets the requirements"),
    "partially": later("meets the requirements in part"),
    "not": later("does not meet the requirements"),
    # Councils and their terms.
    "municipal": later("municipal councils"),
    "county": later("county council"),
    # Periods of rhythms.
    **recurrences.NAMES,
    # In what is counted how soon after something a thing is due.
    "days": later("days"),
    "weeks": later("weeks"),
    "months": later("months"),
    # Languages of a knowledge base.
    "fi": later("Finnish"),
    "sv": later("Swedish"),
    "en": later("English"),
    "nb": later("Norwegian Bokmål"),
    "nn": later("Norwegian Nynorsk"),
    "se": later("Northern Sami"),
    "smj": later("Lule Sami"),
    "sma": later("Southern Sami"),
    "smn": later("Inari Sami"),
    "sms": later("Skolt Sami"),
    "da": later("Danish"),
    "is": later("Icelandic"),
    "fo": later("Faroese"),
    "kl": later("Greenlandic"),
    "et": later("Estonian"),
    "lv": later("Latvian"),
    "lt": later("Lithuanian"),
    "de": later("German"),
    "fr": later("French"),
    "nl": later("Dutch"),
    "pl": later("Polish"),
    # What stands in a field of one's own.
    "text": later("text"),
    "list": later("list of texts"),
    "day": later("day"),
    # The cases of a name.
    "genitive": later("genitive"),
    "partitive": later("partitive"),
    "inessive": later("inessive"),
    "elative": later("elative"),
    "illative": later("illative"),
    "adessive": later("adessive"),
    "ablative": later("ablative"),
    "allative": later("allative"),
    "essive": later("essive"),
    "translative": later("translative"),
    # Which way an indicator is wanted to go.
    "up": later("up"),
    "down": later("down"),
    "none": later("neither up nor down"),
    # What an actor is in a record of its card.
    "doer": later("doer"),
    "concerned": later("concerned"),
    "own": later("its own"),
    "decides": later("decides"),
}

_CLOSED = (
    vocabulary.Situation,
    vocabulary.Role,
    vocabulary.SeatRole,
    vocabulary.Binding,
    vocabulary.Per,
    vocabulary.Council,
    vocabulary.EventKind,
    vocabulary.EvidenceKind,
    vocabulary.IndicatorKind,
    vocabulary.PartyKind,
    vocabulary.Conformity,
    vocabulary.ActorKind,
    vocabulary.BodyKind,
    vocabulary.BodyState,
    vocabulary.ProjectKind,
    vocabulary.ProvisionTopic,
    vocabulary.OwnType,
    vocabulary.Direction,
    vocabulary.PrincipleTopic,
    vocabulary.RemarkKind,
    vocabulary.RoundStep,
    vocabulary.Case,
    vocabulary.Kind,
)
if _missing := {value for members in _CLOSED for value in get_args(members)} - set(_WORDS):
    raise LookupError(f"no word for {', '.join(sorted(_missing))}")


def word(value: str | None) -> str:
    """Return the word for an enumerated value in the language spoken now; None: no information."""
    value = value or vocabulary.NO_INFORMATION
    if value in _WORDS:
        return _(_WORDS[value])
    return language.name(value) if value in vocabulary.LANGUAGES else value


def yes_or_no(value: bool) -> str:
    """Return the word for a truth value."""
    return _("yes") if value else _("no")


def meant(said: str, among: Iterable[W], *shown: Callable[[W], str]) -> W | None:
    """Return which of these words of the data is meant by it or by its word in any language.

    Its word is as a reader is `shown` it, in any of these ways; as `word` says it without one.
    Case does not count, nor whether a space or a hyphen stands between. None: none of them.
    """
    ways = shown or (word,)
    wanted = _plain(said)
    keys = tuple(among)
    for code in dict.fromkeys((*LANGUAGES, current())):
        with speaking(code):
            for key in keys:
                if wanted in (key, *(_plain(way(key)) for way in ways)):
                    return key
    return None


def _plain(said: str) -> str:
    return plain_text.one_line(said).casefold().replace(" ", "-")
