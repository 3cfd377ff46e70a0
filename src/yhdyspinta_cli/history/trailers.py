"""What the messages of commits say below their text, a key and a value a line (trailers)."""

from pathlib import Path

from yhdyspinta_cli.history import program
from yhdyspinta_cli.history.revision import unread


def values(root: Path, key: str, base: str, commit: str) -> tuple[str, ...]:
    """Return what the commits after `base` up to `commit` say under a key, the oldest first.

    Raises UserError (exit 3) where git cannot tell.
    """
    form = f"%(trailers:key={key},valueonly,unfold)%x00"
    ran = program.run(root, "log", "--reverse", f"--format={form}", f"{base}..{commit}", "--")
    if ran.code:
        raise unread(ran)
    lines = ran.raw.decode("utf-8", "replace").replace("\0", "\n").split("\n")
    return tuple(line.strip() for line in lines if line.strip())
