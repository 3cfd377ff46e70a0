"""The paper of a meeting: made for the meeting's day, from the tasks of the body."""

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import LIVED, LIVED_ON, SHIPPED, TESTS, Yp
from yhdyspinta_cli.report import agenda

Read = Callable[..., str]


@pytest.fixture
def paper(yp: Yp) -> Read:
    """Return a body's paper in English, of the lived-in region unless told otherwise."""

    def read(body: str, day: str, *arguments: str, root: Path = LIVED) -> str:
        done = yp("report", "--for", body, "--on", day, "--lang", "en", *arguments, cwd=root)
        assert done.code == 0, done.err
        return done.out.replace("\u00a0", " ")

    return read


def part(written: str, start: str) -> str:
    found = [text for text in written.split("\n## ") if text.startswith(start)]
    assert found, start
    return found[0]


def test_the_last_meeting_is_the_one_before_the_day(paper: Read) -> None:
    written = paper("yhteistyofoorumi", "2025-10-16")
    assert written.startswith(
        "# Tuulikannaksen yhteistyöfoorumi: paper of the meeting on 2025-10-16\n"
    )
    assert "The last meeting: Kevään foorumi, 2025-05-15. Chair: Tuulikannaksen" in written
    assert "Joutsensalo chairs next." in paper("yhteistyofoorumi", "2025-11-20")


def test_a_decision_is_followed_to_what_became_of_it(paper: Read) -> None:
    found = part(paper("yhteistyofoorumi", "2025-01-22"), "The last meeting")
    assert "The last meeting: Kevään foorumi, 2024-04-17." in found
    assert "Toimenpiteestä J3 vastaa Tuulikannaksen hyvinvointialue." in found
    assert "J3 Palveluverkon yhteinen suunnittelu: not started when it was decided, now" in found
    assert "No decision of it is recorded." not in found
    later = part(paper("yhteistyofoorumi", "2025-10-16"), "The last meeting")
    assert "No decision of it is recorded." in later
    # The measure goes on: the decision is still followed, its state said once.
    assert "Earlier decisions whose measure still goes on:" in later
    assert "not started when it was decided, now in progress (2025-06-02, " in later
    assert "Last told since" not in later


def test_a_decision_of_which_nothing_is_recorded_says_so(paper: Read, region: Path) -> None:
    found = part(paper("foorumi", "2023-03-01", root=region), "The last meeting")
    assert "Päätettiin kyselyn ajankohdasta." in found


def test_what_met_a_duty_is_told_of_the_decision(paper: Read) -> None:
    found = part(paper("yhteistyofoorumi", "2026-12-16", root=LIVED_ON), "The last meeting")
    assert "**It met, but late:** Foorumi päättää sopimuksen päivittämisestä" in found
    assert "(was due on 2025-12-31)" in found


def test_changes_are_those_since_the_last_meeting(paper: Read) -> None:
    found = part(paper("yhteistyofoorumi", "2025-10-16"), "What has changed since the last meeting")
    assert "At the last meeting 2025-05-15:" in found
    assert (
        "| J6 Henkilöstöyhteistyö | the whole measure | in progress | paused | 2025-10-06" in found
    )
    assert "a dispute is settled, and it stands as paused (2025-05-19" in found
    # Told before that meeting.
    assert "2025-02-03" not in found


def test_what_is_late_and_silent_is_told_with_days(paper: Read, yp: Yp) -> None:
    found = part(paper("yhteistyofoorumi", "2025-10-16"), "Late and silent")
    assert "- J5 Kriisiviestinnän yhteinen ohje: due 2025-03-31, 199 days ago" in found
    assert "- B4 Työkyvyn tuki: since 2023-02-20, 969 days" in found
    line = ("gaps", "--kind", "silent", "--as-of", "2025-10-16", "--json")
    silent = json.loads(yp(*line, cwd=LIVED).out)["answer"]["gaps"]
    assert len(silent) == 7
    for gap in silent:
        assert f"- {gap['code']} " in found


def test_undecided_owners_have_an_age_and_who_decides(paper: Read) -> None:
    found = part(paper("yhteistyofoorumi", "2025-10-16"), "Measures without an owner")
    assert (
        "| B6 Turvallinen työ kaikille | since 2023-01-01, 1,019 days | Työllisyysryhmä |" in found
    )
    # It was decided in 2024 who answers for it.
    assert "J3" not in found
    before = part(paper("yhteistyofoorumi", "2023-10-12"), "Measures without an owner")
    assert "| J3 Palveluverkon yhteinen suunnittelu | since 2023-" in before


