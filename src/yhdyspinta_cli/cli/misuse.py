"""What is wrong with a command line, in the program's own words: typer's copy of click has English
ones only, in a box.

A refusal says what is missing or too much, and how the command is written.
"""

import re
from typing import TYPE_CHECKING, Any

from yhdyspinta_cli.cli import closed_set
from yhdyspinta_cli.diagnostic import UserError, quoted
from yhdyspinta_cli.language import text as _

if TYPE_CHECKING:
    # typer has no public name for them.
    from typer._click.exceptions import BadParameter, UsageError


def refusal(error: "UsageError") -> UserError:
    """Return the refusal (exit 2) of a command line that typer could not read."""
    from typer._click import exceptions

    match error:
        case exceptions.MissingParameter(param=param) if param is not None:
            what = _("{what} is missing").format(what=_name(param, error.ctx))
            return UserError(what, hint=_written(error.ctx))
        case exceptions.BadParameter(param=param) if param is not None:
            return _bad_value(error, param)
        case exceptions.NoSuchOption(option_name=option):
            return _no_option(option, error.ctx)
        case exceptions.BadOptionUsage(option_name=option) if "requires" in error.message:
            return UserError(_("{option} needs a value after it").format(option=option))
        case exceptions.BadOptionUsage(option_name=option):
            return UserError(_("{option} takes no value").format(option=option))
    if extra := re.search(r"extra argument\(s\) \((.*)\)$", error.message, re.DOTALL):
        what = _("{words} is more than the command takes").format(words=quoted(extra[1]))
        return UserError(what, hint=_written(error.ctx))
    # Every other one is of a group that was called without a command.
    return UserError(_("a command is missing"), hint=_lists_commands(error.ctx))


def no_command(name: str, context: Any, known: tuple[str, ...]) -> UserError:
    """Return the refusal (exit 2) of a command that there is not, with the one that was meant."""
    return UserError(
        _("there is no command {name}").format(name=quoted(name)),
        hint=closed_set.hint(name, known, _lists_commands(context)),
    )


def _bad_value(error: "BadParameter", parameter: Any) -> UserError:
    option = _name(parameter, error.ctx)
    # click gives the value in its message only.
    value = re.match(r"(.*) is not (?:one of|a valid|in the range) ", error.message, re.DOTALL)
    if value is None:
        return UserError(f"{option}: {error.message}")
    words = value[1] if value[1][:1] in "'\"" else quoted(value[1])
    taken = _taken(parameter.type)
    return UserError(_("{option} takes no {word}").format(option=option, word=words), hint=taken)


def _taken(kind: Any) -> str:
    """Return what a kind of value takes; nothing where its name says it."""
    choices = getattr(kind, "choices", ())
    if choices:
        return _("it takes: {words}").format(words=", ".join(str(one) for one in choices))
    first, last = getattr(kind, "min", None), getattr(kind, "max", None)
    if first is None or last is None:
        return ""
    return _("it takes a whole number from {first} to {last}").format(first=first, last=last)


def _no_option(option: str, context: Any) -> UserError:
    what = _("there is no option {option}").format(option=option)
    if context is None:
        return UserError(what)
    known = [name for one in context.command.get_params(context) for name in one.opts]
    listed = _("'{command} --help' lists the options").format(command=context.command_path)
    return UserError(what, hint=closed_set.hint(option, tuple(known), listed))


def _lists_commands(context: Any) -> str:
    return _("'{command} --help' lists the commands").format(command=context.command_path)


def _written(context: Any) -> str:
    """Return how the command is written: its arguments and the options it does not do without."""
    words = [context.command_path]
    for one in context.command.get_params(context):
        if one.param_type_name == "argument":
            words.append(_name(one, context))
        elif one.required:
            words.append(f"{one.opts[0]} {one.make_metavar(context)}")
    return _("it is written: {command}").format(command=" ".join(words))


def _name(parameter: Any, context: Any) -> str:
    """Return what the help calls a parameter: an option by its name, an argument by its word."""
    if parameter.param_type_name == "argument":
        return str(parameter.make_metavar(context))
    return str(parameter.opts[0])
