"""A base of another country: sound, recorded as its script says, answered by every command.

What no output may hold is a name of a Finnish region: of the shipped data or of the fixtures. Its
whole answers are kept in tests/answers/helse.
"""

import json
import re
import shutil
from datetime import date, timedelta
from pathlib import Path

import icalendar
import pytest
import typer

from tests import golden
from tests.conftest import REGION, SHIPPED, TESTS, Yp
from tests.helse import record
from tests.history import lived_line
from tests.project import any_line
from yhdyspinta_cli import __version__, store
from yhdyspinta_cli.cli import app

HELSE = TESTS / "helse"
DAY = ("--as-of", "2025-12-31")
LAST = ("--as-of", "2026-06-30")


def _files(root: Path) -> dict[str, bytes]:
    return {str(p.relative_to(root)): p.read_bytes() for p in (root / "data").rglob("*.yaml")}


def test_it_is_recorded_as_its_script_says(tmp_path: Path) -> None:
    copy = tmp_path / "helse"
    shutil.copytree(HELSE, copy)
    record.renew(copy)
    assert _files(copy) == _files(HELSE)


def test_it_is_sound(yp: Yp) -> None:
    told = yp("validate", *LAST, "--output-format", "json", cwd=HELSE)
    assert told.code == 0
    found = json.loads(told.out)
    assert found["summary"]["errors"] == 0
    # What is told is so: who says "completed" shows nothing for it, and a party is not there yet.
    warned = {d["code"] for d in found["diagnostics"] if d["severity"] == "warning"}
    assert warned == {"YP609", "YP624"}


QUESTIONS = [
    ["status"],
    ["status", "show", "1.2"],
    ["status", "matrix"],
    ["who-owns", "5.2", "--why"],
    ["who-owns", "3.1"],
    ["owned-by", "elvedokka"],
    ["owned-by", "samhandlingssjefen"],
    ["gaps"],
    ["obligations", "--year", "2025"],
    ["calendar", "--year", "2025"],
    ["rotation"],
    ["counterparts"],
    ["search", "pasienter"],
    ["what-if", "--remove", "granmoen"],
    ["list", "measures"],
    ["list", "provisions"],
    ["list", "citations"],
    ["list", "events"],
    ["list", "values"],
    ["show", "storvidda-avtalen"],
    ["show", "helse-storvidda"],
    ["show", "bestemmelse-kostnader"],
    ["show", "plikt-arsrapport"],
    ["report", "--year", "2025"],
    ["report", "--year", "2024", "--format", "html"],
    ["report", "--party", "ostervidda"],
    ["report", "--interface", "delavtale-3"],
    ["calendar", "--year", "2025", "--format", "ics"],
]


def _foreign() -> re.Pattern[str]:
    """Return what finds a name of another region's party, region or agreement."""
    names = {"Pohjois-Savo", "Kuopio", "Siilinjärvi"}
    for root in (SHIPPED, REGION, TESTS / "lived"):
        kb = store.load(root).kb
        names |= {kb.agreement.region} | {party.name for party in kb.parties}
    return re.compile("|".join(rf"(?<!\w){re.escape(name)}" for name in sorted(names)))


FOREIGN = _foreign()


@pytest.mark.parametrize("line", QUESTIONS, ids=" ".join)
@pytest.mark.parametrize("spoken", ["en", "fi"])
def test_every_question_is_answered_of_it_and_of_nothing_else(
    yp: Yp, line: list[str], spoken: str
) -> None:
    day = list(DAY)
    told = yp(*line, *day, "--lang", spoken, cwd=HELSE)
    assert told.code == 0, told.err
    assert told.out.strip()
    assert FOREIGN.findall(told.out) == []
    if line[0] != "report" and "ics" not in line:
        flat = yp(*line, *day, "--json", "--lang", spoken, cwd=HELSE)
        assert flat.code == 0, flat.err
        assert FOREIGN.findall(flat.out) == []


def test_it_shows_what_its_country_writes(yp: Yp) -> None:
    shown = yp("show", "strategisk-samarbeidsutvalg", cwd=HELSE).out
    assert "§ 6-5" in shown
    assert "§ 6-5 §" not in shown
    basis = yp("list", "citations", cwd=HELSE).out
    assert "§\u00a06-1" in basis
    calendar = yp("calendar", "--year", "2025", "--format", "ics", cwd=HELSE)
    found = icalendar.Calendar.from_ical(calendar.out)
    assert str(found["x-wr-timezone"]) == "Europe/Oslo"
    assert "no Norwegian Bokmål" in calendar.err
    page = yp("report", "--year", "2025", "--format", "html", *DAY, cwd=HELSE)
    assert re.findall(r'<html lang="([a-z]+)"', page.out) == ["en"]
    assert set(re.findall(r'<span lang="([a-z]+)">', page.out)) == {"nb"}
    table = yp("list", "values", "--csv-excel", cwd=HELSE).out
    assert "31.12.2024;'5.1;97,5;" in table
    aims = yp("list", "indicators", "--csv-excel", cwd=HELSE).out
    assert "96,2" in aims
    assert "96.2" not in aims


