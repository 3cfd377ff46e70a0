"""The remarks of a record: known defects, other readings, notes."""

from collections.abc import Iterable

from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.record import Remark
from yhdyspinta_cli.output.layout import Block, Bullets, Heading
from yhdyspinta_cli.wording.words import word


def blocks(found: Iterable[Remark], with_ids: bool = False) -> tuple[Block, ...]:
    """The remarks of a record, each with what is printed and what is right.

    `with_ids`: with their ids, where the record itself was asked for.
    """
    items = tuple(text(remark, with_ids) for remark in found)
    return (Heading(_("Remarks")), Bullets(items)) if items else ()


def text(remark: Remark, with_id: bool = True) -> str:
    """A remark in one line: kind, its id where asked for, what is printed, what is right, why."""
    parts = [word(remark.kind) + (f" {remark.id}:" if remark.id and with_id else ":")]
    if remark.printed:
        parts.append(
            _("printed “{printed}”").format(printed=remark.printed)
            + ("," if remark.corrected else ".")
        )
    if remark.corrected:
        parts.append(_("correctly “{corrected}”").format(corrected=remark.corrected) + ".")
    parts.append(remark.text.replace("\n", " "))
    if remark.to_decide:
        parts.append(_("To be decided: {text}").format(text=remark.to_decide))
    return " ".join(parts)
