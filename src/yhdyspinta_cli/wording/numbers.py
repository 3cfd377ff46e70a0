"""Numbers in a sentence, in the form that a language needs."""

from yhdyspinta_cli import language

# The ending follows the word of the last figure that is read, and of zeros that of what they make:
# kuudesta (6:sta), viidestä (5:stä), kymmenestä (10:stä), sadasta (100:sta).
_BACK = "02368"


def of_all(number: int) -> str:
    """Return "of 16" as the language spoken now writes it: 16, in Finnish 16:sta."""
    if language.current() != "fi":
        return language.count(number)
    figures = str(number)
    is_ten = len(figures) > 1 and figures[-1] == "0" and figures[-2] != "0"
    return f"{language.count(number)}:{'stä' if is_ten or figures[-1] not in _BACK else 'sta'}"
