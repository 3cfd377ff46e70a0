"""The group of all commands: each is imported when it is called, or when its own help is asked."""

import importlib
import inspect
from collections.abc import Iterator, MutableMapping
from gettext import gettext as typer_text
from typing import Any

import typer

from yhdyspinta_cli.cli import contents, help_page


class Commands(MutableMapping[str, Any]):
    """The commands by their names, each imported with its family when it is looked up."""

    def __init__(self, told: dict[str, contents.Told]) -> None:
        self._told = told
        self._found: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        if name not in self._found:
            self._found |= family(self._told[name].module)
        return self._found[name]

    def __setitem__(self, name: str, command: Any) -> None:
        self._found[name] = command

    def __delitem__(self, name: str) -> None:
        del self._told[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._told)

    def __len__(self) -> int:
        return len(self._told)


class Program(help_page.Group):
    """`yp` itself: what it lists it knows without importing a command."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.told = contents.told()
        self.commands = Commands(self.told)

    def list_commands(self, ctx: Any) -> list[str]:
        """Return the names of the commands, in the order of help."""
        return list(self.told)

    def contents(self) -> dict[str, list[help_page.Row]]:
        """Return what is told of every command, by section."""
        sections: dict[str, list[help_page.Row]] = {}
        for name, one in self.told.items():
            sections.setdefault(one.section, []).append((name, one.about))
        return sections

    def shell_complete(self, ctx: Any, incomplete: str) -> list[Any]:
        """Return what may stand there: commands, then options."""
        # typer has no public name for it.
        from typer._click.shell_completion import CompletionItem

        found = [
            CompletionItem(name, help=one.about)
            for name, one in self.told.items()
            if name.startswith(incomplete)
        ]
        # The group's own would import every command; the one above it knows options only.
        return found + super(typer.core.TyperGroup, self).shell_complete(ctx, incomplete)


def family(module: str) -> dict[str, Any]:
    """Return the commands that a module of `cli` registers, in the language spoken now."""
    app = typer.Typer()
    importlib.import_module(f"yhdyspinta_cli.cli.{module}").register(app)
    _speak_help(app)
    return dict(typer.main.get_group(app).commands)


def _speak_help(app: typer.Typer) -> None:
    """Give every command plain help, and put its docstring, which is its help, into words."""
    for command in app.registered_commands:
        command.cls = help_page.Command
        command.help = typer_text(inspect.getdoc(command.callback) or "")
    for group in app.registered_groups:
        group.cls = help_page.Group
        inside = group.typer_instance
        if inside is None:
            continue
        callback = inside.registered_callback
        if callback is not None and callback.callback is not None:
            callback.help = typer_text(inspect.getdoc(callback.callback) or "")
        _speak_help(inside)
