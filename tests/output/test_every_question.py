"""Every question on the shipped data: 80 columns, no colour, harmless cells, Finnish order."""

import csv
import io
import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any, get_args, get_origin

import pytest

from tests.conftest import SHIPPED, Yp
from yhdyspinta_cli import language, store
from yhdyspinta_cli.language import FINNISH, sort_key
from yhdyspinta_cli.model.catalogue import KINDS
from yhdyspinta_cli.model.noun import Noun, fields_of
from yhdyspinta_cli.output import card as card_form
from yhdyspinta_cli.output import (
    card_forms,
    json_form,
    layout,
    lists,
    owners_forms,
    page_text,
    records,
)
from yhdyspinta_cli.output import counterparts as counterparts_form
from yhdyspinta_cli.output import gaps as gaps_form
from yhdyspinta_cli.output import owners as owners_form
from yhdyspinta_cli.output import search as search_form
from yhdyspinta_cli.output import what_if as what_if_form
from yhdyspinta_cli.output.layout import Page, Table
from yhdyspinta_cli.queries import card, counterparts, filters, gaps, owners, search, what_if
from yhdyspinta_cli.wording.field_names import _NAMES
from yhdyspinta_cli.wording.words import _WORDS

KB = store.load(SHIPPED).kb
DAY = date(2024, 12, 31)

QUESTIONS = [
    ["list"],
    ["list", "signatures", "--include-personal"],
    ["list", "bodies", "--interface", "a"],
    ["who-owns", "E4", "--why"],
    ["owned-by", "pshva", "--why"],
    ["gaps", "--party", "kuopio"],
    ["counterparts"],
    ["search", "hyvinvointi"],
    ["what-if", "--remove", "hyte-palvelualue"],
    ["status"],
    ["obligations", "--year", "2025"],
]
"""A command line of each family; everything else is asked of the layers below."""


def is_plain(text: str) -> bool:
    """True for text of at most 80 columns, without colour and without blanks at the ends."""
    lines = text.splitlines()
    return "\x1b" not in text and all(len(line) <= 80 and line == line.rstrip() for line in lines)


def is_harmless(table: Table) -> bool:
    """True where both forms of CSV have rows of one length and no cell that is a formula."""
    for excel, delimiter in ((None, ","), (FINNISH, ";")):
        text = layout.csv(table, excel=excel)
        assert text.startswith("\ufeff") == bool(excel)
        rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff")), delimiter=delimiter))
        cells = [cell for row in rows for cell in row]
        if len({len(row) for row in rows}) != 1 or any(map(_FORMULA.match, cells)):
            return False
    return True


_FORMULA = re.compile(r"\s*(?:[=+@＝＋＠]|[-－]\D)")


@pytest.mark.parametrize("arguments", QUESTIONS, ids=" ".join)
def test_a_command_of_each_family(arguments: list[str], yp: Yp) -> None:
    for lang in ("en", "fi"):
        result = yp(*arguments, "--lang", lang, cwd=SHIPPED)
        assert result.code == 0, result.err
        assert is_plain(result.out)
    body = json.loads(yp(*arguments, "--json", cwd=SHIPPED).out)
    assert set(body) == {"schema_version", "kind", "answer"}
    assert yp(*arguments, "--csv-excel", cwd=SHIPPED).out.startswith("\ufeff")
    assert yp(*arguments, "--csv", "--json", cwd=SHIPPED).code == 2


def _answers() -> Iterator[tuple[str, Page, Table, Any]]:
    """Yield every answer there is about the shipped data: its name, page, table, JSON."""
    for kind in KINDS:
        records_ = filters.select(KB, kind.record, filters.Wanted(), DAY)
        table = lists.table(KB, records_, kind.word, DAY)
        page = lists.page(KB, records_, kind.word, DAY)
        yield f"list {kind.plural}", page, table, lists.json(KB, records_, DAY)
    for measure in KB.measures:
        owned = owners.owners(KB, measure, DAY)
        table, json_ = owners_forms.table(KB, owned), owners_forms.json(KB, owned)
        for why in (False, True):
            yield f"who-owns {measure.code}", owners_form.page(KB, owned, why=why), table, json_
    for actor in KB.all_actors:
        found = card.card(KB, actor, DAY)
        table, json_ = card_forms.table(KB, found), card_forms.json(KB, found)
        for why in (False, True) if actor in KB.parties else (False,):
            yield f"owned-by {actor.id}", card_form.page(KB, found, why=why), table, json_
        removal = what_if.removal(KB, actor, DAY)
        whole = what_if_form.page(KB, removal)
        table, json_ = what_if_form.table(KB, removal), what_if_form.json(KB, removal)
        yield f"what-if {actor.id}", whole, table, json_
    ledger = gaps.ledger(KB, DAY)
    yield "gaps", gaps_form.page(KB, ledger), gaps_form.table(KB, ledger), gaps_form.json(ledger)
    for by in ("level", "interface"):
        matrix = counterparts.matrix(KB, by, DAY)
        whole, table = counterparts_form.page(KB, matrix), counterparts_form.table(KB, matrix)
        yield f"counterparts {by}", whole, table, counterparts_form.json(KB, matrix)
    for words in ("hyvinvointi", "tilannekuva", "laki 612/2021", "kunta"):
        hits = search.search(KB, words, day=DAY)
        whole, table = search_form.page(KB, hits), search_form.table(KB, hits)
        yield f"search {words}", whole, table, search_form.json(KB, hits)


