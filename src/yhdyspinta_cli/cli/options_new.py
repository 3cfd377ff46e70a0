"""What the commands of `yp new` take: each option of a key of the record that is made."""

from typing import Annotated, Any

import typer

from yhdyspinta_cli.cli import complete
from yhdyspinta_cli.language import text as _

Names = list[str] | None
Title = Annotated[str | None, typer.Argument(metavar=_("[TITLE]"), help=_("What it is called."))]
Name = Annotated[str | None, typer.Argument(metavar=_("[NAME]"), help=_("What it is called."))]


def _option(name: str, metavar: str, about: str, **more: Any) -> Any:
    return typer.Option(name, metavar=metavar, help=about, **more)


ACTORS = {"autocompletion": complete.actors}
Id = Annotated[str | None, _option("--id", "ID", _("Its id; else made from its name."))]
Text = Annotated[str | None, _option("--text", _("TEXT"), _("The text, in the document's words."))]
Type = Annotated[
    str | None,
    _option("--type", _("TYPE"), _("Of what type it is."), autocompletion=complete.types_of_new),
]
OfInterface = Annotated[
    str | None,
    _option(
        "--interface",
        "ID",
        _("The interface it belongs to."),
        autocompletion=complete.interfaces,
    ),
]
OfGoal = Annotated[
    str | None,
    _option("--goal", "ID", _("Its goal, by number or name."), autocompletion=complete.goals),
]
Code = Annotated[str | None, _option("--code", _("CODE"), _("Its code; else the next free one."))]
Responsible = Annotated[
    Names,
    _option("--responsible", _("NAME"), _("Who answers for it; may be repeated."), **ACTORS),
]
Lead = Annotated[Names, _option("--lead", _("NAME"), _("Who leads, where that is told."), **ACTORS)]
Partner = Annotated[
    Names, _option("--partner", _("NAME"), _("Who takes part; may be repeated."), **ACTORS)
]
Nobody = Annotated[
    str | None,
    _option("--nobody", _("TEXT"), _("What is printed where the source names nobody.")),
]
IndicatorLabel = Annotated[
    Names, _option("--indicator", _("TEXT"), _("How it shows; may be repeated."))
]
Due = Annotated[str | None, _option("--due", _("DAY"), _("By which day."))]
Member = Annotated[Names, _option("--member", _("NAME"), _("A member; may be repeated."), **ACTORS)]
Chair = Annotated[Names, _option("--chair", _("NAME"), _("Who chairs."), **ACTORS)]
Convener = Annotated[Names, _option("--convener", _("NAME"), _("Who convenes it."), **ACTORS)]
Rhythm = Annotated[str | None, _option("--rhythm", _("TEXT"), _("How often, as printed."))]
PartOf = Annotated[str | None, _option("--part-of", _("NAME"), _("Whose it is."), **ACTORS)]
OfficialName = Annotated[str | None, _option("--official-name", _("NAME"), _("The whole name."))]
RegisterCode = Annotated[
    str | None, _option("--code", _("CODE"), _("A number that a register gives it."))
]
Doer = Annotated[
    Names, _option("--doer", _("NAME"), _("Who must do it; may be repeated."), **ACTORS)
]
RestsOn = Annotated[
    str | None,
    _option(
        "--binding",
        _("law|agreement|programme"),
        _("What it rests on."),
        autocompletion=complete.bindings,
    ),
]
Per = Annotated[
    str | None,
    _option(
        "--per",
        "month|quarter|half-year|year|term",
        _("Once in each of these."),
        autocompletion=complete.stretches,
    ),
]
Times = Annotated[int | None, _option("--times", "N", _("How many times in each."), min=1, max=366)]
DueOfEach = Annotated[
    str | None, _option("--due", _("DAY"), _("By which day of each: 04-30, or 15 of a month."))
]
First = Annotated[
    str | None, _option("--first", _("DAY"), _("From when on: a day, month or year."))
]
To = Annotated[Names, _option("--to", _("NAME"), _("To whom; may be repeated."), **ACTORS)]
OfBody = Annotated[
    str | None,
    _option("--body", "ID", _("Which body it is of."), autocompletion=complete.bodies),
]
Concerns = Annotated[
    Names, _option("--concerns", _("NAME"), _("Whom it concerns; may be repeated."), **ACTORS)
]
Decides = Annotated[str | None, _option("--decides", _("NAME"), _("Who decides."), **ACTORS)]
OfMeasure = Annotated[
    Names,
    _option(
        "--measure",
        _("MEASURE"),
        _("The measure it is of; may be repeated."),
        autocompletion=complete.measures,
    ),
]
Start = Annotated[
    str | None, _option("--start", _("DAY"), _("From when on: a day, month or year."))
]
