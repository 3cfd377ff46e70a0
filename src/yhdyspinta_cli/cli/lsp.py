"""`yp lsp`: a language server for editors; it speaks their protocol on stdin and stdout."""

import typer

from yhdyspinta_cli.cli import options
from yhdyspinta_cli.cli.line import Line, command


def register(app: typer.Typer) -> None:
    """Add the commands of this family."""
    app.command("lsp")(lsp)


@command
def lsp(line: Line, as_of: options.AsOf = None) -> None:
    """Serve an editor: findings while typing, completion, who an id is, where it stands.

    It speaks the language server protocol on stdin and stdout; docs/editors.md has the settings of
    editors. It reads the files and the open texts, and writes nothing.
    """
    from yhdyspinta_cli.editor import server

    given = options.day(as_of)
    where = line.where
    server.serve(lambda kb: given or options.clock().today(kb), where.kept)
