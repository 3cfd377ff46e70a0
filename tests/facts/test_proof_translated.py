"""A base of which every name and text is translated says the same as before, in other words."""

import shutil
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from tests.conftest import LIVED, Yp
from yhdyspinta_cli import store
from yhdyspinta_cli.facts import translated
from yhdyspinta_cli.model.catalogue import KINDS

pytestmark = pytest.mark.proof

SIGN = "\N{DOUBLE DAGGER}"
DAY = "2025-12-31"

CSV = (
    *(("list", kind.plural) for kind in KINDS if kind.word != "translation"),
    *((question,) for question in ("status", "obligations", "counterparts", "rotation", "gaps")),
    *(("who-owns", code) for code in ("A1", "B2", "J2", "C1", "D6")),
    *(("owned-by", who) for who in ("hallavesi", "tuulikannas", "kunnat")),
    ("status", "matrix"),
    ("calendar", "--year", "2025"),
    ("what-if", "--remove", "hyvinvointipalvelut"),
    ("event", "list"),
)
PAGES = (
    ("report", "--year", "2025", "--only", "brief,state,measures,indicators,parties,errors"),
    ("report", "--year", "2025", "--only", "obligations,structures,law,reading"),
    ("report", "--year", "2025", "--party", "hallavesi"),
    ("report", "--year", "2025", "--interface", "a"),
    ("report", "--for", "yhteistyofoorumi", "--on", "2025-12-10"),
    ("calendar", "--year", "2025", "--format", "ics"),
)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The lived-in region with a sign behind each of its texts in Swedish."""
    root = tmp_path_factory.mktemp("whole") / "base"
    shutil.copytree(LIVED, root)
    # Neither of the two has a history.
    shutil.copytree(LIVED, root.parent / "untranslated")
    texts = [
        {"id": key, "field": field, "text": signed(text), "original": text}
        for key, entry in store.load(root).kb.entries.items()
        for field, text in translated.texts(entry.record).items()
    ]
    assert len(texts) > 400
    (root / "data/translations").mkdir()
    with (root / "data/translations/sv.yaml").open("w", encoding="utf-8") as file:
        YAML(typ="safe", pure=True).dump({"id": "sv", "texts": texts}, file)
    return root


def signed(text: str) -> str:
    """Return a text with the sign at its end: before a full stop, which a sentence may add."""
    return f"{text[:-1]}{SIGN}." if text.endswith(".") else f"{text}{SIGN}"


@pytest.mark.parametrize("line", [*CSV, *PAGES], ids=" ".join)
def test_nothing_but_the_words_changes(
    line: tuple[str, ...], whole: Path, yp: Yp, monkeypatch: pytest.MonkeyPatch
) -> None:
    # What is in no commit is as new as its calendar.
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767139200")
    form = ("--csv", "--as-of", DAY) if line in CSV else ()
    before = yp(*line, *form, "--lang", "sv", cwd=whole.parent / "untranslated")
    after = yp(*line, *form, "--lang", "sv", cwd=whole)
    assert (after.code, after.err) == (before.code, before.err)
    assert plain(after.out) == plain(before.out)
    # A list of nothing, and one of what has no texts, has nothing to translate.
    if line[:1] != ("list",):
        assert SIGN in after.out


def plain(text: str) -> list[str]:
    """Return the lines without the signs, the digest of the data and the folds of a calendar."""
    lines = text.replace("\r\n ", "").replace(SIGN, "").splitlines()
    return [line for line in lines if not line.startswith("Sammanställd med yp")]
