"""What a meeting's paper is made of: the tasks of the body, who is silent, what has no owner."""

import re
from datetime import date

from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.report.rows import MeasureRow
from yhdyspinta_cli.vocabulary import SUBJECT_WORDS, SUBJECTS, Subject


@frozen
class TaskLine:
    """A task of a body as it is shown, and the subjects that it speaks of.

    Those are told by its own words in the data, however it is translated. `is_read`: words of that
    language are known.
    """

    text: str
    subjects: frozenset[Subject]
    is_read: bool

    @property
    def short(self) -> str:
        """Its first sentence, or what stands before a list: what a heading has room for."""
        return re.split(r"(?<=[^\W\d])[.:](?= )", self.text, maxsplit=1)[0].strip(". ")


@frozen
class Unheard:
    """A measure of which nothing was heard for long, or ever: since when and for how many days."""

    measure: MeasureRow
    since: date
    days: int


@frozen
class UnheardOf:
    """The measures of one interface of which nothing was ever told; `key` is empty for none."""

    key: str
    title: str
    measures: tuple[Unheard, ...]


@frozen
class Unconvened:
    """The bodies of one interface that nobody convenes; `key` is empty for the whole agreement."""

    key: str
    title: str
    names: tuple[str, ...]


@frozen
class Undecided:
    """A measure without an owner: since when, for how many days, and who can decide it.

    `is_own`: the body itself; `decides` is empty where nothing tells who.
    """

    measure: MeasureRow
    since: date
    days: int
    decides: str
    is_own: bool


def tasks(shown: tuple[str, ...], written: tuple[str, ...], language: str) -> tuple[TaskLine, ...]:
    """Return the tasks of a body as they are `shown`, with what each speaks of.

    That is told by the same tasks as the data has them `written`, in its `language`.
    """
    pairs = zip(shown, written, strict=True)
    is_read = language in SUBJECT_WORDS
    return tuple(TaskLine(text, _subjects(own, language), is_read) for text, own in pairs)


def subjects(found: tuple[TaskLine, ...]) -> frozenset[Subject]:
    """Return what a body's tasks speak of together.

    Everything where it has no tasks, or what one speaks of cannot be told.
    """
    if not found or not all(task.is_read for task in found):
        return frozenset(SUBJECTS)
    return frozenset(subject for task in found for subject in task.subjects)


def _subjects(text: str, language: str) -> frozenset[Subject]:
    words = re.findall(r"\w+", text.lower())
    return frozenset(
        subject
        for subject, stems in SUBJECT_WORDS.get(language, {}).items()
        if any(word.startswith(stems) for word in words)
    )
