"""`yp status`, `yp status show`, `yp status matrix`: nothing unknown is hidden."""

import csv
import io
import json
from pathlib import Path

from tests.conftest import SHIPPED, Result, Yp

OVERVIEW = """\
State on 2023-12-31
Of 6 measures 2 are in progress, 1 known only in part, and 3 without
information.

Interface     In all  In progress  No own state  No information
---------------------------------------------------------------
Johto              2            1             1
Hyvinvointi        2            1                             1
Turvallisuus       2                                          2

Goal                    In all  In progress  No own state  No information
-------------------------------------------------------------------------
1 Hyvinvoivat asukkaat       3            1             1               1
2 Ennakoiva talous           3            1                             2

Party                   In all  Completed  In progress  Disputed  No information
--------------------------------------------------------------------------------
Hiidenmaan                   2                       1                         1
hyvinvointialue
Ålberga                      3                                                 3
Koivula                      3          1                                      2
Öhkölä                       3                                                 3
Ähtälä                       3                                 1               2

Parties on measures that several answer for
  - J2 Tiedolla johtamisen malli: of 5 parties 1 is in progress and 4 without
    information
  - A1 Hyvinvointisuunnitelmat kunnissa: of 4 parties 1 has completed it, 1
    disputed, and 2 without information
"""

SHOWN = """\
A1 Hyvinvointisuunnitelmat kunnissa
State      in progress (2023-09-01, Hiidenmaan hyvinvointialue)
On         2024-03-31
Attention  silent for over 6 months, last heard of 2023-09-01

Parties
Of 4 parties 1 has completed it, 1 disputed, and 2 without information.

Party    State                  Day         By
----------------------------------------------------------------------
Koivula  completed              2023-05-10  Koivula
Ähtälä   disputed: not started  2023-06-15  Hiidenmaan hyvinvointialue
Ähtälä   disputed: in progress  2023-06-01  Ähtälä

No information: Ålberga and Öhkölä.

Updates, the newest first
  - 2023-09-01: in progress; Hiidenmaan hyvinvointialue;
    [2023-09-01-turvasuunnitelmat-5e6f70]
  - 2023-06-15 Ähtälä: not started; Hiidenmaan hyvinvointialue; Alueen tiedossa
    suunnitelmaa ei ole aloitettu.;
    [2023-06-15-turvasuunnitelmat-ahtala-4d5e6f]
  - 2023-06-01 Ähtälä: in progress, 60 %; Ähtälä;
    [2023-06-01-turvasuunnitelmat-ahtala-3c4d5e]
  - 2023-05-10 Koivula: completed; Koivula; minutes: valtuusto 8.5.2023 § 41
    https://koivula.example/41; [2023-05-10-turvasuunnitelmat-koivula-2b3c4d]

Suunnitelmien määrä (number of parties, mittari-a1)
no value recorded
"""

CORRECTED = """\
J2 Tiedolla johtamisen malli
State  in progress (2023-11-15, Hiidenmaan hyvinvointialue)
On     2023-12-31

Parties
Of 5 parties 1 is in progress and 4 without information.

Party                   State                  Day         By
--------------------------------------------------------------------------------
Hiidenmaan              in progress (of the    2023-11-15  Hiidenmaan
hyvinvointialue         whole)                             hyvinvointialue

No information: Ålberga, Koivula, Öhkölä, and Ähtälä.

Updates, the newest first
  - 2023-11-15: in progress; Hiidenmaan hyvinvointialue; Malli on vielä
    kokeilussa.; corrects 2023-10-01-tiedon-malli-6f7081;
    [2023-11-15-tiedon-malli-708192]
  - 2023-10-01: completed; Hiidenmaan hyvinvointialue; diary number:
    HVA/123/2023; CORRECTED by 2023-11-15-tiedon-malli-708192;
    [2023-10-01-tiedon-malli-6f7081]
  - 2022: in progress; Hiidenmaan hyvinvointialue; Mallin työstäminen on
    käynnistynyt.; source: ohjelma 3; [2022-malli-aloitus-1a2b3c]

Kyselyyn vastanneiden määrä (number, mittari-j2)
  - 2023-10-31: 412 vastausta; Hiidenmaan hyvinvointialue;
    [2023-10-31-mittari-j2-e5f607]
"""

MATRIX = """\
Measures and parties on 2024-01-01
     own    1  2  3  4  5  6
J1     O    .  .  .  .  .  .
J2     P    P  .  ?  ?  ?  ?
A1     P    .  .  ?  C  ?  !
A2     ?    ?  .  .  .  .  .
B1     ?    .  .  .  .  .  .
B2     ?    .  .  ?  ?  ?  ?

C completed
P in progress
N not started
II paused
X cancelled
M merged
! disputed: see 'yp status show'
O no own state
– ended; of a party: told nothing
? no information
. the party does not answer for the measure

 1 Hiidenmaan hyvinvointialue
 2 Hiidenmaan liitto
 3 Ålberga
 4 Koivula
 5 Öhkölä
 6 Ähtälä
"""


