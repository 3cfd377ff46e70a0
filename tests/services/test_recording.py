"""`yp status set`, `yp status correct`, `yp record value`: each report is a new file."""

import json
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import Result, Yp
from yhdyspinta_cli.document import decoding, reader, write

WRITTEN = """\
id: 2024-02-14-turvasuunnitelmat-alberga-{digest}
measure: turvasuunnitelmat
state: in-progress
on: 2024-02-14
by: hiidenmaa
party: alberga
note: |-
  Luonnos: hyväksytään keväällä
  # ei kommentti
evidence:
  - type: minutes
    text: valtuusto 8.2.2024 § 5
    url: https://alberga.example/5
  - type: link
    text: https://alberga.example/luonnos
    url: https://alberga.example/luonnos
  - type: other
    text: "12:30"
progress: 60
recorded: "2024-02-14T14:30:00+02:00"
"""


def files(region: Path) -> dict[str, bytes]:
    """Every file below data/, the hidden ones too."""
    found = (path for path in sorted((region / "data").rglob("*")) if path.is_file())
    return {path.relative_to(region).as_posix(): path.read_bytes() for path in found}


def test_a_report_is_a_new_file_in_the_style_of_the_data(
    yp: Yp, region: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1707913800")
    before = files(region)
    saved = yp(
        *("status", "set", "a1", "in-progress", "--party", "Ålberga", "--by", "hiidenmaa"),
        *("--on", "2024-02-14", "--note", "Luonnos: hyväksytään keväällä\n# ei kommentti"),
        *("--evidence", "minutes: valtuusto 8.2.2024 § 5 https://alberga.example/5"),
        *("--evidence", "https://alberga.example/luonnos", "--evidence", "12:30"),
        *("--progress", "60"),
        cwd=region,
    )
    path = saved.out.strip()
    assert saved == Result(0, f"{path}\n", f"yp: saved {path}\n")
    digest = path.removesuffix(".yaml").rpartition("-")[2]
    assert path == f"data/updates/2024/2024-02-14-turvasuunnitelmat-alberga-{digest}.yaml"
    after = files(region)
    assert after.pop(path).decode() == WRITTEN.format(digest=digest)
    assert after == before
    assert yp("validate", cwd=region).code == 0
    answer = json.loads(yp("status", "show", "A1", "--json", cwd=region).out)["answer"]
    assert answer["updates"][0]["progress"] == 60


def test_a_file_has_the_mode_that_the_umask_gives(yp: Yp, region: Path) -> None:
    before = os.umask(0o027)
    try:
        path = yp("status", "set", "A1", "paused", "--on", "2024", "--by", "koivula", cwd=region)
    finally:
        os.umask(before)
    assert (region / path.out.strip()).stat().st_mode & 0o777 == 0o640


def test_dry_run_shows_the_file_and_writes_nothing(yp: Yp, region: Path) -> None:
    before = files(region)
    shown = yp(
        *("status", "set", "A1", "paused", "--on", "2024-02", "--by", "koivula", "--dry-run"),
        cwd=region,
    )
    assert shown.code == 0
    assert "measure: turvasuunnitelmat\nstate: paused\non: 2024-02\nby: koivula\n" in shown.out
    assert shown.err.endswith("would be written; nothing was\n")
    assert files(region) == before


def test_who_speaks_is_by_else_the_party_else_the_environment(
    yp: Yp, region: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("YP_ACTOR", "hiidenmaa")
    common = ("status", "set", "A1", "paused", "--on", "2024-02", "--dry-run")
    assert "by: koivula\n" in yp(*common, "--by", "koivula", "--party", "alberga", cwd=region).out
    assert "by: alberga\n" in yp(*common, "--party", "alberga", cwd=region).out
    assert "by: hiidenmaa\n" in yp(*common, cwd=region).out
    monkeypatch.delenv("YP_ACTOR")
    nobody = yp(*common, cwd=region)
    assert "by:" not in nobody.out
    assert "yp: by whom is not stated; --by or YP_ACTOR tells it\n" in nobody.err


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("A1", "complete"), 2, "there is no state 'complete'"),
        (("A1", "no-information"), 2, "there is no state 'no-information'"),
        (("Z9", "completed"), 1, "nothing is called 'Z9'"),
        (("hyvinvointisuunn", "completed"), 1, "nothing is called 'hyvinvointisuunn'"),
        (("A1", "completed", "--party", "kunnat"), 1, "nothing is called 'kunnat'"),
        (("A1", "completed", "--on", "2090-01-01"), 2, "'2090-01-01' is not over yet"),
        (("A1", "completed", "--on", "2090"), 2, "'2090' is not over yet"),
        (("A1", "completed", "--on", "31.2.2024"), 2, "'on' is not a day"),
        (("A1", "completed", "--on", "2024-02-30"), 2, "'on' is not a day"),
        (("A1", "completed", "--on", "2024", "--note", "a\x1bb"), 2, "U+001B is not allowed"),
        (("A1", "completed", "--on", "2024", "--note", " "), 2, "'note' is empty"),
        (("A1", "completed", "--into", "J2"), 2, "--into goes with the state merged"),
    ],
)
def test_what_cannot_be_meant_is_refused(
    yp: Yp, region: Path, arguments: tuple[str, ...], code: int, told: str
) -> None:
    before = files(region)
    refused = yp("status", "set", *arguments, cwd=region)
    assert refused.code == code
    assert told in refused.err
    assert refused.out == ""
    assert files(region) == before


