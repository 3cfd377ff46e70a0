"""How the parties stand beside a measure that is completed as a whole, in a sentence."""

from yhdyspinta_cli.facts import wholes
from yhdyspinta_cli.facts.standings import MeasureStanding
from yhdyspinta_cli.language import plural
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.wording import tallies


def beside_words(standing: MeasureStanding) -> str:
    """``Completed as a whole; 5 of 10 parties … Of the others 3 are in progress.``

    Empty where the whole is not completed, or every party has told that it is.
    """
    found = wholes.beside(standing)
    if found is None:
        return ""
    completed = found.tally.number("completed")
    if not completed:
        return _(
            "Completed as a whole; none of the {total} parties has told that it is completed:"
            " {told}."
        ).format(total=found.tally.total, told=tallies.own(found.tally.counts))
    words = plural(
        "Completed as a whole; {n} of {total} parties has told that it is completed.",
        "Completed as a whole; {n} of {total} parties have told that it is completed.",
        completed,
    ).format(total=found.tally.total)
    others = tallies.others(one for one in found.tally.counts if one[0] != "completed")
    return f"{words} {others}"
