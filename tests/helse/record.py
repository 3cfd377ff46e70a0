"""Two and a half years of a fictional Norwegian-like agreement, recorded with the program itself.

`tests/helse/data/` is a whole knowledge base in Norwegian: a health trust and seven municipalities,
numbered partial agreements, measures coded as printed, consulted and informed roles, an agreement
until further notice, a report by 1 March. What the agreement says is written by hand, what happened
from 2024 to the summer of 2026 by this script, as in `tests/lived`:

    python -m tests.helse.record

What a part of the tables is there for stands in a comment that begins with SHOWS.
"""

import contextlib
import os
import shutil
import sys
from pathlib import Path

from tests.lived.record import RECORDED, Recorder
from yhdyspinta_cli import language

HERE = Path(__file__).parent

HF = "helse-storvidda"
SSU = "strategisk-samarbeidsutvalg"
MEETING = ("--body", SSU, "--convener", "samhandlingssjefen", "--chair", HF)
DECISION = ("--body", SSU, "--by", HF)
NOT_REVIEW = ("--not-fulfils", "plikt-gjennomgang")
REPORT = ("--fulfils", "plikt-arsrapport", "--party")
FIGURES = ("--fulfils", "plikt-tall", "--measure", "1.1", "--party", HF)
DEVIATION = ("--fulfils", "plikt-avviksregister", "--party")
TOLD = ("--fulfils", "plikt-avvik", "--party")

EVENTS = (
    ("meeting", "SSU 1/2024", "2024-02-08", *MEETING),
    ("meeting", "SSU 2/2024", "2024-05-23", *MEETING),
    ("meeting", "SSU 3/2024", "2024-09-19", *MEETING),
    ("meeting", "SSU 4/2024", "2024-12-05", *MEETING),
    # SHOWS a quarter without a meeting, and two meetings of one quarter that do not make up for it.
    ("meeting", "SSU 1/2025", "2025-02-13", *MEETING),
    ("meeting", "SSU 2/2025", "2025-06-12", *MEETING),
    ("meeting", "SSU 3/2025", "2025-10-30", *MEETING),
    ("meeting", "SSU 4/2025", "2025-11-27", *MEETING),
    # SHOWS another in the chair, which is not told by the agreement but by the records.
    ("meeting", "SSU 1/2026", "2026-02-12", *MEETING[:4], "--chair", "bjorkvag"),
    ("meeting", "SSU 2/2026", "2026-06-11", *MEETING[:4], "--chair", "bjorkvag"),
    # SHOWS a day in the year, 1 March: two come by it, one in June; three never report.
    ("report", "Årsrapport for 2024", "2025-02-20", *REPORT, "bjorkvag"),
    ("report", "Årsrapport for 2024", "2025-02-28", *REPORT, "granmoen"),
    ("report", "Årsrapport for 2024", "2025-06-15", *REPORT, "havsidan"),
    # SHOWS the day itself, which is in time; who joined reports like the others.
    ("report", "Årsrapport for 2025", "2026-02-26", *REPORT, "bjorkvag"),
    ("report", "Årsrapport for 2025", "2026-03-01", *REPORT, "granmoen"),
    ("report", "Årsrapport for 2025", "2026-03-02", *REPORT, "havsidan"),
    ("report", "Årsrapport for 2025", "2026-02-27", *REPORT, "kvitnes"),
    # SHOWS three weeks after an event: one told in time, one late, one never.
    ("other", "Avvik 1/2024: epikrise manglet", "2024-04-02", *DEVIATION, "granmoen"),
    ("report", "Melding om avvik 1/2024", "2024-04-16", *TOLD, "granmoen"),
    ("other", "Avvik 1/2025: ikke varslet", "2025-01-13", *DEVIATION, "elvedokka"),
    ("report", "Melding om avvik 1/2025", "2025-02-20", *TOLD, "elvedokka"),
    ("other", "Avvik 2/2025: medisinliste", "2025-09-01", *DEVIATION, HF),
    # SHOWS half-years, one of them without figures.
    ("report", "Tall for første halvår 2024", "2024-06-20", *FIGURES),
    ("report", "Tall for andre halvår 2024", "2024-12-19", *FIGURES),
    ("report", "Tall for andre halvår 2025", "2025-12-18", *FIGURES),
    ("report", "Tall for første halvår 2026", "2026-06-11", *FIGURES),
    # SHOWS who gives notice and leaves a year later, and who joins.
    (
        "decision", "Fossholmens oppsigelse er mottatt", "2024-06-28", *DECISION, *NOT_REVIEW,
        "--decision", "Fossholmen går ut av avtalen 30. juni 2025",
    ),
    (
        "decision", "Kvitnes blir part", "2025-06-12", *DECISION, *NOT_REVIEW,
        "--decision", "Kvitnes er part fra 1. januar 2026",
    ),
    # SHOWS an amendment, decided in the review of every second year.
    (
        "decision", "Avtalen er gjennomgått", "2025-11-27", *DECISION,
        "--fulfils", "plikt-gjennomgang", "--decision", "Delavtale 4 endres fra 1. januar 2026",
    ),
    (
        "decision", "Ny ansvarlig for sjekklisten", "2025-06-12", *DECISION,
        "--measure", "1.2", "--appoints", "ostervidda",
    ),
    ("exercise", "Felles akuttøvelse", "2025-10-16", "--party", HF, "--measure", "3.2"),
    (
        "negotiation", "Uenighet om utskriving i Havsidan", "2025-03-04", "--party", "havsidan",
        "--note", "Løst lokalt etter to uker.",
    ),
)  # fmt: skip

