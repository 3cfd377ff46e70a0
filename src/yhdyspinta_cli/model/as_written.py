"""A value of the model as its file has it: maps, lists and plain values."""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from yhdyspinta_cli.model.actors import Membership
from yhdyspinta_cli.model.moment import Moment
from yhdyspinta_cli.model.noun import Noun, fields_of
from yhdyspinta_cli.model.own_words import Worded


def plain(
    value: object,
    moment: Callable[[Moment], object],
    keeps: Callable[[str, object], bool] = lambda name, value: True,
    *,
    own_words: bool = True,
) -> Any:
    """Return a value of the model as maps, lists and plain values, as its file has it.

    Without `own_words` the standard ones stand where the file has words of one's own. `moment`
    writes a day, month or year. Of a noun the fields are left out that are empty, and those that
    are not to be kept; so is what only stands in for a noun that is not told. Raises TypeError for
    anything that no field holds.
    """
    if isinstance(value, Membership) and (value.start, value.end) == (None, None):
        return value.actor
    if isinstance(value, Noun):
        return {
            name: plain(
                value.as_written(name, held) if own_words and isinstance(value, Worded) else held,
                moment,
                keeps,
                own_words=own_words,
            )
            for name, field in fields_of(type(value)).items()
            if (held := getattr(value, name)) not in (None, (), {})
            and not (isinstance(held, Noun) and held is field.default)
            and keeps(name, held)
        }
    if isinstance(value, tuple):
        return [plain(item, moment, keeps, own_words=own_words) for item in value]
    if isinstance(value, dict):
        return {key: plain(item, moment, keeps, own_words=own_words) for key, item in value.items()}
    if isinstance(value, Moment):
        return moment(value)
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    if isinstance(value, str | int | Decimal | date) or value is None:
        return value
    raise TypeError(type(value).__name__)
