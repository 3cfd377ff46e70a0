"""In which language something is made of the data: the one asked for, else the data's own."""

from typing import TYPE_CHECKING

from yhdyspinta_cli.cli import terminal
from yhdyspinta_cli.cli.line import Line

if TYPE_CHECKING:
    from yhdyspinta_cli.store import Loaded


def of_data(line: Line, loaded: "Loaded", *, brought: bool = True) -> str:
    """Return the language of a report, a calendar or a mail; one that nobody has words of is told.

    Where it may be `brought`, the words may be those of the knowledge base. Raises UserError (exit
    3) where these cannot be spoken.
    """
    from yhdyspinta_cli.services import catalogues

    code = line.language or loaded.kb.agreement.language
    if brought:
        catalogues.bring(loaded.root, code)
    terminal.tell_unspoken(code)
    return code