@pytest.mark.parametrize("lang", [pytest.param("en", marks=pytest.mark.proof), "fi"])
def test_every_answer_fits_80_columns_and_is_harmless(lang: str) -> None:
    with language.speaking(lang):
        answers = list(_answers())
        assert len(answers) > 500
        assert [
            name for name, whole, _t, _j in answers if not is_plain(page_text.text(whole))
        ] == []
        assert [name for name, _p, table, _j in answers if not is_harmless(table)] == []
        for name, _page, _table, body in answers:
            assert json_form.dumps(name, body).startswith("{")


@pytest.mark.parametrize("kind", ["parties", "actors", "bodies", "projects", "abbreviations"])
def test_lists_are_sorted_as_finns_do(kind: str, yp: Yp) -> None:
    names = [
        row["name"] for row in json.loads(yp("list", kind, "--json", cwd=SHIPPED).out)["answer"]
    ]
    assert names == sorted(names, key=sort_key)


# Keys and enumerated words of the data that a reader must not meet.
RAW = re.compile(
    r"\b(?:at_least|one_per|part_of|legal_basis|fulfilled_by|shared_with|no_indicator"
    r"|set-by-group|yes-no|count-of-parties|other-document|not-started|in-progress"
    r"|wellbeing-services-county|regional-council|project-family|diary-number)\b"
    r"|\b(?:per|times|actor|label|printed|rotating|statute|body|events): "
)


def test_show_is_readable_for_every_record() -> None:
    for entry in KB.entries.values():
        told = page_text.text(records.page(KB, entry.record, entry.path))
        name = entry.record.id
        assert is_plain(told), name
        text = " ".join(line.strip() for line in told.splitlines())
        assert not RAW.search(text), (name, RAW.search(text))
        assert "Moment(" not in text, name
        assert "{" not in text, name
        assert is_harmless(records.fields(KB, entry.record, entry.path)), name


def _nouns(kind: type[Noun]) -> list[type[Noun]]:
    return [found for child in kind.__subclasses__() for found in (child, *_nouns(child))]


def _enumerated(annotation: Any) -> list[str]:
    if str(get_origin(annotation)) == "typing.Literal":
        return [value for value in get_args(annotation) if isinstance(value, str)]
    return [value for child in get_args(annotation) for value in _enumerated(child)]


def test_every_enumerated_value_has_a_word_and_every_field_a_name() -> None:
    """A new value or field of the model is noticed here, before a reader meets it in English."""
    apart = {"id", "source", "remarks", "outside", "document", "section", "slide", "row"}
    apart |= {"fact", "named_source", "kind", "corrected", "rule"}
    for noun in _nouns(Noun):
        for name, field in fields_of(noun).items():
            values = [value for value in _enumerated(field.annotation) if value not in _WORDS]
            assert values == [], (noun.__name__, name)
            assert name in _NAMES or name in apart, (noun.__name__, name)


def test_show_of_a_party_in_finnish_uses_finnish_days(yp: Yp) -> None:
    told = yp("show", "ely-keskus", "--as-of", "2026-06-01", "--lang", "fi", cwd=SHIPPED).out
    assert "31.12.2025" in told
    assert "2025-12-31" not in told


def test_people_are_named_only_when_asked_for(yp: Yp) -> None:
    personal = store.load(SHIPPED, personal=True).kb.personal
    assert personal is not None
    name = personal.signatures[0].name
    assert name in yp("list", "signatures", "--include-personal", cwd=SHIPPED).out
    assert name in yp("search", name, "--include-personal", cwd=SHIPPED).out
    hidden = yp("search", name, cwd=SHIPPED)
    assert name not in hidden.out
    refused = yp("list", "signatures", cwd=SHIPPED)
    assert (refused.code, refused.out) == (2, "")
    assert (
        len(
            json.loads(yp("list", "signatures", "--include-personal", "--json", cwd=SHIPPED).out)[
                "answer"
            ]
        )
        == 33
    )
