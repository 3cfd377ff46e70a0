"""`yp owned-by`: the card of an actor, grouped by ground and counted."""

from datetime import date
from typing import assert_never

from yhdyspinta_cli import language
from yhdyspinta_cli.facts import behind, labels, trails
from yhdyspinta_cli.language import day_text, later, sort_key
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.bodies import Body
from yhdyspinta_cli.model.catalogue import CONCERNING
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.model.obligations import Obligation
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.output import narrowed, notes, status, titles
from yhdyspinta_cli.output.layout import (
    Block,
    Bullets,
    Cell,
    Heading,
    Page,
    Pairs,
    Paragraph,
    Table,
)
from yhdyspinta_cli.queries import counterparts
from yhdyspinta_cli.queries.card import SEATS, SECTIONS, Card, CardGroup, CardLine
from yhdyspinta_cli.vocabulary import How
from yhdyspinta_cli.wording import own_words, rhythms
from yhdyspinta_cli.wording.trails import STEP, joined_text, trail_text, validity_text
from yhdyspinta_cli.wording.words import word

TITLES: dict[str, str] = {
    "measures": later("Measures"),
    "convening": later("Convenes"),
    "chairing": later("Chairs"),
    "leading": later("Answers for bodies"),
    "seats": later("Sits in"),
    "bodies": later("Its own bodies"),
    "areas": later("Areas"),
    "obligations": later("Obligations"),
    "duties": later("Duties by law, summarised"),
    "provisions": later("Provisions"),
    "counterparts": later("Counterparts"),
    **{kind.plural: kind.concerning for kind in CONCERNING},
    "decides": later("Decides on"),
}


WITH_TRAIL: tuple[How, ...] = ("part", "successor", "seat")
"""Ways of which a reader needs to see who stands between."""


def page(kb: KnowledgeBase, answer: Card, *, why: bool = False, asked: str = "") -> Page:
    """The card for a reader; with `why`, every line with its whole way.

    `asked` is what it was narrowed to.
    """
    blocks: list[Block] = [
        Heading(answer.actor.name_shown),
        *notes.agreement(kb, answer.day),
        Pairs(_head(kb, answer)),
    ]
    blocks.append(Heading(_("In all")))
    counts = tuple(_counts(answer))
    if counts:
        blocks.append(Table((_("What"), _("Number")), counts))
    else:
        nothing = _("Nothing any more.") if answer.ending else _("Nothing is recorded.")
        blocks.append(narrowed.nothing(nothing, asked))
    for group in answer.groups:
        blocks.append(Heading(_group_title(kb, group, answer.day)))
        if why:
            blocks.append(Bullets(tuple(line_why(kb, line, answer.day) for line in group.lines)))
        elif _columns(group.section) == (_("Name"),) and group.how not in WITH_TRAIL:
            names = (_cells(kb, group.section, lines[0])[0] for lines in group.by_record)
            blocks.append(Bullets(tuple(map(str, names))))
        else:
            blocks.append(_table(kb, group))
    if answer.collectives:
        keys = sorted(answer.collectives, key=lambda key: sort_key(kb.name(key)))
        over = answer.ending is not None
        words = _("Belonged to ({n})") if over else _("Belongs to ({n})")
        blocks.append(Heading(words.format(n=len(keys))))
        blocks.append(Paragraph("; ".join(_with_count(kb, key, answer.day) for key in keys)))
    if answer.vague:
        measures = ", ".join(f"{measure.code} {measure.title}" for measure in answer.vague)
        words = _("Not counted, since the responsible there name nobody in particular: {measures}.")
        blocks.append(Paragraph(words.format(measures=measures)))
    named = (line.record for group in answer.groups for line in group.lines)
    blocks.extend(notes.restated(kb, named))
    return tuple(blocks)


