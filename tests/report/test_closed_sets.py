"""The tables of words in the templates have every member of their closed set."""

from collections.abc import Iterator
from typing import get_args

from jinja2 import Environment, nodes

from tests.conftest import SHIPPED
from yhdyspinta_cli import vocabulary
from yhdyspinta_cli.queries import turns
from yhdyspinta_cli.report import brief_asks, duties, headline, readings, series, waiting

SETS = {
    "amendments": set(get_args(vocabulary.AmendmentKind)),
    "asks": set(get_args(brief_asks.AskKind)),
    "changes": set(vocabulary.CHANGE_KINDS),
    "parties": set(get_args(vocabulary.PartyKind)),
    "roles": set(vocabulary.TAKING_PART),
    "seats": set(vocabulary.SEAT_ROLES),
    "answers": set(get_args(series.Answer)),
    "shares": set(headline.SHARES),
    "series": set(get_args(readings.Course)),
    "stages": set(duties.STAGES),
    "turns": {word for one in get_args(turns.What) for word in (get_args(one) or (one,))},
    "waits": set(waiting.WHYS),
}


def tables() -> Iterator[set[str]]:
    """Yield the keys of every table of words that a template reads by a word of the data."""
    environment = Environment(extensions=["jinja2.ext.i18n"], autoescape=True)
    for path in sorted((SHIPPED / "templates").rglob("*.j2")):
        for found in environment.parse(path.read_text("utf-8")).find_all(nodes.Getitem):
            if isinstance(found.node, nodes.Dict) and found.node.items:
                yield {pair.key.as_const() for pair in found.node.items}


def test_a_member_without_its_word_in_a_template_is_named() -> None:
    found = list(tables())
    assert len(found) >= len(SETS)
    for name, members in SETS.items():
        assert members in found, name
    assert [keys for keys in found if keys not in SETS.values()] == []
