"""`yp export`: what it writes, what it tells, and that it writes no name of a person."""

import io
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet
import pytest

from tests.conftest import LIVED, REGION, SHIPPED, Yp
from tests.history import lived_line
from tests.opendata import made
from yhdyspinta_cli import store
from yhdyspinta_cli.model.obligations import Personal

DAY = ("--as-of", "2025-06-30")


def _files(folder: Path) -> dict[str, bytes]:
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in found}


def test_all_forms_are_written_and_a_second_run_changes_nothing(yp: Yp, tmp_path: Path) -> None:
    folder = tmp_path / "avoin"
    first = yp("export", str(folder), *DAY, cwd=LIVED)
    assert (first.code, first.out) == (0, "")
    written = _files(folder)
    names = set(made.filled("lived"))
    assert {Path(path).stem for path in written if path.startswith("csv/")} == names
    assert {Path(path).stem for path in written if path.startswith("jsonl/")} == names
    assert {Path(path).stem for path in written if path.startswith("parquet/")} == names
    others = {path for path in written if "/" not in path}
    base = store.load(LIVED).kb.agreement.id
    assert others == {
        *("README.md", "datapackage.json", "dcat.jsonld", f"{base}.sqlite", ".yp-export.json")
    }
    again = yp("export", str(folder), *DAY, cwd=LIVED)
    assert "wrote 0 files" in again.err
    assert _files(folder) == written
    other = tmp_path / "toinen"
    assert yp("export", str(other), *DAY, cwd=LIVED).code == 0
    assert _files(other) == written


def test_the_same_data_and_day_give_the_same_bytes(yp_process: Yp, tmp_path: Path) -> None:
    done = yp_process("export", str(tmp_path / "a"), *DAY, cwd=LIVED, PYTHONHASHSEED="7")
    assert done.code == 0, done.err
    loaded = store.load(LIVED)
    expected = made.files_of(loaded, "2025-06-30", "fi")
    found = _files(tmp_path / "a")
    found.pop(".yp-export.json")
    assert found == expected


def test_another_day_is_another_answer(yp: Yp, tmp_path: Path) -> None:
    folder = tmp_path / "avoin"
    yp("export", str(folder), *DAY, cwd=LIVED)
    before = _files(folder)
    yp("export", str(folder), "--as-of", "2024-06-30", cwd=LIVED)
    after = _files(folder)
    assert json.loads(after["datapackage.json"])["yp"]["as_of"] == "2024-06-30"
    assert after["csv/updates.csv"] == before["csv/updates.csv"]
    assert after["csv/missing.csv"] != before["csv/missing.csv"]
    assert b"2024-06-30" in after["csv/exports.csv"]


@pytest.mark.parametrize("base", [SHIPPED, LIVED, REGION], ids=["shipped", "lived", "region"])
def test_no_name_of_a_person_is_in_any_file(base: Path, yp: Yp, tmp_path: Path) -> None:
    personal = store.load(base, personal=True).kb.personal
    assert isinstance(personal, Personal)
    names = {one.name for one in personal.signatures}
    names |= {one.name for one in (*personal.role_holders, *personal.counterpart_holders)}
    assert names
    assert yp("export", str(tmp_path / "a"), *DAY, cwd=base).code == 0
    files = _files(tmp_path / "a")
    texts = {key: said for path, raw in files.items() for key, said in _texts(path, raw)}
    for path, said in texts.items():
        for name in names:
            first, *_middle, last = name.casefold().split()
            for way in (name.casefold(), f"{first} {last}", f"{last} {first}", f"{last}, {first}"):
                assert way not in said, (path, name)
    # What stands in the data is found in each form in this way.
    known = store.load(base).kb.parties[0].official_name.casefold()
    for form in ("parties.csv", "parties.jsonl", "parties.parquet", ".sqlite"):
        assert any(known in said for path, said in texts.items() if path.endswith(form))


def _texts(path: str, raw: bytes) -> Iterator[tuple[str, str]]:
    """Yield what stands in a file: its bytes, and what is packed in them."""
    yield path, raw.decode("utf-8", "replace").casefold()
    if path.endswith(".sqlite"):
        with made.database(raw) as opened:
            yield f"all of {path}", "\n".join(opened.iterdump()).casefold()
    elif path.endswith(".parquet"):
        rows = pyarrow.parquet.read_table(io.BytesIO(raw))
        yield f"all of {path}", f"{rows.schema} {rows.to_pylist()}".casefold()


HOSTILE = (
    "=HYPERLINK(1) Vihainen",
    "'; DROP TABLE measures; -- Vihainen",
    "<script>alert(1)</script> Vihainen",
    "\u202eÅsa Vihainen\u202c",
    "{{ 7 * 7 }} Vihainen",
    "../../../Vihainen",
)