def test_data_with_an_error_is_not_written_to(yp: Yp, region: Path) -> None:
    (region / "data" / "needs.yaml").write_text("needs:\n  - id: x\n", "utf-8")
    before = files(region)
    refused = yp("status", "set", "A1", "paused", "--on", "2024", "--by", "koivula", cwd=region)
    assert refused.code == 4
    assert refused.err.startswith("yp: nothing was written: the data has errors; the first: ")
    assert files(region) == before


def test_the_same_report_twice_is_refused(yp: Yp, region: Path) -> None:
    command = ("status", "set", "A1", "paused", "--on", "2024", "--by", "koivula")
    yp(*command, cwd=region)
    before = files(region)
    again = yp(*command, cwd=region)
    assert again.code == 4
    assert "is recorded already; nothing was written" in again.err
    assert files(region) == before


@pytest.mark.parametrize("more", [(), ("--dry-run",)])
def test_a_report_that_says_again_what_one_says_is_saved_and_told(
    yp: Yp, region: Path, more: tuple[str, ...]
) -> None:
    command = ("status", "set", "A1", "paused", "--on", "2024", "--by", "koivula", "--note", "Näin")
    first = yp(*command, cwd=region)
    assert "warning" not in first.err
    key = Path(first.out.strip()).stem
    again = yp(*command, "--evidence", "minutes: § 1", *more, cwd=region)
    assert again.code == 0
    assert f"yp: warning: {key} says the same already\n" in again.err
    assert f"yp status correct {key} …" in again.err


@pytest.mark.parametrize(
    "other", [("--note", "Toisin"), ("--on", "2023"), ("--by", "ahtala"), ("--progress", "5")]
)
def test_a_report_that_says_something_else_is_no_repetition(
    yp: Yp, region: Path, other: tuple[str, str]
) -> None:
    command = ("status", "set", "A1", "paused", "--on", "2024", "--by", "koivula")
    saved = yp(*command, cwd=region)
    assert "says the same" not in yp(*command, *other, cwd=region).err
    # What was taken back is said anew.
    key = Path(saved.out.strip()).stem
    yp("status", "correct", key, "--void", "--by", "koivula", cwd=region)
    again = yp(*command, "--evidence", "minutes: § 1", cwd=region)
    assert (again.code, "says the same" in again.err) == (0, False)


def test_the_packaged_copy_is_never_written_to(yp: Yp, tmp_path: Path) -> None:
    refused = yp("status", "set", "E1", "paused", "--by", "kuopio", cwd=tmp_path)
    assert refused.code == 2
    assert "no knowledge base" in refused.err