def test_a_norwegian_identity_number_in_a_note_is_found(yp: Yp, tmp_path: Path) -> None:
    copy = tmp_path / "helse"
    shutil.copytree(HELSE, copy)
    file = copy / "data/needs.yaml"
    text = file.read_text("utf-8").replace("ved utskriving.", "ved utskriving av 13097248022.")
    file.write_text(text, "utf-8")
    told = yp("validate", *LAST, cwd=copy)
    assert told.code == 1
    assert "YP704" in told.out
    assert "13097248022" not in told.out


@pytest.mark.golden
@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("report.md", ["--year", "2025"]),
        ("report.html", ["--year", "2025", "--format", "html"]),
        ("report-2026.md", ["--year", "2026", *LAST]),
    ],
)
def test_the_whole_report(yp: Yp, tmp_path: Path, name: str, arguments: list[str]) -> None:
    base = tmp_path / "helse"
    shutil.copytree(HELSE, base)
    done = yp("report", *arguments, cwd=base)
    assert done.code == 0
    assert done.err == "yp: the program has no Norwegian Bokmål; its own words are in English\n"
    golden.same(
        TESTS / "answers" / "helse" / name, done.out.replace(f"yp {__version__}", "yp VERSION")
    )


COMMANDS = [
    "",
    "guide 1",
    "init ../ny --region Ny --title Avtale --start 2026-01-01 --language nb --party Nyvik;kommune",
    "validate --as-of 2026-06-30",
    "explain YP307",
    "rules",
    "keys measure",
    "fmt",
    "schema values",
    "list obligations",
    "show 2.1",
    "search avvik",
    "who-owns 2.1",
    "owned-by fossholmen --as-of 2025-06-30",
    "history 2.1 --fields",
    "history --since 2025-01-01",
    "gaps --party bjorkvag",
    "counterparts --by interface",
    "what-if --remove fossholmen --as-of 2025-01-01",
    "obligations --actor helse-storvidda --year 2025",
    "calendar --year 2026",
    "rotation fagrad-digital",
    "report --party kvitnes --year 2026 --as-of 2026-06-30",
    "status show 5.2",
    "status matrix --as-of 2024-06-30",
    "status set 2.2 completed --on 2026-06-30 --by granmoen --party granmoen --dry-run",
    "status correct 2025-11-11-digital-hjemmeoppfolging-3f326c24 paused --by elvedokka --dry-run",
    "status --interface delavtale-5",
    "record value 5.1 99,4 --on 2026-06-30 --by helse-storvidda --dry-run",
    "event add meeting Fagråd --on 2026-06-30 --body fagrad-digital --chair elvedokka --dry-run",
    "event list --body strategisk-samarbeidsutvalg",
    "diff --as-of 2024-12-31 --to 2026-06-30",
    "round ask --party granmoen --year 2026 -o granmoen.xlsx --mail",
    "round collect granmoen.xlsx",
    "round status --year 2026",
    "new measure Tavle --interface delavtale-5 --responsible Granmoen --dry-run",
    "new body Fagforum --convener Granmoen --dry-run",
    "new actor Legevakt --type unit --part-of Granmoen --dry-run",
    "new party Nyvik --type municipality --dry-run",
    "new obligation Rapport --doer Granmoen --binding agreement --per year --due 03-01 --dry-run",
    "new need Lokaler --concerns Granmoen --measure 5.2 --dry-run",
    "new project Digitalt --type grant --dry-run",
    "new translation 5.2 --into fi --field title --text Etäseuranta --dry-run",
    "edit 5.1 title=Tavle responsible.0.role=lead --dry-run",
    "import measures tiltak.csv --draft --dry-run",
    "import bodies fora.csv --draft --dry-run",
    "import parties parter.csv --draft --dry-run",
    "import obligations plikter.csv --draft --dry-run",
    "export apne --as-of 2026-06-30",
    "site ../side --as-of 2026-06-30",
    "templates list",
    "templates copy year.j2",
]


def test_no_command_is_forgotten() -> None:
    known = {" ".join(path) for path, _command in any_line.commands(_program())}
    assert {_words(line, known) for line in COMMANDS} == known


