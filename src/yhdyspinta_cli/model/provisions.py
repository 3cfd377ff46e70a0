"""The rules of the game: who pays what, how one leaves, how a dispute is settled; money."""

from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, model_validator
from pydantic_core import PydanticCustomError

from yhdyspinta_cli.model.bodies import TimeLimit
from yhdyspinta_cli.model.fields import ActorRef, Count, Line, Number, Prose
from yhdyspinta_cli.model.record import Noun, Record
from yhdyspinta_cli.vocabulary import Binding, ProvisionTopic


def _currency(value: Any) -> Any:
    # All that most agreements name, without the 15 ms of importing babel.
    if value in ("EUR", "SEK", "NOK", "DKK"):
        return value
    from babel.core import get_global

    if not isinstance(value, str) or value not in get_global("all_currencies"):
        raise PydanticCustomError("currency_code", "not a code of ISO 4217")
    return value


Currency = Annotated[str, BeforeValidator(_currency)]
"""A currency by its code in ISO 4217: ``EUR``, ``NOK``."""


class Money(Noun):
    """A sum with its currency where both are certain, and as printed."""

    amount: Number | None = None
    currency: Currency | None = None
    printed: Line | None = None

    @model_validator(mode="before")
    @classmethod
    def _euros(cls, data: Any) -> Any:
        """Take `euros`, by which a sum was written before currencies could be told."""
        if isinstance(data, dict) and "euros" in data and not {"amount", "currency"} & set(data):
            others = {key: value for key, value in data.items() if key != "euros"}
            return others | (
                {"amount": euros, "currency": "EUR"} if (euros := data["euros"]) else {}
            )
        return data

    @model_validator(mode="after")
    def _whole(self) -> "Money":
        if (self.amount is None) != (self.currency is None):
            raise PydanticCustomError("amount_and_currency", "an amount and its currency")
        if self.amount is None and self.printed is None:
            raise PydanticCustomError("sum_missing", "neither an amount nor what is printed")
        return self


class Share(Noun):
    """What part of the costs is whose: a percentage, or what is printed of it."""

    actor: ActorRef
    percent: Number | None = None
    printed: Line | None = None

    @model_validator(mode="after")
    def _says_something(self) -> "Share":
        if self.percent is None and self.printed is None:
            raise PydanticCustomError("share_missing", "neither a percentage nor what is printed")
        if self.percent is not None and not 0 <= self.percent <= 100:
            raise PydanticCustomError("share_range", "a percentage is 0 to 100")
        return self


class Step(Noun):
    """A step of a procedure: what is done, within which time, by whom."""

    text: Line
    within: TimeLimit | None = None
    who: ActorRef | None = None


class Notice(Noun):
    """How long before the end notice has to be given: in whole months where they are told."""

    months: Count | None = None
    printed: Line | None = None

    @model_validator(mode="after")
    def _says_something(self) -> "Notice":
        if self.months is None and self.printed is None:
            raise PydanticCustomError("notice_missing", "neither months nor what is printed")
        return self


class Provision(Record):
    """A rule of the game: costs, termination, disputes, accession, amendment and others.

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
