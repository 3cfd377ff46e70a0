"""`yp list` and `yp show`: source places, what holds on the day asked about, filters."""

import csv
import io
import json
import re

import pytest

from tests.conftest import LIVED, SHIPPED, Yp
from yhdyspinta_cli.model.catalogue import KINDS

OUTSIDE = {
    "council-terms": 4,
    "actors": 1,
    "statutes": 1,
    # Whose words they are stands with each file of translations.
    "translations": 2,
}
"""How many records of the shipped data stand on no place of the source but on a named one."""


@pytest.mark.parametrize("kind", [kind.plural for kind in KINDS])
def test_every_record_is_listed_with_its_place_in_the_source(kind: str, yp: Yp) -> None:
    listed = json.loads(yp("list", kind, "--json", cwd=SHIPPED).out)["answer"]
    without = [record["id"] for record in listed if not record["source"]]
    assert len(without) == OUTSIDE.get(kind, 0), without
    rows = list(csv.DictReader(io.StringIO(yp("list", kind, "--csv", cwd=SHIPPED).out)))
    # A table is in the order of the names as its reader has them, JSON in that of the data's own.
    places = {row["id"]: (row["Source"], int(row["Remarks"])) for row in rows}
    assert places == {record["id"]: (record["source"], record["remarks"]) for record in listed}
    text = " ".join(yp("list", kind, cwd=SHIPPED).out.split())
    for record in listed:
        assert f" {record['id']}" in text
        assert record["source"] in text


def test_an_indicator_tells_its_measure(yp: Yp) -> None:
    shown = yp("show", "mittari-j1-kaynnistys", cwd=SHIPPED).out
    assert "Measure     J1 Asunnottomuuden verkostomainen yhteistyö" in shown
    assert "Source      ohjelma 3, tavoite 1" in shown
    listed = json.loads(yp("list", "indicators", "--json", cwd=SHIPPED).out)["answer"]
    assert all(indicator["measure"] for indicator in listed)


def test_an_obligation_tells_its_first_period(yp: Yp) -> None:
    def first(key: str) -> str:
        shown = " ".join(yp("show", key, cwd=SHIPPED).out.split())
        found = re.search("First period (.*?) Title", shown)
        return found.group(1) if found else ""

    started = "(from the start of the agreement, 2023-11-01)"
    assert first("velvoite-kuntafoorumi") == f"2023, of it 2023-11-01 to 2023-12-31 {started}"
    assert first("velvoite-palvelukeskustelut") == "2024"
    # By law it runs from the term that held when the agreement began.
    assert first("velvoite-neuvottelu-valtuustokaudessa").startswith(
        "Aluevaltuuston kausi 2022–2025"
    )
    # A duty that lasts has no periods.
    assert first("velvoite-vastinparit") == ""


@pytest.mark.parametrize("kind", ["updates", "values", "events"])
def test_a_list_of_reports_is_of_the_day_asked_about(kind: str, yp: Yp) -> None:
    whole = json.loads(yp("list", kind, "--json", "--as-of", "2024-12-31").out)["answer"]
    assert len(whole) > 1
    day = {"events": "2023-05-01", "values": "2023-11-15", "updates": "2023-08-15"}[kind]
    earlier = json.loads(yp("list", kind, "--json", "--as-of", day).out)["answer"]
    assert [r["id"] for r in earlier] == [r["id"] for r in whole if r["on"] <= day]
    assert 0 < len(earlier) < len(whole)


def test_a_day_that_is_none_is_refused_by_every_list(yp: Yp) -> None:
    assert yp("list", "--as-of", "nonsense").code == 2
    assert yp("list", "parties", "--as-of", "nonsense").code == 2


def test_what_has_ended_is_marked_in_its_list(yp: Yp) -> None:
    assert "keskus · ended 2023-12-31, now Uusi keskus" in yp("list", "actors").out
    assert "ended" not in yp("list", "actors", "--as-of", "2023-12-31").out
    rows = csv.DictReader(io.StringIO(yp("list", "actors", "--csv-excel").out), delimiter=";")
    assert {row["id"]: row["Ended"] for row in rows}["keskus"] == "31.12.2023"


