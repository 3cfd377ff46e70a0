"""How the parties stand beside a measure that is completed as a whole, in a sentence."""

from yhdyspinta_cli.facts import wholes
from yhdyspinta_cli.facts.standings import MeasureStanding
from yhdyspinta_cli.language import plural
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.vocabulary import Situation
from yhdyspinta_cli.wording.words import word


def beside_words(standing: MeasureStanding) -> str:
    """``Completed as a whole; 5 of 10 parties … The others: in progress 3, not started 1.``

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
    others = ", ".join(
        f"{of_party(situation)} {number}"
        for situation, number in found.tally.counts
        if number and situation != "completed"
    )
    rest = _("The others: {counts}.").format(counts=others)
    return f"{words} {rest}"


def of_party(situation: Situation) -> str:
    """Return the word for a party's situation on a measure.

    That the measure has ended without a word of it means that it told nothing: it goes on itself.
    """
    return _("told nothing") if situation == "ended" else word(situation)
