"""The door for a site: pages that are filled as a report is, from the same templates."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from yhdyspinta_cli import language
from yhdyspinta_cli.report import formats, template_faults
from yhdyspinta_cli.report.filling import Filling
from yhdyspinta_cli.report.formats import PagePlace
from yhdyspinta_cli.report.render import refuse_control, styled
from yhdyspinta_cli.report.reports import Frame

__all__ = ["PagePlace", "Pages"]


class Pages:
    """Pages in one language, all filled from templates that are read once.

    `folders` hold templates that come before the packaged ones, the first one first; `word` puts
    an enumerated value of the data into the language spoken now.
    """

    def __init__(
        self,
        frame: Frame,
        folders: Sequence[Path],
        *,
        packaged: Path,
        word: Callable[[str | None], str],
    ) -> None:
        self._folders, self._packaged = folders, packaged
        self._frame = frame
        with self._speaking():
            self._filling = Filling(formats.of("html", frame), folders, packaged, word)

    def page(self, template: str, frame: Frame, place: PagePlace, **given: Any) -> str:
        """Return a page, closed by a newline, that stands at a place among others.

        Raises UserError (exit 3) with file and line where a template fails.
        """
        texts = formats.of("html", frame, place)
        with self._speaking():
            self._filling.begin(texts, frame.titles)
            written = self._filling.fill(template, frame=frame, **given)
        refuse_control(written, template, self._packaged)
        with language.speaking(self._frame.language):
            return texts.finished(written, self._filling.contents.headings)

    def style(self, template: str) -> str:
        """Return the style sheet of all pages; raises UserError as `page`."""
        with self._speaking():
            self._filling.begin(formats.of("html", self._frame), self._frame.titles)
            return styled(self._filling, template, frame=self._frame)

    @contextmanager
    def _speaking(self) -> Iterator[None]:
        with (
            template_faults.told(self._folders, self._packaged),
            language.speaking(self._frame.language),
        ):
            yield
