"""The bytes of many versions of files: one `git cat-file --batch`, read while it writes."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryFile
from threading import Thread
from typing import IO

from yhdyspinta_cli.history import program
from yhdyspinta_cli.history.program import Ran
from yhdyspinta_cli.history.revision import unread


def blobs(root: Path, ids: Iterable[str]) -> Iterator[bytes | None]:
    """Yield the bytes of each of these blobs in their order, None for what git has lost.

    It may take as long as the reader takes; where the reader stops, git is ended. Raises UserError
    (exit 3) without git, or where it fails.
    """
    asked = "".join(f"{one}\n" for one in ids).encode("ascii")
    if not asked:
        return
    # A file, and no pipe: to be written to and read from at once takes a thread on our side.
    with TemporaryFile() as stdin:
        stdin.write(asked)
        stdin.seek(0)
        process = program.started(root, ("cat-file", "--batch", "--buffer"), stdin)
        complaints: list[bytes] = []
        # A git that complains at length would wait for a reader of its complaints.
        listener = Thread(target=lambda: complaints.append(process.stderr.read()), daemon=True)
        listener.start()
        try:
            yield from _parts(process.stdout)
            process.wait(program.LIMIT)
        finally:
            if process.poll() is None:
                program.stop(process)
            listener.join(program.GRACE)
            process.stdout.close()
            process.stderr.close()
    if process.returncode:
        told = b"".join(complaints).decode("utf-8", "replace")
        raise unread(Ran(process.returncode, b"", told))


def _parts(stream: IO[bytes]) -> Iterator[bytes | None]:
    while head := stream.readline():
        _key, told, *size = head.split()
        if not size:
            yield None  # "missing"
            continue
        raw = stream.read(int(size[0]))
        stream.read(1)
        yield raw if told == b"blob" else None
