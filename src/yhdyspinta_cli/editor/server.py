"""The language server: what the protocol asks, put to the rooms that answer.

Whoever types is not waited for: a judgement begins when typing pauses, runs beside the protocol,
and is told only where no later text has come. A fault of one request ends that request.
"""

import logging
from collections.abc import Awaitable, Callable, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from yhdyspinta_cli import __version__
from yhdyspinta_cli.diagnostic import Diagnostic, Location, Severity
from yhdyspinta_cli.editor import completion, desk, hover, place, positions
from yhdyspinta_cli.editor.completion import Offer
from yhdyspinta_cli.editor.desk import Judgement
from yhdyspinta_cli.editor.place import Cursor
from yhdyspinta_cli.editor.worked import WorkedBase
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.store.cache import Cache
from yhdyspinta_cli.wording import extra

_LONGEST = 1_000
"""The most that is offered at a place; an editor filters what it was given."""


def available() -> Any:
    """Return pygls' server, the module. Raises UserError (exit 3) that tells how to get it."""
    try:
        from pygls.lsp import server
    except ImportError as error:
        why = _("the language server needs the package pygls, which is not installed")
        raise extra.missing("editor", why) from error
    return server


def serve(day: Callable[[KnowledgeBase], date], cache: Callable[[Path], Cache | None]) -> None:
    """Serve an editor over stdin and stdout until it says that it ends.

    `day` tells the day of a knowledge base, `cache` the cache of one in a folder. Raises UserError
    (exit 3) where the package is missing.
    """
    module = available()
    from lsprotocol import types

    # stderr is shown to the user by some editors: only what went wrong is told there.
    logging.basicConfig(level=logging.ERROR)
    server = module.LanguageServer(
        "yp", __version__, text_document_sync_kind=types.TextDocumentSyncKind.Full
    )
    _Service(server, types, day, cache).register()
    server.start_io()


