"""The gate: what bytes must be before a parser sees them.

Sources of the limits and the forbidden characters: Unicode TR36/TR39 on invisible and
bidirectional characters, YAML 1.2.2 § 5.1, and what parsers were seen to disagree about.
"""

import re

from yhdyspinta_cli.document.tree import Fault
from yhdyspinta_cli.language import text as _

MAX_BYTES = 1024 * 1024
MAX_DEPTH = 16
MAX_NODES = 50_000
MAX_CHARACTERS = 64_000

# Zero-width joiners are needed by emoji and some scripts: allowed inside values only.
JOINERS = "\u200c\u200d"

_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # C0, DEL, C1 (NEL is in it)
    "\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\uffff"
    "\ufdd0-\ufdef\ud800-\udfff\U000e0000-\U000e007f"
    "\U0001fffe\U0001ffff\U0002fffe\U0002ffff\U0003fffe\U0003ffff\U0010fffe\U0010ffff]"
    "|\r(?!\n)"
)
_FORBIDDEN_DECODED = re.compile(_FORBIDDEN.pattern + "|[\t\r]")
_CONFLICT = re.compile(r"^(<{7}|>{7}|={7}|\|{7})(?: .*)?$", re.MULTILINE)
_INDENT_TAB = re.compile(r"^ *\t", re.MULTILINE)


def forbidden(value: str) -> str | None:
    """Return the first forbidden character of a decoded value, None where all may stand."""
    match = _FORBIDDEN_DECODED.search(value)
    return match.group() if match else None


def place(text: str, offset: int) -> tuple[int, int]:
    """Return line and column (1-based) of a character offset; lines end at ``\\n`` only."""
    line = text.count("\n", 0, offset) + 1
    return line, offset - (text.rfind("\n", 0, offset) + 1) + 1


def pass_through(raw: bytes) -> tuple[str | None, list[Fault]]:
    """Return the text that a parser may see, and the faults of the bytes.

    Forbidden characters are replaced by a space, so that the rest of the file is still checked
    and every column stays; the text is None where reading on would only raise ghosts.
    """
    if len(raw) > MAX_BYTES:
        return None, [Fault("YP011", 1, 1, _("the file is too large (the limit is 1 MiB)"))]
    for mark in (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff"):
        if raw.startswith(mark):
            message = _("the file is UTF-16 or UTF-32, not UTF-8")
            return None, [Fault("YP021", 1, 1, message, _("save the file as UTF-8"))]
    faults: list[Fault] = []
    if raw.startswith(b"\xef\xbb\xbf"):
        message = _("the file begins with a byte order mark")
        faults.append(Fault("YP022", 1, 1, message, _("save the file as UTF-8 without BOM")))
        raw = raw[3:]
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8", "replace")
        line, column = place(before, len(before))
        message = _("the byte 0x{byte:02X} is not UTF-8").format(byte=raw[error.start])
        return None, [*faults, Fault("YP020", line, column, message, _("save the file as UTF-8"))]
    conflict = _CONFLICT.search(text)
    if conflict and conflict.group(1)[0] in "<>|":
        line, column = place(text, conflict.start())
        message = _("the file holds the marks of a git conflict that is not resolved")
        hint = _("choose which lines stay, and delete the marks <<<<<<<, ======= and >>>>>>>")
        return None, [*faults, Fault("YP030", line, column, message, hint)]
    for match in _FORBIDDEN.finditer(text):
        line, column = place(text, match.start())
        message = _("the invisible or control character U+{number:04X} is not allowed").format(
            number=ord(match.group()[0])
        )
        faults.append(Fault("YP023", line, column, message, _("delete the character")))
        if len(faults) > 60:
            break
    hindered = bool(_INDENT_TAB.search(text))
    for match in re.finditer("\t", text):
        line, column = place(text, match.start())
        message = _("a tab is not allowed")
        faults.append(Fault("YP025", line, column, message, _("use spaces")))
        if len(faults) > 120:
            break
    text = _FORBIDDEN.sub(" ", text).replace("\t", " ")
    if text.startswith("\x00") or "\x00" in text:
        return None, faults
    return (None if hindered else text), faults
