"""What may stand after a key, as JSON Schema says it: one definition for each kind of field.

JSON Schema knows neither days nor ids that lead somewhere, and its patterns are read in several
dialects: what is written here means the same to all of them, and never refuses what `yp validate`
takes. A test holds each against the function that judges the field.
"""

from typing import Any, Final

from yhdyspinta_cli import vocabulary
from yhdyspinta_cli.model import days, fields, registered
from yhdyspinta_cli.model.days import EARLIEST, LATEST
from yhdyspinta_cli.model.provisions import Currency
from yhdyspinta_cli.output import key_forms

Json = dict[str, Any]

_YEAR: Final = "(?:19|20)[0-9]{2}"
_MONTH: Final = "(?:0[1-9]|1[0-2])"
_DAY_OF_YEAR: Final = (
    "(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
    "|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|[12][0-9]))"
)
_SEEN: Final = f"[^\\s{fields.BLANK}]"
# ASCII but its letters and digits: those of any script remain.
_ALNUM: Final = r"[^\s!-/:-@\[-`{-~]"


def _whole(pattern: str) -> str:
    return f"^(?:{pattern})$"


def _text(pattern: str, **more: Any) -> Json:
    return {"type": "string", "pattern": pattern, **more}


_LINE = _text(f"^\\n*[^\\n]*{_SEEN}[^\\n]*\\n*$")
_DAY = _text(_whole(f"{_YEAR}-{_DAY_OF_YEAR}"), format="date")
_YEAR_NUMBER: Json = {"type": "integer", "minimum": EARLIEST.year, "maximum": LATEST.year}
_NUMBER = {"anyOf": [{"type": "number"}, _text(_whole(r"\s*[-+]?[0-9]+(?:\.[0-9]+)?\s*"))]}
"""A number; in quotes it is read as one, too."""

_FORMS: tuple[tuple[Any, str, Json], ...] = (
    (fields.Line, "line", _LINE),
    (fields.Prose, "prose", _text(_SEEN)),
    (fields.Id, "id", _text(_whole(fields.ID_LETTERS), maxLength=fields.ID_LENGTH)),
    (
        fields.Code,
        "code",
        _text(_whole(f"{_ALNUM}+(?:[./ -]{_ALNUM}+)*"), maxLength=fields.CODE_LENGTH),
    ),
    (fields.Day, "day", _DAY),
    (
        fields.DueDay,
        "due-day",
        {
            "anyOf": [
                {"type": "integer", "minimum": 1, "maximum": 31},
                _text(_whole(f"{_DAY_OF_YEAR}|0*(?:[1-9]|[12][0-9]|3[01])")),
            ]
        },
    ),
    (
        fields.When,
        "moment",
        {"anyOf": [_DAY, _text(_whole(f"{_YEAR}-{_MONTH}")), _YEAR_NUMBER]},
    ),
    (fields.Dating, "dating", {"anyOf": [_LINE, _YEAR_NUMBER]}),
    (fields.Year, "year", _YEAR_NUMBER),
    (fields.Count, "count", {"type": "integer", "minimum": 0}),
    (fields.Instant, "instant", _text(_whole(days.INSTANT_LETTERS))),
    (fields.Digest, "digest", _text(_whole(fields.DIGEST_LETTERS))),
    (fields.Commit, "commit", _text(_whole(fields.COMMIT_LETTERS))),
    (fields.Language, "language", {"enum": sorted(vocabulary.LANGUAGES)}),
    (fields.Country, "country", {"enum": sorted(vocabulary.COUNTRIES)}),
    (
        fields.Licence,
        "licence",
        {"anyOf": [{"enum": sorted(vocabulary.LICENCES)}, _text(_whole(registered.WEB_LETTERS))]},
    ),
    (fields.Zone, "zone", _text(r"^[A-Za-z0-9_+-]+(?:/[A-Za-z0-9_+-]+)*$")),
    (fields.Mailbox, "mailbox", _text(r"^[^@\s]+@[^@\s]+\.[^@\s]+$", maxLength=254)),
    (Currency, "currency", _text("^[A-Z]{3}$")),
    (
        fields.OwnValue,
        "own-value",
        {
            "anyOf": [
                {"type": "number"},
                _text(_SEEN),
                {"type": "array", "minItems": 1, "items": _text(_SEEN)},
            ]
        },
    ),
)


def named(name: str) -> Json:
    """Return the definition of a name; what it says of a text of another form is put into words."""
    if name == NUMBER:
        return _NUMBER
    (kind, schema) = next((kind, schema) for kind, own, schema in _FORMS if own == name)
    told = {"patternErrorMessage": key_forms.form(kind)} if "pattern" in schema else {}
    return schema | told


NUMBER: Final = "number"
NAMES: tuple[str, ...] = (*(name for _kind, name, _schema in _FORMS), NUMBER)
"""The names of the definitions."""


def name_of(marks: tuple[Any, ...]) -> str | None:
    """Return the name of the definition of a field with these marks; None where it has none."""
    for kind, name, _schema in _FORMS:
        if kind.__metadata__[-1] in marks:
            return name
    return None
