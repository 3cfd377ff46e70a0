"""What the report says of a region in which things happened: tests/lived, read as a coordinator."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import TESTS, Yp
from tests.report.pages import card

LIVED = TESTS / "lived"
COUNTY = "Tuulikannaksen hyvinvointialue"
Read = Callable[..., str]
_READ: dict[tuple[str, ...], str] = {}


@pytest.fixture
def read(yp: Yp) -> Read:
    """Return the report of the lived-in region; of 2025 unless another year is named."""

    def said(*arguments: str, root: Path = LIVED) -> str:
        wanted = arguments if "--year" in arguments else ("--year", "2025", *arguments)
        key = (str(root), *wanted)
        if key not in _READ:
            spoken = () if "--lang" in wanted else ("--lang", "en")
            done = yp("report", *spoken, *wanted, cwd=root)
            assert done.code == 0, done.err
            _READ[key] = done.out
        return _READ[key]

    return said


def chapter(written: str, title: str) -> str:
    return written.split(f"\n## {title}\n")[1].split("\n## ")[0]


def row(written: str, start: str) -> str:
    return next(line for line in written.splitlines() if line.startswith(f"| {start}"))


def row_of(letters: str, code: str) -> list[str]:
    return next(line.split() for line in letters.splitlines() if line.startswith(code))


def sentence(written: str, start: str) -> str:
    return next(line for line in written.splitlines() if line.startswith(f"- **{start}"))


def test_nothing_is_recorded_only_where_nothing_is(read: Read) -> None:
    summary = chapter(read("--as-of", "2025-04-30"), "State and changes")
    assert "Of 2 measures nothing is recorded." in summary
    assert "1 measure has no state of its own" in summary


def test_a_duty_of_each_area_names_the_areas(read: Read) -> None:
    duties = chapter(read(), "Obligations and meetings of the year")
    done, rest = duties.split("### Not done")
    assert "Pohjoisen keskustelu: Pohjoinen palvelualue 2025-09-09." in sentence(
        done, "Aluekeskustelu käydään"
    )
    missed = sentence(rest.split("###")[0], "Aluekeskustelu käydään")
    assert missed.endswith(": Eteläinen palvelualue, Keskinen palvelualue.")


def test_a_vaguer_day_beats_no_exact_one_and_who_speaks_though_gone_is_told(read: Read) -> None:
    found = card(read(), "B5")
    assert "- **Situation:** completed (2025" in found
    assert ". Completed as a whole; 1 of 12 parties has told" in found
    assert "- **Parties:** 1/12 completed (Tuulikannaksen liitto)" in found
    first = chapter(read(), "State and changes")
    assert "B5 Työvoimatarpeen ennakointi: a status update (2025) is in the name of" in first
    assert "B2 Kotoutumisen palvelupolku: a status update (2025-03-17) is in the name of" in first
    assert "J6 Henkilöstöyhteistyö: a status update (2025-10-06) is in the name of" in first


def test_the_one_behind_a_measure_has_told_of_itself(read: Read, yp: Yp) -> None:
    matrix = chapter(read(), "Parties").split("### Measures for which several")[1]
    # Where one party alone answers, its state is the measure's, and stands with the measure.
    assert "| C3 " not in matrix
    assert f"completed: Hallavesi, {COUNTY}" in row(matrix, "J1 ")
    assert "completed: Tuulikannaksen liitto" in row(matrix, "B5 ")
    letters = yp("status", "matrix", "--as-of", "2025-12-31", cwd=LIVED).out
    told = {line.split()[0]: line.split()[1:4] for line in letters.splitlines() if line.strip()}
    for code in ("C2", "C3", "C5", "A2", "A3", "J1", "J5"):
        assert told[code][1] == told[code][0], code
    assert told["B5"][2] == "C"


def test_the_partys_later_word_on_the_whole_stands_in_its_column(read: Read, yp: Yp) -> None:
    matrix = chapter(read(), "Parties").split("### Measures for which several")[1]
    told = row(matrix, "J4 ")
    assert f"paused: {COUNTY}, Tuulikannaksen liitto" in told
    shown = yp("status", "show", "J4", "--as-of", "2025-12-31", cwd=LIVED).out
    assert "paused (of the whole)  2025-05-19" in " ".join(shown.split("\n"))
    letters = yp("status", "matrix", "--as-of", "2025-12-31", cwd=LIVED).out
    assert row_of(letters, "J4")[:5] == ["J4", "II", "II", "II", "P"]


def test_a_settlement_is_told_as_one_with_what_had_been_said(read: Read) -> None:
    changes = chapter(read(), "State and changes")
    found = sentence(changes, "J4 ")
    assert f"a dispute is settled, and it stands as paused (2025-05-19, {COUNTY})" in found
    assert f"completed (2025-03-31, {COUNTY})" in found
    party = sentence(changes, "C1 Kuntien turvallisuussuunnitelmat, Kaislaranta")
    assert "a dispute is settled, and it stands as completed (2025-04-14" in party
    assert "completed (2024-12-18, Kaislaranta)" in party
    as_whole = sentence(changes.split("### Changes since")[1], "C1 ")
    assert "dispute settled 1 (Kaislaranta)" in as_whole


def test_a_dispute_of_the_day_is_told_in_words(read: Read) -> None:
    found = sentence(chapter(read(), "State and changes"), "A1 ")
    assert "Kuikkajärvi**: disputed since 2025-11-10 – completed (2024-06-20, Kuikkajärvi)" in found
    of_2025 = chapter(read("--as-of", "2025-04-30"), "State and changes")
    assert "the whole measure**: disputed since 2025-03-31" in sentence(of_2025, "J4 ")
    # Disputed since the year before, and still.
    assert "disputed since 2024-06-10" in sentence(of_2025, "B5 ")


def test_what_a_forum_should_hear_stands_at_the_beginning(read: Read) -> None:
    brief = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", chapter(read(), "In brief for the meeting"))
    asked = "Settle which is right: A1 Kuntien hyvinvointisuunnitelmat, Kuikkajärvi (completed"
    assert asked in brief
    changed = brief.split("### What changed")[1]
    for whose in ("C5 Yhteinen tilannekeskus:", "D3 Koulupoissaolojen ehkäisy, Hallavesi:"):
        assert f"- {whose} back from completed to in progress" in changed
    assert "J5 Kriisiviestinnän yhteinen ohje (was due on 2025-03-31)" in brief
    assert "HYTE-johtoryhmä kokoontuu kolme kertaa vuodessa (**programme**)" in brief


def test_steps_back_are_sentences_and_no_rows(read: Read) -> None:
    changes = chapter(read(), "State and changes")
    found = sentence(changes, "C5 ")
    assert "back from completed to in progress (2025-02-03, turvallisuuspäällikkö)." in found
    for start in ("C1 Kuntien turvallisuussuunnitelmat, Kuikkajärvi", "D3 Koulupoissaolojen"):
        assert "back from completed to in progress" in sentence(changes, start)
    assert "**Gone back**\n\n- **C5 Yhteinen tilannekeskus" in changes


def test_what_was_reopened_or_taken_back_is_told_as_that(read: Read) -> None:
    changes = chapter(read("--year", "2024"), "State and changes")
    reopened = sentence(changes, "D1 Perhekeskukset, the whole measure")
    assert "it was cancelled and has been taken up again: in progress" in reopened
    taken_back = sentence(changes, "C6 ")
    assert "completed was taken back or corrected; it stands: paused (2024-04-15)" in taken_back


def test_reports_of_what_was_known_are_counted_and_not_listed(read: Read) -> None:
    changes = chapter(read(), "State and changes")
    assert "was completed, now completed" not in changes
    assert "35 reports of the time told a state that was known already." in changes


def test_a_measure_has_one_line_and_what_its_parties_did_beneath(read: Read) -> None:
    changes = chapter(read(), "State and changes").split("### Changes since 2024-12-31")[1]
    mine = [line for line in changes.splitlines() if line.startswith("- **A1 ")]
    assert len(mine) == 1
    told = "newly completed 3 (Kaislaranta, Lumikoski, Äijänselkä), newly begun 1 (Metsoniemi)"
    assert told in mine[0]
    found = sentence(changes, "C2 ")
    assert "was not started, now completed (2025-11-14, Tuulikannaksen pelastuslaitos)" in found


def test_the_first_word_on_a_whole_is_told_as_what_it_is(read: Read) -> None:
    changes = chapter(read(), "State and changes")
    # Into what it came is what it counts as.
    since = changes.split("### Changes since")[1]
    assert "told as a whole for the first time, now completed (2025-06-30" in sentence(since, "D4 ")
    before = chapter(read("--year", "2024"), "State and changes")
    assert (
        "**Told as a whole for the first time**\n\n- **D6 Turvalliset koulumatkat**: now" in before
    )


@pytest.mark.parametrize("year", ["2023", "2024", "2025"])
def test_the_numbers_of_records_are_those_of_the_folders(read: Read, year: str) -> None:
    summary = chapter(read("--year", year, "--as-of", "2025-12-31"), "State and changes")
    updates = len(list((LIVED / "data/updates" / year).iterdir()))
    events = len(list((LIVED / "data/events" / year).iterdir()))
    before = {"2023": "", "2024": " (2023: 94)", "2025": " (2024: 111)"}[year]
    assert f"{updates} status updates of {year} are recorded{before}, " in summary
    assert f"{events} meetings and other events are recorded" in summary


def test_corrected_records_are_told_as_corrected(read: Read) -> None:
    assert (
        "96 status updates of 2025 are recorded (2024: 111), 2 of them corrected since." in read()
    )
    of_2024 = chapter(read("--year", "2024"), "State and changes")
    assert (
        "24 meetings and other events are recorded (2023: 18), 3 of them corrected or taken back"
        in of_2024
    )


def test_a_value_that_contradicts_a_state_is_told(read: Read) -> None:
    changes = chapter(read(), "State and changes")
    found = sentence(changes, "D1 Perhekeskukset, Äijänselkä")
    assert "it is told to be not started" in found
    assert "“Kunnat, joissa on perhekeskus” is “yes” (2025-12-19, Äijänselkä)" in found
    counted = sentence(changes, "A1 Kuntien hyvinvointisuunnitelmat, the whole measure")
    assert "counts 9 (2025-06-30" in counted
    assert "6 parties have told “yes” or “completed” of themselves" in counted
    # As many as the matrix shows to have completed it: there is no contradiction.
    assert "counts 5 (2025-12-31" not in changes


def test_the_first_words_call_nothing_going_on_that_is_paused_or_not_begun(read: Read) -> None:
    brief = " ".join(read().split())
    assert "7 measures that are not over have not been heard of for over half a year" in brief


def test_where_no_party_has_completed_it_there_are_no_others(read: Read) -> None:
    whole = " ".join(read().split())
    assert (
        "none of the 10 parties has told that it is completed: 4 are in progress and "
        "6 told nothing."
    ) in whole
    assert "of 10 parties have told that it is completed. Of the others 3 are in progress" in whole


def test_a_count_beyond_the_parties_is_told_with_their_number(read: Read) -> None:
    changes = chapter(read(), "State and changes")
    assert (
        "the indicator “Turvallisuussuunnitelmien määrä” counts 14 (2025-06-16, "
        f"{COUNTY}); there are 12 parties."
    ) in sentence(changes, "C1 Kuntien turvallisuussuunnitelmat, the whole measure")


def test_a_reached_indicator_of_what_is_late_is_told_with_the_due_day(read: Read) -> None:
    found = sentence(chapter(read(), "State and changes"), "B2 Kotoutumisen")
    assert (
        "it is told to be in progress and was due 2024-09-30, but the value of the indicator"
        in found
    )
    assert "is “kuvattu” (2025-11-28, Tuulikannaksen työllisyysalue)" in found


@pytest.mark.parametrize(
    ("code", "words", "unfinished"),
    [
        ("A3", "4 of 11 parties", "Kaislaranta"),
        ("C1", "5 of 10 parties", "Joutsensalo, Kuikkajärvi, Metsoniemi, Ukonlampi"),
        # Those who told nothing contradict nobody.
        ("C2", "6 of 11 parties", None),
        ("D4", "4 of 10 parties", "Kuikkajärvi, Ukonlampi"),
    ],
)
def test_a_completed_whole_beside_parties_that_are_not_is_told_in_a_sentence(
    read: Read, yp: Yp, code: str, words: str, unfinished: str | None
) -> None:
    said = f"Completed as a whole; {words} have told that it is completed."
    told = card(read(), code)
    for command in (("who-owns", code), ("status", "show", code)):
        shown = " ".join(yp(*command, "--as-of", "2025-12-31", cwd=LIVED).out.split())
        assert said in shown, command
        others = shown.split(said)[1].split(".")[0]
        assert f"{said}{others}." in told, command
    changes = chapter(read(), "State and changes")
    denied = [
        line
        for line in changes.splitlines()
        if line.startswith(f"- **{code} ") and "not completed as they tell it" in line
    ]
    assert [line.split(": ")[-1] for line in denied] == ([f"{unfinished}."] if unfinished else [])


def test_the_words_of_a_report_are_in_its_own_language(read: Read) -> None:
    written = read("--lang", "fi")
    told = "Koko toimenpide on valmis; 10 osapuolesta 5 on kertonut saaneensa sen valmiiksi."
    assert told in written
    assert "B2 Kotoutumisen palvelupolku: tilannepäivitys (17.3.2025)" in written


def test_a_count_tells_of_how_many_parties(read: Read) -> None:
    indicators = chapter(read(), "Indicators and values")
    told = "yes from 1 of 11, 1 disputed, 9 have told nothing"
    assert told in row(indicators, "D1")


def test_a_count_that_cannot_be_compared_says_so(yp: Yp, read: Read, region: Path) -> None:
    done = yp("record", "value", "A1", "1", "--on", "2023-04-20", "--by", "hiidenmaa", cwd=region)
    assert done.code == 0, done.err
    never = "no party has told it itself: the count cannot be compared"
    before = read("--year", "2023", "--as-of", "2023-04-30", root=region)
    assert never in row(chapter(before, "Indicators and values"), "A1")
    after = read("--year", "2023", "--as-of", "2023-12-31", root=region)
    assert never not in row(chapter(after, "Indicators and values"), "A1")


def test_a_series_tells_its_direction_and_who_told_it(read: Read) -> None:
    indicators = chapter(read(), "Indicators and values")
    told = row(indicators, "A3 ")
    assert "| 720 (2025-12-31) · before: 520 (2025-03-31), 600 (2025-06-30)" in told
    assert "rising · told by Hyvinvointipalvelut" in told
    assert (
        "told by Tuulikannaksen työvoimatoimisto (2023-03-31–2024-12-31), "
        "Tuulikannaksen työllisyysalue (2025-03-31–2025-12-31)"
    ) in row(indicators, "B1")


def test_seats_that_have_ended_are_marked_with_who_came_after(read: Read) -> None:
    structures = chapter(read(), "Structures")
    gone = "ended 2024-12-31; now Tuulikannaksen työllisyysalue)"
    group = sentence(structures, "Työllisyysr")
    assert f"Members: Tuulikannaksen työvoimatoimisto ({gone}, kunnat" in group
    assert f"Convener: Tuulikannaksen työvoimatoimisto ({gone}" in group
    network = sentence(structures, "Kotoutumisverkosto")
    assert f"Members: Maahanmuuttotiimi (Tuulikannaksen työvoimatoimisto {gone}" in network


@pytest.fixture
def decided(tmp_path: Path, yp: Yp) -> Path:
    """The lived-in region with the decision of the forum that says who answers for J3."""
    root = tmp_path / "lived"
    shutil.copytree(LIVED, root)
    words = ("--body", "yhteistyofoorumi", "--measure", "J3", "--appoints", "tuulikannas")
    link = ("--link", "Muistio=https://tuulikannas.example/4")
    title = "Palveluverkon vastuu"
    done = yp("event", "add", "decision", title, "--on", "2024-04-17", *words, *link, cwd=root)
    assert done.code == 0, done.err
    return root


def test_a_decision_takes_the_place_of_nobody_and_the_source_stays(
    read: Read, decided: Path
) -> None:
    written = read(root=decided)
    asked = next(line for line in written.splitlines() if line.startswith("- Name who answers for"))
    assert "B6 Turvallinen työ kaikille" in asked
    assert "J3 " not in asked
    found = card(written, "J3")
    told = "decided 2024-04-17, Tuulikannaksen yhteistyöfoorumi, Palveluverkon vastuu, [Muistio]"
    assert f"{COUNTY} ({told}" in found
    assert "printed: “vastuu sovitaan foorumissa”" in found
    undefined = written.split("### Measures that nobody answers for")[1].split("\n## ")[0]
    assert "| B6 " in undefined
    assert "| J3 " not in undefined
    assert f"- J3 Palveluverkon yhteinen suunnittelu: {COUNTY} ({told}" in undefined
    loads = chapter(written, "Parties").split("### Measures by who answers for them")[1]
    assert "J3" in row(loads, f"**{COUNTY}**")


def test_the_due_day_and_lateness_stand_at_the_measure(read: Read) -> None:
    def of(code: str) -> str:
        return card(read(), code)

    assert "due 2025-03-31, **late**" in of("J5")
    assert "due 2024-06-30, completed 2024-09-16, 78 days after the due day" in of("J1")
    assert "due 2024-12-31, completed 2025-06-16, 167 days after the due day" in of("C1")
    assert "due 2025-10-31, completed 2025-11-14, 14 days after the due day" in of("C2")
    assert "due 2024-12-31, completed 2024-09-12\n" in of("A2")
    days = chapter(read(), "Obligations and meetings of the year").split("### Other days")[1]
    assert "- 2025-03-31 Due: J5 Kriisiviestinnän yhteinen ohje, late\n" in days
    assert "- 2025-06-30 Due: A1 Kuntien hyvinvointisuunnitelmat, late\n" in days
    assert "- 2025-10-31 Due: C2 Yhteinen varautumisharjoitus\n" in days


def test_partners_are_told_apart_from_those_who_answer(read: Read) -> None:
    parties = chapter(read(), "Parties")
    loads = parties.split("### Measures by who answers for them")[1]
    assert row(loads, "**Tuulikannaksen liitto**") == (
        "| **Tuulikannaksen liitto** | 1 | B5 | 3 | J1, J6, D6 |"
    )
    assert row(loads, "**kunnat**").endswith("| 2 | A2, C4 |")
    assert row(loads, "**Tuulikannaksen järjestöyhdistys**").split(" | ")[1:3] == ["–", "–"]
    matrix = parties.split("### Measures for which several")[1]
    assert row(matrix, "D6 ").endswith("Partners: Tuulikannaksen liitto |")


def test_an_event_says_whose_it_is_and_what_it_fulfils(read: Read) -> None:
    events = chapter(read(), "Obligations and meetings of the year")
    assert "Aluekeskustelut (area: Pohjoinen palvelualue) · Convener: Tervasuo" in row(
        events, "2025-09-09"
    )
    assert "Chair: Hallavesi | Yhteistyöfoorumi kokoontuu kaksi kertaa" in row(events, "2025-10-16")
    assert "told by Tuulikannaksen pelastuslaitos" in row(events, "2025-11-14")
    assert "whose it is is not stated" in row(events, "2025-04-29")
    assert "Hyvinvointiraportti 2025 | Tervasuo |" in row(events, "2025-11-24")


def test_who_is_there_to_the_end_of_a_year_is_gone_in_the_next(read: Read) -> None:
    gone = "| 2025-12-31 | Metsoniemi | ended; followed by Rantaniemi |"
    sequel = TESTS / "lived_on"
    assert gone not in read("--year", "2025", root=sequel)
    assert gone in chapter(read("--year", "2026", root=sequel), "State and changes")
