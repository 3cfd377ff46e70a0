"""Compile the catalogues when the package is built or installed: `.mo` files are never committed.

``python hatch_build.py`` does the same in a checkout; `make` runs it when a catalogue has changed.
"""

import io
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from hatchling.builders.wheel import WheelBuilderConfig

LOCALE = Path("src") / "yhdyspinta_cli" / "locale"


class CustomBuildHook(BuildHookInterface[WheelBuilderConfig]):
    """The hook of wheels, and so of editable installs, too: those get them in the checkout."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, and have the files packed although git ignores them."""
        compile_catalogues(Path(self.root))
        build_data["artifacts"].append(f"/{LOCALE.as_posix()}/**/*.mo")


def compile_catalogues(root: Path) -> None:
    """Write the `.mo` beside every `.po` of the package below `root`, the same bytes every time.

    Raises PoFileError for a catalogue that cannot be read, OSError for one that cannot be written.
    """
    sources = sorted((root / LOCALE).glob("*/LC_MESSAGES/*.po"))
    if not sources:
        raise FileNotFoundError(f"no catalogues below {root / LOCALE}")
    for source in sources:
        with source.open("rb") as read:
            catalogue = read_po(read, locale=source.parts[-3], abort_invalid=True)
        # Babel writes the present moment where the catalogue has none.
        catalogue.creation_date = datetime(1970, 1, 1, tzinfo=UTC)
        compiled = io.BytesIO()
        write_mo(compiled, catalogue)
        # A program that runs meanwhile finds the old file or the new one, never half.
        written = source.with_suffix(f".mo.{os.getpid()}")
        written.write_bytes(compiled.getvalue())
        written.replace(source.with_suffix(".mo"))


if __name__ == "__main__":
    compile_catalogues(Path(__file__).parent)
