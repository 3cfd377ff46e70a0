"""Every file that is begun names its schema, which stands there and takes it."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import Yp
from yhdyspinta_cli.output import schemas

INIT = (
    *("init", "--region", "Saari", "--title", "Saaren sopimus", "--start", "2026-01-01"),
    *("--party", "Saaren hyvinvointialue", "--party", "Luodon kunta"),
)
NEW = (
    ("measure", "Ruoka-avun verkosto", "--responsible", "kunnat"),
    ("body", "Saaren foorumi", "--type", "forum", "--interface", "a", "--member", "kunnat"),
    ("obligation", "Kunta raportoi", "--doer", "kunnat", "--binding", "law", "--per", "year"),
    ("project", "Ruokahanke", "--type", "project"),
    ("need", "Tilat", "--text", "Tiloja puuttuu."),
    ("party", "Karin kunta"),
)
LISTS = ("obligations.yaml", "projects.yaml", "needs.yaml")


@pytest.fixture
def begun(yp: Yp, tmp_path: Path) -> Path:
    """A base that was begun, with one of each new record."""
    assert yp(*INIT, "--language", "fi", cwd=tmp_path).code == 0
    for line in NEW:
        made = yp("new", *line, cwd=tmp_path)
        assert made.code == 0, made.err
    table = "Tunnus;Toimenpide;Vastuu;Mittari\nA7;Taulukon toimenpide;kunnat;Tehty\n"
    (tmp_path / "t.csv").write_text(table, "utf-8")
    taken = yp("import", "measures", "t.csv", cwd=tmp_path)
    assert taken.code == 0, taken.err
    return tmp_path


def named(path: Path) -> Path | None:
    """Return the schema that the first line of a file names."""
    first = path.read_text("utf-8").partition("\n")[0]
    found = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
    return (path.parent / found[1]).resolve() if found else None


def files(root: Path) -> list[Path]:
    return sorted((root / "data").rglob("*.yaml"))


def test_each_names_the_schema_of_its_kind_and_yp_fmt_keeps_it(yp: Yp, begun: Path) -> None:
    paths = files(begun)
    assert len(paths) == 6 + 2 + 3 + 1
    for path in paths:
        kept = named(path)
        assert kept is not None, path
        name = schemas.name_of(path.relative_to(begun).as_posix())
        assert kept == begun / "schemas" / schemas.file_name(name)
        assert kept.is_file()
        # One line alone: a list that is added to has no second one.
        assert path.read_text("utf-8").count("yaml-language-server") == 1
    assert yp("validate", cwd=begun).code == 0
    assert yp("fmt", "--check", cwd=begun).code == 0
    loose = begun / "data/measures/ruoka-avun-verkosto.yaml"
    loose.write_text(loose.read_text("utf-8").replace("code: ", "code:   "), "utf-8")
    assert yp("fmt", cwd=begun).code == 0
    assert named(loose) == begun / "schemas/measures.schema.json"


def test_the_schemas_are_in_the_language_of_the_base(yp: Yp, tmp_path: Path) -> None:
    for code, told in (("fi", "Miksi sitä kutsutaan"), ("nb", "What it is called in lists")):
        (folder := tmp_path / code).mkdir()
        begun = yp(*INIT, "--language", code, "--lang", "en", cwd=folder)
        assert begun.out.splitlines().count("schemas/") == 1
        kept = {path.name: path.read_text("utf-8") for path in (folder / "schemas").iterdir()}
        assert set(kept) == {schemas.file_name(name) for name in schemas.NAMES}
        assert told in kept["measures.schema.json"]
        # What was written is what 'yp schema --all' writes there.
        again = ("--lang", "fi" if code == "fi" else "en", "schema", "--all", "schemas")
        assert yp(*again, cwd=folder).code == 0
        assert {p.name: p.read_text("utf-8") for p in (folder / "schemas").iterdir()} == kept


def test_where_no_schema_is_kept_none_is_named(yp: Yp, region: Path) -> None:
    made = yp("new", "measure", "Uusi", "--interface", "a", "--responsible", "kunnat", cwd=region)
    assert made.code == 0, made.err
    assert named(region / made.out.strip()) is None


@pytest.mark.proof
def test_check_jsonschema_takes_a_begun_base(begun: Path) -> None:
    by_schema: dict[Path, list[Path]] = {}
    for path in files(begun):
        kept = named(path)
        assert kept is not None
        by_schema.setdefault(kept, []).append(path)
    broken = begun / "data/measures/esimerkki.yaml"
    broken.write_text(broken.read_text("utf-8").replace("\ncode:", "\nkoodi:"), "utf-8")
    told = []
    for kept, paths in by_schema.items():
        done = subprocess.run(
            [
                *(sys.executable, "-m", "check_jsonschema", "-o", "json"),
                *("--schemafile", str(kept), *map(str, paths)),
            ],
            capture_output=True,
            text=True,
        )
        answer = json.loads(done.stdout)
        told += [Path(one["filename"]).name for one in answer.get("errors", ())]
    assert set(told) == {"esimerkki.yaml"}
