"""Kinds, roles and topics: the words that records carry, and the kinds of record."""

from typing import Literal, get_args

from yhdyspinta_cli.vocabulary.tables import chosen

Role = Literal["responsible", "lead", "partner", "consulted", "informed"]
"""What an actor is on a measure: the first two answer, a partner does its part, the others are
heard before or told after."""

ROLES: tuple[Role, ...] = get_args(Role)

ANSWERING: tuple[Role, ...] = chosen(
    ROLES,
    {
        "responsible": True,
        "lead": True,
        "partner": False,
        "consulted": False,
        "informed": False,
    },
)
"""The roles that answer; the others take part and are not counted among those who answer."""

TAKING_PART: tuple[Role, ...] = tuple(role for role in ROLES if role not in ANSWERING)
"""The roles that take part without answering."""

Binding = Literal["law", "agreement", "programme"]
"""What a duty rests on, the strongest first. A programme is not contractually binding."""

BINDINGS: tuple[Binding, ...] = get_args(Binding)

EventKind = Literal[
    "meeting",
    "negotiation",
    "survey",
    "report",
    "decision",
    "exercise",
    "nomination",
    "other",
]

EVENT_KINDS: tuple[EventKind, ...] = get_args(EventKind)

OCCASIONS: tuple[EventKind, ...] = chosen(
    EVENT_KINDS,
    {
        "meeting": True,
        "negotiation": True,
        "survey": False,
        "report": False,
        "decision": False,
        "exercise": True,
        "nomination": False,
        "other": False,
    },
)
"""Kinds of event of which being held is the thing itself: of a body they prove that it was held.
What a decision or a report is about must be named."""

MEETINGS: tuple[EventKind, ...] = chosen(
    EVENT_KINDS,
    {
        "meeting": True,
        "negotiation": True,
        "survey": False,
        "report": False,
        "decision": False,
        "exercise": False,
        "nomination": False,
        "other": False,
    },
)
"""Kinds of event at which a body meets: they keep its rhythm and count as a turn."""

EvidenceKind = Literal["link", "minutes", "diary-number", "source", "other"]

EVIDENCE_KINDS: tuple[EvidenceKind, ...] = get_args(EvidenceKind)

IndicatorKind = Literal[
    "yes-no",
    "count-of-parties",
    "number",
    "statistic",
    "survey",
    "narrative",
    "set-by-group",
    "other-document",
]

INDICATOR_KINDS: tuple[IndicatorKind, ...] = get_args(IndicatorKind)

MEASURABLE: tuple[IndicatorKind, ...] = chosen(
    INDICATOR_KINDS,
    {
        "yes-no": True,
        "count-of-parties": True,
        "number": True,
        "statistic": False,
        "survey": False,
        "narrative": False,
        "set-by-group": False,
        "other-document": False,
    },
)
"""Kinds of indicator of which a value can be told without a survey or a paper."""

Conformity = Literal["fully", "partially", "not"]
"""How far a site meets what the law asks of its accessibility, as its publisher states it."""

PartyKind = Literal["wellbeing-services-county", "regional-council", "municipality", "other"]

Case = Literal[
    "genitive",
    "partitive",
    "inessive",
    "elative",
    "illative",
    "adessive",
    "ablative",
    "allative",
    "essive",
    "translative",
]
"""The cases in which a name stands in a sentence: Luodon, Luodossa, Luodolle."""

ActorKind = Literal["unit", "role", "outside", "collective"]

BodyKind = Literal["forum", "board", "group", "network", "meeting", "programme", "service", "task"]

BODY_KINDS: tuple[BodyKind, ...] = get_args(BodyKind)

MEETING_BODIES: tuple[BodyKind, ...] = chosen(
    BODY_KINDS,
    {
        "forum": True,
        "board": True,
        "group": True,
        "network": True,
        "meeting": True,
        "programme": False,
        "service": False,
        "task": False,
    },
)
"""Kinds of body that somebody has to convene."""

BodyState = Literal["operating", "starting", "planned", "possible"]

ProjectKind = Literal["project", "project-family", "grant", "programme", "team"]

ProvisionTopic = Literal[
    "costs",
    "termination",
    "disputes",
    "accession",
    "amendment",
    "communication",
    "openness",
    "documents",
    "monitoring",
    "other",
]

OwnType = Literal["text", "number", "day", "list"]
"""What stands in a field of one's own; `list`: several texts."""

Direction = Literal["up", "down", "none"]
"""Which way an indicator is wanted to go; `none`: it is only followed."""

AmendmentKind = Literal["amendment", "extension", "successor"]
"""How an agreement changes: some of it, its last day, or all of it by one that replaces it."""

PrincipleTopic = Literal[
    "background",
    "purpose",
    "commitment",
    "standing",
    "partnership",
    "counterparts",
    "programme",
    "structure",
    "work",
]

RemarkKind = Literal["defect", "reading", "note"]

RoundStep = Literal["asked", "answered"]
"""What was done with a party in a round of asking."""

RoundState = Literal["answered", "waiting", "late", "not-asked"]
"""How a party stands in a round: late is who has not answered by the day it was to."""

SeatRole = Literal["member", "chair", "convener", "responsible"]

SEAT_ROLES: tuple[SeatRole, ...] = get_args(SeatRole)

Kind = Literal[
    "agreement",
    "programme",
    "document",
    "amendment",
    "party",
    "goal",
    "interface",
    "measure",
    "indicator",
    "actor",
    "body",
    "division",
    "area",
    "project",
    "obligation",
    "council-term",
    "need",
    "statute",
    "citation",
    "duty-group",
    "duty",
    "principle",
    "provision",
    "definition",
    "level",
    "chart-interface",
    "common-matter",
    "strategy-block",
    "statement",
    "abbreviation",
    "author",
    "reference",
    "dated-event",
    "counterpart",
    "update",
    "value",
    "event",
    "round",
    "publication",
    "translation",
]
"""The kinds of record, in the order in which they are listed."""

KINDS: tuple[Kind, ...] = get_args(Kind)


def plural(kind: str) -> str:
    """Return the word for several records of a kind, as the command line takes it."""
    if kind.endswith("y"):
        return kind.removesuffix("y") + "ies"
    return kind + "s"
