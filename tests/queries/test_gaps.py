"""What is missing in the shipped data, and when it is told."""

import json
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import REGION, SHIPPED, Yp
from yhdyspinta_cli import store
from yhdyspinta_cli.facts import lifetime, measures
from yhdyspinta_cli.queries import counterparts, gaps
from yhdyspinta_cli.wording import trails

KB = store.load(SHIPPED).kb
DAY = date(2024, 12, 31)


def of_kind(kind: str, day: date = DAY) -> list[gaps.Gap]:
    return [gap for gap in gaps.ledger(KB, day).gaps if gap.kind == kind]


def codes(kind: str) -> list[str]:
    return [getattr(gap.record, "code", gap.record.id) for gap in of_kind(kind)]


def test_the_ledger_of_the_shipped_data() -> None:
    assert codes("nobody-known") == ["J1", "J3", "D3"]
    assert codes("nobody-forgotten") == []
    assert codes("vague") == ["B1", "B3", "C1", "D2"]
    assert codes("no-indicator") == ["B5"]
    assert "J5" not in codes("no-lead")
    assert [gap.record.id for gap in of_kind("areas-not-listed")] == [
        "palvelukeskustelualueet",
        "perhekeskusalueet",
    ]
    assert len(codes("silent")) + len(codes("no-information")) == 40


def test_age_is_from_the_agreement_where_nothing_is_stated() -> None:
    gap = of_kind("nobody-known")[0]
    assert gap.age == measures.Age(date(2023, 11, 1), (DAY - date(2023, 11, 1)).days, False)
    assert gap.decides is None
    assert gap.source


def test_every_party_lacks_every_counterpart(yp: Yp) -> None:
    missing = of_kind("counterpart")
    assert len(missing) == 21
    assert {(gap.count, gap.of) for gap in missing} == {(4, 4)}
    assert counterparts.matrix(KB, "level", DAY).holes == 84
    told = yp("counterparts", cwd=SHIPPED).out
    assert "No counterpart is recorded: all 84 places are holes (–)." in told


def test_fail_on_is_for_ci(yp: Yp) -> None:
    assert yp("gaps", "--fail-on", "nobody-forgotten", cwd=SHIPPED).code == 0
    assert yp("gaps", "--fail-on", "nobody-known", cwd=SHIPPED).code == 1
    assert yp("gaps", "--fail-on", "ended,any", cwd=SHIPPED).code == 1
    assert yp("gaps", "--fail-on", "nonsense", cwd=SHIPPED).code == 2


def test_a_stated_day_and_a_stated_decider_count(region: Path, yp: Yp) -> None:
    path = region / "data" / "measures" / "asuminen.yaml"
    text = path.read_text("utf-8")
    label = "  label: Vastuu määrittelemättä\n"
    path.write_text(
        text.replace(label, label + "  since: 2023-06-01\n  decides: hiidenmaan-liitto\n", 1),
        "utf-8",
    )
    arguments = ("gaps", "--kind", "nobody-known", "--as-of", "2023-06-11", "--json")
    (gap,) = json.loads(yp(*arguments, cwd=region).out)["answer"]["gaps"]
    assert (gap["since"], gap["since_stated"], gap["age_days"]) == ("2023-06-01", True, 10)
    assert gap["decides"] == "hiidenmaan-liitto"
    told = yp("who-owns", "J1", "--as-of", "2023-06-11", cwd=region).out
    assert "Since when: 2023-06-01 (10 days)." in told
    assert "Who must decide: Hiidenmaan liitto." in told


def test_a_forgotten_owner_is_a_gap_of_its_own(region: Path, yp: Yp) -> None:
    path = region / "data" / "measures" / "varautuminen.yaml"
    text = path.read_text("utf-8")
    start, end = text.index("responsible:"), text.index("no_indicator:")
    path.write_text(text[:start] + text[end:], "utf-8")
    result = yp("gaps", "--fail-on", "nobody-forgotten", "--json", cwd=region)
    assert result.code == 1
    found = json.loads(result.out)["answer"]["gaps"]
    assert [g["code"] for g in found if g["kind"] == "nobody-forgotten"] == ["B2"]
    told = yp("who-owns", "B2", cwd=region).out
    assert "Nobody is named, and nothing says that this is known." in told


