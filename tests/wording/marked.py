"""A language in which every message stands in Cyrillic letters: what does not was said past it.

As a program it prints the help of every command in it: ``python -m tests.wording.marked``. What a
command says of its options is put into words when it is imported, so that needs its own process.
"""

import gettext
import json
import re
import sys
from gettext import NullTranslations

from yhdyspinta_cli import language

# One letter for one, in both cases: a message may be cut, shortened and put into small letters.
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_CYRILLIC = "абцдефгхийклмнопярстувшхыз"
_TO = str.maketrans(_LATIN + _LATIN.upper(), _CYRILLIC + _CYRILLIC.upper())
_HELD = re.compile(r"%\(\w+\)s|\{\w*\}|<[^<>]*>|%%")
"""What a translation keeps: names in it and marks."""


class Marked(NullTranslations):
    """A catalogue of every message there is."""

    def gettext(self, message: str) -> str:
        held = _HELD.findall(message)
        parts = (part.translate(_TO) for part in _HELD.split(message))
        return "".join(one for pair in zip(parts, [*held, ""], strict=True) for one in pair)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


def bring() -> None:
    """Let it be spoken under the name of a language that the program has, until it is forgotten.

    That language's days and lists stay its own.
    """
    language.bring("sv", {domain: Marked() for domain in language.DOMAINS})


def speak() -> None:
    """Speak it from now on, to the end of the process."""
    bring()
    # Typer asks gettext itself.
    gettext.dgettext = _said
    language.activate("sv")


def _said(domain: str, message: str) -> str:
    # Argparse and others ask for a domain of their own, whose words are not ours.
    return Marked().gettext(message) if domain in ("typer", "messages") else message


def help_pages() -> dict[str, str]:
    """Return the help of every command, by its line, said in these letters."""
    speak()
    from tests.wording import said_in_finnish

    return {page.where: page.text for page in said_in_finnish.help_pages("sv")}


if __name__ == "__main__":
    json.dump(help_pages(), sys.stdout)
