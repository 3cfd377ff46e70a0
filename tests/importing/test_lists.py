"""Parties and obligations go to the end of their lists; bodies are a file each."""

from pathlib import Path

import pytest

from tests.conftest import Yp
from tests.importing import base


@pytest.fixture
def region(tmp_path: Path) -> Path:
    return base.region(tmp_path / "saari")


def test_parties_are_added_and_the_file_is_as_it_was_besides(
    region: Path, tmp_path: Path, yp: Yp
) -> None:
    rows = (
        ("Varkaus", "Varkauden kaupunki", 915, ""),
        ("Saaren liitto", "", "", ""),
        ("Vesanto", "Vesannon kunta", "921", "Vesannon k."),
    )
    titles = ("Osapuoli", "Virallinen nimi", "Kuntanumero", "Lyhenne")
    path = base.table(tmp_path / "osapuolet.xlsx", titles, rows)
    done = yp("import", "parties", str(path), cwd=region)
    assert (done.code, done.out) == (0, "data/parties.yaml\n"), done.err
    assert base.written(region) == {
        "parties.yaml": base.FILES["parties.yaml"]
        + """\
  - id: varkaus
    type: municipality
    town: true
    name: Varkaus
    official_name: Varkauden kaupunki
    code: "915"
    source:
      - document: sopimus
        row: taulukko osapuolet, rivi 2
  - id: saaren-liitto
    type: regional-council
    name: Saaren liitto
    official_name: Saaren liitto
    source:
      - document: sopimus
        row: taulukko osapuolet, rivi 3
  - id: vesanto
    type: municipality
    name: Vesanto
    official_name: Vesannon kunta
    code: "921"
    aliases:
      - Vesannon k.
    source:
      - document: sopimus
        row: taulukko osapuolet, rivi 4
"""
    }
    assert yp("validate", cwd=region).code == 0
    again = yp("import", "parties", str(path), cwd=region)
    assert (again.code, again.out) == (0, "")


def test_a_party_whose_type_nothing_tells_is_named(region: Path, tmp_path: Path, yp: Yp) -> None:
    rows = (("Yhdistys", ""), ("Toinen", "muu"), ("Kolmas", "kunta"))
    path = base.table(tmp_path / "a.csv", ("Nimi", "Tyyppi"), rows)
    done = yp("--lang", "fi", "import", "parties", str(path), "--draft", cwd=region)
    assert (done.code, base.written(region)) == (1, {})
    assert done.err.splitlines()[0] == "a.csv, A2: osapuolen tyyppi ei selviä"
    assert len(done.err.splitlines()) == 3


def test_an_empty_list_in_brackets_is_begun(region: Path, tmp_path: Path, yp: Yp) -> None:
    (region / "data/obligations.yaml").write_text("obligations: []\n")
    titles = ("Velvoite", "Kuka", "Sitovuus")
    path = base.table(tmp_path / "a.csv", titles, [("Neuvottelu", "kunnat", "laki")])
    done = yp("import", "obligations", str(path), cwd=region)
    assert done.code == 0
    written = (region / "data/obligations.yaml").read_text("utf-8")
    assert written.startswith("obligations:\n  - id: neuvottelu\n")


def test_obligations_begin_their_file(region: Path, tmp_path: Path, yp: Yp) -> None:
    titles = ("Skyldighet", "Vem ansvarar", "Hur ofta", "Bindande", "Från")
    rows = (("Neuvottelut", "Luoto och Kuopio", "kerran vuodessa", "lag", 2026),)
    path = base.table(tmp_path / "skyldigheter.xlsx", titles, rows)
    done = yp("import", "obligations", str(path), cwd=region)
    assert (done.code, done.out) == (0, "data/obligations.yaml\n"), done.err
    assert (
        base.written(region)["obligations.yaml"]
        == """\
obligations:
  - id: neuvottelut
    title: Neuvottelut
    doers:
      - actor: luoto
        label: Luoto
      - actor: kuopio
        label: Kuopio
    rhythm:
      printed: kerran vuodessa
    first: 2026
    binding: law
    source:
      - document: sopimus
        row: taulukko skyldigheter, rivi 2
"""
    )
    assert yp("validate", cwd=region).code == 0
    without = base.table(tmp_path / "b.csv", ("Velvoite", "Kuka"), [("Raportti", "kunnat")])
    refused = yp("import", "obligations", str(without), cwd=region)
    assert (refused.code, "b.csv, A2: what it rests on is not told" in refused.err) == (1, True)


