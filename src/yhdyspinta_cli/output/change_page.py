"""What a change makes of the data, for who has to agree to it: the rewritten past before all."""

from collections.abc import Iterator, Sequence

from yhdyspinta_cli import language
from yhdyspinta_cli.diagnostic import Diagnostic
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.catalogue import KINDS
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.output import edit_words, titles
from yhdyspinta_cli.output.layout import Block, Bullets, Heading, Page, Paragraph, Table
from yhdyspinta_cli.queries.edits import Difference
from yhdyspinta_cli.queries.rewriting import Alteration
from yhdyspinta_cli.store.source import Revision
from yhdyspinta_cli.wording import revisions
from yhdyspinta_cli.wording.words import word

MOST = 50
"""How many records of a part are told; of more only how many they are."""

_ORDER = {kind.word: number for number, kind in enumerate(KINDS)}


@frozen
class ChangeTold:
    """A change since a revision, as it is told beside the findings."""

    change: Alteration
    since: Revision


def page(told: ChangeTold, rewritten: Sequence[Diagnostic]) -> Page:
    """Return what the change makes of the data, what was `rewritten` in it first."""
    past = {one.record.id for one in told.change.rewritten}
    others = [one for one in told.change.differences if one.record.id not in past]
    new = [one for one in others if one.before is None]
    gone = [one for one in others if one.after is None]
    changed = [one for one in others if one.before is not None and one.after is not None]
    since = _("Compared with revision {revision}.").format(revision=revisions.named(told.since))
    blocks: list[Block] = [Heading(_("What this change does")), Paragraph(since)]
    if not told.change.differences:
        blocks.append(Paragraph(_("It changes nothing that the data tells.")))
    blocks += _rewritten(rewritten)
    blocks += _part(_("New"), new, [_new(told.change.after, one) for one in _sorted(new)])
    blocks += _part(_("No longer there"), gone, [_named(told.change.before, one) for one in gone])
    blocks += _changed(told.change, _sorted(changed))
    return tuple(blocks)


def _sorted(found: Sequence[Difference]) -> list[Difference]:
    return sorted(found, key=lambda one: _ORDER[one.record.kind])


def _rewritten(found: Sequence[Diagnostic]) -> Iterator[Block]:
    if not found:
        return
    yield Heading(_("The past is rewritten"))
    yield Paragraph(
        _("What was recorded is never edited or deleted: it is corrected by a new record.")
    )
    yield Bullets(tuple(map(_rewriting, found[:MOST])))
    yield from _rest(len(found))


def _rewriting(found: Diagnostic) -> str:
    told = f"{found.location.path}: {found.message}"
    if not found.accepted:
        return f"{told} ({found.hint})" if found.hint else told
    return _("{told} – the reason given for it: {reason}").format(told=told, reason=found.accepted)


def _part(heading: str, found: Sequence[Difference], lines: Sequence[str]) -> Iterator[Block]:
    if found:
        yield Heading(f"{heading} ({language.count(len(found))})")
        yield Bullets(tuple(lines[:MOST]))
        yield from _rest(len(found))


def _changed(change: Alteration, found: Sequence[Difference]) -> Iterator[Block]:
    if not found:
        return
    sides = edit_words.Sides(change.before, change.after)
    heading = _("Changed")
    yield Heading(f"{heading} ({language.count(len(found))})")
    rows = tuple((_named(change.after, one), "\n".join(_edits(sides, one))) for one in found[:MOST])
    yield Table((_("Concerns"), _("What differs")), rows)
    yield from _rest(len(found))


def _edits(sides: edit_words.Sides, difference: Difference) -> Iterator[str]:
    if difference.is_renamed and difference.before is not None:
        yield _("the id: {before} → {after}").format(
            before=difference.before.id, after=difference.record.id
        )
    for edit in difference.edits:
        yield edit_words.words(sides, edit)


def _rest(count: int) -> Iterator[Block]:
    if count > MOST:
        yield Paragraph(_("… and {n} more").format(n=count - MOST))


def _new(kb: KnowledgeBase, difference: Difference) -> str:
    """Return a new record by its name, a correction with what it corrects."""
    named, record = _named(kb, difference), difference.record
    corrected = kb.find(type(record), getattr(record, "corrects", None))
    if corrected is None:
        return named
    return _("{record}, which corrects: {other}").format(
        record=named, other=titles.title(kb, corrected)
    )


def _named(kb: KnowledgeBase, difference: Difference) -> str:
    record: Record = difference.record
    return f"{word(record.kind)}: {titles.title(kb, record)}"
