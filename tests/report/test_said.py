"""What a report says of states, values and laws in the cases that a small region seldom has."""

from pathlib import Path

import pytest

from tests.conftest import SHIPPED, Yp


def put(region: Path, path: str, *lines: str) -> None:
    file = region / "data" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("\n".join([f"id: {file.stem}", *lines]) + "\n", "utf-8")


def said(yp: Yp, root: Path, *arguments: str) -> str:
    done = yp("report", "--lang", "en", *arguments, cwd=root)
    assert done.code == 0, done.err
    return done.out


def row(written: str, start: str) -> str:
    return next(line for line in written.splitlines() if line.startswith(f"| {start}"))


def test_a_merger_tells_into_what_and_a_report_of_nobody_says_so(yp: Yp, region: Path) -> None:
    put(
        region,
        "updates/2023/2023-12-01-yksinaisyys-aaaaaa.yaml",
        "measure: yksinaisyys",
        "state: merged",
        "merged_into: turvasuunnitelmat",
        "on: 2023-12-01",
    )
    changes = said(yp, region, "--year", "2023").split("State and changes\n")[1]
    found = next(line for line in changes.splitlines() if line.startswith("- **B1 "))
    into = "[A1 Hyvinvointisuunnitelmat kunnissa](#a1-hyvinvointisuunnitelmat-kunnissa)"
    assert f"now merged into {into} (2023-12-01, by whom is not stated)" in found


def test_changes_of_one_day_stand_in_the_order_of_the_measures(yp: Yp, region: Path) -> None:
    for key, measure in (("aa", "varautuminen"), ("bb", "yksinaisyys"), ("cc", "tietopohja")):
        put(
            region,
            f"updates/2023/2023-12-05-{key}-aaaaaa.yaml",
            f"measure: {measure}",
            "state: paused",
            "on: 2023-12-05",
            "by: hiidenmaa",
        )
    written = said(yp, region, "--year", "2023").split("State and changes\n")[1]
    written = written.split("\n## ")[0]
    lines = [line.split()[1] for line in written.splitlines() if "now paused (2023-12-05" in line]
    assert lines == ["**A2", "**B1", "**B2"]


def test_an_indicator_that_counts_parties_tells_the_count(yp: Yp, region: Path) -> None:
    for party, by, value in (
        ("koivula", "koivula", "yes"),
        ("ahtala", "ahtala", "yes"),
        ("ahtala", "hiidenmaa", "no"),
    ):
        put(
            region,
            f"values/2023/2023-12-20-{party}-{by}-aaaaaa.yaml",
            "indicator: mittari-a1",
            f"value: {'true' if value == 'yes' else 'false'}",
            "on: 2023-12-20",
            f"by: {by}",
            f"party: {party}",
        )
    written = said(yp, region, "--year", "2023").split("Indicators and values\n")[1]
    found = row(written, "A1")
    assert "yes from 1 of 4, 1 disputed, 2 have told nothing" in found
    assert "yes: Ähtälä (2023-12-20; disputed), Koivula (2023-12-20)" in found
    assert "no: Ähtälä (2023-12-20, Hiidenmaan hyvinvointialue; disputed)" in found


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2024-12-31", "comes into force 2025-01-01 (not yet in force)"),
        ("2025-01-01", "from 2025-01-01"),
    ],
)
def test_an_act_is_in_force_from_its_own_day(yp: Yp, day: str, words: str) -> None:
    written = said(yp, SHIPPED, "--year", day[:4], "--as-of", day)
    assert f"| {words} |" in row(written, "[Laki kotoutumisen edistämisestä (681/2023)]")


def test_sections_of_an_act_stand_by_their_numbers(yp: Yp) -> None:
    act = row(said(yp, SHIPPED, "--year", "2024"), "[Laki hyvinvointialueesta (611/2021)]")
    assert act.endswith("| 14\u00a0§ | 8, 14, 23, 29, 32\u00a0§ |")


def test_a_measure_without_a_party_says_who_answers(yp: Yp) -> None:
    parties = said(yp, SHIPPED, "--year", "2024").split("\n## Parties\n")[1].split("\n## ")[0]
    told = next(line for line in parties.splitlines() if line.startswith("For these no party"))
    assert "J1 Asunnottomuuden verkostomainen yhteistyö (Responsibility not defined)" in told
    assert told.count("(nobody in particular is named)") == 3
    assert told.count("(bodies only: ") == 4


