"""The promise of the first issue: four kinds of fault, each at its line, together in one run."""

from pathlib import Path

from tests.conftest import Yp


def _edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_four_faults_in_four_files_are_reported_at_their_lines_in_one_run(
    yp: Yp, region: Path
) -> None:
    data = region / "data"
    _edit(data / "actors.yaml", "      - ohkola\n", "      - ohkolla\n")
    _edit(data / "measures" / "tietopohja.yaml", "actor: koordinaattori", "actor: kordinaattori")
    _edit(data / "measures" / "varautuminen.yaml", "goal: ennakointi\n", "")
    _edit(data / "bodies" / "foorumi.yaml", "name: Hiidenmaan foorumi", 'name: "Hiidenmaan foorumi')
    result = yp("validate", "--output-format", "concise", cwd=region)
    assert result.code == 1
    assert result.out.splitlines() == [
        "data/actors.yaml:8:9: error YP201 there is no 'ohkolla'",
        "data/bodies/foorumi.yaml:3:7: error YP034 the quotation mark that opens here is not "
        "closed before the next key",
        "data/measures/tietopohja.yaml:8:12: error YP201 there is no 'kordinaattori'",
        "data/measures/varautuminen.yaml:1:1: error YP102 the key 'goal' is missing",
    ]
    text = yp("validate", cwd=region).out
    assert "did you mean 'ohkola'?" in text
    assert "did you mean 'koordinaattori'?" in text


def test_a_misspelt_actor_is_told_beside_a_missing_field_of_the_same_file(
    yp: Yp, region: Path
) -> None:
    measure = region / "data" / "measures" / "tietopohja.yaml"
    _edit(measure, "actor: koordinaattori", "actor: kordinaattori")
    _edit(measure, "goal: ennakointi\n", "")
    _edit(region / "data" / "parties.yaml", "name: Koivula\n", "nmae: Koivula\n")
    _edit(region / "data" / "actors.yaml", "part_of: koivula\n", "part_of: koivulla\n")
    result = yp("validate", "--output-format", "concise", cwd=region)
    assert [line.split(" ")[0] + line.split(" ")[2] for line in result.out.splitlines()] == [
        "data/actors.yaml:49:14:YP201",
        "data/measures/tietopohja.yaml:1:1:YP102",
        "data/measures/tietopohja.yaml:7:12:YP201",
        "data/parties.yaml:29:5:YP102",
        "data/parties.yaml:32:5:YP101",
    ]