def test_bodies_keep_what_is_printed_of_their_seats(region: Path, tmp_path: Path, yp: Yp) -> None:
    titles = ("Body", "Members", "Chair", "Convener", "How often", "Purpose")
    rows = (
        (
            "Ruoka-avun työryhmä",
            "kunnat\nSeurakunnat",
            "Kuopio",
            "hyvinvointialue",
            "neljä kertaa vuodessa",
            "Kokoaa toimijat.",
        ),
    )
    path = base.table(tmp_path / "bodies.ods", titles, rows)
    refused = yp("import", "bodies", str(path), cwd=region)
    assert (refused.code, base.written(region)) == (1, {})
    assert "bodies.ods, Ohjelma!B2: 'Seurakunnat': nobody of that name" in refused.err
    done = yp("import", "bodies", str(path), "--draft", cwd=region)
    assert (done.code, done.out) == (0, "data/bodies/ruoka-avun-tyoryhma.yaml\n"), done.err
    assert (
        base.written(region)["bodies/ruoka-avun-tyoryhma.yaml"]
        == """\
id: ruoka-avun-tyoryhma
type: group
name: Ruoka-avun työryhmä
text: Kokoaa toimijat.
members:
  - actor: kunnat
    label: kunnat
  - label: Seurakunnat
chair:
  actor: kuopio
  label: Kuopio
convener:
  actor: saaren-hyvinvointialue
  label: hyvinvointialue
rhythm:
  printed: neljä kertaa vuodessa
source:
  - document: sopimus
    row: taulukko bodies, rivi 2
remarks:
  - kind: note
    about: members
    printed: Seurakunnat
    text: Jäi auki, kun taulukko luettiin.
"""
    )
    assert yp("validate", cwd=region).code == 0


@pytest.mark.parametrize(("title", "key"), [("Convener", "convener"), ("Chair", "chair")])
def test_of_several_conveners_none_is_chosen(
    region: Path, tmp_path: Path, yp: Yp, title: str, key: str
) -> None:
    rows = [("Ruoka-avun työryhmä", "kunnat", "Kuopio ja hyvinvointialue")]
    path = base.table(tmp_path / "t.csv", ("Body", "Members", title), rows)
    refused = yp("import", "bodies", str(path), cwd=region)
    assert (refused.code, base.written(region)) == (1, {})
    told = "t.csv, C2: several are named, and a body has one: Kuopio, hyvinvointialue"
    assert told in refused.err
    drafted = yp("import", "bodies", str(path), "--draft", cwd=region)
    assert drafted.code == 0, drafted.err
    written = base.written(region)["bodies/ruoka-avun-tyoryhma.yaml"]
    assert f"\n{key}:" not in written
    assert f"    about: {key}\n    printed: Kuopio, hyvinvointialue\n" in written
    assert yp("validate", cwd=region).code == 0


def test_what_was_created_is_taken_back_where_the_disk_refuses_the_rest(
    region: Path, tmp_path: Path, yp: Yp, monkeypatch: pytest.MonkeyPatch
) -> None:
    from yhdyspinta_cli.store import new_by_handle

    path = base.table(tmp_path / "a.csv", base.TITLES, base.ROWS)
    real, calls = new_by_handle._place, []

    def full(path: Path, folder: int, name: str, raw: bytes) -> None:
        calls.append(name)
        if len(calls) == 5:
            raise OSError(28, "No space left on device")
        real(path, folder, name, raw)

    monkeypatch.setattr(new_by_handle, "_place", full)
    done = yp("import", "measures", str(path), cwd=region)
    assert (done.code, base.written(region)) == (3, {})
    assert "No space left on device; nothing was changed" in done.err
