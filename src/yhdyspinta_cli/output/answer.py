"""An answer in every form it can be given in: whoever asks chooses one of them."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.output.layout import Page, Table

if TYPE_CHECKING:
    from yhdyspinta_cli.model.knowledge_base import KnowledgeBase

Json = dict[str, Any] | list[Any]


@frozen
class Answer:
    """One answer, ready to be given in any form; only the form that is asked for is made.

    `kind` is what the JSON envelope calls it. `page` takes the width in columns; only a few
    answers need it. `table` is None for an answer that has no flat form. In a workbook it is a
    sheet `sheet`, or where `parts` is the key of a column, one for each of its values. `bases` are
    the data it is of, where that is other than what was asked.
    """

    kind: str
    page: Callable[[int], Page]
    table: Callable[[], Table] | None
    json: Callable[[], Json]
    sheet: str = ""
    parts: str = ""
    bases: "tuple[KnowledgeBase, ...]" = ()


def of_table(
    kind: str, table: Callable[[], Table], json: Callable[[], Json], sheet: str = ""
) -> Answer:
    """Return an answer whose page is its table and nothing else."""
    return Answer(kind, lambda _width: (table(),), table, json, sheet)