@pytest.mark.parametrize("where", ["data/updates/2024", "data/updates"])
def test_a_folder_that_is_a_link_is_refused(
    yp: Yp, region: Path, tmp_path: Path, where: str
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    folder = region / where
    if folder.exists():
        folder.rename(tmp_path / "former")
    folder.symlink_to(outside)
    refused = yp("status", "set", "A1", "paused", "--on", "2024", "--by", "koivula", cwd=region)
    assert refused.code == 4
    assert list(outside.iterdir()) == []


def test_a_correction_takes_the_place_of_the_update(yp: Yp, region: Path) -> None:
    wrong = "2023-06-15-turvasuunnitelmat-ahtala-4d5e6f"
    saved = yp("status", "correct", wrong, "in-progress", "--by", "hiidenmaa", cwd=region)
    written = (region / saved.out.strip()).read_text("utf-8")
    assert "on: 2023-06-15\nby: hiidenmaa\nparty: ahtala\n" in written
    assert f"corrects: {wrong}\n" in written
    settled = yp("status", "show", "A1", "--as-of", "2023-12-31", cwd=region).out
    assert "Of 4 parties 1 has completed it, 1 in progress, and 2 without information." in settled
    assert "disputed" not in settled
    again = yp("status", "correct", wrong, "--void", "--by", "hiidenmaa", cwd=region)
    assert again.code == 4
    assert "is corrected already" in again.err


def test_an_update_can_be_taken_back(yp: Yp, region: Path) -> None:
    wrong = "2023-05-10-turvasuunnitelmat-koivula-2b3c4d"
    saved = yp("status", "correct", wrong, "--void", "--by", "koivula", cwd=region)
    assert "void: true\n" in (region / saved.out.strip()).read_text("utf-8")
    shown = yp("status", "show", "A1", "--as-of", "2023-12-31", cwd=region).out
    assert "Of 4 parties 1 is disputed and 3 without information." in shown
    assert "2023-05-10 Koivula: taken back; Koivula" in shown
    assert "CORRECTED by" in shown


@pytest.mark.parametrize("arguments", [(), ("completed", "--void")])
def test_a_correction_says_one_thing(yp: Yp, arguments: tuple[str, ...]) -> None:
    told = yp("status", "correct", "x", *arguments)
    assert told.code == 2
    assert told.err == "yp: give either the state that is right, or --void\n"


@pytest.mark.parametrize(
    ("arguments", "written"),
    [
        (("mittari-j2", "12,50"), "value: 12.50\n"),
        (("j2", "500"), "value: 500\n"),
        (("mittari-j1", "Perustettu"), "value: perustettu\n"),
        (("A1", "3"), "value: 3\n"),
        (("A1", "kyllä", "--party", "koivula"), "value: true\n"),
        (("A1", "ei", "--party", "koivula"), "value: false\n"),
        (("A2", "Yhteistyö sujuu"), "value: Yhteistyö sujuu\n"),
    ],
)
def test_a_value_of_each_kind_is_recorded(
    yp: Yp, region: Path, arguments: tuple[str, ...], written: str
) -> None:
    saved = yp("record", "value", *arguments, "--on", "2024-03-01", "--by", "koivula", cwd=region)
    assert saved.code == 0, saved.err
    assert saved.out.startswith("data/values/2024/2024-03-01-mittari-")
    assert written in (region / saved.out.strip()).read_text("utf-8")
    assert yp("validate", cwd=region).code == 0


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("mittari-j2", "paljon"), "a number"),
        (("mittari-j1", "kyllä"), "one of: perustettu; ei perustettu"),
        (("A1", "3,5"), "a whole number, 0 or more"),
        (("A1", "3", "--party", "koivula"), "with --party yes or no, without it a whole number"),
    ],
)
def test_a_value_of_another_kind_is_refused(
    yp: Yp, region: Path, arguments: tuple[str, ...], told: str
) -> None:
    before = files(region)
    refused = yp("record", "value", *arguments, "--on", "2024", "--by", "koivula", cwd=region)
    assert refused.code == 2
    assert refused.err.endswith(f"    {told}\n")
    assert files(region) == before