def test_an_owner_is_asked_for_whoever_decides(paper: Read) -> None:
    asked = part(paper("yhteistyofoorumi", "2025-10-16"), "What the meeting is asked")
    who = "Name who answers for B6 Turvallinen työ kaikille"
    assert f"- {who} (open for 1,019 days; Työllisyysryhmä decides)." in asked
    # Its own body is asked without being told that it decides.
    own = part(paper("tyollisyysryhma", "2025-10-16"), "What the meeting is asked")
    assert "B6 Turvallinen työ kaikille (open for 1,019 days)" in own
    # A body that only follows asks how it stands with what nothing was told of.
    follows = part(paper("yhteistyofoorumi", "2025-10-16"), "What the meeting is asked")
    assert "- Ask how it stands with B4 Työkyvyn tuki (silent for 969 days)" in follows


@pytest.mark.parametrize(
    ("language", "task", "decides"),
    [
        ("fi", "huolehtia vastuunjaosta", True),
        ("fi", "käsitellä avoimia vastuutahoja", True),
        ("fi", "jakaa hyviä käytäntöjä", False),
        ("sv", "ansvarsfördelningen mellan parterna", True),
        ("nb", "avklare ansvarsfordelingen", True),
        ("en", "clarify responsibilities", True),
    ],
)
def test_a_task_of_who_answers_for_what_asks_for_owners(
    language: str, task: str, decides: bool
) -> None:
    found = agenda.subjects(agenda.tasks((task,), (task,), language))
    assert ("decide" in found) is decides


def test_a_body_without_a_say_is_not_asked_for_owners(paper: Read) -> None:
    written = paper("turvallisuusryhma", "2025-10-20")
    assert "B6 " not in written


def test_what_is_asked_in_part_is_named_in_whole(paper: Read) -> None:
    written = paper("kuntafoorumi", "2024-12-10", root=SHIPPED)
    asked = part(written, "What the meeting is asked")
    for code in ("J1", "J3", "D3", "B1", "B3", "C1", "D2"):
        assert f"{code} " in asked.split("Name who answers for")[1].splitlines()[0]
    assert "[36 more](#late-and-silent)" in asked
    for code in ("J2", "A5", "E5"):
        assert f"{code} " in part(written, "Late and silent")
    missing = part(written, "Missing or not solved")
    bodies = missing.split("**Nobody is told to convene:**\n")[1]
    assert bodies.count(";") + bodies.count("\n- ") == 51
    assert "[51 bodies](#missing-or-not-solved" in asked
    assert "Viestintäverkosto" in bodies


def test_its_own_duties_are_to_be_decided_on(paper: Read) -> None:
    asked = part(paper("yhteistyofoorumi", "2025-03-15"), "What the meeting is asked")
    line = "Yhteistyöfoorumi kokoontuu kaksi kertaa vuodessa"
    assert f"Agree on how the body sees to its own duties: {line} (agreement, due 2025-" in asked
    assert "Kunta raportoi" not in asked
    shipped = paper("kuntafoorumi", "2025-03-15", root=SHIPPED)
    asked = part(shipped, "What the meeting is asked")
    assert "Kuntafoorumi kokoontuu kaksi kertaa vuodessa (agreement, due 2025-12-31)" in asked


def test_a_decision_the_body_promised_is_asked_for_once(paper: Read) -> None:
    line = "Foorumi päättää sopimuksen päivittämisestä vuoden 2025 loppuun mennessä"
    asked = part(paper("yhteistyofoorumi", "2025-06-10"), "What the meeting is asked")
    assert f"{line} (due on 2025-12-31)" in asked
    assert asked.count(line) == 1
    # Another body reads of it at most among the duties it looks at.
    other = part(paper("tyollisyysryhma", "2025-06-10"), "What the meeting is asked")
    assert line not in other


def test_what_the_source_leaves_open_is_one_sentence_a_line(paper: Read) -> None:
    shipped = paper("kuntafoorumi", "2025-03-15", root=SHIPPED)
    asked = part(shipped, "What the meeting is asked")
    lines = [line for line in asked.splitlines() if line.startswith("- ")]
    for start in ("Todetaan, mistä", "Vahvistetaan", "Korvataan", "Laaditaan", "Ratkaistaan"):
        assert any(line.startswith(f"- {start}") for line in lines), start


