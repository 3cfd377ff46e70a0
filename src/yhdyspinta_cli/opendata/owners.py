"""Who answers for each measure on the day asked, and which parties stand behind each name."""

from collections.abc import Iterator
from operator import itemgetter

from yhdyspinta_cli.facts import behind, naming, region, trails
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.opendata import keys
from yhdyspinta_cli.opendata.table import ExportAsked, OpenColumn, OpenTable, at
from yhdyspinta_cli.queries import owners
from yhdyspinta_cli.queries.owners import Owner
from yhdyspinta_cli.vocabulary import HOWS, ROLES, How
from yhdyspinta_cli.wording.trails import how_word


@frozen
class _Named:
    """An actor that is named for a measure, its place among those, and whether that is there."""

    measure: Measure
    number: int
    owner: Owner
    measure_there: bool


@frozen
class _Party:
    """A party behind an actor that is named for a measure: how naming the one means the other."""

    measure: Measure
    owner: int
    party: str
    how: How
    way: trails.Trail
    measure_there: bool


def tables() -> Iterator[OpenTable]:
    """Yield the tables of who answers."""
    yield _owners()
    yield _parties()
    yield _members()


def _owners() -> OpenTable:
    actor = _("Who is named: an actor, a party, a body or a project")
    answers = _("Whether the role answers for the measure; the others take part in it")
    label = _("What the source prints there; empty where a decision named the actor")
    part = _("For which part of it, as the source limits it")
    decided = _("The decision that named the actor, where the source does not")
    collective = _("Whether the actor stands for members of its own kind")
    vague = _("Whether the words name nobody in particular")
    ended, after = _("The last day of the actor"), _("Who has come after it")
    begins = _("The first day of the actor, where that is yet to come")
    return OpenTable(
        "owners",
        _("Who answers"),
        _("One row: an actor named for a measure on the day asked, by the source or a decision"),
        ("measure", "position"),
        (
            *keys.of_measure(),
            keys.leading("actor", _("Actor"), actor, at("owner.named.actor"), is_required=True),
            OpenColumn(
                "role",
                "text",
                _("Role"),
                _("Whether it answers, leads, takes part, is consulted or informed"),
                at("owner.named.role"),
                is_required=True,
                words=ROLES,
            ),
            keys.flag("answers", _("Answers"), answers, at("owner.named.answers")),
            OpenColumn("part", "text", _("Part"), part, at("owner.named.part")),
            OpenColumn("label", "text", _("As printed"), label, at("owner.named.label")),
            keys.leading("decided", _("Decision"), decided, at("owner.named.decided.id"), "events"),
            keys.flag("is_collective", _("Collective"), collective, at("owner.is_collective")),
            keys.flag("is_vague", _("Vague"), vague, at("owner.is_vague")),
            OpenColumn("ended", "day", _("Ended"), ended, at("owner.ending.day")),
            keys.leading("successor", _("Successor"), after, at("owner.ending.successor")),
            OpenColumn("begins", "day", _("Begins"), begins, at("owner.beginning.first")),
            _measure_there(),
        ),
        _named,
    )


def _measure_there() -> OpenColumn:
    """Return the column that tells who answers from who did, or is to."""
    told = _(
        "Whether the measure is there on the day asked; of one that is over, or has not begun, "
        "stands who answered on its last day or will on its first"
    )
    return keys.flag("measure_there", _("Measure there on the day"), told, at("measure_there"))


def _named(asked: ExportAsked) -> Iterator[_Named]:
    kb, day = asked.kb, asked.day
    for one in kb.measures:
        is_there = region.is_there(kb, one, day)
        for number, owner in enumerate(owners.named(kb, one, day), 1):
            yield _Named(one, number, owner, is_there)


def _parties() -> OpenTable:
    owner = _("The number of the actor in owners")
    how = _(
        "How naming the actor means the party: itself, through a collective, a part of it, as the "
        "successor of one that has ended, through a seat in a body"
    )
    party = _("The party that is meant")
    way = _("The ids on the way from the actor to the party, both included")
    return OpenTable(
        "owner_parties",
        _("Parties behind who answers"),
        _("One row: a party that is meant by an actor named for a measure, and for which reason"),
        ("measure", "owner", "party"),
        (
            keys.base(),
            keys.measure(),
            OpenColumn("owner", "integer", _("Owner"), owner, at("owner"), is_required=True),
            keys.leading("party", _("Party"), party, at("party"), "parties", True),
            OpenColumn(
                "how",
                "text",
                _("How"),
                how,
                at("how"),
                is_required=True,
                words=HOWS,
                said=how_word,
            ),
            OpenColumn("way", "list", _("Way"), way, at("way"), is_required=True),
            _measure_there(),
        ),
        _meant,
    )


def _meant(asked: ExportAsked) -> Iterator[_Party]:
    kb = asked.kb
    for one in _named(asked):
        then = naming.day_of(one.measure, asked.day)
        actor, met = one.owner.named.actor, set()
        for party, _way in one.owner.parties:
            linked = trails.to(kb, actor, party.id, then)
            if linked is not None:
                met.add(party.id)
                yield _Party(one.measure, one.number, party.id, *linked, one.measure_there)
        for party in one.owner.seated:
            way = trails.to_by_seat(kb, actor, party.id, then)
            if way is not None and party.id not in met:
                yield _Party(one.measure, one.number, party.id, "seat", way, one.measure_there)


def _members() -> OpenTable:
    collective = _("The collective, or the body of which every member has one")
    actor = _("Who stands behind it on the day asked")
    unit = _("What of the member is meant, where it is a part of it")
    way = _("The ids on the way from the collective to the member, both included")
    return OpenTable(
        "collective_members",
        _("Members of collectives"),
        _("One row: who stands behind a collective on the day asked, through others in it, too"),
        ("collective", "actor"),
        (
            keys.base(),
            keys.leading(
                "collective", _("Collective"), collective, itemgetter(0), is_required=True
            ),
            keys.leading("actor", _("Actor"), actor, at("actor", 1), is_required=True),
            OpenColumn("unit", "text", _("Unit"), unit, at("unit", 1)),
            OpenColumn("way", "list", _("Way"), way, at("way", 1), is_required=True),
        ),
        lambda asked: (
            (record.id, member)
            for record in asked.kb.all_actors
            if asked.kb.is_collective(record.id)
            for member in behind.members(asked.kb, record.id, asked.day)
            if member.actor != record.id
        ),
    )
