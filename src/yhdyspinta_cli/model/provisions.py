"""Provisions: who pays what, how one leaves, how a dispute is settled; money."""

from collections.abc import Callable
from typing import Annotated, Any, ClassVar, Self

from yhdyspinta_cli.model.bodies import TimeLimit
from yhdyspinta_cli.model.fields import ActorRef, Count, Line, Number, Prose
from yhdyspinta_cli.model.marks import Judged, RefusalError
from yhdyspinta_cli.model.noun import Noun
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.vocabulary import Binding, ProvisionTopic


def _currency(value: Any) -> Any:
    # All that most agreements name, without the 15 ms of importing babel.
    if value in ("EUR", "SEK", "NOK", "DKK"):
        return value
    from babel.core import get_global

    if not isinstance(value, str) or value not in get_global("all_currencies"):
        raise RefusalError("currency_code", "not a code of ISO 4217")
    return value


Currency = Annotated[str, Judged(_currency)]
"""A currency by its code in ISO 4217: ``EUR``, ``NOK``."""


class Money(Noun):
    """A sum with its currency where both are certain, and as printed."""

    amount: Number | None = None
    currency: Currency | None = None
    printed: Line | None = None

    @classmethod
    def read(cls, keys: Any, build: Callable[[Any], Self]) -> Self:
        """Take `euros`, by which a sum was written before currencies could be told."""
        if isinstance(keys, dict) and "euros" in keys and not {"amount", "currency"} & set(keys):
            others = {key: value for key, value in keys.items() if key != "euros"}
            euros = keys["euros"]
            keys = others | ({"amount": euros, "currency": "EUR"} if euros else {})
        return build(keys)

    def __post_init__(self) -> None:
        if (self.amount is None) != (self.currency is None):
            raise RefusalError("amount_and_currency", "an amount and its currency")
        if self.amount is None and self.printed is None:
            raise RefusalError("sum_missing", "neither an amount nor what is printed")


class Share(Noun):
    """What part of the costs is whose: a percentage, or what is printed of it."""

    actor: ActorRef
    percent: Number | None = None
    printed: Line | None = None

    def __post_init__(self) -> None:
        if self.percent is None and self.printed is None:
            raise RefusalError("share_missing", "neither a percentage nor what is printed")
        if self.percent is not None and not 0 <= self.percent <= 100:
            raise RefusalError("share_range", "a percentage is 0 to 100")


class Step(Noun):
    """A step of a procedure: what is done, within which time, by whom."""

    text: Line
    within: TimeLimit | None = None
    who: ActorRef | None = None


class Notice(Noun):
    """How long before the end notice has to be given: in whole months where they are told."""

    months: Count | None = None
    printed: Line | None = None

    def __post_init__(self) -> None:
        if self.months is None and self.printed is None:
            raise RefusalError("notice_missing", "neither months nor what is printed")


class Provision(Record):
    """A provision of a document: costs, termination, disputes, accession, amendment and others.

    `shares` and `sums` tell who pays what, `steps` the order of a procedure, `notice` how long
    before the end notice is given.
    """

    kind: ClassVar[str] = "provision"
    topic: ProvisionTopic
    title: Line | None = None
    text: Prose
    doers: tuple[ActorRef, ...] = ()
    shares: tuple[Share, ...] = ()
    sums: tuple[Money, ...] = ()
    steps: tuple[Step, ...] = ()
    notice: Notice | None = None
    binding: Binding = "agreement"
