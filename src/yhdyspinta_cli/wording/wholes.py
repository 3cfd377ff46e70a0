"""How the parties stand beside a measure that is completed as a whole, in a sentence."""

from yhdyspinta_cli.facts import wholes
from yhdyspinta_cli.facts.standings import MeasureStanding
from yhdyspinta_cli.language import plural
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.vocabulary import Situation
from yhdyspinta_cli.wording import tallies
from yhdyspinta_cli.wording.words import word


def beside_words(standing: MeasureStanding) -> str:
    """``Completed as a whole; 5 of 10 parties … Of the others 3 are in progress.``

    Empty where the whole is not completed, or every party has told that it is.
    """
    found = wholes.beside(standing)
    if found is None:
        return ""
    completed = found.tally.number("completed")
    words = plural(
        "Completed as a whole; {n} of {total} parties has told that it is completed.",
        "Completed as a whole; {n} of {total} parties have told that they are completed.",
        completed,
    ).format(total=found.tally.total)
    others = tallies.others(one for one in found.tally.counts if one[0] != "completed")
    return f"{words} {others}"


def of_party(situation: Situation) -> str:
    """Return the word for a party's situation on a measure.

    That the measure has ended without a word of it means that it told nothing: it goes on itself.
    """
    return _("told nothing") if situation == "ended" else word(situation)
