"""stdout and stderr: the answer goes to the one, everything else to the other."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from yhdyspinta_cli import language
from yhdyspinta_cli.diagnostic import visible
from yhdyspinta_cli.language import text as _

WIDTH = 80


def prepare() -> None:
    """Make both streams safe for any text: an old code page prints ``\\xe4`` and never dies."""
    # A stream that was closed at the start (`>&-`) is None in Python: nobody reads it.
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace", newline="\n")


def out(answer: str | bytes) -> None:
    """Write an answer to stdout; OSError names it where that fails, as on a full device.

    A text is for a reader: it has the code page of the console, as the reader's other programs.
    """
    try:
        if isinstance(answer, str):
            sys.stdout.write(answer)
        elif hasattr(sys.stdout, "buffer"):
            sys.stdout.buffer.write(answer)
        else:
            # Whoever runs this program in another one may take texts only.
            sys.stdout.write(answer.decode())
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        # What is still in the buffer must not fail a second time when Python ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        raise OSError(error.errno, error.strerror, "stdout") from error


def out_utf8(answer: str) -> None:
    """Write to stdout what a program or a file takes in: UTF-8, whatever the console has."""
    out(utf8(answer))


def utf8(answer: str) -> bytes:
    """Return the bytes of what a program or a file takes in."""
    return answer.encode("utf-8", "backslashreplace")


def tell(text: str) -> None:
    """Write a message of one line to stderr; one that nobody can get changes nothing."""
    try:
        sys.stderr.write(visible(text) + "\n")
        sys.stderr.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)


def tell_unspoken(wanted: str) -> None:
    """Say on stderr where the program has no words in the language of the data."""
    spoken = language.spoken(wanted)
    if spoken != wanted:
        tell(
            _("yp: the program has no {wanted}; its own words are in {spoken}").format(
                wanted=language.name(wanted), spoken=language.name(spoken)
            )
        )


def width() -> int:
    """Return how many columns to use: the terminal's, 80 where there is none."""
    if sys.stdout.isatty():
        try:
            return max(40, min(os.get_terminal_size(sys.stdout.fileno()).columns, 120))
        except OSError:
            return WIDTH
    return WIDTH


def colour() -> bool:
    """True where stdout takes colour: a terminal, and NO_COLOR not set."""
    return (
        sys.stdout.isatty()
        and not os.environ.get("NO_COLOR")
        and os.environ.get("TERM") != "dumb"
        and takes_escapes(sys.stdout.fileno())
    )


def takes_escapes(stream: int) -> bool:
    """Return whether the terminal of 1 (stdout) or 2 (stderr) does what escape sequences say.

    Windows does once it is asked to; before that its console shows them.
    """
    if sys.platform == "win32":
        import ctypes
        from ctypes import wintypes

        kernel = ctypes.WinDLL("kernel32")
        kernel.GetStdHandle.restype = wintypes.HANDLE
        handle = wintypes.HANDLE(kernel.GetStdHandle(-10 - stream))
        mode = wintypes.DWORD()
        if not kernel.GetConsoleMode(handle, ctypes.byref(mode)):
            return False
        return bool(kernel.SetConsoleMode(handle, mode.value | 4))
    else:
        return True


def expanded(arguments: list[str], system: str = os.name) -> list[str]:
    """Return the words of a line, with the files that ``*.xlsx`` names.

    Windows leaves that to the program; every other shell has done it.
    """
    if system != "nt":
        return arguments
    from glob import glob

    return [
        path
        for word in arguments
        for path in ((sorted(glob(word)) if {*word} & {*"*?["} else None) or [word])  # noqa: PTH207
    ]


@contextmanager
def telling_after_a_second(text: str) -> Iterator[None]:
    """Say on stderr that the work goes on, where it takes long and somebody is watching."""
    # Few commands take that long.
    import threading

    timer = threading.Timer(1.0, tell, (text,))
    timer.daemon = True
    if sys.stderr.isatty():
        timer.start()
    try:
        yield
    finally:
        timer.cancel()
