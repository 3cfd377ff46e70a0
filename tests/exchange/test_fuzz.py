"""Workbooks changed at random end in a book or a refusal, and in nothing else."""

import random
import time
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest

from tests.exchange import made
from yhdyspinta_cli.exchange import opendocument, workbook
from yhdyspinta_cli.exchange.parts import Parts
from yhdyspinta_cli.exchange.refusal import UnfitFileError

FILES = Path(__file__).parent / "files"
WORDS = (
    *("-1", "1e400", "99999999999", "", "A0", "XFD1048576", "&#0;", "&amp;", "<", ">", "</row>"),
    *("<row>", "<c>", "<v>", "</v>", "<f>", "<is>", "<t>", "<si>", '"', "_x0000_", "_xD800_"),
    *(' t="s"', ' t="d"', ' r="A1"', ' s="9"', "<!DOCTYPE a>", "\ufffe", "\x00", "é", "9" * 500),
    *(' table:number-columns-repeated="99999"', "<table:table-cell>", "</table:table>", "date"),
)
SECONDS_EACH = 2


def flipped(raw: bytes, chance: random.Random) -> bytes:
    """Return the bytes with some of them changed, cut or doubled."""
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(raw))
        to = at + chance.choice((1, 1, 2, 30))
        new = chance.choice((bytes([chance.randrange(256)]), b"", raw[at:to] * 2, b"\xff" * 4))
        raw = raw[:at] + new + raw[to:]
    return raw


def edited(raw: bytes, chance: random.Random) -> bytes:
    """Return the packed file with one or two of its parts changed."""
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(raw)) as old, zipfile.ZipFile(stream, "w") as new:
        names = [name for name in old.namelist() if not name.endswith("/")]
        chosen = chance.sample(names, k=chance.randint(1, 2))
        for name in names:
            text = old.read(name).decode("utf-8", "replace")
            for _ in range(chance.randint(1, 3) if name in chosen else 0):
                at = chance.randrange(len(text) + 1)
                cut = chance.choice((0, 0, 1, 5, 40))
                text = text[:at] + chance.choice(WORDS) + text[at + cut :]
            new.writestr(name, text.encode("utf-8", "replace"))
    return stream.getvalue()


def outcomes(seed: int, seconds: float) -> Iterator[str]:
    """Read changed files until the time is over; yield how each ended."""
    chance = random.Random(seed)
    sound = [
        (made.workbook(), workbook.of),
        ((FILES / "libreoffice.xlsx").read_bytes(), workbook.of),
        ((FILES / "libreoffice.ods").read_bytes(), lambda raw: opendocument.of_parts(Parts(raw))),
    ]
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        raw, of = chance.choice(sound)
        raw = chance.choice((flipped, edited))(raw, chance)
        begin = time.process_time()
        try:
            of(raw)
            yield "read"
        except UnfitFileError:
            yield "refused"
        assert time.process_time() - begin < SECONDS_EACH


def test_files_changed_at_random_are_read_or_refused() -> None:
    assert set(outcomes(seed=16, seconds=4)) == {"read", "refused"}


@pytest.mark.proof
@pytest.mark.parametrize("seed", range(4))
def test_many_files_changed_at_random_are_read_or_refused(seed: int) -> None:
    found = list(outcomes(seed, seconds=12))
    assert len(found) > 500
    assert set(found) == {"read", "refused"}