def test_values_are_shown_with_the_measure(yp: Yp, region: Path) -> None:
    yp("record", "value", "A1", "2", "--on", "2024-01-31", "--by", "hiidenmaa", cwd=region)
    shown = yp("status", "show", "A1", "--as-of", "2024-02-01", cwd=region).out
    assert "Suunnitelmien määrä (number of parties, mittari-a1)\n  - 2024-01-31: 2;" in shown


def test_the_temporary_file_of_a_dead_run_is_swept(yp: Yp, region: Path) -> None:
    stale = region / "data" / "updates" / "2023" / ".yp-0123456789abcdef.tmp"
    stale.write_text("half", "utf-8")
    saved = yp("status", "set", "A1", "paused", "--on", "2024", "--by", "koivula", cwd=region)
    assert "1 temporary file" in saved.err
    assert not stale.exists()


def test_a_long_id_keeps_to_63_characters(yp: Yp, region: Path) -> None:
    measure = region / "data" / "measures" / "varautuminen.yaml"
    name = "varautumisen-ja-kokonaisturvallisuuden-yhteinen-suunnittelu-nyt"
    assert len(name) == 63
    text = measure.read_text("utf-8").replace("id: varautuminen\n", f"id: {name}\n")
    measure.with_name(f"{name}.yaml").write_text(text, "utf-8")
    measure.unlink()
    for path in (region / "data").rglob("*.yaml"):
        body = path.read_text("utf-8")
        path.write_text(body.replace(": varautuminen\n", f": {name}\n"), "utf-8")
    saved = yp(
        *("status", "set", name, "paused", "--on", "2024-01-31", "--party", "koivula"), cwd=region
    )
    assert saved.code == 0, saved.err
    key = saved.out.strip().rpartition("/")[2].removesuffix(".yaml")
    assert len(key) <= 63
    assert key.startswith("2024-01-31-varautumisen-ja-koivula-")


TEXTS = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cn")).filter(lambda c: not decoding.forbidden(c))
    | st.sampled_from("\n :#-'\"[]{}&*!|>%@`,?~=\u00e4\u20ac"),
    min_size=1,
    max_size=60,
).filter(lambda value: value.strip() != "")


@given(st.dictionaries(st.sampled_from(["note", "text", "title"]), TEXTS, min_size=1))
@settings(max_examples=500)
def test_any_text_is_read_back_as_it_was_written(values: dict[str, str]) -> None:
    try:
        written = write.text(values)
    except write.UnwritableError as error:
        # Only what the strict reader refuses in every spelling may be refused here.
        if error.reason:
            return
        raise
    tree, faults = reader.read("", written.encode())
    assert tree is not None
    assert not faults
    assert tree.root.plain() == values


def test_a_value_can_be_corrected_and_both_are_seen(yp: Yp, region: Path) -> None:
    wrong = "2023-10-31-mittari-j2-e5f607"
    saved = yp(
        *("record", "value", "mittari-j2", "421", "--on", "2023-10-31", "--by", "hiidenmaa"),
        *("--corrects", wrong),
        cwd=region,
    )
    assert saved.code == 0, saved.err
    key = Path(saved.out.strip()).stem
    shown = " ".join(yp("status", "show", "J2", "--as-of", "2023-12-31", cwd=region).out.split())
    assert f"2023-10-31: 421 vastausta; Hiidenmaan hyvinvointialue; corrects {wrong};" in shown
    assert f"2023-10-31: 412 vastausta; Hiidenmaan hyvinvointialue; CORRECTED by {key};" in shown
    unknown = yp("record", "value", "J2", "1", "--on", "2024", "--corrects", "x", cwd=region)
    assert unknown.code == 1
    assert "there is no report 'x'" in unknown.err
