"""The closed sets of the field: states, roles, forces, rhythms, kinds. Each stands here, once.

Free of pydantic, so that the command line and the shell's completion know them at no cost. The
models take their values from here. Whoever branches over a set matches it to its end
(`assert_never`), so that mypy names each place when a member is added.
"""

from collections.abc import Mapping
from typing import Final, Literal, TypeVar, get_args

_Member = TypeVar("_Member", bound=str)
_Value = TypeVar("_Value")


def closed(
    members: tuple[_Member, ...], table: Mapping[_Member, _Value]
) -> Mapping[_Member, _Value]:
    """Return a table that has every member of a closed set and nothing else.

    Raises LookupError naming what is missing, so that an import shows each table to complete.
    """
    if set(members) != set(table):
        odd = sorted(set(members) ^ set(table))
        raise LookupError(f"a table does not fit its closed set: {', '.join(odd)}")
    return table


State = Literal["completed", "in-progress", "not-started", "paused", "cancelled", "merged"]
"""How a measure stands, as reported; late, silent and no information are derived."""

STATES: tuple[State, ...] = get_args(State)
"""In the order in which every overview shows them; *no information* comes after them."""

NO_INFORMATION: Final = "no-information"
"""The word for a state of which nothing is known, where the data's words for states stand."""

DISPUTED: Final = "disputed"
"""The state of a party of which reporters say different things: it is counted in no other."""

Situation = Literal[State, "disputed", "no-own-state", "ended", "no-information"]
"""A state, or why there is none: speakers disagree; something is recorded, by parties of themselves
or as values, and not how the measure as a whole stands; the measure has ended and the party owes
no information on it; nothing is recorded."""

WITHOUT_STATE: tuple[Situation, ...] = ("disputed", "no-own-state", "no-information")
"""Why a measure as a whole is in no state; a filter takes these words beside the states."""

SITUATIONS: tuple[Situation, ...] = get_args(Situation)
"""In the order in which every overview counts them."""

ChangeKind = Literal[
    "dispute",
    "back",
    "reopened",
    "settled",
    "withdrawn",
    "completed",
    "merged",
    "cancelled",
    "paused",
    "resumed",
    "begun",
    "first-word",
    "first-whole",
    "unchanged",
]
"""What became of a state in a year: speakers disagree at its end; it went back; what had been
cancelled or merged goes on; they disagreed, and no more; what had been said was taken back; it was
completed, merged, cancelled, paused, taken up again, begun; the first word on it; the first word on
the whole of which parties or values had told before; nothing."""

CHANGE_KINDS: tuple[ChangeKind, ...] = get_args(ChangeKind)
"""In the order in which they are told: first what has to be talked about."""

_TALKED_ABOUT: Mapping[ChangeKind, bool] = closed(
    CHANGE_KINDS,
    {
        "dispute": True,
        "back": True,
        "reopened": True,
        "settled": True,
        "withdrawn": True,
        "completed": False,
        "merged": False,
        "cancelled": False,
        "paused": False,
        "resumed": False,
        "begun": False,
        "first-word": False,
        "first-whole": False,
        "unchanged": False,
    },
)

TALKED_ABOUT: tuple[ChangeKind, ...] = tuple(k for k in CHANGE_KINDS if _TALKED_ABOUT[k])
"""The kinds that are no ordinary change: they are told first, each in a sentence."""

_ENDS: Mapping[State, bool] = closed(
    STATES,
    {
        "completed": True,
        "in-progress": False,
        "not-started": False,
        "paused": False,
        "cancelled": True,
        "merged": True,
    },
)

ENDED: tuple[State, ...] = tuple(state for state in STATES if _ENDS[state])
"""States after which nothing more is due and nothing more need be heard."""

Role = Literal["responsible", "lead", "partner", "consulted", "informed"]
"""What an actor is on a measure: the first two answer, a partner does its part, the others are
heard before or told after."""

ROLES: tuple[Role, ...] = get_args(Role)

ANSWERING: tuple[Role, ...] = ("responsible", "lead")
"""The roles that answer; the others take part and are not counted among those who answer."""

TAKING_PART: tuple[Role, ...] = tuple(role for role in ROLES if role not in ANSWERING)
"""The roles that take part without answering."""

Binding = Literal["law", "agreement", "programme"]
"""What a duty rests on, the strongest first. A programme is not contractually binding."""

