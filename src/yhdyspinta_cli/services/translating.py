"""Names and texts of a record in another language, at the end of that language's file."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from yhdyspinta_cli import language
from yhdyspinta_cli.diagnostic import UserError, quoted
from yhdyspinta_cli.document import write
from yhdyspinta_cli.facts import translated
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import plural
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.model.translations import Translations
from yhdyspinta_cli.services import adding, catalogues, making, opening
from yhdyspinta_cli.services.clock import Clock
from yhdyspinta_cli.services.opening import Where
from yhdyspinta_cli.services.voice import Voice
from yhdyspinta_cli.store import atomic, lock
from yhdyspinta_cli.wording import field_names

Told = Callable[[KnowledgeBase, Record], Mapping[str, str]]
"""What tells the translations of a record of the data, by field."""


def refuse_language(kb: KnowledgeBase, code: str) -> None:
    """Raise UserError (exit 2) for what is no language, or the data's own."""
    catalogues.refuse_unknown(code)
    if code == kb.agreement.language:
        told = _("the data is in {language} itself").format(language=language.name(code))
        raise UserError(told, hint=_("'yp edit' changes the text where it stands"))


def to_translate(kb: KnowledgeBase, record: Record, code: str, field: str | None) -> dict[str, str]:
    """Return the texts of a record to translate into a language: one field's, or all that lack.

    Raises UserError (exit 4) where the file of the language has a translation of one.
    """
    found = open_fields(kb, record, code)
    if field is not None:
        found = {field: translated.texts(record)[field]}
    _refuse_known(kb, record, code, tuple(found))
    return found


def open_fields(kb: KnowledgeBase, record: Record, code: str) -> dict[str, str]:
    """Return the texts of a record that have no translation into a language, by field."""
    there = translated.current(kb, code).get(record.id, {})
    asked = translated.asked_for(record)
    return {field: text for field, text in asked.items() if field not in there}


def field(record: Record, said: str) -> str:
    """Return the field of a record that is meant: as it is written, or as a reader calls it.

    Raises UserError (exit 1) where none is, or several are.
    """
    fields = translated.texts(record)
    if said in fields:
        return said
    meant = [one for one in fields if field_names.places((one,)).casefold() == said.casefold()]
    if len(meant) != 1:
        words = ", ".join(f"{one} ({field_names.places((one,))})" for one in fields)
        raise UserError(
            _("{id} has no text {field} that can be translated").format(
                id=record.id, field=quoted(said)
            ),
            exit_code=1,
            hint=_("its texts: {fields}").format(fields=words) if words else "",
        )
    return meant[0]


@frozen
class TranslationWish:
    """Into which language, of which record, what; whether it is only tried."""

    into: str
    find: Callable[[KnowledgeBase], Record]
    told: Told
    is_tried_only: bool


def run(where: Where, wish: TranslationWish, *, clock: Clock, voice: Voice) -> None:
    """Write the translations that are told; the path of their file is the answer.

    Where the wish is tried only, the file's text is. Raises UserError, nothing being written: exit
    1 where a field is not understood, 2 for no language, 3 where the disk refuses, 4 where a text
    is translated already or the data would have an error.
    """
    folder, _packaged = opening.find(where, packaged=False)
    kb = making.opened(where, clock, voice).kb
    refuse_language(kb, wish.into)
    # Nobody else waits for the answers: what they belong to is read again when they are there.
    record = wish.find(kb)
    told = {key: said for key, said in wish.told(kb, record).items() if said.strip()}
    if not told:
        voice.tell(_("yp: nothing was translated, and nothing was written"))
    elif wish.is_tried_only:
        _run(where, folder, record, wish, told, clock, voice)
    else:
        with lock.locked(folder):
            _run(where, folder, record, wish, told, clock, voice)


def _run(
    where: Where,
    folder: Path,
    record: Record,
    wish: TranslationWish,
    told: Mapping[str, str],
    clock: Clock,
    voice: Voice,
) -> None:
    loaded = making.opened(where, clock, voice)
    _refuse_known(loaded.kb, record, wish.into, tuple(told))
    # The original is what was read by whoever translated it.
    own = translated.texts(record)
    items: list[dict[str, Any]] = [
        {"id": record.id, "field": key, "text": said, "original": own[key]}
        for key, said in told.items()
    ]
    name = f"translations/{wish.into}.yaml"
    files = {name: adding.headed(folder, name, _file(folder, name, wish.into, items))}
    making.judge(loaded, folder, files, clock, voice)
    path = f"{opening.prefix(folder, where.here)}data/{name}"
    if wish.is_tried_only:
        voice.tell(_("yp: {path} would be written; nothing was").format(path=path))
        voice.out(files[name].decode())
        return
    atomic.sweep(folder / "data")
    adding.write(folder, files)
    voice.out(path + "\n")
    left = len(open_fields(loaded.kb, record, wish.into).keys() - told.keys())
    voice.tell(
        _("yp: {name}: {fields} translated into {language}; {left}").format(
            name=record.name_shown,
            fields=field_names.places(told),
            language=language.name(wish.into),
            left=plural("{n} text is left", "{n} texts are left", left),
        )
    )


def _refuse_known(kb: KnowledgeBase, record: Record, code: str, fields: tuple[str, ...]) -> None:
    """Raise UserError (exit 4) for a text that the file has a translation of: the first holds."""
    file = kb.find(Translations, code)
    for number, one in enumerate(file.texts if file is not None else ()):
        if one.id == record.id and one.field in fields:
            raise UserError(
                _("{field} of {id} is translated already; nothing was written").format(
                    field=one.field, id=record.id
                ),
                exit_code=4,
                hint=_("change it: {command}").format(
                    command=f"yp edit {code} texts.{number}.text=… texts.{number}.original=…"
                ),
            )


def _file(folder: Path, name: str, code: str, items: list[dict[str, Any]]) -> bytes:
    """Return the file of a language with the translations at its end; UserError (exit 4)."""
    if not (folder / "data" / name).exists():
        return write.text({"id": code, "texts": items}).encode()
    return adding.appended(folder, name, "texts", items)
