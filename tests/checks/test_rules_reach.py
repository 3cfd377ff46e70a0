"""How far some rules reach: the forms in which the same fault is written."""

import json
import re
from pathlib import Path

import pytest

from tests.conftest import Yp


def edit(root: Path, name: str, old: str, new: str) -> None:
    path = root / "data" / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def codes(yp: Yp, root: Path) -> set[str]:
    """Return the codes of what is found and not accepted."""
    told = yp("validate", "--as-of", "2024-06-30", "--output-format", "json", cwd=root)
    return {d["code"] for d in json.loads(told.out)["diagnostics"] if not d["accepted"]}


@pytest.mark.parametrize(
    "text", ["Keksitty Aino", "Aino Keksitylle", "Aino Maria Keksitty", "soita Aino Keksitty"]
)
def test_a_name_is_found_in_either_order_and_with_a_middle_name(
    yp: Yp, region: Path, text: str
) -> None:
    edit(region, "personal.yaml", "name: Aino Keksitty", "name: KEKSITTY AINO MARIA")
    edit(region, "needs.yaml", "prosessikuvaus puuttuu.", f"prosessikuvaus puuttuu. {text}")
    found = codes(yp, region)
    assert found == (set() if text == "Aino Keksitylle" else {"YP701"})


def test_an_inflected_name_in_nen_is_found(yp: Yp, region: Path) -> None:
    edit(region, "personal.yaml", "name: Aino Keksitty", "name: Keksinen Aino")
    edit(region, "needs.yaml", "prosessikuvaus puuttuu.", "kysy Aino Keksiseltä")
    edit(region, "needs.yaml", "title: Prosessikuvaus", "title: Keksisen Ainon prosessikuvaus")
    assert codes(yp, region) == {"YP701"}


@pytest.mark.parametrize("phone", ["(017) 123 456", "tel:+358401234567", "040 123 4567"])
def test_a_phone_number_is_found_in_its_forms(yp: Yp, region: Path, phone: str) -> None:
    edit(region, "needs.yaml", "prosessikuvaus puuttuu.", f"prosessikuvaus puuttuu, {phone}")
    assert codes(yp, region) == {"YP703"}


def test_a_business_id_is_no_phone_number(yp: Yp, region: Path) -> None:
    edit(region, "parties.yaml", 'code: "992"', 'code: "0145626-1"')
    ids = "Kunnan Y-tunnus on 0826048-0 ja alueen 0145626-1"
    edit(region, "needs.yaml", "prosessikuvaus puuttuu.", f"prosessikuvaus puuttuu. {ids}")
    assert codes(yp, region) == set()
    edit(region, "needs.yaml", ids, f"{ids} 040 123 4567")
    assert codes(yp, region) == {"YP703"}


def test_a_number_that_only_looks_like_a_business_id_is_one_to_call(yp: Yp, region: Path) -> None:
    edit(region, "needs.yaml", "prosessikuvaus puuttuu.", "prosessikuvaus puuttuu, 0401234-5")
    assert codes(yp, region) == {"YP703"}


@pytest.mark.parametrize(
    ("sections", "told"),
    [
        ([("14", "14 §")], []),
        ([("14", None)], []),
        ([("14", "14 § 2 mom.")], []),
        ([("6", "6 ja 7 §"), ("7", "6 ja 7 §")], []),
        ([("6", "6 § ja 7 §"), ("7", "6 § ja 7 §")], []),
        ([("14", "§ 14")], ["'§ 14' is printed, where the usual form is '14 §'"]),
        ([("14", "15 §")], ["'15 §' is printed, where the usual form is '14 §'"]),
        (
            [("6", "6§ ja 7§"), ("7", "6§ ja 7§")],
            ["'6§ ja 7§' is printed, where the usual form is '6 §, 7 §'"],
        ),
        ([("14 §", None)], ["the number '14 §' holds the sign, which is added to it"]),
    ],
)
def test_the_form_of_a_section_is_told_once_and_no_source_is_to_be_rewritten(
    yp: Yp, region: Path, sections: list[tuple[str, str | None]], told: list[str]
) -> None:
    lines = "".join(
        f'      - number: "{number}"\n' + (f'        printed: "{printed}"\n' if printed else "")
        for number, printed in sections
    )
    agreement = (region / "data/agreement.yaml").read_text("utf-8")
    old = re.search(r"    sections:\n(?:      .*\n)+", agreement)
    assert old is not None
    edit(region, "agreement.yaml", old.group(), "    sections:\n" + lines)
    found = json.loads(
        yp("validate", "--notes", "--select", "YP506", "--output-format", "json", cwd=region).out
    )["diagnostics"]
    assert [d["message"] for d in found] == told
    assert all("leave it" in d["help"] for d in found if "printed" in d["message"])