def test_a_duty_has_one_row_for_all_its_periods(paper: Read) -> None:
    found = part(paper("kuntafoorumi", "2025-03-15", root=SHIPPED), "Obligations of the period")
    rows = [line for line in found.splitlines() if line.startswith("| 20")]
    titles = [row.split(" | ")[1] for row in rows]
    assert len(rows) == len(set(titles)) == 18
    survey = next(row for row in rows if "Kompassikysely" in row)
    assert survey.startswith("| 2025-12-31 | ")
    assert survey.endswith("| agreement | **2023, 2024** not known |")
    # Of the term that ends this spring and of the next one.
    negotiated = next(row for row in rows if "Maakunnan liitto osallistuu" in row)
    assert negotiated.startswith("| 2025-05-31, 2025-12-31 (the agreement ends) | ")


def test_a_change_that_came_back_says_what_was_between(paper: Read) -> None:
    found = part(paper("turvallisuusryhma", "2025-12-31"), "What has changed")
    rows = [line.strip("| ").split(" | ") for line in found.splitlines() if line.startswith("| C")]
    told = {row[0].split()[0]: row[2:4] for row in rows if row[1] == "the whole measure"}
    # What was completed, went back and was completed again is told in a sentence.
    assert "C2 Yhteinen varautumisharjoitus, the whole measure**: was completed, then not" in found
    assert told["C3"] == ["in progress, then paused", "in progress"]
    assert all(row[2] != row[3] for row in rows)


def test_nothing_is_said_twice_or_of_nothing(paper: Read) -> None:
    for body, day, root in (
        ("yhteistyofoorumi", "2025-10-16", LIVED),
        ("yhteistyofoorumi", "2026-12-16", LIVED_ON),
        ("hyte-neuvottelukunta", "2025-03-01", SHIPPED),
        ("turvallisuusryhma", "2025-10-20", LIVED),
        ("kuntafoorumi", "2025-03-15", SHIPPED),
        ("strategisk-samarbeidsutvalg", "2025-12-15", TESTS / "helse"),
    ):
        written = paper(body, day, root=root)
        assert not re.search(r": \(|\) \(|\(\(|: [^.;|\n(]{1,30}: [^.;|\n(]{1,30}: ", written), body
        assert not re.search(r"\b0 \(", written), body
        for text in written.split("\n## ")[1:]:
            title = text.splitlines()[0]
            assert f"Table: {title}\n" not in text


def test_the_numbers_of_the_last_meeting_are_those_of_its_day(paper: Read) -> None:
    found = part(paper("yhteistyofoorumi", "2025-10-16"), "What has changed since")
    assert "At the last meeting 2025-05-15: 2 are completed, 19 in progress," in found
    same = part(paper("yhteistyofoorumi", "2025-05-16"), "What has changed since")
    assert "The numbers are the same as at the last meeting 2025-05-15." in same


def test_a_meeting_before_the_agreement_says_so(paper: Read) -> None:
    written = paper("kuntafoorumi", "2023-10-01", root=SHIPPED)
    assert "The agreement begins on 2023-11-01." in written


def test_a_meeting_after_the_end_says_so_or_is_refused(paper: Read, yp: Yp, tmp_path: Path) -> None:
    root = tmp_path / "lived"
    shutil.copytree(LIVED, root)
    file = root / "data" / "agreement.yaml"
    told = file.read_text(encoding="utf-8")
    assert "2026-12-31" in told
    file.write_text(told.replace("2026-12-31", "2025-06-30"), "utf-8")
    assert "The agreement ended on 2025-06-30." in paper(
        "yhteistyofoorumi", "2025-09-01", root=root
    )
    done = yp("report", "--for", "yhteistyofoorumi", "--on", "2026-02-01", cwd=root)
    assert (done.code, done.out) == (1, "")
    assert "the agreement does not hold in 2026" in done.err
    assert "choose a day from 2023-01-01 to 2025-06-30" in done.err


def test_a_body_that_has_ended_says_so(paper: Read, tmp_path: Path) -> None:
    root = tmp_path / "lived"
    shutil.copytree(LIVED, root)
    file = root / "data" / "bodies" / "turvallisuusryhma.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "ended: 2025-06-30\n", "utf-8")
    assert ": ended 2025-06-30." in paper("turvallisuusryhma", "2025-10-20", root=root)
    assert "ended 2025-06-30" not in paper("turvallisuusryhma", "2025-06-01", root=root)