def _program() -> object:
    return typer.main.get_command(app.build())


def _words(line: str, known: set[str]) -> str:
    """Return the words of a line that name its command, the longest that are one."""
    words = line.split()
    found = (" ".join(words[:n]) for n in (2, 1) if " ".join(words[:n]) in known)
    return next(found, "")


TABLES = {
    "tiltak.csv": "Code;Measure;Responsible\n9.1;Felles tavle;Granmoen\n",
    "fora.csv": "Name;Members\nNytt fagråd;Granmoen\n",
    "parter.csv": "Name;Type\nNyvik;municipality\n",
    "plikter.csv": "Obligation;Responsible;Binding\nMelde tall hvert år;Granmoen;agreement\n",
}

FINNISH = re.compile(r"Helsinki|Finnish|henkilötunnus|kunnat\b|€|\b[A-J]\d\b")
"""What speaks of Finland, or is a code of a measure as Finnish programmes have them."""


@pytest.mark.parametrize("line", COMMANDS, ids=lambda line: line or "bare")
def test_every_command_answers_and_presumes_no_finland(yp: Yp, tmp_path: Path, line: str) -> None:
    base = tmp_path / "helse"
    shutil.copytree(HELSE, base)
    for name, text in TABLES.items():
        (base / name).write_text(text)
    if line.startswith("round collect"):
        assert yp(*COMMANDS[COMMANDS.index(line) - 1].split(), cwd=base).code == 0
    if line.startswith("history"):
        lived_line.committed(base)
    done = yp(*line.split(), cwd=base)
    assert done.code == 0, (done.out, done.err)
    assert (done.out + done.err).strip()
    # What these tell is of every base: the examples in them are of the shipped data.
    if line.split()[:1] not in (["explain"], ["rules"], ["keys"], ["schema"], ["guide"]):
        assert FINNISH.findall(done.out + done.err) == []


def test_its_calendar_read_back_has_every_due_day_in_its_zone(yp: Yp) -> None:
    told = yp("calendar", "--year", "2025", "--format", "ics", *LAST, cwd=HELSE)
    found = icalendar.Calendar.from_ical(told.out)
    assert str(found["prodid"]) == "-//yhdyspinta//yp//EN"
    assert str(found["x-wr-timezone"]) == "Europe/Oslo"
    entries = {str(one["uid"]).split("@")[0]: one for one in found.walk("VEVENT")}
    days = {key: one.decoded("dtstart") for key, one in entries.items()}
    due = {key: day for key, day in days.items() if key.startswith("plikt-")}
    assert due == {
        "plikt-arsrapport-2025": date(2025, 3, 1),
        "plikt-avvik-after-2025-01-13": date(2025, 2, 3),
        "plikt-avvik-after-2025-09-01": date(2025, 9, 22),
        "plikt-ssu-moter-2025-q1": date(2025, 3, 31),
        "plikt-ssu-moter-2025-q2": date(2025, 6, 30),
        "plikt-ssu-moter-2025-q3": date(2025, 9, 30),
        "plikt-ssu-moter-2025-q4": date(2025, 12, 31),
        "plikt-tall-2025-h1": date(2025, 6, 30),
        "plikt-tall-2025-h2": date(2025, 12, 31),
        "plikt-gjennomgang-2024--2025": date(2025, 12, 31),
    }
    assert days["fossholmen-left"] == date(2025, 6, 30)
    assert days["felles-rehabiliteringsteam-due"] == date(2025, 6, 30)
    # Each is a whole day: the end is the next one.
    assert {one.decoded("dtend") - one.decoded("dtstart") for one in entries.values()} == {
        timedelta(days=1)
    }
    unsure = {key for key, one in entries.items() if str(one["status"]) == "TENTATIVE"}
    assert unsure == {
        "plikt-arsrapport-2025",
        "plikt-avvik-after-2025-09-01",
        "plikt-ssu-moter-2025-q3",
        "plikt-tall-2025-h1",
    }


def test_a_report_after_1_march_is_late_and_one_on_the_day_is_not(yp: Yp) -> None:
    told = yp("obligations", "--year", "2025", *LAST, "--json", cwd=HELSE)
    reports = {
        one["party"]: one
        for one in json.loads(told.out)["answer"]["standings"]
        if one["obligation"] == "plikt-arsrapport"
    }
    assert {key for key, one in reports.items() if one["state"] == "met"} == {
        "bjorkvag",
        "granmoen",
        "havsidan",
    }
    assert {key for key, one in reports.items() if one["late"]} == {"havsidan"}