@pytest.mark.parametrize(
    "question",
    [
        ("list", "updates"),
        ("list", "values"),
        ("list", "events"),
        ("obligations",),
        ("calendar", "--year", "2023"),
        ("show", "keskus"),
        ("status",),
        ("gaps",),
        ("owned-by", "koivula"),
    ],
    ids=" ".join,
)
def test_excel_gets_finnish_days(question: tuple[str, ...], yp: Yp) -> None:
    shown = yp(*question, "--csv-excel", "--as-of", "2023-12-31").out
    cells = [cell for row in csv.reader(io.StringIO(shown), delimiter=";") for cell in row]
    # An id may begin with a day; no other cell has one in it.
    assert not [c for c in cells if re.search(r"\b\d{4}-\d\d-\d\d\b(?!-[a-z])", c)]


@pytest.mark.parametrize(
    ("question", "kept", "left_out"),
    [
        (("gaps", "--actor", "keskus"), "Yhteinen tietopohja", "Asumisen"),
        (("gaps", "--state", "no-own-state"), "nobody-known", "areas-not-listed"),
        (("search", "foorumi", "--interface", "johto"), "foorumi", "turvaverkosto"),
        (("search", "työryhmä", "--goal", "1"), "asuminen", "varautuminen"),
        (("obligations", "--party", "koivula"), "Kunta raportoi", "Foorumi kokoontuu kaksi"),
        (("obligations", "--goal", "2"), "Malli kokeillaan", "Kunta raportoi"),
        (("obligations", "--standing", "met"), "met", "missed:"),
        (("list", "indicators", "--state", "in-progress"), "mittari-j2", "mittari-j1"),
        (("list", "updates", "--state", "completed"), "completed", "not started"),
        (("status", "--party", "koivula"), "Koivula", "Öhkölä"),
        (("status", "matrix", "--party", "koivula"), "Koivula", "Öhkölä"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_filters(question: tuple[str, ...], kept: str, left_out: str, yp: Yp) -> None:
    shown = yp(*question, "--as-of", "2023-12-31")
    assert shown.code == 0, shown.err
    text = " ".join(shown.out.split())
    assert kept in text
    assert left_out not in text


def test_a_question_may_not_be_endless(yp: Yp) -> None:
    assert yp("search", "hyvinvointi " * 100).code == 2
    assert yp("who-owns", "hyvinvointi " * 100).code == 2


def test_a_meeting_that_was_called_off_is_marked(yp: Yp) -> None:
    on = ("--party", "hallavesi", "--as-of", "2025-12-31")
    rows = csv.DictReader(io.StringIO(yp("list", "events", *on, "--csv", cwd=LIVED).out))
    marks = {row["id"][-8:]: (row["Corrected"], row["Void"]) for row in rows}
    assert marks["0ac98dae"] == ("yes", "")
    assert marks["20ab6e03"] == ("", "yes")
    assert marks["a797b1c0"] == ("", "")
    listed = json.loads(yp("list", "events", *on, "--json", cwd=LIVED).out)["answer"]
    told = {one["id"][-8:]: one for one in listed}
    assert told["0ac98dae"]["corrected_by"] == [told["20ab6e03"]["id"]]
    assert told["20ab6e03"]["corrects"] == told["0ac98dae"]["id"]
    assert (told["0ac98dae"]["void"], told["20ab6e03"]["void"]) == (False, True)
    assert " Void" in yp("list", "events", *on, cwd=LIVED).out
    assert " Void" not in yp("list", "events", "--as-of", "2023-12-31", cwd=LIVED).out


@pytest.mark.parametrize("kind", ["updates", "values"])
def test_a_report_that_takes_one_back_is_marked(kind: str, yp: Yp) -> None:
    rows = csv.DictReader(io.StringIO(yp("list", kind, "--csv", cwd=LIVED).out))
    listed = json.loads(yp("list", kind, "--json", cwd=LIVED).out)["answer"]
    void = {one["id"] for one in listed if one["void"]}
    assert {row["id"] for row in rows if row["Void"] == "yes"} == void


def test_a_due_day_and_lateness_stand_in_every_form(yp: Yp) -> None:
    on = ("--as-of", "2025-12-31")
    dates = {}
    for code in ("A1", "B2", "B3"):
        told = json.loads(yp("who-owns", code, "--json", *on, cwd=LIVED).out)["answer"]
        rows = list(csv.DictReader(io.StringIO(yp("who-owns", code, "--csv", *on, cwd=LIVED).out)))
        late = {True: "yes", False: "no"}[told["late"]] if told["due"] else ""
        assert {(row["Due"], row["Late"]) for row in rows} == {(told["due"] or "", late)}
        dates[code] = (told["due"] is not None, told["late"])
    assert dates["B2"] == (True, True)
    assert dates["B3"] == (False, False)
