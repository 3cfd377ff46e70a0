"""Words of one's own: a label of a standard word, kept, shown, offered and taken everywhere."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.test_completion import completed
from tests.conftest import REGION, Yp
from yhdyspinta_cli.model.own_words import SETS, declared, standard, written

DECLARED = """vocabulary:
  states:
    - {word: lykätty, means: paused}
    - {word: på vent, means: paused}
    - {word: rullaa, means: in-progress}
    - {word: Valmiiksi saatettu, means: completed}
  event_kinds:
    - {word: kuuleminen, means: meeting}
    - {word: lautakunnan päätös, means: decision}
  party_types:
    - {word: terveyssäätiö, means: other}
    - {word: kauppala, means: municipality}
  body_types:
    - {word: valiokunta, means: board}
"""


def declare(root: Path, vocabulary: str) -> None:
    agreement = root / "data/agreement.yaml"
    agreement.write_text(agreement.read_text("utf-8").rstrip("\n") + "\n" + vocabulary, "utf-8")


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def rows(out: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(out)))


@pytest.fixture
def own(region: Path) -> Path:
    """The region with words of its own, in the types of a party and a body as well."""
    declare(region, DECLARED)
    replace(region / "data/parties.yaml", "type: regional-council", "type: terveyssäätiö")
    replace(region / "data/parties.yaml", "type: municipality", "type: kauppala")
    replace(region / "data/bodies/foorumi.yaml", "type: forum", "type: valiokunta")
    return region


@pytest.fixture
def told(own: Path, yp: Yp) -> Path:
    """The same, in which things were reported in its words."""
    for line in (
        ["status", "set", "J1", "LYKÄTTY", "--on", "2024-03-01", "--by", "hiidenmaa"],
        ["status", "set", "A1", "på-vent", "--on", "2024-04-01", *("--party", "koivula")],
        ["status", "set", "A1", "paused", "--on", "2024-04-01", *("--party", "ohkola")],
        ["event", "add", "kuuleminen", "Kuultiin", "--on", "2024-04-04", "--body", "foorumi"],
    ):
        done = yp(*line, cwd=own)
        assert done.code == 0, done.err
    return own


def test_a_record_keeps_the_word_and_is_sound(told: Path, yp: Yp) -> None:
    assert " 0 errors, 0 warnings" in yp("validate", "--as-of", "2024-06-30", cwd=told).out
    kept = [path.read_text("utf-8") for path in sorted((told / "data/updates/2024").iterdir())]
    assert [text.partition("state: ")[2].partition("\n")[0] for text in kept] == [
        "lykätty",
        "på vent",
        "paused",
    ]
    (event,) = (told / "data/events/2024").iterdir()
    assert "type: kuuleminen\n" in event.read_text("utf-8")


def test_two_words_of_one_meaning_are_two_files(told: Path, yp: Yp) -> None:
    """The name of a file follows from the word that is kept."""
    again = ["status", "set", "J1", "på vent", "--on", "2024-03-01", "--by", "hiidenmaa"]
    assert yp(*again, cwd=told).code == 0
    assert len(list((told / "data/updates/2024").glob("2024-03-01-asuminen-*.yaml"))) == 2


def test_a_correction_takes_an_own_word(told: Path, yp: Yp) -> None:
    (wrong,) = (told / "data/updates/2024").glob("*asuminen*")
    assert yp("status", "correct", wrong.stem, "rullaa", cwd=told).code == 0
    assert "rullaa" in yp("status", "show", "J1", cwd=told).out
    merged = yp("status", "set", "A2", "merged", "--into", "A1", "--on", "2024-05-01", cwd=told)
    assert merged.code == 0


def test_what_is_shown_says_the_own_word(told: Path, yp: Yp) -> None:
    def out(*line: str) -> str:
        return " ".join(yp(*line, "--as-of", "2024-06-30", cwd=told).out.split())

    assert "State lykätty (2024-03-01)" in out("who-owns", "J1")
    assert "State lykätty (2024-03-01)" in out("show", "J1")
    assert "2024-04-01 Koivula: på vent;" in out("status", "show", "A1")
    assert "2024-04-01 Öhkölä: paused;" in out("status", "show", "A1")
    assert "A1 på vent Koivula" in out("list", "updates")
    assert "2024-04-04 kuuleminen Kuultiin" in out("event", "list")
    assert "2024-04-04 kuuleminen Kuultiin" in out("calendar", "--year", "2024")
    assert "Hiidenmaan liitto terveyssäätiö" in out("list", "parties")
    assert "Kind valiokunta" in out("owned-by", "foorumi")
    assert "Kind kauppala" in out("show", "alberga")
    assert "II paused: lykätty, på vent" in out("status", "matrix")
    overview = out("status")
    assert "1 paused" in overview
    assert "In the data's own words: lykätty 1 (paused)." in overview
    assert "J1 lykätty (2024-03-01)" in out("search", "lykätty")


def test_json_and_csv_give_both(told: Path, yp: Yp) -> None:
    def answer(*line: str) -> list[dict[str, object]]:
        found = json.loads(yp(*line, "--json", "--as-of", "2024-06-30", cwd=told).out)
        answered: list[dict[str, object]] = found["answer"]
        return answered

    updates = {(u["state"], u.get("word")) for u in answer("list", "updates")}
    assert {("paused", "lykätty"), ("paused", "på vent"), ("paused", None)} <= updates
    (event,) = (e for e in answer("event", "list") if "word" in e)
    assert (event["type"], event["word"]) == ("meeting", "kuuleminen")
    shown = json.loads(yp("show", "foorumi", "--json", cwd=told).out)["answer"]
    assert (shown["type"], shown["word"]) == ("board", "valiokunta")
    found = rows(yp("status", "--csv", "--as-of", "2024-06-30", cwd=told).out)
    assert (found[0]["State"], found[0]["Standard word"]) == ("lykätty", "paused")
    parties = rows(yp("list", "parties", "--csv", cwd=told).out)
    assert {(p["Kind"], p["Standard word"]) for p in parties} >= {
        ("terveyssäätiö", "other"),
        ("kauppala", "municipality"),
    }
    assert "Standard word" not in yp("list", "parties", "--csv", cwd=REGION).out


def test_a_filter_asks_what_the_standard_word_asks(told: Path, yp: Yp) -> None:
    asked = ("list", "measures", "--as-of", "2024-06-30", "--state")
    found = yp(*asked, "på vent", cwd=told)
    assert found.out == yp(*asked, "paused", cwd=told).out
    assert "J1" in found.out


def test_what_follows_from_a_state_follows_from_its_meaning(own: Path, yp: Yp) -> None:
    """Who has told that it is done is asked for evidence, whatever the word."""
    done = ["status", "set", "B1", "valmiiksi saatettu", "--on", "2024-05-01", "--by", "hiidenmaa"]
    warned = yp(*done, cwd=own)
    assert warned.code == 0
    assert "Valmiiksi saatettu" in yp("show", "B1", "--as-of", "2024-06-30", cwd=own).out
    late = yp("gaps", "--kind", "no-information", "--as-of", "2024-06-30", cwd=own).out
    assert "B1" not in late
    decided = yp(
        *("event", "add", "lautakunnan päätös", "Päätettiin", "--on", "2024-05-02"),
        *("--measure", "J1", "--appoints", "koivula", "--body", "foorumi"),
        cwd=own,
    )
    assert decided.code == 0, decided.err
    assert "Koivula" in yp("who-owns", "J1", "--as-of", "2024-06-30", cwd=own).out


def test_an_obligation_may_name_own_kinds_of_event(own: Path, yp: Yp) -> None:
    obligations = own / "data/obligations.yaml"
    replace(obligations, "events:\n        - meeting", "events:\n        - kuuleminen")
    assert " 0 errors" in yp("validate", cwd=own).out
    shown = yp("show", "velvoite-foorumi", cwd=own).out
    assert "kuuleminen, of the body Hiidenmaan foorumi" in " ".join(shown.split())
    met = yp("obligations", "--year", "2023", cwd=own).out
    assert met == yp("obligations", "--year", "2023", cwd=REGION).out


def test_a_clock_may_be_started_by_an_own_kind_of_event(own: Path, yp: Yp) -> None:
    obligations = own / "data/obligations.yaml"
    text = obligations.read_text("utf-8")
    start = text.index("rhythm:", text.index("id: velvoite-foorumi"))
    end = text.index("binding:", start)
    clock = "rhythm:\n      within: {n: 30, unit: days, after: kuuleminen}\n    "
    obligations.write_text(text[:start] + clock + text[end:], "utf-8")
    assert " 0 errors" in yp("validate", cwd=own).out
    shown = " ".join(yp("show", "velvoite-foorumi", cwd=own).out.split())
    assert "within 30 days after: kuuleminen" in shown
    due = yp("obligations", "--year", "2022", "--as-of", "2023-06-30", cwd=own).out
    assert "Foorumi" in due


def test_the_report_says_the_own_words_and_counts_the_standard_ones(told: Path, yp: Yp) -> None:
    asked = ("report", "--year", "2024", "--as-of", "2024-12-31", "--lang", "en")
    page = yp(*asked, "--format", "html", cwd=told).out
    assert (
        '<span class="badge s-paused" aria-hidden="true">II</span> <span lang="fi">lykätty' in page
    )
    assert '<span lang="fi">på vent</span> (paused)' in page
    assert (
        '<strong><span lang="fi">Hiidenmaan foorumi</span></strong>'
        ' (<span lang="fi">valiokunta</span>)' in page.replace("\u00ad", "")
    )
    text = yp(*asked, "--format", "md", cwd=told).out
    assert "0 completed" not in text
    assert "| Kuultiin · kuuleminen |" in text
    assert "på vent: Koivula" in text
    assert "paused: Öhkölä" in text
    assert "| Hiidenmaan liitto · terveyssäätiö |" in text
    assert "counted as what they mean: lykätty (paused), på vent (paused)" in text
    sheet = yp(*asked, "--party", "koivula", cwd=told).out
    assert "på vent" in sheet


def test_a_word_of_the_data_is_inert_in_the_report(region: Path, yp: Yp) -> None:
    declare(region, 'vocabulary:\n  states:\n    - {word: "<b>|{{ x }}", means: paused}\n')
    done = yp(
        *("status", "set", "J1", "<b>|{{ x }}", "--on", "2024-03-01", "--by", "hiidenmaa"),
        cwd=region,
    )
    assert done.code == 0
    asked = ("report", "--year", "2024", "--as-of", "2024-12-31")
    page = yp(*asked, "--format", "html", cwd=region).out
    assert "&lt;b&gt;|{{ x }}" in page
    assert "<b>" not in page
    assert "\n| J1 | <b>" not in yp(*asked, cwd=region).out


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("yp status set J1 l", ["lykätty"]),
        ("yp status set J1 p", ["på-vent", "paused"]),
        ("yp status set J1 valm", ["valmiiksi-saatettu"]),
        ("yp list measures --state r", ["rullaa"]),
        ("yp event add k", ["kuuleminen"]),
    ],
)
def test_the_shell_offers_them(own: Path, line: str, offered: list[str], yp_process: Yp) -> None:
    assert completed(line, yp_process, own) == offered


def test_a_broken_declaration_offers_nothing(region: Path, yp_process: Yp) -> None:
    declare(region, "vocabulary: {states: [lykätty, {word: 3}, {means: paused}], x: 1}\n")
    assert completed("yp status set J1 l", yp_process, region) == []


def test_a_typo_is_told_with_what_was_meant(own: Path, yp: Yp) -> None:
    wrong = yp("status", "set", "J1", "lykäty", "--on", "2024-03-01", cwd=own)
    assert wrong.code == 2
    assert "did you mean 'lykätty'?" in wrong.err
    assert "rullaa" in wrong.err
    assert "cancelled" in wrong.err
    kind = yp("event", "add", "kuulemine", "Kuultiin", "--on", "2024-03-01", cwd=own)
    assert kind.code == 2
    assert "did you mean 'kuuleminen'?" in kind.err


def test_an_unknown_word_of_a_record_is_told_with_all_there_are(own: Path, yp: Yp) -> None:
    update = own / "data/updates/2023/2023-09-01-turvasuunnitelmat-5e6f70.yaml"
    replace(update, "state: in-progress", "state: rulla")
    told = yp("validate", cwd=own).out
    assert "error YP104 'state' cannot be 'rulla'" in told
    assert "did you mean 'rullaa'?" in told
    replace(update, "state: rulla", "state: xyz")
    told = yp("validate", cwd=own).out
    assert "lykätty, på vent, rullaa, Valmiiksi saatettu" in told
    replace(own / "data/bodies/foorumi.yaml", "type: valiokunta", "type: lykätty")
    assert "'type' cannot be 'lykätty'" in yp("validate", cwd=own).out


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ("{word: jäissä}", "YP102 the key 'means' is missing"),
        ("{word: jäissä, means: pausd}", "YP104 'means' cannot be 'pausd'"),
        ("{word: completed, means: paused}", "YP211 'completed' is a standard word"),
        ("{word: disputed, means: paused}", "YP211 'disputed' is a standard word"),
        ("{word: Lykätty, means: cancelled}", "YP211 the word 'Lykätty' is declared already"),
        ("{word: '', means: paused}", "YP106 'word' is empty"),
    ],
)
def test_a_declaration_that_means_nothing_is_an_error_at_its_line(
    region: Path, yp: Yp, entry: str, told: str
) -> None:
    declare(
        region, f"vocabulary:\n  states:\n    - {{word: lykätty, means: paused}}\n    - {entry}\n"
    )
    line = len((region / "data/agreement.yaml").read_text("utf-8").splitlines())
    shown = yp("validate", "--output-format", "concise", cwd=region)
    assert shown.code == 1
    (found,) = (one for one in shown.out.splitlines() if " error " in one)
    assert found.startswith(f"data/agreement.yaml:{line}:")
    assert told in found


def test_records_with_a_word_that_is_not_declared_well_are_not_told_one_by_one(
    region: Path, yp: Yp
) -> None:
    declare(region, "vocabulary:\n  states:\n    - {word: lykätty, means: pausd}\n")
    update = region / "data/updates/2023/2023-09-01-turvasuunnitelmat-5e6f70.yaml"
    replace(update, "state: in-progress", "state: lykätty")
    told = yp("validate", "--output-format", "concise", cwd=region).out
    assert told.count(" error ") == 1
    assert "did you mean 'paused'" in yp("validate", cwd=region).out
    # What nobody can tell is not counted as anything.
    assert "lykätty" not in yp("list", "updates", cwd=region).out


def test_what_is_written_and_what_is_read_are_one(own: Path) -> None:
    """The words that the loader reads from the file are those that the record declares."""
    from yhdyspinta_cli import store

    loaded = store.load(own)
    read = written(loaded.trees["data/agreement.yaml"].root.plain())
    assert read.means == declared(loaded.kb.agreement.vocabulary).means
    assert not any(read.broken.values())
    assert all(read.standard(of, word) == word for of in SETS for word in standard(of))
    assert read.meaning("states", "paused") == ("lykätty", "på vent")
