"""What the report of a year tells of its round: how many have answered, and who has not."""

from pathlib import Path

from tests.conftest import Yp
from tests.rounds import filling
from tests.rounds.conftest import PARTY


def brief(yp: Yp, base: Path, year: int) -> str:
    done = yp("report", "--year", str(year), "--only", "brief", "--lang", "fi", cwd=base)
    assert done.code == 0, done.err
    return done.out


def test_the_report_tells_who_has_answered(yp: Yp, base: Path, tmp_path: Path) -> None:
    assert "kyselyyn" not in brief(yp, base, 2025)
    folder = tmp_path / "kysely"
    for party in (PARTY, "lumikoski", "tervasuo"):
        path = folder / f"{party}.xlsx"
        folder.mkdir(exist_ok=True)
        line = ("round", "ask", "--party", party, "--year", "2025", "-o", str(path))
        assert yp(*line, cwd=base).code == 0
    whole = {("words", "unchanged"): {"text": "kyllä"}}
    part = {("measures", "asukkaiden-osallisuus"): {"state": "valmis"}}
    for party, answers in ((PARTY, whole), ("lumikoski", part)):
        path = filling.fill(folder / f"{party}.xlsx", answers)
        assert yp("round", "collect", str(path), cwd=base).code == 0
    told = brief(yp, base, 2025)
    assert "Vuoden 2025 kyselyyn on vastannut 2/3 osapuolta, niistä kaikkeen 1." in told
    assert "Vastaamatta: Tervasuo." in told
    assert "kyselyyn" not in brief(yp, base, 2024)
