"""A finished page -> a Word document in the styles of a template that a secretary can restyle.

The words are those of the page, so a document says what the page says; the looks are the
template's alone. python-docx is an extra, and is imported when a document is made. Nothing tells
the time: the same page and template give the same bytes.
"""

import zipfile
from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from yhdyspinta_cli.diagnostic import UserError
from yhdyspinta_cli.language import day_text, speaking
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.report import page_tree, word_body
from yhdyspinta_cli.report.reports import Frame
from yhdyspinta_cli.wording import extra

_PROPERTY = 255
_MACROS = ("vbaproject.bin", "vbadata.xml")
_APPLICATION = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    b"<Application>yp</Application></Properties>"
)
"""Who made the document: by it a later run knows its own files."""


def available() -> Any:
    """Return python-docx, the module. Raises UserError (exit 3) that tells how to get it."""
    try:
        import docx
    except ImportError as error:
        why = _("a Word document needs the package python-docx, which is not installed")
        raise extra.missing("office", why) from error
    return docx


def template(kind: str, folders: Sequence[Path]) -> Path:
    """Return the template for a kind of document: ``party.docx``, else ``report.docx``.

    From the first folder that has one of them. Raises UserError (exit 3) where none has, or where
    a template is a link out of its folder.
    """
    for folder in folders:
        for name in (f"{kind}.docx", "report.docx"):
            path = folder / name
            if not path.is_file():
                continue
            if not path.resolve().is_relative_to(folder.resolve()):
                raise _unusable(path, _("it is a link out of its folder"))
            return path
    raise UserError(_("there is no template {name}").format(name="report.docx"), exit_code=3)


def of(page: str, path: Path, frame: Frame) -> bytes:
    """Return a page of a report as a Word document in the styles of the template at `path`.

    Raises UserError (exit 3) where python-docx cannot be had or the template cannot be used.
    """
    document = _opened(path)
    tree = page_tree.parsed(page)
    title = page_tree.text(tree.first("h1"))
    _describe(document, title, frame)
    with speaking(frame.language):
        as_of = _("As of {day}").format(day=day_text(frame.day))
    word_body.fill(document, tree, title, as_of)
    made = BytesIO()
    document.save(made)
    return timeless(made.getvalue())


def _opened(path: Path) -> Any:
    docx = available()
    try:
        raw = path.read_bytes()
        with zipfile.ZipFile(BytesIO(raw)) as archive:
            names = [name.lower() for name in archive.namelist()]
        if any(name.endswith(_MACROS) for name in names):
            raise _unusable(path, _("it holds macros"))
        return docx.Document(BytesIO(raw))
    except (OSError, ValueError, KeyError, zipfile.BadZipFile) as error:
        raise _unusable(path, _("it is no Word document")) from error


def _unusable(path: Path, why: str) -> UserError:
    return UserError(
        _("the template {path} cannot be used: {why}").format(path=path, why=why),
        exit_code=3,
        hint=_("--builtin-templates uses the packaged templates only"),
    )


def _describe(document: Any, title: str, frame: Frame) -> None:
    """Set what the document says of itself: its title, its maker, its language and its day."""
    own = document.core_properties
    then = datetime(frame.day.year, frame.day.month, frame.day.day)
    own.title, own.subject, own.author = map(_property, (title, frame.title, frame.publisher))
    own.comments, own.keywords, own.language = "", "", language_tag(frame.language)
    own.last_modified_by, own.revision = "yp", 1
    own.created = own.modified = then
    _speak(document, language_tag(frame.language))


def _speak(document: Any, tag: str) -> None:
    """Set the language of every text that has none of its own."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    defaults = document.styles.element.find(qn("w:docDefaults"))
    places = [] if defaults is None else list(defaults.iter(qn("w:rPr")))
    for style in document.styles.element.iter(qn("w:lang")):
        style.set(qn("w:val"), tag)
    for place in places:
        if place.find(qn("w:lang")) is None:
            found = OxmlElement("w:lang")
            found.set(qn("w:val"), tag)
            place.append(found)


def _property(told: str) -> str:
    """Return what Word takes of a text as a property: 255 characters, the rest is in the document.

    Source: the limit that python-docx holds its core properties to.
    """
    return told if len(told) <= _PROPERTY else told[: _PROPERTY - 1] + "…"


def language_tag(spoken: str) -> str:
    """Return a language as Word names it, with the land whose customs it follows."""
    return {"fi": "fi-FI", "en": "en-GB", "sv": "sv-FI", "nb": "nb-NO"}.get(spoken, spoken)


def timeless(raw: bytes) -> bytes:
    """Return a document whose parts carry no time, in the order of their names."""
    made = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(raw)) as archive,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as out,
    ):
        # Readers look for the list of types first.
        names = sorted(archive.namelist(), key=lambda name: (name != "[Content_Types].xml", name))
        for name in names:
            content = _APPLICATION if name == "docProps/app.xml" else archive.read(name)
            part = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            part.compress_type = zipfile.ZIP_DEFLATED
            out.writestr(part, content)
    return made.getvalue()
