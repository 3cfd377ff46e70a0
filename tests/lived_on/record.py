"""What came after: the sequel of the region in `tests/lived`, from 2026 to its next agreement.

`tests/lived_on/data/` is the knowledge base of `tests/lived` a year later. This script takes that
base as it is committed and goes on with it, change by change: two municipalities become one, one
joins another, a party joins and another leaves, the agreement is amended (with new rhythms),
extended, and replaced by a successor whose measures go on with earlier ones. What a change of the
agreement says is written by the edits below, as an official would write it; what happened is
recorded with the program's own commands, as in the base:

    python -m tests.lived_on.record

Every change has the day from which it holds. A base in which only what is known by a day stands
(`known_by`) must answer for that day as the whole one does.
"""

import contextlib
import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tests.lived import record as lived
from tests.lived.record import AREA, COUNCIL, COUNTY, FORUM, RECORDED, SAFETY, STATES, WORK
from tests.lived_on import wording
from yhdyspinta_cli import language

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Change:
    """What is written into the files when something changes, and the first day it holds.

    `signed` is the day on which it was agreed, where a document tells that: known from then on.
    `edits` are a file below `data`, what stands in it once, and what stands there afterwards.
    `files` are new ones.
    """

    day: date
    edits: tuple[tuple[str, str, str], ...] = ()
    files: tuple[tuple[str, str], ...] = ()
    signed: date | None = None


CHANGES = (
    # SHOWS two that become one: Kaislaranta, in the forum's turn order with unfinished measures,
    # and Metsoniemi.
    Change(date(2026, 1, 1), wording.TWO_BECOME_ONE),
    # SHOWS an amendment with a quarter, a half-year, a day of the year and a time after an event.
    Change(date(2026, 1, 1), wording.AMENDMENT, signed=date(2025, 12, 18)),
    # SHOWS a municipality that joins the agreement.
    Change(date(2026, 3, 1), wording.ONE_JOINS),
    # SHOWS a party that leaves and goes on without the agreement, with a chair, a counterpart, a
    # project and unfinished measures.
    Change(date(2026, 7, 1), wording.ONE_LEAVES),
    # SHOWS a seat and a responsibility that pass from one to another on a day.
    Change(date(2026, 8, 1), wording.SEAT_PASSES),
    # SHOWS one that is joined to another, which has never reported anything.
    Change(date(2026, 9, 1), wording.ONE_INTO_ANOTHER),
    # SHOWS an extension that a successor soon overtakes.
    Change(date(2026, 10, 1), wording.EXTENSION),
    # SHOWS a successor agreement: measures with codes of their own that go on with earlier ones,
    # others that end with the first programme, and six that simply hold on.
    Change(date(2027, 1, 1), wording.SUCCESSOR, wording.NEW_MEASURES, signed=date(2026, 11, 19)),
)

# The two rounds of 2026, told as in the base.
ROUNDS = ("2026-06", "2026-11")
ANSWERS_ON = lived.ANSWERS_ON | {"rantaniemi": 16, "kivikallio": 23, "vaskiharju": 24}
TOLD = {
    "hallavesi": "B1 IC   D3 CC   D5 IC   J4 .C",
    "joutsensalo": "B1 C.   C1 C.   D3 I.   D6 C.",
    "kuikkajarvi": "C1 IC   A4 C.",
    "lumikoski": "B1 .C   J5 IC   D5 .I",
    "tervasuo": "D3 CC   D6 C.",
    "aijanselka": "A1 C.   B3 I.   D1 I.",
    # SHOWS a new municipality that takes up some of what its predecessors had begun.
    "rantaniemi": "A1 IC   C1 IC   D4 .I   J5 .C",
    "kivikallio": "A1 NI   C1 .N   D4 I.",
    # SHOWS a successor that takes up one of three.
    "vaskiharju": "D1 .C",
}

