"""`yp schema`: the form of the data's files as JSON Schema, for editors and other tools."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from yhdyspinta_cli import plain_text
from yhdyspinta_cli.cli import complete, output_file, terminal
from yhdyspinta_cli.cli.question import Question, question
from yhdyspinta_cli.diagnostic import UserError, quoted
from yhdyspinta_cli.language import text as _

if TYPE_CHECKING:
    from yhdyspinta_cli.output.answer import Answer
    from yhdyspinta_cli.output.schema_nouns import Region


def register(app: typer.Typer) -> None:
    """Add the commands of this family."""
    app.command("schema")(schema)


@question(of_a_day=False)
def schema(
    asked: Question,
    of_files: Annotated[
        str | None,
        typer.Argument(
            metavar=_("[KIND]"),
            help=_("A kind of file: measures, parties, agreement …"),
            autocompletion=complete.file_kinds,
            show_default=False,
        ),
    ] = None,
    all_into: Annotated[
        Path | None,
        typer.Option(
            "--all", metavar=_("FOLDER"), help=_("Write every schema to a file in this folder.")
        ),
    ] = None,
) -> "Answer | None":
    """Tell the form of a kind of file as JSON Schema; without a kind, list the schemas.

    In a knowledge base its own words and its own fields are part of it.
    """
    from yhdyspinta_cli.output import schemas

    is_json = asked.form.as_json or not asked.form.is_for_a_program
    if (of_files is not None or all_into is not None) and not is_json:
        raise UserError(_("a schema is JSON, and has no other form"))
    if of_files is not None and all_into is not None:
        raise UserError(_("give either a kind or --all"))
    if all_into is not None:
        output_file.refuse_among_data(all_into)
        _write_all(all_into, _region(asked))
        return None
    if of_files is None:
        return schemas.answer()
    name = schemas.holding(plain_text.one_line(of_files).lower().removesuffix(".yaml"))
    if name is None:
        raise UserError(
            _("there is no schema {name}").format(name=quoted(of_files)),
            hint=_("the schemas: {names}").format(names=", ".join(schemas.NAMES)),
        )
    terminal.out_utf8(schemas.written(name, _region(asked)))
    return None


def _region(asked: Question) -> "Region":
    """Return what the knowledge base adds; nothing where none is named and none is here."""
    from yhdyspinta_cli.output import schema_nouns
    from yhdyspinta_cli.services import opening

    try:
        opening.find(asked.line.where, packaged=False)
    except UserError:
        if asked.line.where.named is not None:
            raise
        return schema_nouns.ANY_REGION
    return schema_nouns.of_agreement(asked.open(as_written=True).kb.agreement)


def _write_all(folder: Path, region: "Region") -> None:
    """Write every schema that is another one than its file has.

    Raises UserError, nothing written, for a file that is no schema of this name (exit 4).
    """
    from yhdyspinta_cli.output import schemas
    from yhdyspinta_cli.store import atomic

    made = {
        folder / schemas.file_name(name): schemas.written(name, region) for name in schemas.NAMES
    }
    try:
        stood = {path: path.read_bytes() if path.exists() else b"" for path in made}
        for path, raw in stood.items():
            if raw and not _is_own(raw, path.name):
                raise UserError(
                    _("{path} was not made by {command}; nothing was written").format(
                        path=quoted(str(path), 200), command="yp schema"
                    ),
                    exit_code=4,
                    hint=_("name another folder, or move it away"),
                )
        folder.mkdir(parents=True, exist_ok=True)
        written = [path for path, text in made.items() if text.encode() != stood[path]]
        for path in written:
            atomic.replace(path, made[path].encode())
    except OSError as error:
        raise UserError(
            _("{path} cannot be written: {reason}").format(path=folder, reason=error.strerror),
            exit_code=3,
        ) from error
    terminal.tell(
        _("yp: wrote {n} of {all} schemas to {path}; the others were so already").format(
            n=len(written), all=len(made), path=quoted(str(folder), 200)
        )
    )


def _is_own(raw: bytes, name: str) -> bool:
    """True for a schema that was written under this name earlier."""
    try:
        found = json.loads(raw)
    except ValueError:
        return False
    return isinstance(found, dict) and found.get("$id") == name