def test_no_name_however_hostile_is_in_any_file(yp: Yp, tmp_path: Path) -> None:
    base = tmp_path / "base"
    shutil.copytree(LIVED, base)
    file = base / "data/personal.yaml"
    signatures = "".join(
        f"  - name: {json.dumps(name)}\n    method: Suomi.fi\n    at: 2022-12-12T08:30:00+02:00\n"
        for name in HOSTILE
    )
    text = file.read_text("utf-8")
    file.write_text(text.replace("signatures:\n", f"signatures:\n{signatures}", 1), "utf-8")
    assert yp("export", str(tmp_path / "a"), *DAY, cwd=base).code == 0
    for path, raw in _files(tmp_path / "a").items():
        for where, said in _texts(path, raw):
            assert "vihainen" not in said, where


def test_the_file_of_names_is_never_opened(yp: Yp, tmp_path: Path) -> None:
    base = tmp_path / "base"
    shutil.copytree(LIVED, base)
    (base / "data/personal.yaml").write_bytes(b"\xff not even a text \x00")
    assert yp("export", str(tmp_path / "a"), *DAY, cwd=base).code == 0


def test_without_pyarrow_the_rest_is_written_and_one_line_says_how_to_get_it(
    tmp_path: Path,
) -> None:
    program = (
        "import sys; sys.modules['pyarrow'] = None\n"
        "from yhdyspinta_cli.__main__ import main\n"
        f"sys.argv = ['yp', 'export', {str(tmp_path / 'a')!r}, '--as-of', '2025-06-30']\n"
        "main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=LIVED, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    told = [line for line in done.stderr.splitlines() if "package pyarrow" in line]
    assert len(told) == 1
    assert '"yhdyspinta-cli[data]"' in told[0]
    written = _files(tmp_path / "a")
    assert not any("parquet" in path for path in written)
    assert "csv/measures.csv" in written
    assert b"parquet" not in written["README.md"].lower()
    assert b"parquet" not in written["dcat.jsonld"].lower()


def test_what_is_told_of_it_is_in_the_language_asked(yp: Yp, tmp_path: Path) -> None:
    for code, title, meaning in (
        ("fi", "Toimenpiteet", "Toimenpiteen tunnus sellaisena kuin se on asiakirjassa"),
        ("en", "Measures", "The measure's code, as it is printed"),
    ):
        folder = tmp_path / code
        assert yp("export", str(folder), *DAY, "--lang", code, cwd=LIVED).code == 0
        package = json.loads((folder / "datapackage.json").read_bytes())
        (measures,) = [one for one in package["resources"] if one["name"] == "measures"]
        (field,) = [one for one in measures["schema"]["fields"] if one["name"] == "code"]
        assert package["yp"]["language"] == code
        assert (measures["title"], field["description"]) == (title, meaning)
        assert f"| {title}. " in (folder / "README.md").read_text("utf-8")
    # The cells are the same in every language.
    for path, raw in _files(tmp_path / "fi").items():
        if path.startswith(("csv/", "jsonl/")):
            assert raw == (tmp_path / "en" / path).read_bytes()


def _with_licence(base: Path, licence: str) -> None:
    file = base / "data/agreement.yaml"
    text = file.read_text("utf-8")
    file.write_text(text.replace("documents:\n", f"licence: {licence}\ndocuments:\n", 1), "utf-8")


@pytest.mark.parametrize(
    ("licence", "package", "url"),
    [
        (None, None, None),
        (
            "CC-BY-4.0",
            {"name": "CC-BY-4.0", "path": "https://spdx.org/licenses/CC-BY-4.0"},
            "https://spdx.org/licenses/CC-BY-4.0",
        ),
        ("https://lupa.example/1", {"path": "https://lupa.example/1"}, "https://lupa.example/1"),
    ],
)
def test_the_licence_is_the_publishers_and_never_invented(
    licence: str | None, package: object, url: str | None, region: Path, yp: Yp, tmp_path: Path
) -> None:
    if licence is not None:
        _with_licence(region, licence)
    folder = tmp_path / "a"
    assert yp("export", str(folder), *DAY, "--lang", "en", cwd=region).code == 0
    told = json.loads((folder / "datapackage.json").read_bytes())
    assert told.get("licenses", [None]) == [package]
    catalogue = json.loads((folder / "dcat.jsonld").read_bytes())
    for one in (catalogue, *catalogue["dcat:dataset"]["dcat:distribution"]):
        assert one.get("dct:license", {"@id": None})["@id"] == url
        assert ("dct:rights" in one) == (licence is None)
    readme = (folder / "README.md").read_text("utf-8")
    assert f"- Licence: {licence or 'not stated'}" in readme.replace("\\", "")
    assert not re.search("CC.?0|CC.?BY", readme) or licence == "CC-BY-4.0"


def test_a_translation_is_in_what_is_told_and_in_a_table_of_its_own(
    region: Path, yp: Yp, tmp_path: Path
) -> None:
    (region / "data/translations").mkdir()
    (region / "data/translations/en.yaml").write_text(
        "id: en\ntexts:\n  - id: hiidenmaan-sopimus\n    field: short\n"
        "    text: Pact of Hiidenmaa\n    original: Hiidenmaan sopimus\n",
        "utf-8",
    )
    folder = tmp_path / "a"
    assert yp("export", str(folder), *DAY, "--lang", "en", cwd=region).code == 0
    told = json.loads((folder / "dcat.jsonld").read_bytes())
    titles = {text["@language"]: text["@value"] for text in told["dct:title"]}
    assert titles["en"].startswith("Pact of Hiidenmaa (")
    assert titles["fi"].startswith("Hiidenmaan sopimus (")
    assert json.loads((folder / "datapackage.json").read_bytes())["title"] == titles["en"]
    (line,) = (folder / "jsonl/translated_texts.jsonl").read_text("utf-8").splitlines()
    assert {"translation": "en", "record": "hiidenmaan-sopimus"}.items() <= json.loads(line).items()
    (own,) = (folder / "jsonl/agreements.jsonl").read_text("utf-8").splitlines()
    assert json.loads(own)["short"] == "Hiidenmaan sopimus"


def test_an_earlier_revision_is_exported_as_it_was(yp: Yp, tmp_path: Path) -> None:
    base = tmp_path / "base"
    shutil.copytree(REGION, base)
    lived_line.committed(base)
    need = base / "data/needs.yaml"
    need.write_text(need.read_text("utf-8").replace("title: ", "title: Uusi ", 1), "utf-8")
    assert yp("export", str(tmp_path / "now"), *DAY, cwd=base).code == 0
    assert yp("export", str(tmp_path / "then"), *DAY, "--rev", "HEAD", cwd=base).code == 0
    now, then = (tmp_path / name / "csv/needs.csv" for name in ("now", "then"))
    assert "Uusi" in now.read_text("utf-8")
    assert "Uusi" not in then.read_text("utf-8")
    package = json.loads((tmp_path / "then/datapackage.json").read_bytes())
    assert re.fullmatch("[0-9a-f]{40}", package["yp"]["revision"])


def test_data_with_an_error_is_not_published(region: Path, yp: Yp, tmp_path: Path) -> None:
    file = region / "data/needs.yaml"
    file.write_text(file.read_text("utf-8").replace("title:", "titel:", 1), "utf-8")
    done = yp("export", str(tmp_path / "a"), *DAY, cwd=region)
    assert done.code == 1
    assert "the data has errors" in done.err
    assert not (tmp_path / "a").exists()


def test_a_folder_of_others_and_the_data_itself_are_refused(
    region: Path, yp: Yp, tmp_path: Path
) -> None:
    other = tmp_path / "muu"
    other.mkdir()
    (other / "kirje.txt").write_text("hei")
    assert yp("export", str(other), *DAY, cwd=region).code == 4
    assert [path.name for path in other.iterdir()] == ["kirje.txt"]
    assert yp("export", str(region / "data"), *DAY, cwd=region).code == 2


def test_only_its_own_files_that_nobody_has_changed_are_replaced(
    region: Path, yp: Yp, tmp_path: Path
) -> None:
    folder = tmp_path / "avoin"
    assert yp("export", str(folder), *DAY, cwd=region).code == 0
    (folder / "oma.txt").write_text("hei", "utf-8")
    (folder / "csv/measures.csv").write_text("muutettu\n", "utf-8")
    assert yp("export", str(folder), "--as-of", "2024-06-30", cwd=region).code == 4
    assert (folder / "csv/measures.csv").read_text("utf-8") == "muutettu\n"
    (folder / "csv/measures.csv").unlink()
    assert yp("export", str(folder), "--as-of", "2024-06-30", cwd=region).code == 0
    assert (folder / "oma.txt").read_text("utf-8") == "hei"
    (folder / ".yp-export.json").unlink()
    assert yp("export", str(folder), *DAY, cwd=region).code == 4


def test_a_relative_folder_stands_where_the_reader_does(
    region: Path, yp: Yp, tmp_path: Path
) -> None:
    assert yp("export", "avoin", "-C", str(region), *DAY, cwd=tmp_path).code == 0
    assert (tmp_path / "avoin/README.md").exists()


def test_the_readme_leads_to_every_table(yp: Yp, tmp_path: Path) -> None:
    folder = tmp_path / "avoin"
    assert yp("export", str(folder), *DAY, cwd=REGION).code == 0
    linked = re.findall(
        r"^\| \[`\w+`\]\((.*?)\) \|", (folder / "README.md").read_text("utf-8"), re.M
    )
    assert sorted(folder / path for path in linked) == sorted((folder / "csv").iterdir())
