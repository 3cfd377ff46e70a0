"""What a rule is, and what it is given."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from datetime import date
from functools import cached_property
from itertools import accumulate

from yhdyspinta_cli.checks.explanation import Explanation
from yhdyspinta_cli.diagnostic import Route, Severity
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model import walk
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.record import Record

_TEXTS_AT_ONCE = 2000


@frozen
class Context:
    """What every rule judges: all records, as of a day."""

    kb: KnowledgeBase
    day: date

    @property
    def is_whole(self) -> bool:
        """True where nothing is unread: only then is something that is not there a fault."""
        return not self.kb.unread and not self.kb.unread_kinds

    @cached_property
    def texts(self) -> tuple[tuple[Record, Route, str], ...]:
        """Every text of the data with its record and its route; several rules read them all."""
        return tuple(
            (entry.record, route, text)
            for entry in self.kb.entries.values()
            for route, text in walk.texts(entry.record)
        )

    def texts_with(self, sign: re.Pattern[str]) -> Iterator[tuple[Record, Route, str]]:
        """Yield the texts that hold a sign, a pattern that never reaches across lines.

        Many texts are searched at once: a search for each would take five times as long.
        """
        for begin in range(0, len(self.texts), _TEXTS_AT_ONCE):
            some = self.texts[begin : begin + _TEXTS_AT_ONCE]
            joined = "\n".join([text for _record, _route, text in some])
            found = [match.start() for match in sign.finditer(joined)]
            ends = list(accumulate(len(text) + 1 for _r, _p, text in some)) if found else []
            for number in dict.fromkeys(bisect_right(ends, offset) for offset in found):
                yield some[number]


@frozen
class Violation:
    """A fault a rule has found: the record's id, the route inside the record, the words."""

    record: str
    route: Route
    message: str
    hint: str = ""
    related: tuple[tuple[str, Route], ...] = ()


Check = Callable[[Context], Iterator[Violation]]


def _always(_context: Context) -> bool:
    return True


@frozen
class Rule(Explanation):
    """A check with its explanation; codes are never reused.

    The line that a `private` rule points at is never shown: it holds what must not spread. `asked`
    says whether the data asks for the rule at all; a remark for one that it does not is no fault.
    """

    check: Check
    private: bool = False
    asked: Callable[[Context], bool] = _always


def rule(
    code: str,
    severity: Severity,
    sentence: str,
    *,
    why: str,
    bad: str,
    good: str,
    private: bool = False,
    asked: Callable[[Context], bool] = _always,
) -> Callable[[Check], Rule]:
    """Declare the function below as the check of a rule; what bears its name is then the rule.

    `sentence` states the fault in the present tense and is what users read, as is `why`: both
    are marked with `later` for the catalogue. `bad` and `good` are YAML. Its name stands beside
    its code in the vocabulary.
    """

    def declared(check: Check) -> Rule:
        return Rule(code, severity, sentence, why, bad, good, check, private, asked)

    return declared
