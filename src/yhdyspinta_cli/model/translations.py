"""Names and texts of the data in another language: what a reader of it is shown in their place."""

from typing import ClassVar

from yhdyspinta_cli.model.fields import Id, Language, Line, Prose
from yhdyspinta_cli.model.noun import Noun
from yhdyspinta_cli.model.record import Record


class Translation(Noun):
    """A name or a text of a record in the language of the file.

    `id` is the record's; `field` leads to its text, as in ``name`` or ``responsible.0.part``.
    `original` is the text as it stood when it was translated: once it is another, the translation
    is not used.
    """

    id: Id
    field: Line
    text: Prose
    original: Prose | None = None


class Translations(Record):
    """The names and texts of the data in one language; its code is the name of the file.

    What stands here and nothing else is shown in that language; all else stays as it is in the
    data, and says in which language that is.
    """

    kind: ClassVar[str] = "translation"
    id: Language
    texts: tuple[Translation, ...] = ()