def test_duties_are_those_since_the_last_meeting(paper: Read) -> None:
    found = part(paper("yhteistyofoorumi", "2025-01-22"), "Obligations of the period")
    missed = [line for line in found.splitlines() if "**2024** missed" in line]
    assert any("HYTE-johtoryhmä kokoontuu kolme kertaa vuodessa" in line for line in missed)
    assert "| 2023-12-31 |" not in found


def test_a_body_of_an_interface_sees_its_own(paper: Read) -> None:
    written = paper("turvallisuusryhma", "2025-10-20")
    assert "C6 Evakuoinnin suunnittelu" in part(written, "Late and silent")
    assert "J5 " not in written
    assert "Kunta raportoi hyvinvoinnista" not in written


def test_the_tasks_choose_what_the_paper_holds(paper: Read) -> None:
    # These describe a process and clear up networks: nothing of theirs asks to follow or decide.
    written = paper("kotouttamistyon-kehittamistyoryhma", "2024-06-01", root=SHIPPED)
    assert "\n## Late and silent\n" not in written
    assert "\n## Measures without an owner\n" not in written
    forum = paper("kuntafoorumi", "2024-12-10", root=SHIPPED)
    assert "Task of the body: Strategisten" in forum or "Task of the body: Maakunnan" in forum
    assert "\n## Late and silent\n" in forum
    assert "| J1 Asunnottomuuden verkostomainen yhteistyö | since 2023-11-01, 405 days |" in forum


def test_a_body_without_tasks_has_everything(paper: Read) -> None:
    written = paper("turvallisuusryhma", "2025-10-20")
    assert "No tasks of the body are told: this paper leaves nothing out." in written
    assert "\n## Measures without an owner\n" in written


def test_who_has_never_met_reads_that(paper: Read) -> None:
    written = paper("kuntafoorumi", "2024-12-10", root=SHIPPED)
    assert "No meeting is recorded before this one." in written
    assert "\n## What has changed since the agreement began\n" in written


def test_a_region_of_another_language_has_its_own_words_for_tasks(paper: Read) -> None:
    written = paper("strategisk-samarbeidsutvalg", "2025-12-15", root=TESTS / "helse")
    assert "Task of the body: vedta felles planer." in part(written, "What the meeting is asked")
    assert "The last meeting: SSU 4/2025, 2025-11-27." in written


def test_a_meeting_to_come_tells_what_is_known_today(yp_process: Yp) -> None:
    line = ("report", "--for", "yhteistyofoorumi", "--on", "2026-03-01", "--lang", "en")
    done = yp_process(*line, cwd=LIVED, SOURCE_DATE_EPOCH="1760000000")
    assert done.code == 0, done.err
    assert "paper of the meeting on 2026-03-01" in done.out


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (("--for", "yhteistyofoorumi"), "--for asks for the day of the meeting"),
        (("--on", "2025-10-16"), "--on is the day of a meeting"),
        (
            ("--for", "yhteistyofoorumi", "--on", "2025-10-16", "--year", "2025"),
            "is made for its own day",
        ),
        (
            ("--for", "yhteistyofoorumi", "--on", "2025-10-16", "--as-of", "2025-10-16"),
            "is made for its own day",
        ),
        (
            ("--for", "yhteistyofoorumi", "--on", "2025-10-16", "--party", "hallavesi"),
            "choose one of --party, --for",
        ),
        (("--for", "yhteistyofoorumi", "--on", "16.13.2025"), "--on: "),
        (("--for", "yhteistyofoorumi", "--on", "2025-02-30"), "is not a day"),
        (
            ("--for", "yhteistyofoorumi", "--on", "2025-10-16", "--compare", "2024"),
            "is made for its own day",
        ),
        (
            ("--for", "yhteistyofoorumi", "--on", "2025-10-16", "--only", "brief"),
            "--only",
        ),
    ],
)
def test_what_does_not_go_together_is_refused(yp: Yp, line: tuple[str, ...], words: str) -> None:
    done = yp("report", *line, cwd=LIVED)
    assert (done.code, done.out) == (2, "")
    assert words in done.err


def test_a_body_that_is_none_is_answered_with_what_is_near(yp: Yp) -> None:
    done = yp("report", "--for", "yhteistyöforumi", "--on", "2025-10-16", cwd=LIVED)
    assert done.code == 0, done.err
    assert "taken as yhteistyofoorumi" in done.err
    done = yp("report", "--for", "xyzzy", "--on", "2025-10-16", cwd=LIVED)
    assert (done.code, done.out) == (1, "")
    assert "xyzzy" in done.err
