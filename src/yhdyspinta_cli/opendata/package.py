"""`datapackage.json`: what the CSV files hold, as the Data Package standard (2.0) tells it.

The tables have keys and relations; each column has its type, its title, what it means, and of a
closed set every word that may stand there. https://datapackage.org/standard/data-package/
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from yhdyspinta_cli.opendata.about import About
from yhdyspinta_cli.opendata.table import (
    COLUMN_TYPES,
    ColumnType,
    FilledTable,
    OpenColumn,
    OpenTable,
)
from yhdyspinta_cli.vocabulary import closed

PACKAGE = "https://datapackage.org/profiles/2.0/datapackage.json"
RESOURCE = "https://datapackage.org/profiles/2.0/dataresource.json"

_TYPES: Mapping[ColumnType, str] = closed(
    COLUMN_TYPES,
    {
        "text": "string",
        "integer": "integer",
        "number": "number",
        "boolean": "boolean",
        "day": "date",
        "moment": "datetime",
        "list": "array",
        "map": "object",
        "counts": "object",
    },
)


def descriptor(
    about: About,
    tables: Sequence[FilledTable],
    files: Mapping[str, bytes],
    version: int,
    spoken: str,
) -> bytes:
    """Return the description of a package as JSON.

    `files` are the CSV files by their paths, `version` is that of the tables and columns, `spoken`
    the language in which they are told.
    """
    asked, agreement = about.asked, about.kb.agreement
    contributor: dict[str, Any] = {"title": about.publisher, "roles": ["publisher"]}
    if about.homepage is not None:
        contributor["path"] = about.homepage
    told: dict[str, Any] = {
        "$schema": PACKAGE,
        "name": agreement.id,
        "title": about.title,
        "description": about.description,
        "keywords": list(about.keywords),
        **_licences(about),
        "contributors": [contributor],
        "sources": [{"title": document.name} for document in agreement.documents],
        "yp": {
            "format": version,
            "as_of": asked.day.isoformat(),
            "data": asked.digest,
            "revision": asked.revision.commit if asked.revision else None,
            "language": spoken,
            "program": about.program,
        },
        "resources": [
            _resource(filled.table, path, files[path])
            for filled in tables
            for path in (csv_path(filled.table),)
        ],
    }
    return (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode()


def csv_path(table: OpenTable) -> str:
    """Return where the CSV of a table stands."""
    return f"csv/{table.name}.csv"


def _licences(about: About) -> dict[str, Any]:
    if about.licence is None:
        return {}
    if about.licence == about.licence_url:
        return {"licenses": [{"path": about.licence}]}
    return {"licenses": [{"name": about.licence, "path": about.licence_url}]}


def _resource(table: OpenTable, path: str, raw: bytes) -> dict[str, Any]:
    return {
        "$schema": RESOURCE,
        "name": table.name,
        "type": "table",
        "path": path,
        "title": table.title,
        "description": table.meaning,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(raw),
        "hash": f"sha256:{hashlib.sha256(raw).hexdigest()}",
        "schema": {
            "fields": [_field(column) for column in table.columns],
            "missingValues": [""],
            "primaryKey": list(table.key),
            **_relations(table),
        },
    }


def _field(column: OpenColumn) -> dict[str, Any]:
    told: dict[str, Any] = {
        "name": column.name,
        "type": _TYPES[column.type],
        "title": column.title,
        "description": column.meaning,
    }
    constraints: dict[str, Any] = {}
    if column.is_required:
        constraints["required"] = True
    if column.words:
        constraints["enum"] = list(column.words)
        labels = [(one, column.said(one)) for one in column.words]
        if any(one != label for one, label in labels):
            told["categories"] = [{"value": one, "label": label} for one, label in labels]
    return told | ({"constraints": constraints} if constraints else {})


def _relations(table: OpenTable) -> dict[str, Any]:
    found = list(_relation(table))
    return {"foreignKeys": found} if found else {}


def _relation(table: OpenTable) -> Iterator[dict[str, Any]]:
    for column in table.columns:
        if column.leads_to is not None:
            reference = {"resource": column.leads_to, "fields": ["id"]}
            yield {"fields": [column.name], "reference": reference}
