"""`yp diff`: what differs between two sides, grouped by what a reader cares about."""

from collections.abc import Iterable, Iterator, Mapping
from typing import assert_never

from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import later, listing
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.catalogue import BY_WORD
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.output import diff_json, diff_lines, diff_summary, diff_unread_lines, titles
from yhdyspinta_cli.output.answer import Answer
from yhdyspinta_cli.output.diff_origin import Origin, origin_words
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
from yhdyspinta_cli.queries.diff import RECORD_GROUPS, Diff, RecordGroup
from yhdyspinta_cli.queries.diff_records import REPORTS, DutyTurn, RecordTurn
from yhdyspinta_cli.queries.diff_sides import Between, Matched
from yhdyspinta_cli.queries.edits import Difference
from yhdyspinta_cli.vocabulary import closed
from yhdyspinta_cli.wording import trails
from yhdyspinta_cli.wording.words import word

_RECORD_TITLES: Mapping[RecordGroup, str] = closed(
    RECORD_GROUPS,
    {
        "parties": later("Parties"),
        "bodies": later("Bodies and networks"),
        "obligations": later("Obligations"),
        "agreement": later("Agreement and programme"),
        "others": later("Everything else"),
    },
)


@frozen
class DiffItem:
    """A record of which something differs, and what, a thing a line."""

    record: Record
    title: str
    lines: tuple[str, ...]


@frozen
class DiffSection:
    """What a reader looks for together: its word in JSON, its title, the records."""

    key: str
    title: str
    items: tuple[DiffItem, ...]


def answer(found: Diff, origins: tuple[Origin, Origin], asked: str = "") -> Answer:
    """What differs, ready to be given in any form; `asked` is what it was narrowed to."""
    return Answer(
        "diff",
        lambda _width: page(found, origins, asked),
        lambda: table(found, origins),
        lambda: diff_json.json(found, origins),
        sheet=_("Differences"),
        bases=(found.between.first.kb, found.between.second.kb),
    )


def page(found: Diff, origins: tuple[Origin, Origin], asked: str = "") -> Page:
    """What differs, for a reader: in a sentence, then group by group."""
    blocks: list[Block] = [Heading(_("What changed")), _head(found, origins, asked)]
    blocks.append(Paragraph(diff_summary.summary(found)))
    blocks += [Paragraph(line) for line in diff_unread_lines.unread(found)]
    if found.between.is_other:
        blocks.append(Paragraph(_matches(found)))
    for section in sections(found):
        blocks += _section(section)
    blocks += _reported(found)
    return tuple(blocks)


def _head(found: Diff, origins: tuple[Origin, Origin], asked: str) -> Pairs:
    first, second = found.between.first, found.between.second
    is_same = not found.between.is_of_two_days
    return Pairs(
        (
            (_("Compared from"), origin_words(origins[0], None if is_same else first.day)),
            (_("Compared to"), origin_words(origins[1], None if is_same else second.day)),
            (_("As of"), first.day if is_same else None),
            (_("Only"), asked),
        )
    )


def _matches(found: Diff) -> str:
    """How many measures of another agreement were found in the first, and by what."""
    told = [f"{_matched_by(how)} {n}" for how, n in found.matched.items() if n]
    if not told:
        return _("No measure of the one was found in the other.")
    return _("Measures found in both: {counts}.").format(counts=listing(told))


def _matched_by(how: Matched) -> str:
    match how:
        case "id":
            return _("by id")
        case "code":
            return _("by code")
        case "name":
            return _("by name")
        case "text":
            return _("by text")
        case _:
            assert_never(how)


def sections(found: Diff) -> tuple[DiffSection, ...]:
    """Return what differs, in the order in which a reader cares for it; nothing that is empty."""
    made = (*_of_measures(found), *_of_records(found), _rewritten(found))
    return tuple(section for section in made if section.items)


def _of_measures(found: Diff) -> Iterator[DiffSection]:
    for key, title, turns, lines in (
        ("dropped", _("Dropped without being closed"), found.dropped, diff_lines.dropped),
        ("ownerless", _("Left without an owner"), found.ownerless, diff_lines.ownerless),
        ("states", _("In another state"), found.states, diff_lines.states),
        ("new", _("New measures"), found.new, diff_lines.new),
        ("continued", _("Merged, or continued elsewhere"), found.continued, diff_lines.continued),
        ("removed", _("Removed after they had ended"), found.removed, diff_lines.removed),
        ("changed", _("Changed measures"), found.changed, diff_lines.changed),
    ):
        items = [_item(found.between, one.difference, lines(found.between, one)) for one in turns]
        if key == "dropped":
            items += _dropped(found)
        if key == "continued":
            items += _merged(found)
        yield DiffSection(key, title, tuple(items))