BINDINGS: tuple[Binding, ...] = get_args(Binding)

Per = Literal["month", "quarter", "half-year", "year", "term"]
"""The period in which a rhythm says how many times; `term` is a council term."""

PERS: tuple[Per, ...] = get_args(Per)

Unit = Literal["days", "weeks", "months"]
"""In what is counted how soon after something a thing is due."""

Council = Literal["municipal", "county"]

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

OCCASIONS: tuple[EventKind, ...] = ("meeting", "negotiation", "exercise")
"""Kinds of event of which being held is the thing itself: of a body they prove that it was held.
What a decision or a report is about must be named."""

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

MEASURABLE: tuple[IndicatorKind, ...] = ("yes-no", "count-of-parties", "number")
"""Kinds of indicator of which a value can be told without a survey or a paper."""

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

MEETING_BODIES: tuple[BodyKind, ...] = ("forum", "board", "group", "network", "meeting")
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

Language = Literal[
    "fi",
    "sv",
    "en",
    "nb",
    "nn",
    "se",
    "smj",
    "sma",
    "smn",
    "sms",
    "da",
    "is",
    "fo",
    "kl",
    "et",
    "lv",
    "lt",
    "de",
    "fr",
    "nl",
    "pl",
]
"""The languages in which a knowledge base may be written (BCP 47); the program itself speaks those
of `language.LANGUAGES`."""

_CODES = """
    ES AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM
    BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY
    CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI
    GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE
    JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD
    ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO
    NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC
    SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN
    TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW
"""
COUNTRIES = frozenset(_CODES.split())
"""The countries by their codes in ISO 3166-1 alpha-2."""

How = Literal["direct", "collective", "part", "successor", "seat"]
"""How naming one means another: itself, through a collective, a part of it, as the successor of one
that has ended, through a seat in a body."""

HOWS: tuple[How, ...] = get_args(How)

SeatRole = Literal["member", "chair", "convener", "responsible"]

DueState = Literal["met", "due", "missed", "not-known", "when"]
"""How an obligation stands in a period. `when`: it has no periods."""

DUE_STATES: tuple[DueState, ...] = get_args(DueState)
"""In the order in which overviews count them."""

Reason = Literal["not-recorded", "part", "no-term", "no-area", "doer-gone"]
"""Why it is not known whether an obligation is met: no such events are recorded, the span holds
only a part of the period, the data has no council term for these days, or not the areas in which
it is to be done, or everybody who was to do it had ended by the due day."""

NotCounted = Literal[
    "outside-period",
    "kind-alone",
    "not-named",
    "several-meant",
    "party-not-named",
    "other-party",
    "area-not-named",
]
"""Why an event does not count for an obligation that it names, or that its kind fits: its day lies
in no period; nothing but its kind speaks for it; what a decision or a report is about, or what is
done when something happens, must be named; several obligations can be meant; each party does it
for itself and none, or another, is named; each area does it for itself and none is named."""

REASONS: tuple[Reason, ...] = get_args(Reason)

GapKind = Literal[
    "nobody-known",
    "nobody-forgotten",
    "vague",
    "no-lead",
    "no-indicator",
    "silent",
    "no-information",
    "counterpart",
    "no-convener",
    "areas-not-listed",
    "ended",
    "not-begun",
    "left-open",
    "missed",
    "late",
]
"""What can be missing: nobody responsible though the source says so, or forgotten; words that name
nobody in particular among the responsible; several responsible without a lead; no indicator; no
update for some months, or none ever; a party's counterparts; a body's convener; announced areas
that are not listed; somebody named who has ended, or has not yet begun; what a party
that has ended has left open; an obligation missed in a
period; a measure late."""

GAP_KINDS: tuple[GapKind, ...] = get_args(GapKind)

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
]
"""The kinds of record, in the order in which they are listed."""

KINDS: tuple[Kind, ...] = get_args(Kind)


def plural(kind: str) -> str:
    """Return the word for several records of a kind, as the command line takes it."""
    if kind.endswith("y"):
        return kind.removesuffix("y") + "ies"
    return kind + "s"