# Measure, state, day, who says so, options: told with --party where it is of one party.
REPORTS: tuple[tuple[str, ...], ...] = (
    ("J2", "in-progress", "2026-02-09", COUNCIL),
    ("J3", "in-progress", "2026-05-04", COUNTY, "--progress", "80"),
    ("J4", "in-progress", "2026-09-07", COUNTY),
    # SHOWS a report in the name of one that has merged, and of one that has left.
    ("D4", "in-progress", "2026-02-16", "kaislaranta", "--party", "kaislaranta"),
    ("D4", "completed", "2026-09-14", "joutsensalo", "--party", "joutsensalo"),
    # SHOWS the successor correcting the word of one that has merged.
    ("B3", "not-started", "2026-03-09", "rantaniemi", "--party", "rantaniemi"),
    ("A1", "completed", "2026-10-12", COUNTY, "--evidence", "minutes: HYTE-johtoryhmä 12.10. § 3"),
    ("B2", "completed", "2026-04-13", AREA, "--evidence", "diary-number: TYAL/18/2026"),
    ("B4", "in-progress", "2026-03-30", AREA),
    ("C2", "completed", "2026-11-20", "pelastuslaitos", "--evidence", "harjoituskertomus 2026"),
    ("C4", "in-progress", "2026-10-26", COUNTY, "--progress", "90"),
    ("C5", "completed", "2026-06-08", "turvallisuuspaallikko", "--evidence", "käyttöönotto 8.6."),
    # SHOWS the one who answers from August on reporting in September.
    ("D1", "in-progress", "2026-08-24", "perhepalvelut", "--progress", "85"),
    ("D3", "completed", "2026-09-21", "perhepalvelut", "--evidence", "toimintamalli 21.9.2026"),
)

MEMO, ANNUAL = "velvoite-foorumin-muistio", "velvoite-vuosikysely"
FIGURES, REVIEW = "velvoite-tyollisyysluvut", "velvoite-turvallisuuskatsaus"
WELLBEING = "velvoite-kunnan-hyvinvointiraportti"


def _answer(party: str, day: str) -> tuple[str, ...]:
    return ("report", "Vuosikysely 2025", day, "--party", party, "--fulfils", ANNUAL)


def _figures(title: str, day: str, *more: str) -> tuple[str, ...]:
    return ("report", title, day, "--party", AREA, "--fulfils", FIGURES, *more)


def _review(day: str, *more: str) -> tuple[str, ...]:
    return (
        *("report", "Turvallisuuskatsaus", day, "--by", "pelastuslaitos", "--fulfils", REVIEW),
        *more,
    )


# Kind, title, day, options.
EVENTS: tuple[tuple[str, ...], ...] = (
    # SHOWS a turn that goes on after a merger: the chair of the autumn is the new municipality.
    ("meeting", "Kevään foorumi", "2026-04-16", "--body", FORUM, "--chair", "joutsensalo"),
    ("meeting", "Syksyn foorumi", "2026-10-15", "--body", FORUM, "--chair", "rantaniemi"),
    # SHOWS three weeks after an event: in time, and late.
    ("other", "Muistio", "2026-05-05", "--by", COUNTY, "--fulfils", MEMO),
    ("other", "Muistio", "2026-11-12", "--by", COUNTY, "--fulfils", MEMO),
    # SHOWS a day of the year: in time, on the day itself, late, and not at all. Tervasuo answered
    # before the year of which it is asked was over.
    _answer("hallavesi", "2026-04-20"),
    _answer("rantaniemi", "2026-04-30"),
    _answer("kivikallio", "2026-06-15"),
    _answer("lumikoski", "2026-05-04"),
    _answer("joutsensalo", "2026-04-29"),
    # SHOWS quarters: two in time, and the third nine days late.
    _figures("Luvut 1/2026", "2026-03-27"),
    _figures("Luvut 2/2026", "2026-06-26"),
    _figures("Luvut 3/2026", "2026-10-09", "--period", "2026-q3"),
    # SHOWS half-years: the first is three days late.
    _review("2026-07-03", "--period", "2026-h1"),
    # SHOWS a duty by law of one that merged, done by its successor; and of one that left, which
    # it owes all the same.
    ("report", "Hyvinvointiraportti 2026", "2026-11-16", "--party", "rantaniemi",
     "--fulfils", WELLBEING),
    ("report", "Hyvinvointiraportti 2026", "2026-11-09", "--party", "hallavesi",
     "--fulfils", WELLBEING),
    ("report", "Hyvinvointiraportti 2026", "2026-10-19", "--party", "joutsensalo",
     "--fulfils", WELLBEING),
    ("decision", "Valmiussuunnitelma", "2026-05-11", "--party", "rantaniemi",
     "--fulfils", "velvoite-valmiussuunnitelma"),
    ("meeting", "Keskinen keskustelu", "2026-09-15", "--body", "aluekeskustelut",
     "--area", "keskinen", "--convener", "rantaniemi"),
    ("meeting", "Etelän keskustelu", "2026-09-22", "--body", "aluekeskustelut",
     "--area", "etelainen", "--convener", "vaskiharju"),
    ("meeting", "Työllisyysryhmä", "2026-02-23", "--body", WORK, "--convener", AREA),
    ("meeting", "Turvallisuusryhmä", "2026-05-12", "--body", SAFETY),
    ("meeting", "Turvallisuusryhmä", "2026-11-10", "--body", SAFETY),
    ("exercise", "Varautumisharjoitus", "2026-11-13", "--party", COUNTY, "--by", "pelastuslaitos",
     "--fulfils", "velvoite-varautumisharjoitus"),
    # SHOWS a decision that names the owner of what nobody answered for, and one by which the new
    # agreement comes to be.
    ("decision", "Työturvallisuuden neuvonta", "2026-02-23", "--body", WORK, "--measure", "B6",
     "--appoints", AREA, "--decision", "Toimenpiteestä B6 vastaa työllisyysalue."),
    ("decision", "Seuraajasopimus", "2026-10-15", "--body", FORUM, "--fulfils",
     "velvoite-sopimuksen-paivitys", "--decision", "Uusi sopimus alkaa 1.1.2027."),
)  # fmt: skip