REPORTS = (
    ("1.1", "in-progress", "2024-03-01", "--by", HF),
    ("1.1", "completed", "2025-03-15", "--by", HF, "--evidence", "minutes: SSU 13.2.2025 sak 4/25"),
    ("1.1", "completed", "2025-03-20", "--party", "bjorkvag"),
    ("1.1", "in-progress", "2025-03-21", "--party", "elvedokka"),
    ("1.2", "in-progress", "2024-06-01", "--party", "bjorkvag"),
    ("1.2", "completed", "2025-05-05", "--party", "bjorkvag", "--evidence", "minutes: sak 12/25"),
    ("1.2", "not-started", "2024-11-01", "--party", "fossholmen"),
    ("1.2", "in-progress", "2025-09-01", "--party", "ostervidda"),
    ("2.1", "in-progress", "2024-04-10", "--by", HF),
    ("2.1", "paused", "2025-01-20", "--by", HF, "--note", "Teamet mangler fysioterapeut."),
    ("2.1", "in-progress", "2025-08-18", "--by", HF),
    ("2.2", "completed", "2025-10-01", "--party", "havsidan"),
    ("2.2", "in-progress", "2025-10-02", "--party", "granmoen"),
    ("3.1", "in-progress", "2024-10-10", "--by", "kommuneoverlegene"),
    ("3.1", "completed", "2024-12-01", "--party", "elvedokka"),
    ("3.1", "completed", "2025-02-01", "--party", "granmoen"),
    ("3.1", "cancelled", "2025-02-14", "--party", "fossholmen", "--note", "Sengen er i Granmoen."),
    ("3.2", "completed", "2025-10-17", "--by", HF, "--evidence", "other: Øvelsesrapport 2025"),
    ("4.1", "in-progress", "2024-09-09", "--by", "fodeavdelingen"),
    ("4.2", "in-progress", "2025-01-31", "--party", "bjorkvag"),
    ("4.2", "not-started", "2025-01-31", "--party", "havsidan"),
    ("5.1", "in-progress", "2024-05-30", "--by", HF),
    ("5.1", "completed", "2025-12-01", "--by", HF, "--evidence", "minutes: fagråd 1.12.2025 sak 8"),
    ("5.2", "not-started", "2024-12-20", "--party", "elvedokka"),
    ("5.2", "in-progress", "2025-11-11", "--by", "elvedokka"),
    # SHOWS 2026, with the amendment in force, one party gone and one new.
    ("4.3", "in-progress", "2026-02-02", "--by", HF),
    ("4.3", "in-progress", "2026-03-09", "--party", "kvitnes"),
    ("4.3", "not-started", "2026-04-13", "--party", "granmoen"),
    ("1.2", "completed", "2026-05-04", "--party", "kvitnes", "--evidence", "minutes: sak 31/26"),
    ("5.2", "in-progress", "2026-06-01", "--by", "elvedokka", "--progress", "60"),
)

VALUES = (
    ("1.1", "yes", "2025-03-15", "--by", HF),
    ("1.2", "1", "2025-06-30", "--by", HF),
    ("2.1", "34", "2024-12-31", "--by", HF),
    ("2.1", "41", "2025-12-15", "--by", HF),
    ("2.2", "6", "2025-12-15", "--by", "havsidan"),
    ("3.1", "2", "2025-12-15", "--by", "kommuneoverlegene"),
    ("3.2", "yes", "2025-10-17", "--by", HF),
    ("5.1", "97.5", "2024-12-31", "--by", HF),
    ("5.1", "99.1", "2025-12-01", "--by", HF),
    ("5.2", "12", "2025-12-15", "--by", "elvedokka"),
    ("4.1", "2", "2025-12-31", "--by", "fodeavdelingen"),
    ("4.3", "0", "2026-06-15", "--by", HF),
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
