"""The bases that are measured: `python -m benchmarks.generate lived|wide NUMBER FOLDER`.

`lived` is the shipped data with NUMBER updates, `wide` a fictional region of NUMBER measures.
"""

import argparse
from pathlib import Path

from benchmarks import happened, region

KINDS = {"lived": happened.grow, "wide": region.grow}


def main() -> None:
    """Write one base into a new folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kind", choices=KINDS)
    parser.add_argument("number", type=int)
    parser.add_argument("folder", type=Path)
    given = parser.parse_args()
    KINDS[given.kind](given.folder, given.number)


if __name__ == "__main__":
    main()
