"""A template that fails, told with its file and line in the user's language."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from traceback import FrameSummary, extract_tb

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError
from jinja2.exceptions import SecurityError

from yhdyspinta_cli.diagnostic import UserError, quoted
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.report import sandbox


@contextmanager
def told(folders: Sequence[Path], packaged: Path) -> Iterator[None]:
    """Raise UserError (exit 3) in place of what a template raises inside the block.

    `folders` hold templates that come before the packaged ones. A fault of the program is raised
    as it is.
    """
    try:
        yield
    except TemplateNotFound as error:
        raise UserError(
            _("there is no template {name}").format(name=quoted(str(error.name))), exit_code=3
        ) from error
    except TemplateSyntaxError as error:
        place = (error.filename or error.name or "", error.lineno)
        raise failed(*place, error.message or "", packaged) from error
    except (RecursionError, UnicodeDecodeError) as error:
        if not folders:
            raise
        raise failed("templates", 1, str(error), packaged) from error
    except (TemplateError, TypeError, ValueError, ArithmeticError, LookupError) as error:
        frames = extract_tb(error.__traceback__)
        places = [f for f in frames if _is_template(f)]
        if not places or not (isinstance(error, TemplateError) or _is_of_template(frames)):
            raise
        own = folders or isinstance(error, SecurityError)
        if _is_packaged(places[-1].filename, packaged) and not own:
            raise
        raise failed(places[-1].filename, places[-1].lineno or 1, str(error), packaged) from error


def failed(path: str, line: int, message: str, packaged: Path) -> UserError:
    """Return what to raise for a fault in a line of a template."""
    words = _("the overriding template {path}:{line}: {message}")
    if _is_packaged(path, packaged):
        words = _("the packaged template {path}:{line}: {message}")
    elif not Path(path).is_absolute():
        words = _("template {path}:{line}: {message}")
    return UserError(
        words.format(path=path, line=line, message=message),
        exit_code=3,
        hint=_("--builtin-templates uses the packaged templates only"),
    )


def _is_template(frame: FrameSummary) -> bool:
    return frame.filename.endswith(".j2")


def _is_of_template(frames: Sequence[FrameSummary]) -> bool:
    """True for a fault raised in a template, or in what jinja2 does for it.

    A fault below a function of ours is one of the program, whoever called it.
    """
    ours = str(Path(__file__).parents[1])
    # This room is on the way from any block that it watches.
    passed = (sandbox.__file__, __file__)
    for frame in reversed(frames):
        if _is_template(frame):
            return True
        if frame.filename.startswith(ours) and frame.filename not in passed:
            return False
    return False


def _is_packaged(path: str, packaged: Path) -> bool:
    return Path(path).is_relative_to(packaged)