def test_the_overview_counts_states_and_parties(yp: Yp) -> None:
    assert yp("status", "--as-of", "2023-12-31") == Result(0, OVERVIEW, "")


def test_a_measure_shows_who_said_what_on_which_evidence(yp: Yp) -> None:
    assert yp("status", "show", "A1", "--as-of", "2024-03-31") == Result(0, SHOWN, "")


def test_a_correction_and_what_it_corrects_are_both_seen(yp: Yp) -> None:
    assert yp("status", "show", "J2", "--as-of", "2023-12-31") == Result(0, CORRECTED, "")


def test_a_day_before_the_correction_knows_the_former_state(yp: Yp) -> None:
    before = json.loads(yp("status", "show", "J2", "--as-of", "2023-10-31", "--json").out)
    assert before["answer"]["state"] == "completed"
    assert before["answer"]["updates"][0]["corrected_by"] == []


def test_the_matrix_is_readable_without_colour(yp: Yp) -> None:
    assert yp("status", "matrix", "--as-of", "2024-01-01") == Result(0, MATRIX, "")


def test_the_matrix_of_21_parties_fits_80_columns(yp: Yp) -> None:
    shown = yp("status", "matrix", "--as-of", "2024-01-01", cwd=SHIPPED).out
    assert max(len(line) for line in shown.splitlines()) <= 80
    header = next(line for line in shown.splitlines() if " own " in line)
    assert header.split() == ["own", *(str(number) for number in range(1, 22))]
    rows = [line.split() for line in shown.splitlines() if line[:2] in ("J1", "E1", "A6")]
    assert [len(row) for row in rows] == [23, 23, 23]


def test_the_matrix_as_csv_has_whole_words(yp: Yp) -> None:
    written = yp("status", "matrix", "--as-of", "2024-01-01", "--csv").out
    rows = list(csv.DictReader(io.StringIO(written)))
    plans = next(row for row in rows if row["Code"] == "A1")
    assert plans["Koivula"] == "completed"
    assert plans["Ähtälä"] == "disputed: in progress / not started"
    assert plans["Öhkölä"] == "no information"
    assert plans["Hiidenmaan liitto"] == ""


def test_the_matrix_as_json_names_every_report_of_a_disputed_party(yp: Yp) -> None:
    answer = json.loads(yp("status", "matrix", "--as-of", "2024-01-01", "--json").out)["answer"]
    plans = next(one for one in answer["measures"] if one["code"] == "A1")
    disputed = next(party for party in plans["parties"] if party["party"] == "ahtala")
    assert disputed["disputed"] is True
    assert disputed["state"] is None
    assert [report["by"] for report in disputed["reports"]] == ["ahtala", "hiidenmaa"]


def test_the_safety_plans_of_19_municipalities_are_19_states(yp: Yp) -> None:
    answer = json.loads(
        yp("status", "show", "E1", "--json", "--as-of", "2023-12-31", cwd=SHIPPED).out
    )["answer"]
    assert answer["parties"]["total"] == 19
    assert answer["parties"]["no-information"] == 19


def test_reports_of_some_parties_give_the_honest_line(yp: Yp, region: Path) -> None:
    folder = region / "data" / "updates" / "2024"
    folder.mkdir()
    for party, state in (("alberga", "completed"), ("ohkola", "in-progress")):
        key = f"2024-01-31-turvasuunnitelmat-{party}-0a1b2c"
        (folder / f"{key}.yaml").write_text(
            f"id: {key}\nmeasure: turvasuunnitelmat\nstate: {state}\non: 2024-01-31\n"
            f"by: {party}\nparty: {party}\n",
            "utf-8",
        )
    shown = yp("status", "show", "A1", "--as-of", "2024-02-01", cwd=region).out
    assert "Of 4 parties 2 have completed it, 1 in progress, and 1 disputed.\n" in shown


def test_late_and_silent_are_derived_from_the_day(yp: Yp, region: Path) -> None:
    measure = region / "data" / "measures" / "tiedon-malli.yaml"
    measure.write_text(measure.read_text("utf-8") + "due: 2023-12-31\n", "utf-8")
    in_time = yp("status", "--as-of", "2023-12-31", cwd=region).out
    assert "Late" not in in_time
    assert "Silent" not in in_time
    after = yp("status", "--as-of", "2024-05-16", cwd=region).out
    assert "Late\n  - J2 Tiedolla johtamisen malli: due 2023-12-31, in progress\n" in after
    assert (
        "Silent: no update for 6 months\n"
        "  - J2 Tiedolla johtamisen malli: last heard of 2023-11-15\n"
        "  - A1 Hyvinvointisuunnitelmat kunnissa: last heard of 2023-09-01\n"
    ) in after
    assert (
        "Silent" not in yp("status", "--as-of", "2024-05-16", "--silent-after", "9", cwd=region).out
    )


def test_an_option_before_the_subcommand_is_not_lost_in_silence(yp: Yp) -> None:
    told = yp("status", "--as-of", "2023-01-01", "show", "A1")
    assert told.code == 2
    assert told.err == "yp: write the options after 'yp status show'\n"