def test_every_ended_actor_is_told_from_the_day_after() -> None:
    region = store.load(REGION).kb
    on = gaps.ledger(region, date(2023, 12, 31)).count("ended")
    after = gaps.ledger(region, date(2024, 1, 1)).count("ended")
    assert (on, after) == (0, 2)


def later(region: Path) -> Path:
    """The region with an actor that is named before it begins."""
    path = region / "data" / "actors.yaml"
    text = path.read_text("utf-8")
    ended = "    ended: 2023-12-31\n    successor: uusi-keskus\n"
    path.write_text(text.replace(ended, "    started: 2024-01-01\n", 1), "utf-8")
    return region


def test_who_has_not_begun_is_marked_and_missing(region: Path, yp: Yp) -> None:
    cwd = later(region)
    arguments = ("gaps", "--kind", "not-begun", "--as-of")
    told = yp(*arguments, "2023-12-31", cwd=cwd).out
    assert "Named, but not yet begun (1)" in told
    assert "Aluekeskus, begins 2024-01-01" in told
    (gap,) = json.loads(yp(*arguments, "2023-12-31", "--json", cwd=cwd).out)["answer"]["gaps"]
    assert (gap["about"], gap["begins"]) == (["keskus"], "2024-01-01")
    then = yp(*arguments, "2024-01-01", cwd=cwd).out
    assert "Nothing is found with these conditions: kind “Named, but not yet begun”." in then
    answers = (("who-owns", "A2"), ("owned-by", "keskus"), ("list", "actors"))
    for question in answers:
        before = " ".join(yp(*question, "--as-of", "2023-12-31", cwd=cwd).out.split())
        assert "begins" in before, question
        assert "2024-01-01)" in before or "begins 2024-01-01" in before, question
        after = yp(*question, "--as-of", "2024-01-01", cwd=cwd).out
        assert "begins" not in after, question
    row = yp("who-owns", "A2", "--csv", "--as-of", "2023-12-31", cwd=cwd).out.splitlines()[2]
    assert ",2024-01-01," in row


def test_a_body_may_begin_in_a_year_or_with_what_it_is_a_part_of(region: Path) -> None:
    path = region / "data" / "bodies" / "turvaverkosto.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("state: planned\n", "state: planned\nstarted: 2024\n"), "utf-8")
    actors = region / "data" / "actors.yaml"
    text = later(region).joinpath("data", "actors.yaml").read_text("utf-8")
    role = "    name: kaupunginjohtaja\n    part_of: koivula\n"
    actors.write_text(text.replace(role, role.replace("koivula", "keskus"), 1), "utf-8")
    kb = store.load(region).kb
    found = lifetime.beginning(kb, "turvaverkosto", date(2023, 12, 31))
    assert found is not None
    assert (str(found.when), found.first) == ("2024", date(2024, 1, 1))
    assert lifetime.beginning(kb, "turvaverkosto", date(2024, 1, 1)) is None
    part = lifetime.beginning(kb, "koivulan-johtaja", date(2023, 12, 31))
    assert part is not None
    assert trails.beginning_text(kb, part, "koivulan-johtaja") == "Aluekeskus begins 2024-01-01"


@pytest.mark.parametrize(
    "question",
    [
        ("who-owns", "A2"),
        ("owned-by", "koivula"),
        ("gaps",),
        ("counterparts",),
        ("what-if", "--remove", "koivula"),
    ],
)
def test_every_answer_tells_when_the_agreement_does_not_hold(
    question: tuple[str, ...], yp: Yp
) -> None:
    def told(day: str) -> str:
        return str(yp(*question, "--as-of", day).out)

    assert "The agreement begins on 2022-03-01." in told("2022-02-28")
    assert "The agreement ended on 2025-06-30." in told("2025-07-01")
    for day in ("2022-03-01", "2025-06-30"):
        assert "The agreement" not in told(day)