# Indicator's code, value, day, who says so, options.
VALUES: tuple[tuple[str, ...], ...] = (
    ("B1", "10,1", "2026-03-31", AREA),
    ("B1", "9,6", "2026-06-30", AREA),
    ("B1", "9,5", "2026-09-30", AREA),
    ("C3", "119", "2026-06-30", "pelastuslaitos"),
    ("A1", "8", "2026-10-12", COUNTY),
    ("C1", "yes", "2026-11-16", "rantaniemi", "--party", "rantaniemi"),
    ("D1", "6", "2026-08-24", "perhepalvelut"),
)


def apply(root: Path, changes: tuple[Change, ...] = CHANGES) -> None:
    """Write changes into the files in `root`; AssertionError where they do not fit them."""
    for change in changes:
        for name, before, after in change.edits:
            path = root / "data" / name
            text = path.read_text("utf-8")
            assert text.count(before) == 1, (name, before)
            path.write_text(text.replace(before, after), "utf-8", newline="\n")
        for name, text in change.files:
            path = root / "data" / name
            assert not path.exists(), name
            path.write_text(text, "utf-8", newline="\n")


def known_by(day: date, root: Path, *, agreed: bool = False) -> None:
    """Write into `root` the base as it was kept on a day: what was written and recorded by then.

    With `agreed` also what had been signed by then and holds only later.
    """
    shutil.copytree(lived.HERE / "data", root / "data")
    known = (
        change
        for change in CHANGES
        if change.day <= day or (agreed and change.signed is not None and change.signed <= day)
    )
    apply(root, tuple(known))
    for folder in RECORDED:
        for path in sorted((HERE / "data" / folder).rglob("*.yaml")):
            if "2026" <= path.stem[:10] <= day.isoformat():
                target = root / path.relative_to(HERE)
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, target)


def _rounds() -> Iterator[list[str]]:
    for number, month in enumerate(ROUNDS):
        for party, told in TOLD.items():
            words = told.split()
            for code, letters in zip(words[::2], words[1::2], strict=True):
                if letters[number] != ".":
                    day = f"{month}-{ANSWERS_ON[party]:02}"
                    line = ["status", "set", code, STATES[letters[number]], "--on", day]
                    shown = f"https://{party}.example/{month}/{code.lower()}"
                    evidence = ["--evidence", shown] if letters[number] == "C" else []
                    yield [*line, "--party", party, *evidence]


def renew(root: Path) -> None:
    """Make the sequel anew in `root`: the base, its changes, and all that was recorded since."""
    shutil.rmtree(root / "data", ignore_errors=True)
    shutil.copytree(lived.HERE / "data", root / "data")
    apply(root)
    recorder = lived.Recorder(root)
    language.activate("en")
    before = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        with contextlib.chdir(root):
            for kind, title, day, *options in EVENTS:
                recorder.run("events", ["event", "add", kind, title, "--on", day, *options])
            for line in _rounds():
                recorder.run("updates", line)
            for code, state, day, by, *options in REPORTS:
                line = ["status", "set", code, state, "--on", day, "--by", by, *options]
                recorder.run("updates", line)
            for code, value, day, by, *options in VALUES:
                line = ["record", "value", code, value, "--on", day, "--by", by, *options]
                recorder.run("values", line)
    finally:
        os.environ.pop("SOURCE_DATE_EPOCH", None)
        if before is not None:
            os.environ["SOURCE_DATE_EPOCH"] = before


if __name__ == "__main__":
    for variable in [name for name in os.environ if name.startswith("YP_")]:
        del os.environ[variable]
    renew(HERE)
    told = sum(1 for folder in RECORDED for _ in (HERE / "data" / folder).rglob("2026-*.yaml"))
    sys.stdout.write(f"{told} records\n")