def _dropped(found: Diff) -> Iterator[DiffItem]:
    """Yield the parties, bodies, obligations and provisions that are gone and had not ended."""
    for one in found.dropped_records:
        difference = Difference(one, None)
        lines = diff_lines.record(found.between, RecordTurn(difference))
        yield _item(found.between, difference, lines)


def _merged(found: Diff) -> Iterator[DiffItem]:
    """Yield the parties and other actors that another one follows."""
    for one in found.merged:
        if one.ended is not None:
            told = trails.ending_text(found.between.second.kb, one.ended, one.record.id)
            yield _item(found.between, one.difference, (told,))


def _of_records(found: Diff) -> Iterator[DiffSection]:
    duties: dict[str, list[DutyTurn]] = {}
    for duty in found.duties:
        duties.setdefault(duty.standing.obligation.id, []).append(duty)
    dropped = {one.id for one in found.dropped_records}
    for group in RECORD_GROUPS:
        items = []
        for one in found.group(group):
            if one.record.id in dropped:
                continue  # Told first of all.
            lines = diff_lines.record(found.between, one)
            more = diff_lines.duties(duties.pop(one.record.id, ()))
            item = _item(found.between, one.difference, (*lines, *more))
            items += [item] if item.lines else []
        if group == "obligations":
            for left in duties.values():
                same = Difference(left[0].standing.obligation, left[0].standing.obligation)
                items.append(_item(found.between, same, diff_lines.duties(left)))
        yield DiffSection(group, _(_RECORD_TITLES[group]), tuple(items))


def _rewritten(found: Diff) -> DiffSection:
    items = (
        _item(found.between, one, diff_lines.report(found.between, one))
        for one in found.reports.rewritten
    )
    return DiffSection("rewritten", _("Recorded facts edited or deleted"), tuple(items))


def _item(between: Between, difference: Difference, lines: Iterable[str]) -> DiffItem:
    side = between.first if difference.after is None else between.second
    title = titles.title(side.kb, difference.record)
    return DiffItem(difference.record, title, tuple(lines))


def _section(section: DiffSection) -> Iterator[Block]:
    """Yield the records of a section, those together of which the same is told.

    A line each where none has several.
    """
    yield Heading(section.title)
    alike: dict[tuple[str, ...], list[str]] = {}
    for item in section.items:
        alike.setdefault(item.lines, []).append(item.title)
    if all(len(lines) <= 1 and len(found) == 1 for lines, found in alike.items()):
        yield Bullets(tuple(": ".join((item.title, *item.lines)) for item in section.items))
        return
    for lines, found in alike.items():
        yield Paragraph("; ".join(found))
        yield Bullets(lines)


def _reported(found: Diff) -> Iterator[Block]:
    """Yield how many reports are new, by who told them."""
    if not found.reports.new:
        return
    kb = found.between.second.kb
    kinds = [kind for kind in REPORTS if any(one.record.kind == kind for one in found.reports.new)]
    yield Heading(_("Recorded"))
    yield Table(
        (_("Party"), *(_(BY_WORD[kind].title) for kind in kinds)),
        tuple(
            (
                kb.name(party) if party else _("not a party"),
                *(counts[kind] or None for kind in kinds),
            )
            for party, counts in sorted(found.reports.by_party, key=lambda one: one[0] is None)
        ),
    )


def table(found: Diff, origins: tuple[Origin, Origin]) -> Table:
    """Each thing that differs in a row, for a spreadsheet; each new report, too.

    Each with the two sides that are compared: rows of several tables may come together.
    """
    compared = tuple(
        origin_words(origin, side.day)
        for origin, side in zip(origins, (found.between.first, found.between.second), strict=True)
    )
    rows: list[tuple[Cell, ...]] = [
        (section.title, word(item.record.kind), item.record.id, item.title, line, *compared)
        for section in sections(found)
        for item in section.items
        for line in item.lines or ("",)
    ]
    kb = found.between.second.kb
    rows += [
        (
            _("Recorded"),
            word(one.record.kind),
            one.record.id,
            titles.title(kb, one.record),
            "",
            *compared,
        )
        for one in found.reports.new
    ]
    head = (_("Group"), _("Kind"), _("Id"), _("Concerns"), _("Change"))
    return Table((*head, _("Compared from"), _("Compared to")), tuple(rows))