FAULT_NAMES: dict[str, str] = {
    "YP010": "not-a-file",
    "YP011": "file-too-large",
    "YP012": "unreadable",
    "YP013": "file-name",
    "YP014": "file-names-collide",
    "YP015": "symbolic-link",
    "YP016": "file-ending",
    "YP017": "unexpected-file",
    "YP020": "not-utf-8",
    "YP021": "utf-16",
    "YP022": "byte-order-mark",
    "YP023": "invisible-character",
    "YP025": "tab",
    "YP030": "conflict-marks",
    "YP031": "empty-file",
    "YP032": "second-document",
    "YP033": "directive",
    "YP034": "syntax",
    "YP035": "not-a-map",
    "YP040": "duplicate-key",
    "YP041": "anchor-or-alias",
    "YP042": "value-too-long",
    "YP043": "merge-key",
    "YP044": "key-not-a-text",
    "YP046": "tag",
    "YP047": "too-many-values",
    "YP048": "nested-too-deep",
    "YP050": "ambiguous-word",
    "YP051": "impossible-day",
    "YP101": "unknown-key",
    "YP102": "missing-key",
    "YP103": "wrong-kind",
    "YP104": "unknown-word",
    "YP105": "wrong-form",
    "YP106": "empty-text",
    "YP107": "not-a-day",
    "YP108": "contradiction",
    "YP109": "file-and-record",
    "YP110": "duplicate-id",
}
"""The codes of what can be wrong with a file or a record's shape, and their names."""

RULE_NAMES: dict[str, str] = {
    "YP201": "unknown-reference",
    "YP202": "ambiguous-name",
    "YP203": "unused-actor",
    "YP204": "code-twice",
    "YP205": "code-letter",
    "YP206": "letter-twice",
    "YP207": "number-twice",
    "YP208": "ends-before-first",
    "YP209": "terms-overlap",
    "YP210": "own-field-undeclared",
    "YP301": "nobody-known",
    "YP302": "nobody-forgotten",
    "YP303": "vague-responsible",
    "YP304": "no-lead",
    "YP305": "no-indicator",
    "YP306": "obligation-without-doer",
    "YP307": "obligation-without-rhythm",
    "YP308": "whose-is-not-told",
    "YP309": "only-partners",
    "YP310": "proved-by-kind-alone",
    "YP401": "goal-missing",
    "YP402": "division-gap",
    "YP403": "body-undescribed",
    "YP404": "areas-not-listed",
    "YP405": "empty-collective",
    "YP406": "collective-circle",
    "YP407": "part-circle",
    "YP408": "rhythm-twice",
    "YP409": "rhythm-not-followed",
    "YP410": "shares-not-whole",
    "YP501": "act-number-unknown",
    "YP502": "act-title-differs",
    "YP503": "act-two-numbers",
    "YP504": "act-repealed",
    "YP505": "act-not-in-force",
    "YP506": "section-form",
    "YP601": "agreement-expired",
    "YP602": "signed-after-start",
    "YP603": "placeholder-date",
    "YP604": "update-too-early",
    "YP605": "in-the-future",
    "YP606": "two-of-one-day",
    "YP607": "corrects-another-thing",
    "YP608": "correction-circle",
    "YP609": "completed-without-evidence",
    "YP610": "correction-out-of-order",
    "YP611": "party-not-behind",
    "YP612": "merged-into-nothing",
    "YP613": "merge-circle",
    "YP614": "count-above-parties",
    "YP615": "corrected-twice",
    "YP616": "speaks-though-gone",
    "YP617": "value-against-state",
    "YP618": "count-against-parties",
    "YP619": "counts-for-nothing",
    "YP620": "does-not-count",
    "YP621": "appoints-somebody-gone",
    "YP622": "appoints-without-competence",
    "YP623": "completed-without-value",
    "YP630": "invented-last-day",
    "YP701": "personal-name",
    "YP702": "e-mail-address",
    "YP703": "phone-number",
    "YP704": "identity-code",
    "YP801": "tracking-link",
    "YP802": "unsafe-link",
    "YP803": "lookalike-host",
}
"""The codes of the rules and their names; a code is never used again."""

UNUSED_NAMES: dict[str, str] = {"YP901": "remark-accepts-nothing"}
"""The code of a remark that accepts a finding which is not there: the driver's own."""

CODE_NAMES: dict[str, str] = FAULT_NAMES | RULE_NAMES | UNUSED_NAMES
"""Every code there is, in the order of the codes, with its name."""
