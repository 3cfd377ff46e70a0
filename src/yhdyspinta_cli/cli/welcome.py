"""What bare `yp` says: what it can do, with examples from the data that is there."""

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

from yhdyspinta_cli import base_folder
from yhdyspinta_cli.cli import complete
from yhdyspinta_cli.cli.complete_data import Named
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import text as _


@frozen
class Examples:
    """Ids and codes of the data that a command would use, words in their place without one.

    Without a body there is no `meeting`.
    """

    code: str
    measure: str
    party: str
    interface: str
    body: str
    meeting: str
    indicator: str
    year: str


def examples() -> Examples:
    """Return examples as quickly as completion finds them: no record is loaded."""
    keys = _keys(complete.measures)
    codes = [key for key in keys if key[:1].isupper()] or [key for key in keys if key[:1].isdigit()]
    years = complete.years("")
    bodies = complete.ids_of_bodies()
    return Examples(
        code=_last(codes, "E1"),
        measure=_last(keys, "ID"),
        party=_last(_keys(complete.parties), "ID"),
        interface=_last(complete.interfaces("")[:1], "a"),
        body=_last(bodies or _keys(complete.parties), "ID"),
        meeting=next(iter(complete.bodies_with_duties()), _last(bodies, "")),
        indicator=_last(complete.indicators(""), "ID"),
        # A year in the middle is over or under way, and whole.
        year=_of_interest(years),
    )


def _of_interest(years: list[str]) -> str:
    """Return the year in the middle of those that are not to come."""
    over = [year for year in years if int(year) <= date.today().year] or years[:1]
    return over[len(over) // 2] if over else "2024"


def _keys(offered: Callable[[str], list[Named]]) -> list[str]:
    return [key for key, _name in offered("")]


def _last(found: list[str], otherwise: str) -> str:
    return found[-1] if found else otherwise


def text() -> str:
    """Return what yp can do, a command a line."""
    x = examples()
    sections = (
        (
            _("Check"),
            (
                ("validate", _("every fault at its line")),
                ("explain YP301", _("what a finding means and what to do")),
                ("keys measures", _("which keys a record takes")),
            ),
        ),
        (
            _("Ask"),
            (
                (f"who-owns {x.code}", _("who answers for a measure")),
                (
                    f"who-owns {x.measure} --why",
                    _("by words of its title, with the reason"),
                ),
                (
                    f"owned-by {x.party} --binding law",
                    _("what a party is bound to, and on what ground"),
                ),
                ("gaps", _("what is missing, and since when")),
                (f"search {x.body.partition('-')[0]}", _("words anywhere in the data")),
                (f"status --as-of {x.year}-12-31", _("how the measures stood on a day")),
                (f"list measures --interface {x.interface}", _("the measures of an interface")),
                (f"show {x.body}", _("everything a record says")),
                (f"obligations --year {x.year}", _("what is due, met, missed or not known")),
                (
                    f"calendar --year {x.year} -o {x.year}.ics",
                    _("the year for a calendar program"),
                ),
            ),
        ),
        (
            _("Record"),
            (
                (
                    f"status set {x.code} completed --party {x.party}",
                    _("a report, as a new file"),
                ),
                (f"record value {x.indicator} …", _("a value of an indicator")),
                (
                    f"event add meeting … --on {x.year}-04",
                    _("a meeting held, as a new file"),
                ),
                (
                    "round ask --each-party -o " + str(x.year),
                    _("an Excel workbook for each party to answer in"),
                ),
            ),
        ),
        (
            _("Report"),
            (
                (f"report --year {x.year} -o {x.year}.html", _("the year as a page")),
                (f"report --year {x.year} -o {x.year}.pdf", _("the same for printing")),
                (
                    f"report --year {x.year} --only brief -o {x.year}.docx",
                    _("its first two pages, in Word"),
                ),
                (f"report --party {x.party}", _("one party's sheet")),
                (f"report --each-party -o {x.year}", _("every party's sheet")),
                *(
                    (
                        (
                            f"report --for {x.meeting} --on {x.year}-12-10",
                            _("the paper of a meeting"),
                        ),
                    )
                    if x.meeting
                    else ()
                ),
            ),
        ),
    )
    lines = [_("yp: a cooperation agreement between many organisations, kept as YAML in git.")]
    for title, commands in sections:
        lines += ["", title]
        width = max(len(command) for command, _words in commands) + 2
        lines += [f"  yp {command:{width}}{words}" for command, words in commands]
    lines += ["", _("More: yp --help, yp COMMAND --help")]
    # What no command would answer from is told before one is tried.
    nearest = base_folder.nearest(Path.cwd())
    fault = base_folder.no_agreement(nearest) if nearest is not None else None
    if fault is not None:
        lines += ["", *fault]
    elif nearest is None and not os.environ.get("YP_ROOT"):
        lines += [
            "",
            _("There is no knowledge base here or above: the examples are of the packaged copy."),
            *filter(None, (base_folder.passed_by(Path.cwd(), *Path.cwd().parents),)),
            _("'yp init' begins one of your own, 'yp guide' tells how to go on."),
        ]
    return "\n".join(lines) + "\n"
