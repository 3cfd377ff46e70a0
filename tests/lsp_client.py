"""A small client of language servers: JSON-RPC over the pipes of a real process, and no more."""

import json
import subprocess
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from queue import Empty, Queue
from typing import Any, Self

LONGEST = 30
"""Seconds for which an answer is waited; what takes longer hangs."""


class LspClient:
    """A language server that runs: asked, told, and heard.

    `settings` answers what the server asks of the editor's configuration, by section.
    """

    def __init__(
        self,
        words: Sequence[str],
        root: Path,
        *,
        settings: Mapping[str, Any] | None = None,
        environment: Mapping[str, str] | None = None,
        encodings: Sequence[str] = ("utf-16",),
    ) -> None:
        self._settings = settings or {}
        self._process = subprocess.Popen(
            words,
            cwd=root,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        self._answers: Queue[dict[str, Any]] = Queue()
        self._diagnostics: Queue[dict[str, Any]] = Queue()
        self._id = 0
        self.told: list[dict[str, Any]] = []
        """What the server has told unasked, but for diagnostics."""
        threading.Thread(target=self._listen, daemon=True).start()
        self.capabilities: dict[str, Any] = self.ask(
            "initialize",
            {
                "processId": None,
                "rootUri": root.as_uri(),
                "workspaceFolders": [{"uri": root.as_uri(), "name": root.name}],
                "capabilities": {
                    "general": {"positionEncodings": list(encodings)},
                    "workspace": {"configuration": True, "workspaceFolders": True},
                    "textDocument": {
                        "synchronization": {},
                        "publishDiagnostics": {"relatedInformation": True},
                        "completion": {"completionItem": {"snippetSupport": False}},
                        "hover": {"contentFormat": ["markdown", "plaintext"]},
                    },
                },
            },
        )["capabilities"]
        self.tell("initialized", {})

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.end()

    def ask(self, method: str, params: Any) -> Any:
        """Return the result of a request; raises RuntimeError for an error that is answered."""
        self._id += 1
        self._send({"id": self._id, "method": method, "params": params})
        while True:
            try:
                answer = self._answers.get(timeout=LONGEST)
            except Empty:
                raise TimeoutError(f"{method}: {self._errors()}") from None
            if answer.get("id") == self._id:
                if "error" in answer:
                    raise RuntimeError(answer["error"])
                return answer.get("result")

    def tell(self, method: str, params: Any) -> None:
        """Send a notification."""
        self._send({"method": method, "params": params})

    def open(self, path: Path, text: str | None = None) -> str:
        """Open a document, with the text of its file where no other is given; return its URI."""
        document = {
            "uri": path.as_uri(),
            "languageId": "yaml",
            "version": 1,
            "text": path.read_text("utf-8") if text is None else text,
        }
        self.tell("textDocument/didOpen", {"textDocument": document})
        return path.as_uri()

    def change(self, uri: str, version: int, text: str) -> None:
        """Tell that a document is another now, whole."""
        document = {"uri": uri, "version": version}
        changes = [{"text": text}]
        self.tell("textDocument/didChange", {"textDocument": document, "contentChanges": changes})

    def diagnostics(self, uri: str) -> list[dict[str, Any]]:
        """Return the next findings of a document that come."""
        while True:
            about, found = self.next_diagnostics()
            if about == uri:
                return found

    def settled(self, uri: str, quiet: float = 3) -> list[dict[str, Any]]:
        """Return the last findings of a document, when none have come for so many seconds."""
        last = self.diagnostics(uri)
        while True:
            try:
                found = self._diagnostics.get(timeout=quiet)
            except Empty:
                return last
            if found["uri"] == uri:
                last = found["diagnostics"]

    def next_diagnostics(self) -> tuple[str, list[dict[str, Any]]]:
        """Return the next findings that come, with the URI of the document that they are of."""
        try:
            found = self._diagnostics.get(timeout=LONGEST)
        except Empty:
            raise TimeoutError(f"diagnostics: {self._errors()}") from None
        return found["uri"], found["diagnostics"]

    def at(self, uri: str, line: int, character: int) -> dict[str, Any]:
        """Return a place as requests name it, both counted from 0."""
        return {
            "textDocument": {"uri": uri},
            "position": {"line": line, "character": character},
        }

    def end(self) -> int:
        """Shut the server down; return its exit code."""
        if self._process.poll() is None:
            self.ask("shutdown", None)
            self.tell("exit", None)
        try:
            code = self._process.wait(timeout=LONGEST)
        except subprocess.TimeoutExpired:
            self._process.kill()
            raise
        for stream in (self._process.stdin, self._process.stdout, self._process.stderr):
            if stream is not None:
                stream.close()
        return code

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._process.stdin.flush()

    def _listen(self) -> None:
        stream = self._process.stdout
        assert stream is not None
        while True:
            length = 0
            try:
                while line := stream.readline().strip():
                    if line.lower().startswith(b"content-length:"):
                        length = int(line.split(b":")[1])
            except ValueError:
                return
            if not length:
                return
            self._hear(json.loads(stream.read(length)))

    def _hear(self, message: dict[str, Any]) -> None:
        method = message.get("method")
        if method is None:
            self._answers.put(message)
        elif method == "textDocument/publishDiagnostics":
            self._diagnostics.put(message["params"])
        elif "id" in message:
            result: Any = None
            if method == "workspace/configuration":
                items = message["params"]["items"]
                result = [self._settings.get(item.get("section", "")) for item in items]
            self._send({"id": message["id"], "result": result})
        else:
            self.told.append(message)

    def _errors(self) -> str:
        self._process.kill()
        assert self._process.stderr is not None
        return self._process.stderr.read().decode(errors="replace")[-2000:]