class _Service:
    """The requests of one editor; `_open` are the texts that it has open, by their files."""

    def __init__(
        self,
        server: Any,
        types: Any,
        day: Callable[[KnowledgeBase], date],
        cache: Callable[[Path], Cache | None],
    ) -> None:
        self._server = server
        self._types = types
        self._day = day
        self._cache = cache
        self._open: dict[str, tuple[Path, str]] = {}
        self._bases: dict[Path, WorkedBase] = {}

    def register(self) -> None:
        """Tell the server which requests are answered."""
        types = self._types
        told = {
            types.TEXT_DOCUMENT_DID_OPEN: self._opened,
            types.TEXT_DOCUMENT_DID_CHANGE: self._changed,
            types.TEXT_DOCUMENT_DID_SAVE: self._saved,
            types.TEXT_DOCUMENT_DID_CLOSE: self._closed,
            types.WORKSPACE_DID_CHANGE_WATCHED_FILES: self._files_changed,
        }
        asked = {
            types.TEXT_DOCUMENT_COMPLETION: self._completion,
            types.TEXT_DOCUMENT_HOVER: self._hover,
            types.TEXT_DOCUMENT_DEFINITION: self._definition,
        }
        options = {
            types.TEXT_DOCUMENT_COMPLETION: types.CompletionOptions(trigger_characters=[" ", "-"])
        }
        for name, hear in told.items():
            self._server.feature(name)(_heard(hear))
        for name, answer in asked.items():
            self._server.feature(name, options.get(name))(_answered(answer))

    def _opened(self, params: Any) -> None:
        self._hold(params.text_document.uri, params.text_document.text)

    def _changed(self, params: Any) -> None:
        # Whole texts are asked for; an editor that sends a part of one breaks the protocol.
        self._hold(params.text_document.uri, params.content_changes[-1].text)

    def _saved(self, params: Any) -> None:
        self._judge_again(params.text_document.uri)

    def _closed(self, params: Any) -> None:
        uri = params.text_document.uri
        held = self._open.pop(uri, None)
        if held is not None:
            self._judge_again(uri, held[0])

    def _files_changed(self, params: Any) -> None:
        for base in self._bases.values():
            base.soon()

    def _hold(self, uri: str, text: str) -> None:
        file = _file(uri)
        if file is not None:
            self._open[uri] = (file, text)
            self._judge_again(uri, file)

    def _judge_again(self, uri: str, file: Path | None = None) -> None:
        file = file or _file(uri)
        base = self._base(file) if file is not None else None
        if base is not None:
            base.soon()

    def _base(self, file: Path) -> WorkedBase | None:
        """Return the knowledge base of a file; None where it stands in none."""
        found = desk.folder_of(file)
        if found is None:
            return None
        root = found[0]
        if root not in self._bases:
            judge = partial(desk.judge, root, cache=self._cache(root), day=self._day)
            self._bases[root] = WorkedBase(root, self._buffers, judge, self._publish)
        return self._bases[root]

    def _buffers(self, root: Path) -> dict[str, tuple[str, str]]:
        """Return what is open of a knowledge base: by its path the URI and the text of each."""
        return {
            file.relative_to(root).as_posix(): (uri, text)
            for uri, (file, text) in self._open.items()
            if file.is_relative_to(root / "data")
        }

    def _publish(self, uri: str, found: list[Any]) -> None:
        types = self._types
        diagnostics = [self._diagnostic(one, judgement) for one, judgement in found]
        self._server.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(uri=uri, diagnostics=diagnostics)
        )

    def _diagnostic(self, one: Diagnostic, judgement: Judgement) -> Any:
        types = self._types
        severities = {
            Severity.ERROR: types.DiagnosticSeverity.Error,
            Severity.WARNING: types.DiagnosticSeverity.Warning,
            Severity.NOTE: types.DiagnosticSeverity.Information,
        }
        return types.Diagnostic(
            range=self._range(one.location, judgement),
            severity=severities[one.severity],
            code=one.code,
            source="yp",
            message=f"{one.message}\n{one.hint}" if one.hint else one.message,
            related_information=[
                types.DiagnosticRelatedInformation(
                    types.Location(self._uri(judgement, place.path), self._range(place, judgement)),
                    f"{place.path}:{place.line}",
                )
                for place in one.related
            ],
        )

    def _range(self, at: Location, judgement: Judgement) -> Any:
        """Return a place in units of UTF-16; to the end of its line where it has none."""
        text = judgement.line(at.path, at.line)
        start = positions.units(text[: at.column - 1])
        whole = text if at.end_column is None else text[: at.end_column - 1]
        return self._line_range(at.line - 1, start, max(start, positions.units(whole.rstrip())))

    def _line_range(self, line: int, start: int, end: int) -> Any:
        position = self._types.Position
        return self._types.Range(position(line, start), position(line, end))

    def _uri(self, judgement: Judgement, path: str) -> str:
        root = judgement.loaded.root
        open_ones = self._buffers(root)
        return open_ones[path][0] if path in open_ones else (root / path).as_uri()

    async def _completion(self, params: Any) -> Any:
        found = await self._at(params)
        if found is None:
            return None
        cursor, judgement, text = found
        types = self._types
        line = params.position.line
        start = positions.units(text[: cursor.word.start])
        where = self._line_range(line, start, positions.units(text[: cursor.word.end]))
        offers = completion.at(cursor, judgement)[:_LONGEST]
        return types.CompletionList(
            is_incomplete=False,
            items=[self._item(number, offer, where) for number, offer in enumerate(offers)],
        )

    def _item(self, number: int, offer: Offer, where: Any) -> Any:
        types = self._types
        kinds: Mapping[str, Any] = {
            "key": types.CompletionItemKind.Property,
            "id": types.CompletionItemKind.Reference,
            "word": types.CompletionItemKind.EnumMember,
        }
        told = types.MarkupContent(types.MarkupKind.Markdown, offer.told) if offer.told else None
        return types.CompletionItem(
            label=offer.label,
            kind=kinds[offer.kind],
            detail=offer.detail,
            documentation=told,
            sort_text=f"{number:05}",
            filter_text=offer.found_by or None,
            text_edit=types.TextEdit(where, offer.written),
        )

    async def _hover(self, params: Any) -> Any:
        found = await self._at(params)
        told = hover.of(found[0], found[1]) if found is not None else None
        if found is None or told is None:
            return None
        types, (cursor, _judgement, text) = self._types, found
        start, end = (positions.units(text[:at]) for at in (cursor.word.start, cursor.word.end))
        return types.Hover(
            types.MarkupContent(types.MarkupKind.Markdown, told),
            self._line_range(params.position.line, start, end),
        )

    async def _definition(self, params: Any) -> Any:
        found = await self._at(params)
        entry = hover.entry_at(found[0], found[1]) if found is not None else None
        if found is None or entry is None:
            return None
        judgement = found[1]
        at = judgement.loaded.locate(entry.path, (*entry.route, "id"))
        return self._types.Location(self._uri(judgement, at.path), self._range(at, judgement))

    async def _at(self, params: Any) -> tuple[Cursor, Judgement, str] | None:
        """Return what stands at the place of a request, the data, and the line's text."""
        held = self._open.get(params.text_document.uri)
        base = self._base(held[0]) if held is not None else None
        if held is None or base is None:
            return None
        judgement = await base.judgement()
        lines = positions.lines(held[1])
        line = params.position.line
        if line >= len(lines):
            return None
        column = positions.column(lines[line], params.position.character)
        path = held[0].relative_to(base.root).as_posix()
        cursor = place.cursor(path, lines, line, column)
        return (cursor, judgement, lines[line]) if cursor is not None else None


# pygls marks what it is given, which a method does not let it.
def _heard(method: Callable[[Any], None]) -> Callable[[Any], None]:
    def hear(params: Any) -> None:
        method(params)

    return hear


def _answered(method: Callable[[Any], Awaitable[Any]]) -> Callable[[Any], Awaitable[Any]]:
    async def answer(params: Any) -> Any:
        return await method(params)

    return answer


def _file(uri: str) -> Path | None:
    """Return the file of a URI; None for what is no file."""
    from pygls import uris

    path = uris.to_fs_path(uri) if uri.startswith("file:") else None
    return Path(path) if path else None
