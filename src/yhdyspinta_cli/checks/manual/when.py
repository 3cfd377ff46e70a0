"""The codes YP601 to YP615: days, updates, corrections."""

from yhdyspinta_cli.checks.manual.page import Page, rule
from yhdyspinta_cli.language import later as _

PAGES: tuple[Page, ...] = (
    rule(
        "YP601",
        _("The agreement is no longer valid on the day that is asked about."),
        _("What follows from it is history, until it is renewed."),
        "validity:\n  start: 2022-03-01\n  end: 2025-06-30",
        "validity:\n  start: 2022-03-01\n  end: 2029-06-30",
    ),
    rule(
        "YP602",
        _("The agreement was signed after the day on which it began to hold."),
        _("What held in between has to be judged by a person."),
        'validity:\n  start: 2022-03-01\nsignatures:\n  last: "2022-05-20T15:30:00+03:00"',
        'validity:\n  start: 2022-03-01\nsignatures:\n  last: "2022-02-20T15:30:00+02:00"',
    ),
    rule(
        "YP603",
        _("A document bears a placeholder where its date should stand."),
        _("Its day is unknown, and with it the law that held on that day."),
        "date_printed: x.x.2022",
        "date_printed: x.x.2022\nday: 2022-02-14",
    ),
    rule(
        "YP604",
        _("An update speaks of a day before the programme, and so its measures, began."),
        _("The year is probably mistyped."),
        "on: 2013-05-10",
        "on: 2023-05-10",
    ),
    rule(
        "YP605",
        _("Something is reported of a day that has not come yet."),
        _("The year is probably mistyped, or a plan is reported as a fact."),
        "on: 2032-05-10",
        "on: 2023-05-10",
    ),
    rule(
        "YP606",
        _("Two reports on one thing count from one day and neither corrects the other."),
        _("Only one of the two can be the state of that day."),
        "# two files\nmeasure: tiedon-malli\nby: hiidenmaa\non: 2023-05-10",
        "# the second file\nmeasure: tiedon-malli\nby: hiidenmaa\non: 2023-05-10\n"
        "corrects: 2023-05-10-tiedon-malli-a1b2c3",
    ),
    rule(
        "YP607",
        _("A correction names a record that is about something else."),
        _("The report that was meant still holds, and another one disappears."),
        "measure: tiedon-malli\ncorrects: 2023-06-01-turvasuunnitelmat-3c4d5e",
        "measure: tiedon-malli\ncorrects: 2023-10-01-tiedon-malli-6f7081",
    ),
    rule(
        "YP608",
        _("Reports correct each other in a circle, so that none of them holds."),
        _("Nothing remains of what was reported."),
        "# the first file\ncorrects: toinen\n# the second file\ncorrects: ensimmainen",
        "# the second file\ncorrects: ensimmainen",
    ),
    rule(
        "YP609",
        _("An update says that a measure is completed and shows no evidence."),
        _("Anybody may ask to see what was done."),
        "state: completed",
        "state: completed\nevidence:\n  - type: minutes\n    text: valtuusto 8.5.2023 § 41",
    ),
    rule(
        "YP610",
        _("A correction speaks of an earlier day than the report it corrects."),
        _("Either the day is mistyped, or it corrects the wrong report."),
        "on: 2023-01-01\ncorrects: 2023-10-01-tiedon-malli-6f7081",
        "on: 2023-11-01\ncorrects: 2023-10-01-tiedon-malli-6f7081",
    ),
    rule(
        "YP611",
        _("A report speaks of a party that does not stand behind the measure."),
        _("It would be counted among those who answer for the measure."),
        "measure: tietopohja\nparty: koivula",
        "measure: turvasuunnitelmat\nparty: koivula",
    ),
    rule(
        "YP612",
        _("A report says merged and not into what, or names a target in another state."),
        _("A reader cannot tell where the work goes on."),
        "measure: tiedon-malli\nstate: merged",
        "measure: tiedon-malli\nstate: merged\nmerged_into: tietopohja",
    ),
    rule(
        "YP613",
        _("Measures are merged into each other in a circle, or one into itself."),
        _("None of them goes on, and nobody said so."),
        "measure: tiedon-malli\nstate: merged\nmerged_into: tiedon-malli",
        "measure: tiedon-malli\nstate: merged\nmerged_into: tietopohja",
    ),
    rule(
        "YP614",
        _("A count of parties is greater than the number of parties to the agreement."),
        _("Something else was counted, or a digit is too many."),
        "indicator: mittari-e4\nvalue: 60",
        "indicator: mittari-e4\nvalue: 6",
    ),
    rule(
        "YP615",
        _("Two reports correct the same report, and neither corrects the other."),
        _("Only one of the two can be right; the later one holds without anybody's decision."),
        "# two files\ncorrects: 2023-10-01-tiedon-malli-6f7081",
        "# the second file\ncorrects: 2023-11-02-tiedon-malli-7a8b9c",
    ),
)
