"""`yp list signatures` and `yp list role-holders`: the names of people, only when asked for."""

from typing import Any

from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.duties import Personal
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.output.answer import Answer, of_table
from yhdyspinta_cli.output.page import Table


def signatures_answer(personal: Personal) -> Answer:
    """The signatures, ready to be given in any form."""
    keys = ("name", "method", "at")
    return of_table(
        "signatures", lambda: signatures(personal), lambda: json(signatures(personal), keys)
    )


def role_holders_answer(kb: KnowledgeBase, personal: Personal) -> Answer:
    """The people named in a role, ready to be given in any form."""
    keys = ("name", "role", "actor")
    return of_table(
        "role-holders",
        lambda: role_holders(kb, personal),
        lambda: json(role_holders(kb, personal), keys),
    )


def signatures(personal: Personal) -> Table:
    """The signatures as the sheet has them; it names no party."""
    rows = tuple((s.name, s.method, s.at) for s in personal.signatures)
    return Table((_("Name"), _("Method"), _("At")), rows)


def role_holders(kb: KnowledgeBase, personal: Personal) -> Table:
    """The people whom the source names in a role."""
    rows = tuple(
        (holder.name, holder.role, kb.name(holder.actor) if holder.actor else None)
        for holder in personal.role_holders
    )
    return Table((_("Name"), _("Role"), _("Actor")), rows)


def json(shown: Table, keys: tuple[str, ...]) -> list[dict[str, Any]]:
    """The JSON form of a list of people: a row under the keys given."""
    return [dict(zip(keys, row, strict=True)) for row in shown.rows]
