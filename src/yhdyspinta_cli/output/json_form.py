"""JSON in the documented stable form: written key by key, never a dump of an inner type."""

import json
from datetime import date
from decimal import Decimal
from typing import Any

from yhdyspinta_cli.facts.lifetime import Beginning, Ending
from yhdyspinta_cli.facts.measures import Age
from yhdyspinta_cli.store.source import Revision

SCHEMA_VERSION = 1


def dumps(kind: str, answer: dict[str, Any] | list[Any], revision: Revision | None = None) -> str:
    """Return an answer of a kind as JSON text; keys keep their order, days are ISO texts.

    The `revision` that its data is of is told beside it, where one was asked for.
    """
    body: dict[str, Any] = {"schema_version": SCHEMA_VERSION, "kind": kind}
    if revision is not None:
        body["revision"] = {"commit": revision.commit, "day": revision.day}
    body["answer"] = answer
    written = json.dumps(body, ensure_ascii=False, indent=2, allow_nan=False, default=_plain)
    return inert(written) + "\n"


def inert(written: str) -> str:
    """Return JSON that means the same to every reader and is no command to GitHub's runner."""
    return written.replace("##[", "##\\u005b")


def age(found: Age) -> dict[str, Any]:
    """The keys of an age: since, whether the data state it, and days to the day asked about."""
    return {"since": found.since, "since_stated": found.stated, "age_days": found.days}


def own_word(found: str | None) -> dict[str, Any]:
    """The key of a word of the knowledge base's own, where a record has one: it means the state,
    situation or type that stands beside it."""
    return {"word": found} if found else {}


def lifetime(ending: Ending | None, beginning: Beginning | None) -> dict[str, Any]:
    """The keys of when an actor holds: from when, until when, and who comes after it."""
    return {
        "begins": beginning.first if beginning else None,
        "ended": ending.day if ending else None,
        "successor": ending.successor if ending else None,
    }


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    raise TypeError(f"no JSON form for {type(value).__name__}")
