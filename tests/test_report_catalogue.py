"""The report's own catalogue: complete, compiled and current."""

import io
import re
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from tests.conftest import SHIPPED

MESSAGES = SHIPPED / "src" / "yhdyspinta_cli" / "locale" / "fi" / "LC_MESSAGES"


def po() -> Catalog:
    return read_po(io.BytesIO((MESSAGES / "report.po").read_bytes()), locale="fi")


def translated(catalogue: Catalog) -> dict[object, object]:
    """Return the messages with their translations; a plural is a tuple of forms."""
    return {_fixed(m.id): _fixed(m.string) for m in catalogue if m.id}


def _fixed(text: object) -> object:
    return tuple(text) if isinstance(text, list | tuple) else text


def test_every_message_of_the_templates_is_in_finnish() -> None:
    found = extract_from_dir(SHIPPED / "templates", [("**.j2", "jinja2")])
    wanted = {message for _file, _line, message, _comments, _context in found}
    assert len(wanted) > 150
    catalogue = translated(po())
    assert sorted(str(m) for m in wanted if not catalogue.get(m)) == []


def test_no_translation_is_fuzzy_or_has_other_names_in_it() -> None:
    for message in po():
        assert not message.fuzzy or not message.id
        ids = (message.id,) if isinstance(message.id, str) else message.id
        strings = (message.string,) if isinstance(message.string, str) else message.string or ()
        names = {name for text in ids for name in re.findall(r"%\((\w+)\)s", text)}
        for string in strings if message.id else ():
            assert set(re.findall(r"%\((\w+)\)s", string)) <= names


def test_the_compiled_catalogue_is_current() -> None:
    with Path(MESSAGES / "report.mo").open("rb") as stream:
        compiled = translated(read_mo(stream))
    assert compiled == translated(po())
