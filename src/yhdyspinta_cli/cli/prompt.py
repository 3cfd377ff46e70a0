"""Questions to whoever sits at the terminal: asked on stderr, one by one, until each is answered.

Without a terminal nothing is asked: a command names the options that are lacking.
"""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

from yhdyspinta_cli.cli.terminal import tell
from yhdyspinta_cli.diagnostic import UserError, visible
from yhdyspinta_cli.language import text as _

A = TypeVar("A")


def is_possible() -> bool:
    """Tell whether somebody can answer."""
    return sys.stdin is not None and sys.stdin.isatty()


def refuse(lacking: Sequence[str]) -> None:
    """Refuse (exit 2) a line that lacks options where nobody can be asked."""
    if lacking and not is_possible():
        raise UserError(
            _("nobody can be asked without a terminal; these are lacking: {options}").format(
                options=", ".join(lacking)
            )
        )


@contextmanager
def asking() -> Iterator[None]:
    """Tell that nothing was written where the questions are broken off."""
    try:
        yield
    except KeyboardInterrupt:
        tell("")
        tell(_("yp: interrupted; nothing was written"))
        raise


def one(question: str, read: Callable[[str], A], *, default: str = "") -> A:
    """Return what `read` makes of an answer; an answer that it refuses is asked for again.

    `default` stands for an empty answer. Raises KeyboardInterrupt where the answers end.
    """
    shown = f"{question} [{default}]: " if default else f"{question}: "
    while True:
        try:
            return read(_line(shown) or default)
        except UserError as error:
            tell(f"  {error.message}" + (f"; {error.hint}" if error.hint else ""))


def several(question: str) -> list[str]:
    """Return the lines of an answer, up to an empty one: a list may be pasted."""
    tell(question)
    lines: list[str] = []
    while line := _line("  "):
        lines.append(line)
    return lines


def yes(question: str) -> bool:
    """Return whether a question is answered with yes."""
    said_yes, said_no = _("yes"), _("no")
    words = {said_yes: True, said_no: False, _("y"): True, _("n"): False, "yes": True, "no": False}

    def read(answer: str) -> bool:
        if answer.casefold() not in words:
            raise UserError(_("answer yes or no"))
        return words[answer.casefold()]

    return one(f"{question} ({said_yes}/{said_no})", read)


def needed(answer: str) -> str:
    """Return an answer that must not be empty; UserError where it is."""
    if not answer:
        raise UserError(_("an answer is needed"))
    return answer


def _line(shown: str) -> str:
    sys.stderr.write(visible(shown))
    sys.stderr.flush()
    try:
        line = sys.stdin.readline()
    except UnicodeDecodeError as error:
        raise UserError(_("the answer is not UTF-8")) from error
    if not line:
        raise KeyboardInterrupt
    return line.strip()
