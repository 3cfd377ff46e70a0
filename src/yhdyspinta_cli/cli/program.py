"""The group of all commands: each is imported when it is called, or when its own help is asked."""

import importlib
import inspect
from collections.abc import Callable, Iterator, MutableMapping
from functools import partial
from gettext import gettext as typer_text
from typing import Any

import typer

from yhdyspinta_cli.cli import contents, help_page


class Commands(MutableMapping[str, Any]):
    """Commands by their names, each built when it is looked up."""

    def __init__(self, builders: dict[str, Callable[[], Any]]) -> None:
        self._builders = builders
        self._found: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        if name not in self._found:
            self._found[name] = self._builders[name]()
        return self._found[name]

    def __setitem__(self, name: str, command: Any) -> None:
        self._found[name] = command

    def __delitem__(self, name: str) -> None:
        del self._builders[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._builders)

    def __len__(self) -> int:
        return len(self._builders)


class Program(help_page.Group):
    """`yp` itself: what it lists it knows without importing a command."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.told = contents.told()
        self.commands = Commands(
            {name: partial(command, one.module, name) for name, one in self.told.items()}
        )

    def main(self, *arguments: Any, **settings: Any) -> Any:
        """Run a command line; return the exit code of one that ends early, else None.

        Raises UserError (exit 2) for a line that cannot be read.
        """
        from typer._click.exceptions import UsageError

        try:
            return super().main(*arguments, **{**settings, "standalone_mode": False})
        except UsageError as error:
            from yhdyspinta_cli.cli import misuse

            raise misuse.refusal(error) from error

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


def family(module: str) -> typer.Typer:
    """Return what a module of `cli` registers."""
    app = typer.Typer()
    importlib.import_module(f"yhdyspinta_cli.cli.{module}").register(app)
    return app


def command(module: str, name: str) -> Any:
    """Return one command of a family as typer builds it, in the language spoken now."""
    app = family(module)
    for one in app.registered_commands:
        if one.name == name:
            return _built(one)
    (group,) = (one for one in app.registered_groups if one.name == name)
    return _built_group(group)


def _built(one: Any) -> Any:
    """Return a command with plain help; its docstring, put into words, is its help."""
    one.cls = help_page.Command
    one.help = typer_text(inspect.getdoc(one.callback) or "")
    alone = typer.Typer()
    alone.registered_commands = [one]
    return typer.main.get_group(alone).commands[one.name]


def _built_group(group: Any) -> Any:
    """Return a group with plain help, whose commands are built when they are looked up.

    `yp status` would take a fortieth longer with the four that stand below it.
    """
    inside = group.typer_instance
    commands, inside.registered_commands = inside.registered_commands, []
    group.cls = help_page.Group
    callback = inside.registered_callback
    told = inspect.getdoc(callback.callback) if callback is not None and callback.callback else None
    if callback is not None and told:
        callback.help = typer_text(told)
    alone = typer.Typer()
    alone.registered_groups = [group]
    built: Any = typer.main.get_group(alone).commands[group.name]
    built.commands = Commands({one.name: partial(_built, one) for one in commands})
    return built
