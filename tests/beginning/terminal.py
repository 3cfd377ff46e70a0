"""A terminal with somebody at it: the answers are typed as they are asked for."""

import io

import pytest


class Typed(io.StringIO):
    """Standard input of a terminal: it ends as with Ctrl-D."""

    def isatty(self) -> bool:
        return True


def types(monkeypatch: pytest.MonkeyPatch, *answers: str) -> None:
    """Have these answers typed, a line each."""
    monkeypatch.setattr("sys.stdin", Typed("".join(f"{answer}\n" for answer in answers)))


def piped(monkeypatch: pytest.MonkeyPatch, text: str | bytes = "") -> None:
    """Have standard input be a pipe with this text."""
    raw = text.encode() if isinstance(text, str) else text
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(raw), encoding="utf-8"))