@pytest.mark.parametrize(
    ("party", "words"),
    [("pshva", "number of the wellbeing services county 13"), ("kuopio", "number of the muni")],
)
def test_a_number_is_named_after_the_kind_of_the_party(yp: Yp, party: str, words: str) -> None:
    assert words in said(yp, SHIPPED, "--year", "2024", "--party", party)


def test_a_defect_is_told_of_what_a_reader_knows(yp: Yp) -> None:
    defects = said(yp, SHIPPED, "--year", "2024", "--only", "errors")
    assert "| sopimus · sopimus |" not in defects
    assert "\n| The definition of “yhdyspinta” · sopimus 2 |" in defects
    assert "\n- **Laaditaan ohjelmasta puuttuva luku 5" in defects
    assert defects.index("### What needs a decision") < defects.index("### Missing, unclear")


def test_what_is_disputed_is_counted_in_no_state_and_both_are_told(yp: Yp, region: Path) -> None:
    written = yp("report", "--year", "2023", cwd=region).out
    assert (
        "1/4 ristiriitainen, Ähtälä: käynnissä (1.6.2023, Ähtälä); ei aloitettu (15.6.2023,"
        in written
    )
    assert "ristiriitainen: Ähtälä" in written
    assert "ristiriitainen 1 (–), ei tietoa 2 (3)" in written
    sheet = yp("report", "--year", "2023", "--party", "ahtala", cwd=region).out
    assert "ristiriitainen 15.6.2023 alkaen" in sheet
    assert (
        "1.6.2023, käynnissä, itse · 15.6.2023, ei aloitettu, Hiidenmaan hyvinvointialue" in sheet
    )


def test_a_report_that_does_not_count_is_marked(yp: Yp, region: Path) -> None:
    arguments = ("--party", "hiidenmaa", "--on", "2023-12-01", "--evidence", "minutes: § 1")
    assert yp("status", "set", "A1", "completed", *arguments, cwd=region).code == 0
    written = yp("report", "--year", "2023", cwd=region).out
    assert (
        "Hiidenmaan hyvinvointialue, ei vastaa toimenpiteestä, joten ei lasketa mukaan" in written
    )


def test_an_open_responsibility_stands_on_the_sheet_of_its_interface(yp: Yp) -> None:
    sheet = yp("report", "--year", "2024", "--interface", "johto", cwd=SHIPPED).out
    assert "Ilman vastuutahoa: J1 Asunnottomuuden" in sheet.split("Avoimet kysymykset\n")[1]


def test_who_takes_part_stands_apart_from_that_nobody_answers(yp: Yp, region: Path) -> None:
    path = region / "data/measures/varautuminen.yaml"
    text = path.read_text("utf-8")
    path.write_text(
        text.partition("responsible:")[0]
        + "responsible:\n  - actor: koivula\n    role: partner\n    label: Koivula\n",
        "utf-8",
    )
    code = next(line for line in text.splitlines() if line.startswith("code:")).split()[1]
    told = said(yp, region, "--year", "2023")

    card = told.split(f"### {code} ")[1] if f"### {code} " in told else told.split(f"{code} ", 1)[1]
    assert "Koivula (partner)" in card


def test_a_chapter_of_defects_stands_only_where_there_are_any(yp: Yp, region: Path) -> None:
    annex = "an annex of their own: `yp report --only errors`"
    assert annex in said(yp, region, "--year", "2023")
    assert "\n| " in said(yp, region, "--year", "2023", "--only", "errors")
    for path in (region / "data").rglob("*.yaml"):
        kept, dropping = [], None
        for line in path.read_text("utf-8").splitlines():
            indent = len(line) - len(line.lstrip())
            if line.strip() == "remarks:":
                dropping = indent
            elif dropping is not None and (
                indent < dropping or (indent == dropping and not line.lstrip().startswith("-"))
            ):
                dropping = None
            if dropping is None:
                kept.append(line)
        path.write_text("\n".join(kept) + "\n", "utf-8")
    told = said(yp, region, "--year", "2023")
    assert annex not in told
    assert "No errors are recorded." in said(yp, region, "--year", "2023", "--only", "errors")
    assert "## How to read this report" in told
