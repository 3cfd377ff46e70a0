"""Which reports count on the day of the export, by the question that the page has for it."""

import json
import re
from datetime import date

import pytest

from tests.conftest import SHIPPED
from tests.opendata import made

PAGE = (SHIPPED / "docs/open-data.md").read_text("utf-8")
FIRST, SECOND = "2023-08-14-evakuointi-7e1f12ee", "2023-09-11-evakuointi-75185ae4"
DONE = "2024-04-02-evakuointi-ed71e4e1"


@pytest.mark.parametrize(
    ("day", "counted"),
    [
        (date(2023, 8, 13), set()),
        (date(2023, 9, 10), {FIRST}),
        (date(2023, 9, 11), {SECOND}),
        (date(2024, 4, 14), {SECOND, DONE}),
        # The last one takes back that it was done.
        (date(2024, 4, 15), {SECOND}),
    ],
)
def test_a_report_counts_until_it_is_corrected(day: date, counted: set[str]) -> None:
    (question,) = re.findall(r"```sql\n(SELECT id FROM updates .*?)```", PAGE, re.DOTALL)
    standing = "SELECT updates FROM measure_states UNION ALL SELECT updates FROM party_states"
    with made.database(made.database_on("lived", day)) as opened:
        found = {row["id"] for row in made.rows(opened, question)}
        told = [json.loads(row["updates"] or "[]") for row in made.rows(opened, standing)]
    assert {key for key in found if "-evakuointi-" in key} == counted
    assert {key for keys in told for key in keys} <= found
