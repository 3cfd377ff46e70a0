"""How help looks: plain sections, as wide as the terminal, without the library of the tables.

typer would lay help out with rich, whose import costs twice what `yp --help` takes in all.
"""

from gettext import gettext as typer_text
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from yhdyspinta_cli.cli import examples, once
from yhdyspinta_cli.cli.terminal import out
from yhdyspinta_cli.language import text as _

Row = tuple[str, str]
"""What is told of, and what is told."""


class Command(TyperCommand):
    """A command with plain help, whose options of one value are given once."""

    # typer keeps its own copy of click private: its contexts and formatters have no public type.
    def make_parser(self, ctx: Any) -> Any:
        """Return what reads the words of its line."""
        return once.watched(super().make_parser(ctx), ctx)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the whole page."""
        _write_page(self, ctx, formatter)

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write the arguments and the options, those of a panel in a section of their own."""
        _write_sections(_parameters(self, ctx), formatter)


class Group(TyperGroup):
    """A group of commands with plain help."""

    def make_parser(self, ctx: Any) -> Any:
        """Return what reads the words before the command."""
        return once.watched(super().make_parser(ctx), ctx)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Return what is left for the command; a group that does nothing itself shows its help."""
        if not args and self.no_args_is_help and not ctx.resilient_parsing:
            # typer's own way shows it only as a part of laying it out with rich.
            out(self.get_help(ctx) + "\n")
            raise typer.Exit(2)
        return super().parse_args(ctx, args)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Return the command that is called; UserError (exit 2) where there is none of the name."""
        name = args[0]
        if name not in self.commands and not name.startswith("-") and not ctx.resilient_parsing:
            from yhdyspinta_cli.cli import misuse

            raise misuse.no_command(name, ctx, tuple(self.commands))
        return super().resolve_command(ctx, args)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the whole page."""
        _write_page(self, ctx, formatter)

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write the options, and then what the group holds."""
        _write_sections(_parameters(self, ctx), formatter)
        _write_sections(self.contents(), formatter)

    def contents(self) -> dict[str, list[Row]]:
        """Return the commands by the title of their section, each with its first paragraph."""
        rows = [(name, first_paragraph(one.help or "")) for name, one in self.commands.items()]
        return {typer_text("Commands"): rows}


def first_paragraph(text: str) -> str:
    """Return what a list says of a command: the first paragraph of its help, in one line."""
    return " ".join(text.partition("\n\n")[0].split())


def _write_page(command: Command | Group, ctx: Any, formatter: Any) -> None:
    pieces = (typer_text(piece) for piece in command.collect_usage_pieces(ctx))
    formatter.write_usage(ctx.command_path, " ".join(pieces), prefix=typer_text("Usage: "))
    command.format_help_text(ctx, formatter)
    command.format_options(ctx, formatter)
    _write_examples(ctx.command_path, formatter)
    command.format_epilog(ctx, formatter)


def _write_examples(path: str, formatter: Any) -> None:
    """Write the examples of a command as they are typed, each on a line of its own."""
    found = examples.of(path)
    if found:
        with formatter.section(_("Examples")):
            # Not wrapped: what is copied is whole.
            formatter.write("".join(f"{' ' * formatter.current_indent}{line}\n" for line in found))


def _parameters(command: Command | Group, ctx: Any) -> dict[str, list[Row]]:
    """Return the parameters by the title of their section; arguments stand first."""
    arguments, options = typer_text("Arguments"), typer_text("Options")
    sections: dict[str, list[Row]] = {arguments: [], options: []}
    for parameter in command.get_params(ctx):
        row = parameter.get_help_record(ctx)
        if row is not None:
            # What typer adds itself it does not ask gettext for.
            named, told = row
            about = getattr(parameter, "help", None) or ""
            row = named, told.replace(about, typer_text(about), 1) if about else told
            kind = arguments if parameter.param_type_name == "argument" else options
            panel = getattr(parameter, "rich_help_panel", None) or kind
            sections.setdefault(panel, []).append(row)
    return sections


def _write_sections(sections: dict[str, list[Row]], formatter: Any) -> None:
    for title, rows in sections.items():
        if rows:
            with formatter.section(title):
                formatter.write_dl(rows)
