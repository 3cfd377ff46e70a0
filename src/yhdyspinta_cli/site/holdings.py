"""What is an actor's, as its card has it: by section, by the ground on which it is the actor's."""

from collections.abc import Iterable
from datetime import date

from yhdyspinta_cli.facts import behind, labels
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import sort_key
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.bodies import Rhythm
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.model.naming import Name
from yhdyspinta_cli.model.obligations import Obligation
from yhdyspinta_cli.output import card as card_words
from yhdyspinta_cli.output import titles
from yhdyspinta_cli.queries.card import SEATS, Card, CardGroup, CardLine
from yhdyspinta_cli.site.desk import Site
from yhdyspinta_cli.vocabulary import Binding, How
from yhdyspinta_cli.wording import rhythms, sentences
from yhdyspinta_cli.wording.words import word


@frozen
class Held:
    """A record that is the actor's: as what (`roles`, each with its part), of measures and seats.

    `labels` is what is printed of it; `mark` tells that it does not hold, from when, and what is
    unclear. Of a duty `binding` is what binds with it and `rhythm` how often it is done, after what
    `clock` names. `through` are those who stand between the record and the actor.
    """

    name: Name
    roles: tuple[str, ...]
    labels: tuple[str, ...]
    mark: str
    binding: Binding | None
    rhythm: Rhythm | None
    clock: str
    through: tuple[str, ...]


@frozen
class HeldGroup:
    """What is the actor's for one reason; `through` is a collective with so many `members`."""

    how: How
    through: str
    members: int
    lines: tuple[Held, ...]


@frozen
class HeldSection:
    """A section of the card: its key, its title, how many records stand in it."""

    key: str
    title: str
    number: int
    groups: tuple[HeldGroup, ...]


@frozen
class Holdings:
    """All that is an actor's: by section, the collectives it belongs to, those it came after.

    `vague` are measures that name nobody in particular and may mean it.
    """

    sections: tuple[HeldSection, ...]
    collectives: tuple[str, ...]
    predecessors: tuple[str, ...]
    vague: tuple[Measure, ...]

    def without(self, *keys: str) -> "tuple[HeldSection, ...]":
        """Return the sections but those of these keys."""
        return tuple(one for one in self.sections if one.key not in keys)


@frozen
class Had:
    """What was an actor's on the last day on which anything was."""

    on: date
    held: Holdings


def earlier(site: Site, key: str) -> Had | None:
    """Return what an actor (its id) had, where it is gone or has nothing any more; else None."""
    card = site.earlier.get(key)
    return Had(card.day, view(site.kb, card)) if card is not None else None


def view(kb: KnowledgeBase, card: Card) -> Holdings:
    """Return all that is on a card."""
    return Holdings(
        _sections(kb, card),
        tuple(sorted((kb.name(key) for key in card.collectives), key=sort_key)),
        tuple(kb.name(key) for key in card.predecessors),
        card.vague,
    )


def _sections(kb: KnowledgeBase, card: Card) -> tuple[HeldSection, ...]:
    found: dict[str, list[CardGroup]] = {}
    for group in card.groups:
        found.setdefault(group.section, []).append(group)
    return tuple(
        HeldSection(
            key,
            _(card_words.TITLES[key]),
            card.count(key),
            tuple(_group(kb, card, one) for one in groups),
        )
        for key, groups in found.items()
    )


def _group(kb: KnowledgeBase, card: Card, group: CardGroup) -> HeldGroup:
    return HeldGroup(
        group.how,
        kb.name(group.through) if group.through else "",
        len(behind.members(kb, group.through, card.day)) if group.through else 0,
        tuple(_held(kb, group.section, lines) for lines in group.by_record),
    )


def _called(kb: KnowledgeBase, line: CardLine) -> str | None:
    return None if line.label is None else labels.called(kb, line.way[0], line.label)


def _held(kb: KnowledgeBase, section: str, lines: tuple[CardLine, ...]) -> Held:
    """Return a record with what the actor is in it, of all lines of it together."""
    first = lines[0]
    record = first.record
    is_seat = section in SEATS.values()
    with sentences.marked():
        marks = (card_words.marked(kb, first), card_words.unclear(first))
    return Held(
        Name(titles.title(kb, record), record.id),
        _each(word(line.role) for line in lines) if isinstance(record, Measure) else (),
        _each(
            part
            for line in lines
            for part in (_called(kb, line) if is_seat else None, line.part)
            if part is not None
        ),
        "; ".join(filter(None, marks)),
        first.binding if isinstance(record, Obligation) else None,
        record.rhythm if isinstance(record, Obligation) else None,
        rhythms.clock_name(kb, record.rhythm) if isinstance(record, Obligation) else "",
        _each(kb.name(key) for line in lines for key in reversed(card_words.between(section, line)))
        if first.how in card_words.WITH_TRAIL
        else (),
    )


def _each(found: Iterable[str]) -> tuple[str, ...]:
    """Return each text once, in order."""
    return tuple(dict.fromkeys(found))
