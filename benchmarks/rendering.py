"""How long rendering the finished view of a year takes in process: `FOLDER YEAR` -> cpu, wall."""

import sys
import time
from datetime import date
from pathlib import Path

from yhdyspinta_cli import report, store
from yhdyspinta_cli.store import resources
from yhdyspinta_cli.wording.words import word


def main() -> None:
    """Build the view unmeasured, render it once and print the seconds that took."""
    folder, year = Path(sys.argv[1]), int(sys.argv[2])
    loaded = store.load(folder)
    view = report.build(
        loaded.kb,
        year,
        date(year, 12, 31),
        language="fi",
        digest=loaded.digest,
        version="0",
        over=True,
        revision=None,
    )
    packaged = resources.resource_dir("templates")
    cpu, wall = time.process_time(), time.perf_counter()
    report.render(view, "html", (), packaged=packaged, word=word)
    print(time.process_time() - cpu, time.perf_counter() - wall)


if __name__ == "__main__":
    main()