def test_a_sign_among_the_sections_of_a_ground_is_told(yp: Yp, region: Path) -> None:
    edit(region, "bodies/foorumi.yaml", '      - "5"\n', '      - "5 §"\n')
    told = yp("validate", "--notes", "--select", "YP506", "--output-format", "concise", cwd=region)
    assert "data/bodies/foorumi.yaml" in told.out
    assert "the number '5 §' holds the sign" in told.out


@pytest.mark.parametrize(
    ("printed", "expected"), [("x.x.2022", {"YP603"}), ("14.2.2022", set()), ("2022-02-14", set())]
)
def test_only_a_placeholder_is_one(yp: Yp, region: Path, printed: str, expected: set[str]) -> None:
    edit(region, "agreement.yaml", "    day: 2022-02-14\n", f'    date_printed: "{printed}"\n')
    assert codes(yp, region) == expected


def test_words_for_everybody_are_vague_whatever_they_refer_to(yp: Yp, region: Path) -> None:
    edit(region, "measures/turvasuunnitelmat.yaml", "label: Kunta", "label: Kukin toimija")
    assert codes(yp, region) == {"YP303"}


def test_two_corrections_of_one_update_by_one_actor_are_told(yp: Yp, region: Path) -> None:
    for state, end in (("paused", "aaa111"), ("cancelled", "bbb222")):
        ident = f"2023-11-15-tiedon-malli-{end}"
        (region / f"data/updates/2023/{ident}.yaml").write_text(
            f"id: {ident}\nmeasure: tiedon-malli\nstate: {state}\non: 2023-11-15\n"
            "by: hiidenmaa\ncorrects: 2023-10-01-tiedon-malli-6f7081\n",
            "utf-8",
        )
    assert codes(yp, region) == {"YP606", "YP615"}


def test_a_table_lacks_a_row_only_where_it_is_said_to_be_complete(yp: Yp, region: Path) -> None:
    for name in ("yksinaisyys", "turvasuunnitelmat"):
        (region / f"data/measures/{name}.yaml").unlink()
    for path in (region / "data/updates").rglob("*.yaml"):
        if "yksinaisyys" in path.name or "turvasuunnitelmat" in path.name:
            path.unlink()
    assert "YP401" in codes(yp, region)
    edit(region, "programme.yaml", "    letter: B\n", "    letter: B\n    complete: false\n")
    edit(region, "programme.yaml", "    letter: A\n", "    letter: A\n    complete: false\n")
    assert "YP401" not in codes(yp, region)
    edit(region, "programme.yaml", "    letter: B\n    complete: false\n", "    letter: B\n")
    edit(region, "programme.yaml", "complete: true\n", "")
    assert "YP401" not in codes(yp, region)


def test_a_party_needs_no_form_and_takes_any(yp: Yp, region: Path) -> None:
    edit(region, "parties.yaml", "    genitive: Koivulan\n", "")
    assert codes(yp, region) == set()
    forms = "    forms:\n      genitive: Öhkölän\n      inessive: Öhkölässä\n"
    edit(region, "parties.yaml", "    genitive: Öhkölän\n", forms)
    assert codes(yp, region) == set()
    assert "inessive: Öhkölässä" in yp("show", "ohkola", cwd=region).out
    assert "ohkola" in yp("search", "Öhkölässä", cwd=region).out
    edit(region, "parties.yaml", "      inessive:", "      inesiivi:")
    told = yp("validate", cwd=region)
    assert told.code == 1
    assert "inessive" in told.out
