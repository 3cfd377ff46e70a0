"""Each catalogue is in order, whole, in the language's own signs, and nothing in it is English."""

import io
import itertools
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from tests.conftest import SHIPPED
from yhdyspinta_cli import language

LOCALE = SHIPPED / "src" / "yhdyspinta_cli" / "locale"
FILES = [
    LOCALE / code / "LC_MESSAGES" / f"{domain}.po"
    for code in language.LANGUAGES
    if code != "en"
    for domain in ("yp", "report", "typer")
]
NAMES = r"%\(\w+\)s|\{\w*!?r?\}"
TYPED = rf"{NAMES}|'[^']*'|`[^`]*`|--[a-z-]+|\S*[_/.]\S+|^ .*$|“[^”]*”|”[^”]*”"
"""What keeps its form in every language: places for names, what is typed, keys, paths, a layout."""

ENGLISH = re.compile(
    r"\b(the|and|with|which|are|was|this|that|has|have|been|nobody|of|is|what|whose|where|when|an"
    r"|by|its|no|or|to)\b"
)
KEYS = r"\b(?:per, )?by,? within(?: och| ja)? when\b|\bby-2024\b|\bresponsible \w+ nobody\b|\bno\b"
"""Keys of the data that are named without quotation marks."""

ALIKE = {
    *("commit {id}", "{n} commit", "{n} commits"),
    *("Format", "Mission", "Organisation", "Period", "Program", "Region", "Schema", "Term", "Text"),
    *("definition", "forum", "mission", "text"),
}
"""What is the same word in English and in Swedish, and what git calls a thing."""


def entries(path: Path) -> Iterator[tuple[str, str]]:
    """Yield each form of each translation, with the English that it stands for."""
    for message in read_po(io.BytesIO(path.read_bytes()), abort_invalid=True):
        if not message.id:
            continue
        english = (message.id,) if isinstance(message.id, str) else message.id
        forms = (message.string,) if isinstance(message.string, str) else message.string or ()
        for number, form in enumerate(forms):
            yield english[min(number, len(english) - 1)], form or ""


def faults(path: Path) -> Iterator[str]:
    """Yield what is wrong in a catalogue, in words."""
    raw = path.read_text("utf-8")
    for mark in ("#~", "#, fuzzy"):
        if mark in raw:
            yield f"has {mark}"
    ids = [
        message.id if isinstance(message.id, str) else message.id[0]
        for message in read_po(io.BytesIO(path.read_bytes()))
        if message.id
    ]
    yield from (f"not in order: {one}" for one, after in itertools.pairwise(ids) if one > after)
    if len(re.findall(r"^msgid ", raw, re.MULTILINE)) != len(ids) + 1:
        yield "has a message twice"
    for english, told in entries(path):
        yield from (f"{fault}: {told or english}" for fault in faults_of(english, told))


def faults_of(english: str, told: str) -> Iterator[str]:
    """Yield what is wrong in one translation."""
    if not told.strip():
        yield "is empty"
    if not set(re.findall(NAMES, told)) <= set(re.findall(NAMES, english)):
        yield "has other names in it"
    if re.search(r"\S {2,}\S", told) and not re.search(r"\S {2,}\S", english):
        yield "has a doubled space"
    if set(told) & set("“„«»‘‚") or told.count("”") % 2:
        yield "has the quotation marks of another language"
    if "“" in english and "”" not in told:
        yield "lacks the quotation marks"
    if told.count('"') > english.count('"') and '(")' not in told:
        yield "has straight quotation marks"
    if told == english and told not in ALIKE and re.search(r"[a-z]{3}", re.sub(TYPED, "", told)):
        yield "is English"
    if ENGLISH.search(re.sub(rf"{TYPED}|{KEYS}", " ", told, flags=re.MULTILINE)):
        yield "has English words"


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parts[-3]}/{path.stem}")
def test_a_catalogue_is_tidy(path: Path) -> None:
    assert len(list(entries(path))) > 30
    assert list(faults(path)) == []


@pytest.mark.parametrize(
    ("english", "told", "fault"),
    [
        ("{n} days", "", "is empty"),
        ("{n} days", "{m} dagar", "has other names in it"),
        ("two words", "två  ord", "has a doubled space"),
        ("the “{name}”", "den “{name}”", "has the quotation marks of another language"),
        ("the “{name}”", "den {name}", "lacks the quotation marks"),
        ("the {name}", 'den "{name}"', "has straight quotation marks"),
        ("not started", "not started", "is English"),
        ("the end of {name}", "slutet of {name}", "has English words"),
    ],
)
def test_each_fault_is_found(english: str, told: str, fault: str) -> None:
    assert fault in list(faults_of(english, told))


SPOILT = {
    "#~": lambda raw: raw + '\n#~ msgid "old"\n#~ msgstr "gammal"\n',
    "fuzzy": lambda raw: raw.replace('\nmsgid "Actor"', '\n#, fuzzy\nmsgid "Actor"'),
    "order": lambda raw: raw + '\nmsgid "AAA"\nmsgstr "aaa"\n',
}


@pytest.mark.parametrize("how", SPOILT)
def test_a_spoilt_catalogue_is_found_out(how: str, tmp_path: Path) -> None:
    copy = tmp_path / "yp.po"
    copy.write_text(SPOILT[how](FILES[0].read_text("utf-8")), "utf-8")
    found = list(faults(copy))
    assert any(how in one for one in found), found
