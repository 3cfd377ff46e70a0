"""The way in: one error boundary, and the answers that need no library.

What `yp --version` does not need is imported where it is used: it takes a quarter of the time so.
"""

import os
import sys
from collections.abc import Callable, Mapping

from yhdyspinta_cli import __version__


def main() -> None:
    """Run `yp` on sys.argv and exit with a code from the table in `yp --help`."""
    arguments = sys.argv[1:]
    if arguments == ["--version"]:
        sys.stdout.write(f"yp {__version__}\n")
        return
    import gc
    import signal

    from yhdyspinta_cli import language

    # What a run makes stays until its end: to look for garbage among ten thousand records again
    # and again costs a third of what it costs to recall them.
    gc.disable()
    _speak(language.choose(_wanted_language(arguments), _with_locale(os.environ, _of_windows)))
    signal.signal(signal.SIGTERM, _terminated)
    code = _run(arguments)
    # Python would look for garbage once more before it ends: a tenth of a question.
    gc.freeze()
    sys.exit(code)


def _with_locale(
    environment: Mapping[str, str], told: Callable[[], str | None]
) -> Mapping[str, str]:
    """Return an environment that says which locale the user has.

    Windows keeps it elsewhere: what it has `told` is asked for where no variable says one.
    """
    if any(environment.get(name) for name in ("YP_LANG", "LC_ALL", "LC_MESSAGES", "LANG")):
        return environment
    return {**environment, "LANG": told() or ""}


def _of_windows() -> str | None:
    """Return the language in which Windows speaks to the user; None on other systems."""
    if sys.platform == "win32":
        import ctypes
        import locale

        return locale.windows_locale.get(ctypes.WinDLL("kernel32").GetUserDefaultUILanguage())
    else:
        return None


def _speak(code: str) -> None:
    """Speak `code`; typer asks gettext's own domain for its words when it is imported."""
    import gettext

    from yhdyspinta_cli import language

    language.activate(code)
    gettext.bindtextdomain("typer", language.LOCALE_DIR)
    gettext.textdomain("typer")
    os.environ["LANGUAGE"] = code


def _terminated(number: int, frame: object) -> None:
    raise SystemExit(128 + number)


def _wanted_language(arguments: list[str]) -> str | None:
    """Return the last value of --lang: the help must be translated before typer reads the line.

    The help's texts are translated when the commands are imported, and an eager option of typer's
    is read only after that.
    """
    wanted = None
    for number, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument.startswith("--lang="):
            wanted = argument.removeprefix("--lang=")
        elif argument == "--lang" and number + 1 < len(arguments):
            wanted = arguments[number + 1]
    return wanted


def _run(arguments: list[str]) -> int:
    from yhdyspinta_cli import language
    from yhdyspinta_cli.cli import terminal
    from yhdyspinta_cli.diagnostic import UserError

    terminal.prepare()
    try:
        if "--version" in arguments:
            terminal.out(f"yp {__version__}\n")
            return 0
        # Options speak the user's language as soon as they are imported.
        from yhdyspinta_cli.cli import app

        code = app.build()(args=terminal.expanded(arguments), prog_name="yp")
        return code if isinstance(code, int) else 0
    except UserError as error:
        terminal.tell(f"yp: {error.message}")
        if error.hint:
            terminal.tell(f"    {error.hint}")
        return error.exit_code
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # The reader has gone (`yp list measures | head -1`): nothing is wrong.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except SystemExit as done:
        return done.code if isinstance(done.code, int) else 0
    except OSError as error:
        if "--debug" in arguments or os.environ.get("YP_DEBUG"):
            raise
        terminal.tell(f"yp: {error.filename or ''}: {error.strerror or error}")
        return 3
    except Exception as error:
        if "_YP_COMPLETE" in os.environ:
            # A completion that fails offers nothing; the shell must not show a fault.
            return 0
        if "--debug" in arguments or os.environ.get("YP_DEBUG"):
            raise
        # Under the name by which messages are found.
        _ = language.text
        told = _("yp: a fault in yp itself: {kind}: {error}")
        terminal.tell(told.format(kind=type(error).__name__, error=error))
        terminal.tell("    " + _("please report it; --debug shows the trace"))
        return 70


if __name__ == "__main__":
    main()
