"""What a rule is, and what it is given."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cached_property
from itertools import accumulate, islice

from yhdyspinta_cli.checks.explanation import Explanation
from yhdyspinta_cli.diagnostic import Route, Severity
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model import signs, telling
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.record import Record

Text = tuple[Record, Route, str]
"""A text with its record and its route in it."""

_RECORDS_AT_ONCE = 500
_HELD = 3000
"""The most records whose texts are held: those of 10,000 measures with their routes are 45 MiB."""


@frozen
class Context:
    """What every rule judges: all records, as of a day."""

    kb: KnowledgeBase
    day: date

    @property
    def is_whole(self) -> bool:
        """True where nothing is unread: only then is something that is not there a fault."""
        return not self.kb.unread and not self.kb.unread_kinds

    def texts(self) -> Iterator[Text]:
        """Yield every text of the data with its record and its route."""
        return self._walked() if len(self.kb.entries) > _HELD else iter(self._texts)

    def _walked(self) -> Iterator[Text]:
        for entry in self.kb.entries.values():
            for route, text in telling.texts(entry.record):
                yield entry.record, route, text

    @cached_property
    def _texts(self) -> tuple[Text, ...]:
        """The texts of a few records, which two rules go through."""
        return tuple(self._walked())

    def texts_with(self, sign: re.Pattern[str]) -> tuple[Text, ...]:
        """Return the texts that hold one of the `signs`."""
        return self._signed[0][sign]

    @property
    def addresses(self) -> tuple[Text, ...]:
        """The texts of the fields that hold a web address."""
        return self._signed[1]

    @cached_property
    def _signed(self) -> tuple[Mapping[re.Pattern[str], tuple[Text, ...]], tuple[Text, ...]]:
        """The texts with each sign and the addresses, found in one walk through all texts.

        The texts of many records are searched at once: a search for each would take twice as long.
        Files that are known from an earlier run to hold no sign are not searched.
        """
        found: dict[re.Pattern[str], list[Text]] = {sign: [] for sign in signs.ALL}
        addresses: list[Text] = []
        searched = (one for one in self.kb.entries.values() if one.path not in self.kb.signless)
        records = (entry.record for entry in searched)
        while some := [(one, telling.texts(one)) for one in islice(records, _RECORDS_AT_ONCE)]:
            lines = ["".join([f"{text}\n" for _route, text in texts]) for _record, texts in some]
            ends, joined = list(accumulate(map(len, lines))), "".join(lines)
            for sign, those in found.items():
                starts = [match.start() for match in sign.finditer(joined)]
                for number in dict.fromkeys(bisect_right(ends, start) for start in starts):
                    record, texts = some[number]
                    those.extend((record, *one) for one in texts if sign.search(one[1]))
            addresses.extend(
                (record, route, text)
                for record, texts in some
                for route, text in texts
                if route[-1] in signs.ADDRESS_FIELDS
            )
        return {sign: tuple(those) for sign, those in found.items()}, tuple(addresses)


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
