"""What the messages of commits say below their text, a key and a value a line (trailers)."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from yhdyspinta_cli.history import program
from yhdyspinta_cli.history.revision import unread

_PLAIN = ("-c", "log.showSignature=false")


REWRITES = "Rewrites"
"""The key of the line in a commit's message that says why a recorded fact is rewritten."""


def reasons(told: Iterable[str]) -> Mapping[str, str]:
    """Return why recorded facts are rewritten, by their ids, of the values of such lines.

    The id of a record alone is no reason.
    """
    split = (value.split(maxsplit=1) for value in told)
    return {words[0]: words[1] for words in split if len(words) > 1}


def rewritings(root: Path, commit: str) -> Mapping[str, Mapping[str, str]]:
    """Return the `reasons` that commits up to one tell, by the ids of the commits.

    Raises UserError (exit 3) where git cannot tell.
    """
    form = f"%H%x00%(trailers:key={REWRITES},valueonly,unfold)%x00"
    among = ("--regexp-ignore-case", f"--grep=^{REWRITES}:")
    ran = program.run(root, *_PLAIN, "log", *among, f"--format={form}", commit, "--")
    if ran.code:
        raise unread(ran)
    parts = ran.raw.decode("utf-8", "replace").split("\0")
    return {
        key.strip(): reasons(told.splitlines())
        for key, told in zip(parts[::2], parts[1::2], strict=False)
    }


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
