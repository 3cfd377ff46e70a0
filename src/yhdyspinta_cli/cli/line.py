"""What stands on every command line: ``-C`` and ``--lang``, before the command or after it.

`command` gives a function that takes a `Line` the two options in its place. A later word holds
against an earlier one; what a group is given holds for the commands in it.
"""

import functools
import inspect
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec

import typer

from yhdyspinta_cli import language
from yhdyspinta_cli.cli import options
from yhdyspinta_cli.diagnostic import UserError, quoted
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import text as _

if TYPE_CHECKING:
    from yhdyspinta_cli.services.opening import Where

P = ParamSpec("P")


@frozen
class Line:
    """The folder and the language that the line names; None where it names none."""

    directory: str | None = None
    language: str | None = None

    def followed_by(self, directory: str | None, language: str | None) -> "Line":
        """Return what holds after these words of a later place on the line."""
        return Line(
            self.directory if directory is None else directory,
            self.language if language is None else language,
        )

    def speak(self, *, aloud: bool = True) -> None:
        """Speak the language that the line names, where the knowledge base brings the words of it.

        Not `aloud` it can be spoken, and the answer is not in it. Raises UserError: exit 2 where
        nobody has words of it, exit 3 for words that cannot be spoken.
        """
        code = self.language
        if code is None or language.is_own(code):
            return
        from yhdyspinta_cli.services import catalogues, opening

        known = (*language.LANGUAGES, *self._brought())
        if code not in known:
            raise UserError(
                _("{option} takes no {word}").format(option="--lang", word=quoted(code)),
                hint=_("it takes: {words}").format(words=", ".join(known)),
            )
        catalogues.bring(opening.find(self.where, packaged=False)[0], code)
        if aloud:
            language.activate(code)

    def _brought(self) -> tuple[str, ...]:
        from yhdyspinta_cli.services import catalogues, opening

        try:
            return catalogues.codes(opening.find(self.where, packaged=False)[0])
        except UserError:
            return ()

    @property
    def where(self) -> "Where":
        """Where the knowledge base is looked for: ``-C``, else YP_ROOT, else here and above."""
        from yhdyspinta_cli.services.opening import Where

        try:
            here = Path.cwd()
        except FileNotFoundError as error:
            raise UserError(
                _("the folder you are in is not there any more"), exit_code=3
            ) from error
        named = self.directory if self.directory is not None else os.environ.get("YP_ROOT")
        return Where(named, here, os.environ)


@frozen
class Option:
    """An option that a decorator adds to a command: parameter, typer's declaration, default."""

    name: str
    declared: Any
    default: Any = None

    @property
    def parameter(self) -> inspect.Parameter:
        """The option as a parameter of a function."""
        return inspect.Parameter(
            self.name,
            inspect.Parameter.KEYWORD_ONLY,
            default=self.default,
            annotation=self.declared,
        )


CONTEXT = Option("context", typer.Context, inspect.Parameter.empty)
FOLDER = (Option("directory", options.Directory),)
LANGUAGE = (Option("lang", options.Lang),)


def command(function: Callable[Concatenate[Line, P], None]) -> Callable[..., None]:
    """Return the function as typer takes it, with ``-C`` and ``--lang`` for its `Line`."""
    _first, *own = inspect.signature(function).parameters.values()
    call: Callable[..., None] = function

    def run(context: typer.Context, given: dict[str, Any]) -> None:
        line = taken(context, given)
        line.speak()
        call(line, **given)

    return declared(function, [*own, *added(FOLDER, LANGUAGE)], run)


def commands(about: str) -> typer.Typer:
    """Return a group of commands, which says `about` what it is and takes ``-C`` and ``--lang``."""
    made = typer.Typer(no_args_is_help=True, help=about)

    def remember(
        context: typer.Context, directory: options.Directory = None, lang: options.Lang = None
    ) -> None:
        context.obj = taken(context, {"directory": directory, "lang": lang})

    made.callback(help=about)(remember)
    return made


def taken(context: typer.Context, given: dict[str, Any]) -> Line:
    """Return the line as it stands after this command's own words, taken out of `given`."""
    before = context.obj if isinstance(context.obj, Line) else Line()
    return before.followed_by(given.pop("directory", None), given.pop("lang", None))


def added(*groups: Sequence[Option]) -> list[inspect.Parameter]:
    """Return the parameters of these options, in this order."""
    return [option.parameter for group in groups for option in group]


def declared(
    function: Callable[..., Any],
    parameters: Sequence[inspect.Parameter],
    run: Callable[[typer.Context, dict[str, Any]], None],
) -> Callable[..., None]:
    """Return a function that has these parameters for typer, and runs `run` with their values."""

    @functools.wraps(function)
    def wrapper(**given: Any) -> None:
        run(given.pop(CONTEXT.name), given)

    whole = [CONTEXT.parameter] + [
        parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY) for parameter in parameters
    ]
    wrapper.__signature__ = inspect.Signature(whole)  # type: ignore[attr-defined]
    wrapper.__annotations__ = {parameter.name: parameter.annotation for parameter in whole}
    return wrapper