def _head(kb: KnowledgeBase, answer: Card) -> tuple[tuple[str, Cell], ...]:
    actor = answer.actor
    return (
        (_("Id"), actor.id),
        (_("Kind"), own_words.kind(actor)),
        (_("Official name"), getattr(actor, "official_name", None)),
        (_("Part of"), titles.names(kb, kb.ancestors(actor.id))),
        (
            _("Validity"),
            validity_text(kb, answer.ending, answer.beginning, actor.id)
            or joined_text(kb, actor, answer.day),
        ),
        (_("Successor of"), titles.names(kb, answer.predecessors)),
        (_("Next due"), _next_due(answer)),
        (_("Late"), "; ".join(f"{status.title(s)}, {status.due_words(s)}" for s in answer.late)),
        (_("Counterparts"), counterparts_text(kb, answer)),
        *_seats(kb, actor, answer.day),
        (_("Source"), kb.source_of(actor)),
    )


def counterparts_text(kb: KnowledgeBase, answer: Card) -> str:
    """On how many levels a party has named its counterparts, on which it has not, and on which it
    has named them for some of the interfaces only."""
    missing = [level for level, held in answer.levels if not held]
    partly = [
        _("{level}: missing on the interfaces {interfaces}").format(
            level=level.name_shown,
            interfaces=", ".join(titles.interface(interface) for interface in left_out),
        )
        for level, held in answer.levels
        if (left_out := counterparts.missing_interfaces(kb, held))
    ]
    total = len(answer.levels)
    if not missing and not partly:
        return _("named on all {n} levels").format(n=total) if total else ""
    if len(missing) == total:
        return _("0 of {n} recorded").format(n=total)
    words = _("{n} of {total} recorded").format(n=total - len(missing), total=total)
    if missing:
        words = _("{n} of {total} recorded; missing: {levels}").format(
            n=total - len(missing),
            total=total,
            levels=titles.names(kb, (level.id for level in missing)),
        )
    return "; ".join((words, *partly))


def _next_due(answer: Card) -> str | None:
    """The earliest due day of the actor's measures and obligations, and what is due on it."""
    due = answer.next_due
    if due is None:
        return None
    measures = (f"{s.measure.code} {s.measure.title}" for s in due.measures)
    titles = dict.fromkeys((*measures, *(s.obligation.title for s in due.obligations)))
    return f"{day_text(due.day)}: {'; '.join(titles)}"


def _seats(kb: KnowledgeBase, actor: Record, day: date) -> list[tuple[str, Cell]]:
    """Who sits in a body, by seat; nothing for any other actor."""
    if not isinstance(actor, Body):
        return []
    held: dict[str, list[str]] = {}
    for role, seat in trails.seats(actor, day):
        held.setdefault(word(role).capitalize(), []).append(
            labels.called(kb, seat.actor, seat.label)
        )
    return [(role, "; ".join(names)) for role, names in held.items()]


def _with_count(kb: KnowledgeBase, key: str, day: date) -> str:
    return f"{kb.name(key)} ({language.count(len(behind.members(kb, key, day)))})"


def _counts(answer: Card) -> list[tuple[Cell, ...]]:
    """A row a section that has anything; what comes only through a seat is counted apart."""
    rows: list[tuple[Cell, ...]] = []
    for section in SECTIONS:
        own = answer.count(section, "direct", "collective", "part", "successor")
        parts = answer.taking_part if section == "measures" else {}
        if own - sum(parts.values()):
            rows.append((_(TITLES[section]), own - sum(parts.values())))
        for role, count in parts.items():
            rows.append((_("Measures, takes part: {role}").format(role=word(role)), count))
        by_seat = answer.count(section) - own
        if by_seat:
            words = _("{section}, only through a seat in a body")
            rows.append((words.format(section=_(TITLES[section])), by_seat))
    return rows


def _group_title(kb: KnowledgeBase, group: CardGroup, day: date) -> str:
    match group.how:
        case "direct":
            reason = _("named directly")
        case "part":
            reason = _("through a part of it")
        case "seat":
            reason = _("through a seat in a body")
        case "successor":
            reason = _("as the successor of one that has ended")
        case "collective":
            assert group.through is not None
            name = _with_count(kb, group.through, day)
            reason = _("through {collective}").format(collective=name)
        case _:
            assert_never(group.how)
    return f"{_(TITLES[group.section])} ({language.count(group.count)}): {reason}"


