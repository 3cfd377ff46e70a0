"""The words for what the data writes in English: states, roles, kinds; one list of them."""

from collections.abc import Iterable

from yhdyspinta_cli import plain_text, vocabulary
from yhdyspinta_cli.language import LANGUAGES, speaking, text
from yhdyspinta_cli.language import later as _

_WORDS: dict[str, str] = {
    # States (decisions of the project: ei aloitettu, käynnissä, valmis …).
    "not-started": _("not started"),
    "in-progress": _("in progress"),
    "completed": _("completed"),
    "paused": _("paused"),
    "cancelled": _("cancelled"),
    "merged": _("merged"),
    "disputed": _("disputed"),
    # Roles on a measure.
    "responsible": _("responsible"),
    "lead": _("lead"),
    "partner": _("partner"),
    # Seats in a body.
    "member": _("member"),
    "chair": _("chair"),
    "convener": _("convener"),
    # Binding force.
    "law": _("law"),
    "agreement": _("agreement"),
    "programme": _("programme"),
    # Kinds of party and actor.
    "wellbeing-services-county": _("wellbeing services county"),
    "regional-council": _("regional council"),
    "municipality": _("municipality"),
    "town": _("town"),
    "unit": _("unit"),
    "role": _("role"),
    "outside": _("outside organisation"),
    "collective": _("collective"),
    "party": _("party"),
    "actor": _("actor"),
    "body": _("body"),
    "project": _("project"),
    # Kinds of record, one of each.
    "document": _("document"),
    "goal": _("goal"),
    "interface": _("interface"),
    "measure": _("measure"),
    "indicator": _("indicator"),
    "division": _("division into areas"),
    "area": _("area"),
    "obligation": _("obligation"),
    "council-term": _("council term"),
    "need": _("need"),
    "statute": _("act"),
    "citation": _("legal basis as cited"),
    "duty-group": _("heading of the law's summary"),
    "duty": _("duty by law, summarised"),
    "principle": _("principle"),
    "provision": _("rule of the game"),
    "definition": _("definition"),
    "level": _("level of dialogue"),
    "chart-interface": _("interface of the chart"),
    "common-matter": _("common matter"),
    "strategy-block": _("strategy compared"),
    "statement": _("statement of a strategy"),
    "abbreviation": _("abbreviation"),
    "author": _("author"),
    "reference": _("link or publication"),
    "dated-event": _("dated event of the source"),
    "update": _("status update"),
    "value": _("indicator value"),
    "event": _("recorded event"),
    "personal": _("names of people"),
    # Kinds of body.
    "forum": _("forum"),
    "board": _("board"),
    "group": _("group"),
    "network": _("network"),
    "meeting": _("meeting"),
    "service": _("service"),
    "task": _("task"),
    # Kinds of project.
    "project-family": _("family of projects"),
    "grant": _("grant"),
    "team": _("project team"),
    # Kinds of indicator.
    "yes-no": _("yes or no"),
    "count-of-parties": _("number of parties"),
    "number": _("number"),
    "statistic": _("statistic"),
    "survey": _("survey"),
    "narrative": _("narrative"),
    "set-by-group": _("set by the group"),
    "other-document": _("in another document"),
    # Kinds of remark.
    "defect": _("defect of the source"),
    "reading": _("other reading"),
    "note": _("note"),
    # Kinds of evidence.
    "link": _("link"),
    "minutes": _("minutes"),
    "diary-number": _("diary number"),
    "source": _("source"),
    # Kinds of event.
    "negotiation": _("negotiation"),
    "report": _("report"),
    "decision": _("decision"),
    "exercise": _("exercise"),
    "nomination": _("nomination"),
    "other": _("other"),
    # States of a body.
    "operating": _("operating"),
    "starting": _("starting"),
    "planned": _("planned"),
    "possible": _("possible"),
    # Topics of the rules of the game.
    "costs": _("costs"),
    "communication": _("communication"),
    "openness": _("openness"),
    "documents": _("documents"),
    "monitoring": _("monitoring"),
    # Topics of the principles.
    "background": _("background"),
    "purpose": _("purpose"),
    "commitment": _("commitment"),
    "standing": _("standing of the parties"),
    "partnership": _("partnership"),
    "counterparts": _("counterparts"),
    "structure": _("structure"),
    "work": _("way of working"),
    # Councils and their terms.
    "municipal": _("municipal councils"),
    "county": _("county council"),
    "year": _("year"),
    "term": _("council term"),
    # Languages of a knowledge base.
    "fi": _("Finnish"),
    "sv": _("Swedish"),
    "en": _("English"),
    # What an actor is in a record of its card.
    "doer": _("doer"),
    "concerned": _("concerned"),
    "counterpart": _("counterpart"),
    "own": _("its own"),
    "decides": _("decides"),
}

NO_INFORMATION = _("no information")


def word(value: str | None) -> str:
    """Return the word for an enumerated value in the language spoken now; None: no information."""
    if value is None:
        return text(NO_INFORMATION)
    return text(_WORDS[value]) if value in _WORDS else value


def meant(said: str, among: Iterable[str]) -> str | None:
    """Return which of these words of the data is meant by it or by its word in any language.

    Case does not count, nor whether a space or a hyphen stands between. None: none of them.
    """
    wanted = _plain(said)
    keys = tuple(among)
    for code in LANGUAGES:
        with speaking(code):
            for key in keys:
                shown = word(None if key == vocabulary.NO_INFORMATION else key)
                if wanted in (key, _plain(shown)):
                    return key
    return None


def _plain(said: str) -> str:
    return plain_text.one_line(said).casefold().replace(" ", "-")
