"""Decoding: what bytes must be before a parser sees them.

Sources of the limits and the forbidden characters: Unicode TR36/TR39 on invisible and
bidirectional characters, YAML 1.2.2 § 5.1, and what parsers were seen to disagree about.
"""

import codecs
import re
from collections.abc import Iterator

from yhdyspinta_cli.document.limits import MAX_BYTES
from yhdyspinta_cli.document.tree import Fault
from yhdyspinta_cli.language import text as _

# Zero-width joiners are needed by emoji and some scripts: allowed inside values only.
JOINERS = "\u200c\u200d"

_REFUSED = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # C0, DEL, C1 (NEL is in it)
    "\u00ad\u034f\u061c\u180b-\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069"
    "\ufe00-\ufe0d\ufeff\ufff9-\ufffb\ufffe\uffff"
    "\ufdd0-\ufdef\ud800-\udfff\U000e0000-\U000e007f\U000e0100-\U000e01ef"
    "\U0001fffe\U0001ffff\U0002fffe\U0002ffff\U0003fffe\U0003ffff\U0010fffe\U0010ffff"
)
_FORBIDDEN = re.compile(rf"[{_REFUSED}]|\r(?!\n)")
# One class: alternatives would take six times as long.
_FORBIDDEN_DECODED = re.compile(rf"[{_REFUSED}\t\r]")
_CONFLICT = re.compile(r"^(<{7}|>{7}|={7}|\|{7})(?: .*)?$", re.MULTILINE)
_TAB = re.compile("\t")
_INDENT_TAB = re.compile(r"^ *\t", re.MULTILINE)
_BAD_BYTE = re.compile("[\udc80-\udcff]")

PLACES = 5000
"""How many places of one kind are told in a file: nobody reads more, and each costs memory."""


def forbidden(value: str) -> str | None:
    """Return the first forbidden character of a decoded value, None where all may stand."""
    match = _FORBIDDEN_DECODED.search(value)
    return match.group() if match else None


def forbidden_at(line: int, column: int, character: str) -> Fault:
    """Return the fault of a forbidden character that stands at a place (from 1)."""
    message = _("the invisible or control character U+{number:04X} is not allowed").format(
        number=ord(character)
    )
    return Fault("YP023", line, column, message, _("delete the character"))


def place(text: str, offset: int) -> tuple[int, int]:
    """Return line and column (1-based) of a character offset; lines end at ``\\n`` only."""
    line = text.count("\n", 0, offset) + 1
    return line, offset - (text.rfind("\n", 0, offset) + 1) + 1


def as_it_is(raw: bytes) -> str:
    """Return the text of bytes for showing a line of it, empty where they are no UTF-8 text.

    Nothing is taken out but the byte order mark; a bad byte becomes the replacement character,
    so that lines and columns are those of the faults.
    """
    if len(raw) > MAX_BYTES or _is_wide(raw):
        return ""
    text = raw.removeprefix(codecs.BOM_UTF8).decode("utf-8", "surrogateescape")
    return _BAD_BYTE.sub("\ufffd", text)


def _is_wide(raw: bytes) -> bool:
    """True for UTF-16 and UTF-32: by their mark, or because every second byte is NUL."""
    head = raw[:400]
    return raw.startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")) or (
        head.count(0) * 4 > len(head)
    )


def pass_through(raw: bytes) -> tuple[str | None, list[Fault]]:
    """Return the text that a parser may see, and the faults of the bytes.

    Bad bytes and forbidden characters are replaced by one character each, so that the rest of
    the file is still checked and every column stays; the text is None where reading on would
    only raise ghosts.
    """
    if len(raw) > MAX_BYTES:
        message = _("the file is too large (the limit is 1 MiB)")
        hint = _("split it, or move attachments elsewhere")
        return None, [Fault("YP011", 1, 1, message, hint)]
    if _is_wide(raw):
        message = _("the file is UTF-16 or UTF-32, not UTF-8")
        return None, [Fault("YP021", 1, 1, message, _("save the file as UTF-8"))]
    faults: list[Fault] = []
    if raw.startswith(codecs.BOM_UTF8):
        message = _("the file begins with a byte order mark")
        faults.append(Fault("YP022", 1, 1, message, _("save the file as UTF-8 without BOM")))
        raw = raw.removeprefix(codecs.BOM_UTF8)
    text, bad_bytes = _decoded(raw)
    faults.extend(bad_bytes)
    conflict = next((m for m in _CONFLICT.finditer(text) if m.group(1)[0] in "<>|"), None)
    if conflict:
        line, column = place(text, conflict.start())
        message = _("the file holds the marks of a git conflict that is not resolved")
        hint = _("choose which lines stay, and delete the marks <<<<<<<, ======= and >>>>>>>")
        return None, [*faults, Fault("YP030", line, column, message, hint)]
    for line, column, character in _found(_FORBIDDEN, text):
        faults.append(forbidden_at(line, column, character))
    for line, column, _character in _found(_TAB, text):
        faults.append(Fault("YP025", line, column, _("a tab is not allowed"), _("use spaces")))
    hindered = bool(_INDENT_TAB.search(text))
    return (None if hindered else _FORBIDDEN.sub(" ", text).replace("\t", " ")), faults


def _decoded(raw: bytes) -> tuple[str, list[Fault]]:
    """Return the text with every bad byte replaced by a question mark, and those bytes' faults."""
    try:
        return raw.decode("utf-8"), []
    except UnicodeDecodeError:
        pass
    escaped = raw.decode("utf-8", "surrogateescape")
    faults = [
        Fault(
            "YP020",
            line,
            column,
            _("the byte 0x{byte:02X} is not UTF-8").format(byte=ord(character) - 0xDC00),
            _("save the file as UTF-8"),
        )
        for line, column, character in _found(_BAD_BYTE, escaped)
    ]
    return _BAD_BYTE.sub("?", escaped), faults


def _found(pattern: "re.Pattern[str]", text: str) -> Iterator[tuple[int, int, str]]:
    """Yield line, column and first character of matches: the first of each line, up to a limit."""
    line, begin, last, count = 1, 0, 0, 0
    for match in pattern.finditer(text):
        offset = match.start()
        line += text.count("\n", begin, offset)
        begin = max(begin, text.rfind("\n", begin, offset) + 1)
        if line == last:
            continue
        last = line
        count += 1
        if count > PLACES:
            return
        yield line, offset - begin + 1, match.group()[0]
