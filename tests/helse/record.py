"""Two years of a fictional Norwegian-like agreement, recorded with the program's own commands.

`tests/helse/data/` is a whole knowledge base in Norwegian: a health trust and six municipalities,
numbered partial agreements, consulted and informed roles, a report by 1 March. What the agreement
says is written by hand, what happened in 2024-2025 by this script, as in `tests/lived`:

    python -m tests.helse.record
"""

import contextlib
import os
import shutil
import sys
from pathlib import Path

from tests.lived.record import RECORDED, Recorder
from yhdyspinta_cli import language

HERE = Path(__file__).parent

SSU = ("--body", "strategisk-samarbeidsutvalg", "--convener", "samhandlingssjefen")
RAPPORT = ("--fulfils", "plikt-arsrapport", "--party")
HF = "helse-storvidda"

EVENTS = (
    ("meeting", "SSU 1/2024", "2024-02-08", *SSU, "--chair", HF),
    ("meeting", "SSU 2/2024", "2024-05-23", *SSU, "--chair", HF),
    ("meeting", "SSU 3/2024", "2024-09-19", *SSU, "--chair", HF),
    ("meeting", "SSU 4/2024", "2024-12-05", *SSU, "--chair", HF),
    ("meeting", "SSU 1/2025", "2025-02-13", *SSU, "--chair", HF),
    ("meeting", "SSU 2/2025", "2025-06-12", *SSU, "--chair", HF),
    # Two come by the day, one in June; three never report of 2025.
    ("report", "Årsrapport for 2024", "2025-02-20", *RAPPORT, "bjorkvag"),
    ("report", "Årsrapport for 2024", "2025-02-28", *RAPPORT, "granmoen"),
    ("report", "Årsrapport for 2024", "2025-06-15", *RAPPORT, "havsidan"),
    ("exercise", "Felles akuttøvelse", "2025-10-16", "--party", HF, "--measure", "C2"),
    (
        "decision", "Avtalen er gjennomgått", "2025-11-27",
        "--body", "strategisk-samarbeidsutvalg", "--by", HF, "--fulfils", "plikt-gjennomgang",
        "--decision", "Delavtale 4 endres fra 2026",
    ),
    (
        "decision", "Ny ansvarlig for sjekklisten", "2025-06-12",
        "--body", "strategisk-samarbeidsutvalg", "--by", HF,
        "--measure", "A2", "--appoints", "ostervidda",
    ),
)  # fmt: skip

REPORTS = (
    ("A1", "in-progress", "2024-03-01", "--by", HF),
    ("A1", "completed", "2025-03-15", "--by", HF, "--evidence", "minutes: SSU 13.2.2025 sak 4/25"),
    ("A1", "completed", "2025-03-20", "--party", "bjorkvag"),
    ("A1", "in-progress", "2025-03-21", "--party", "elvedokka"),
    ("A2", "in-progress", "2024-06-01", "--party", "bjorkvag"),
    ("A2", "completed", "2025-05-05", "--party", "bjorkvag", "--evidence", "minutes: sak 12/25"),
    ("A2", "not-started", "2024-11-01", "--party", "fossholmen"),
    ("A2", "in-progress", "2025-09-01", "--party", "ostervidda"),
    ("B1", "in-progress", "2024-04-10", "--by", HF),
    ("B1", "paused", "2025-01-20", "--by", HF, "--note", "Teamet mangler fysioterapeut."),
    ("B1", "in-progress", "2025-08-18", "--by", HF),
    ("B2", "completed", "2025-10-01", "--party", "havsidan"),
    ("B2", "in-progress", "2025-10-02", "--party", "granmoen"),
    ("C1", "in-progress", "2024-10-10", "--by", "kommuneoverlegene"),
    ("C1", "completed", "2024-12-01", "--party", "elvedokka"),
    ("C1", "completed", "2025-02-01", "--party", "granmoen"),
    ("C1", "cancelled", "2025-02-14", "--party", "fossholmen", "--note", "Sengen er i Granmoen."),
    ("C2", "completed", "2025-10-17", "--by", HF, "--evidence", "other: Øvelsesrapport 2025"),
    ("D1", "in-progress", "2024-09-09", "--by", "fodeavdelingen"),
    ("D2", "in-progress", "2025-01-31", "--party", "bjorkvag"),
    ("D2", "not-started", "2025-01-31", "--party", "havsidan"),
    ("E1", "in-progress", "2024-05-30", "--by", HF),
    ("E1", "completed", "2025-12-01", "--by", HF, "--evidence", "minutes: fagråd 1.12.2025 sak 8"),
    ("E2", "not-started", "2024-12-20", "--party", "elvedokka"),
    ("E2", "in-progress", "2025-11-11", "--by", "elvedokka"),
)

VALUES = (
    ("A1", "yes", "2025-03-15", "--by", HF),
    ("A2", "1", "2024-12-31", "--by", HF),
    ("B1", "34", "2024-12-31", "--by", HF),
    ("B1", "41", "2025-12-15", "--by", HF),
    ("B2", "6", "2025-12-15", "--by", "havsidan"),
    ("C1", "2", "2025-12-15", "--by", "kommuneoverlegene"),
    ("C2", "yes", "2025-10-17", "--by", HF),
    ("E1", "97.5", "2024-12-31", "--by", HF),
    ("E1", "99.1", "2025-12-01", "--by", HF),
    ("E2", "12", "2025-12-15", "--by", "elvedokka"),
)


def renew(root: Path) -> None:
    """Delete what is recorded in the base in `root` and record all of it anew."""
    for folder in RECORDED:
        shutil.rmtree(root / "data" / folder, ignore_errors=True)
    recorder = Recorder(root)
    language.activate("en")
    before = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        with contextlib.chdir(root):
            for kind, title, day, *options in EVENTS:
                recorder.run("events", ["event", "add", kind, title, "--on", day, *options])
            for code, state, day, *options in REPORTS:
                recorder.run("updates", ["status", "set", code, state, "--on", day, *options])
            for code, value, day, *options in VALUES:
                recorder.run("values", ["record", "value", code, value, "--on", day, *options])
    finally:
        os.environ.pop("SOURCE_DATE_EPOCH", None)
        if before is not None:
            os.environ["SOURCE_DATE_EPOCH"] = before


if __name__ == "__main__":
    for variable in [name for name in os.environ if name.startswith("YP_")]:
        del os.environ[variable]
    renew(HERE)
    sys.stdout.write(f"{sum(1 for _ in (HERE / 'data').rglob('2*.yaml'))} records\n")