def _table(kb: KnowledgeBase, group: CardGroup) -> Table:
    """A row a record, with each of its roles and what stands between it and the actor."""
    rows: list[tuple[Cell, ...]] = []
    is_through = group.how in WITH_TRAIL
    for lines in group.by_record:
        cells = [_cells(kb, group.section, line) for line in lines]
        if is_through:
            ways = (through(kb, group.section, line) for line in lines)
            cells = [(*row, way) for row, way in zip(cells, ways, strict=True)]
        rows.append(_together(cells))
    columns = _columns(group.section)
    return Table((*columns, _("Through")) if is_through else columns, tuple(rows))


def _together(rows: list[tuple[Cell, ...]]) -> tuple[Cell, ...]:
    """The rows of one record as one row: of each column what differs, in order."""
    return tuple(
        column[0] if len(set(column)) == 1 else "; ".join(dict.fromkeys(map(str, column)))
        for column in zip(*rows, strict=True)
    )


def _columns(section: str) -> tuple[str, ...]:
    if section == "measures":
        return _("Code"), _("Measure"), _("Role")
    if section == "obligations":
        return _("Binding"), _("Obligation"), _("Rhythm")
    if section in SEATS.values():
        return _("Body"), _("Named as")
    return (_("Name"),)


def marked(kb: KnowledgeBase, line: CardLine) -> str:
    """``ended 2024-12-31, now its successor`` of what does not hold, empty of what does."""
    ending = line.ending
    # A successor stands in the place of one that has ended: the record itself goes on.
    if line.how == "successor" and ending is not None and ending.actor != line.record.id:
        ending = None
    # Of the record on whose line it stands it needs no name, nor of the one the reader asked about.
    turn = ending or line.beginning
    plain = turn is not None and turn.actor in (line.way[-1], line.record.id)
    return validity_text(kb, ending, line.beginning, turn.actor if turn and plain else "")


def _marked(kb: KnowledgeBase, line: CardLine) -> str:
    """The same in brackets behind a name."""
    validity = marked(kb, line)
    return f" ({validity})" if validity else ""


def _cells(kb: KnowledgeBase, section: str, line: CardLine) -> tuple[Cell, ...]:
    record, marked = line.record, _marked(kb, line)
    if isinstance(record, Measure):
        return record.code, record.title + marked, _role(line)
    name = titles.title(kb, record) + marked
    if isinstance(record, Obligation):
        if lost := unclear(line):
            name += f" ({lost})"
        return word(line.binding) if line.binding else "", name, rhythms.words(kb, record.rhythm)
    if section in SEATS.values():
        called = labels.called(kb, line.way[0], line.label or "")
        return name, called + (f" ({line.part})" if line.part else "")
    return (name,)


def unclear(line: CardLine) -> str:
    """Return that a law gave an obligation to one that has ended, whose successor this is."""
    if isinstance(line.record, Obligation) and line.how == "successor" and line.binding is None:
        return _("by law: who has it now is not in the data")
    return ""


def _role(line: CardLine) -> str:
    return word(line.role) + (f" ({line.part})" if line.part else "")


def through(kb: KnowledgeBase, section: str, line: CardLine) -> str:
    """The names between the record and the actor, the nearest to the actor first."""
    return ", ".join(kb.name(key) for key in reversed(between(section, line)))


def between(section: str, line: CardLine) -> tuple[str, ...]:
    """Who (ids) stands between the record and the actor, the nearest to the record first."""
    return line.way[1:-1] if section == "bodies" else line.way[:-1]


def line_why(kb: KnowledgeBase, line: CardLine, day: date) -> str:
    """The whole way of one line: ``Tuusniemi – kunnat (19) – E4, responsible – ohjelma 4 e``."""
    record = line.record
    end = f"{titles.title(kb, record)}{_marked(kb, line)}, {_role(line)}"
    if isinstance(record, Obligation) and line.binding is not None:
        end += f" ({word(line.binding)})"
    source = kb.source_of(record)
    return trail_text(kb, line.way, f"{end}{STEP}{source}" if source else end, day)
