"""A knowledge base that is worked on in an editor: judged again when typing pauses.

What was judged meanwhile is told only where no later text has come.
"""

import asyncio
import logging
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from yhdyspinta_cli.editor import desk
from yhdyspinta_cli.editor.desk import Judgement

_PAUSE = 0.15
"""Seconds without a change after which what was typed is judged."""


class WorkedBase:
    """One base: its judgements run once at a time, beside the protocol.

    `buffers` gives the open texts of a folder, `judge` judges them, `publish` tells an editor what
    was found in a file.
    """

    def __init__(
        self,
        root: Path,
        buffers: Callable[[Path], dict[str, tuple[str, str]]],
        judge: Callable[[desk.Buffers], Judgement],
        publish: Callable[[str, list[Any]], None],
    ) -> None:
        self.root = root
        self._buffers = buffers
        self._judge = judge
        self._publish = publish
        self._asked = 0
        self._running: asyncio.Task[None] | None = None
        self._judged: asyncio.Future[Judgement] = asyncio.get_running_loop().create_future()
        self._told: set[str] = set()

    def soon(self) -> None:
        """Judge again, in a while; what is running goes on, and what it finds is not told."""
        self._asked += 1
        if self._running is None or self._running.done():
            self._running = asyncio.get_running_loop().create_task(self._run())

    async def judgement(self) -> Judgement:
        """Return the last judgement; the first one is waited for."""
        if self._running is None:
            self.soon()
        return await asyncio.shield(self._judged)

    async def _run(self) -> None:
        done = -1
        while done != self._asked:
            done = self._asked
            await asyncio.sleep(_PAUSE)
            if done != self._asked:
                continue
            buffers = self._buffers(self.root)
            texts = {path: text for path, (_uri, text) in buffers.items()}
            try:
                found = await asyncio.to_thread(self._judge, texts)
            except Exception as error:
                # A fault of ours is told where the editor shows it, and the next text is judged.
                logging.getLogger(__name__).exception("yp lsp")
                if not self._judged.done():
                    self._judged.set_exception(error)
                continue
            if self._judged.done():
                self._judged = asyncio.get_running_loop().create_future()
            self._judged.set_result(found)
            if done == self._asked:
                self._tell(found, {path: uri for path, (uri, _text) in buffers.items()})

    def _tell(self, judgement: Judgement, uris: Mapping[str, str]) -> None:
        """Tell what was found, file by file; of a file in which nothing is any more, nothing."""
        found: dict[str, list[Any]] = {uri: [] for uri in (*self._told, *uris.values())}
        for one in judgement.found:
            path = one.location.path
            uri = uris.get(path) or (self.root / path).as_uri()
            found.setdefault(uri, []).append((one, judgement))
        for uri, diagnostics in found.items():
            self._publish(uri, diagnostics)
        self._told = {uri for uri, diagnostics in found.items() if diagnostics}
