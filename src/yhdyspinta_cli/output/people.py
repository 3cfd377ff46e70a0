"""`yp list signatures` and `yp list role-holders`: the names of people, only when asked for."""

from typing import Any

from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.obligations import Personal, RoleHolder, Signature
from yhdyspinta_cli.output.answer import Answer, of_table
from yhdyspinta_cli.output.layout import Column, Table
from yhdyspinta_cli.wording.names import name


def signatures_answer(personal: Personal) -> Answer:
    """The signatures, ready to be given in any form."""
    return of_table(
        "signatures", lambda: signatures(personal), lambda: list(signatures(personal).json())
    )


def role_holders_answer(kb: KnowledgeBase, personal: Personal) -> Answer:
    """The people named in a role, ready to be given in any form."""
    return of_table(
        "role-holders",
        lambda: role_holders(kb, personal),
        lambda: list(role_holders(kb, personal).json()),
    )


def signatures(personal: Personal) -> Table:
    """The signatures as the sheet has them; it names no party."""
    columns: tuple[Column[Signature], ...] = (
        Column("name", _("Name"), lambda signature: signature.name),
        Column("method", _("Method"), lambda signature: signature.method),
        Column("at", _("At"), lambda signature: signature.at),
    )
    return Table.of(columns, personal.signatures)


def role_holders(kb: KnowledgeBase, personal: Personal) -> Table:
    """The people whom the source names in a role."""
    columns: tuple[Column[RoleHolder], ...] = (
        Column("name", _("Name"), lambda holder: holder.name),
        Column("role", _("Role"), lambda holder: holder.role),
        Column("actor", _("Actor"), lambda holder: name(kb, holder.actor) or None),
    )
    return Table.of(columns, personal.role_holders)


def json(shown: Table, keys: tuple[str, ...]) -> list[dict[str, Any]]:
    """The JSON form of a list of people: a row under the keys given."""
    return [dict(zip(keys, row, strict=True)) for row in shown.rows]
