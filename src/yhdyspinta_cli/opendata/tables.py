"""All tables of the open data, in the order in which they are told."""

from yhdyspinta_cli.facts.standings import SILENT_AFTER
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.opendata import (
    duties,
    grounds,
    history,
    inside,
    keys,
    own,
    owners,
    records,
    states,
    translations,
    words,
)
from yhdyspinta_cli.opendata.table import (
    ExportAsked,
    FilledTable,
    OpenColumn,
    OpenTable,
    at,
    filled,
)

FORMAT = 1
"""The version of the tables and columns: a new one when one of them goes or means another thing."""


def declared() -> tuple[OpenTable, ...]:
    """Return every table, its titles and meanings in the language spoken now."""
    found = (
        _exports(),
        *records.tables(),
        *inside.tables(),
        grounds.table(),
        *own.tables(),
        translations.table(),
        *owners.tables(),
        *states.tables(),
        history.table(),
        *duties.tables(),
    )
    return (*found, *words.tables(found))


def of(asked: ExportAsked) -> tuple[FilledTable, ...]:
    """Return every table with its rows."""
    return tuple(filled(table, asked) for table in declared())


def _exports() -> OpenTable:
    version = _("The version of the tables and columns")
    day = _("The day that every answer speaks of: who answers, how things stand, what is missing")
    digest = _("The SHA-256 of the paths and the contents of all files that were read")
    revision = _("The commit that the data is of, where one was asked for")
    over = _("Whether that day was over: until it is, what is due on it is not missed or late")
    silent = _("After how many months without a word a measure counts as silent")
    return OpenTable(
        "exports",
        _("This export"),
        _("One row: which data this is, and of which day its answers speak"),
        (keys.base().name,),
        (
            keys.base(),
            OpenColumn("format", "integer", _("Format"), version, lambda asked: FORMAT, True),
            OpenColumn("as_of", "day", _("As of"), day, lambda asked: asked.day, True),
            OpenColumn("data", "text", _("Data"), digest, lambda asked: asked.digest, True),
            OpenColumn(
                "revision",
                "text",
                _("Revision"),
                revision,
                lambda asked: asked.revision.commit if asked.revision else None,
            ),
            OpenColumn(
                "silent_months", "integer", _("Months"), silent, lambda asked: SILENT_AFTER, True
            ),
            keys.flag("day_over", _("Day over"), over, at("over")),
        ),
        lambda asked: (asked,),
    )
