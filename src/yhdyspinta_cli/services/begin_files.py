"""The files of a new knowledge base: its data, in the project's own form, and what stands around.

All are made in memory, from the wish alone: the same wish gives the same bytes.
"""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from yhdyspinta_cli import language, store
from yhdyspinta_cli.diagnostic import UserError
from yhdyspinta_cli.document import write as document
from yhdyspinta_cli.document.write import UnwritableError
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.agreement import Agreement
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.output import schemas
from yhdyspinta_cli.services import begin_origin, begin_words, import_making
from yhdyspinta_cli.services.begin_parties import GivenParties
from yhdyspinta_cli.services.begin_words import BaseWords
from yhdyspinta_cli.services.import_making import ImportWish
from yhdyspinta_cli.services.voice import Voice
from yhdyspinta_cli.store import resources, write
from yhdyspinta_cli.store.source import MemorySource

AGREEMENT = "data/agreement.yaml"
CHECKING = (".github/workflows/data.yml", ".gitlab-ci.yml")
"""The files that have each change checked; they install this program."""
_LONGEST = 48
_AROUND = {
    ".gitignore": "gitignore",
    ".gitattributes": "gitattributes",
    ".editorconfig": "editorconfig",
    ".vscode/settings.json": "vscode.json",
    **dict(zip(CHECKING, ("github.yml", "gitlab.yml"), strict=True)),
}


@frozen
class BaseWish:
    """What a new knowledge base is to say; without `end` the agreement holds until further notice.

    `language` is a code of ISO 639-1.
    """

    title: str
    region: str
    language: str
    start: date
    end: date | None
    parties: GivenParties


def of_wish(wish: BaseWish, voice: Voice) -> dict[str, bytes]:
    """Return every file by its path below the folder, the agreement's at the end.

    Raises UserError (exit 1 or 2), what is wrong being told, where the wish makes no sound data.
    """
    words = begin_words.of(wish.language)
    agreement = _agreement(wish, words)
    # The agreement is judged alone first: a day or a language may be none.
    write.filed(Agreement, agreement)
    frame = {
        "programme.yaml": _text(_programme(wish, words), words.about_programme),
        "goals.yaml": _text({"goals": [_goal(words)]}, words.about_goals),
        "agreement.yaml": _text(agreement, words.about_agreement),
    }
    parties = _parties(store.load(MemorySource(frame)).kb, wish.parties, voice)
    if parties:
        agreement["organisation"] = {"name": _publisher(parties)}
        frame["agreement.yaml"] = _text(agreement, words.about_agreement)
    collective = _collective(words, parties)
    measure = _measure(words, parties, collective)
    data = {
        "parties.yaml": _text({"parties": parties}, words.about_parties),
        "actors.yaml": _text({"actors": [collective]}, words.about_actors),
        f"measures/{words.sample}.yaml": _text(measure, words.about_measure),
        **frame,
    }
    placed = {f"data/{name}": raw for name, raw in data.items()}
    headed = {path: schemas.modeline(path).encode() + raw for path, raw in placed.items()}
    return _around(wish) | _schemas(wish) | headed


def _publisher(parties: Sequence[dict[str, Any]]) -> str:
    """Return the name of the party whose paper the agreement is taken to be: the county's.

    Where none of them is a wellbeing services county, the first one's.
    """
    counties = [one for one in parties if one.get("type") == "wellbeing-services-county"]
    told = (counties or parties)[0]
    return str(told.get("official_name") or told["name"])


def _agreement(wish: BaseWish, words: BaseWords) -> dict[str, Any]:
    stem = write.cut(write.slug(wish.region), _LONGEST)
    validity = {"start": wish.start} | ({"end": wish.end} if wish.end is not None else {})
    return {
        "id": "-".join(part for part in (stem, words.agreement) if part),
        "format": 1,
        "language": wish.language,
        "title": wish.title,
        "region": wish.region,
        "organisation": {"name": wish.region},
        "documents": [
            {
                "id": words.agreement,
                "name": wish.title,
                "short": words.agreement,
                "binding": True,
            },
            {
                "id": words.programme,
                "name": words.programme_title,
                "short": words.programme,
                "binding": False,
            },
        ],
        "validity": validity,
        "purpose": words.purpose,
    }


def _programme(wish: BaseWish, words: BaseWords) -> dict[str, Any]:
    years = {"period_start": wish.start.year}
    if wish.end is not None:
        years["period_end"] = wish.end.year
    interface = {
        "id": "a",
        "title": words.interface,
        "letter": "A",
        "text": words.interface_text,
    }
    return {
        "id": write.slug(words.programme_title),
        "title": words.programme_title,
        **years,
        "binding": False,
        "reports_from": wish.start.year,
        "interfaces": [interface],
    }


def _goal(words: BaseWords) -> dict[str, Any]:
    return {
        "id": write.slug(words.goal),
        "number": 1,
        "title": words.goal,
        "table_title": words.goal,
        "text": words.goal_text,
    }


def _parties(kb: KnowledgeBase, given: GivenParties, voice: Voice) -> list[dict[str, Any]]:
    wish = ImportWish("party", given.file, {}, None, False, False, is_beginning=True)
    made = import_making.made(kb, wish, given.table, voice)
    return [write.plain(one.record) for one, _place in made.new]


def _collective(words: BaseWords, parties: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the municipalities together; where there are none, all parties."""
    taken = {one["id"] for one in parties}
    municipalities = [one["id"] for one in parties if one["type"] == "municipality"]
    name = words.municipalities if municipalities else words.parties
    key = write.slug(name)
    return {
        "id": f"{key}-2" if key in taken else key,
        "type": "collective",
        "name": name,
        "members": municipalities or [one["id"] for one in parties],
    }


def _measure(
    words: BaseWords, parties: list[dict[str, Any]], collective: dict[str, Any]
) -> dict[str, Any]:
    """Return a sample: the collective answers, led by the first party that is not in it."""
    alone = [one for one in parties if one["id"] not in collective["members"]][:1]
    return {
        "id": words.sample,
        "code": "A1",
        "interface": "a",
        "goal": write.slug(words.goal),
        "title": words.measure,
        "text": words.measure_text,
        "responsible": [
            *({"actor": one["id"], "role": "lead", "label": one["name"]} for one in alone),
            {"actor": collective["id"], "label": collective["name"]},
        ],
        "indicators": [
            {"id": f"{words.indicator_id}-a1", "label": words.indicator, "type": "yes-no"}
        ],
    }


def _text(values: dict[str, Any], comment: str) -> bytes:
    head = "".join(f"# {line}\n" for line in comment.split("\n"))
    try:
        return (head + document.text(values)).encode()
    except UnwritableError as error:
        raise UserError(
            _("this cannot be written: {reason}").format(
                reason=error.reason or _("it would not be read back unchanged")
            )
        ) from error


def _schemas(wish: BaseWish) -> dict[str, bytes]:
    """Return the schemas of all kinds of file, in the language of the base where yp speaks it."""
    with language.speaking(language.spoken(wish.language)):
        return {
            f"{schemas.FOLDER}/{schemas.file_name(name)}": schemas.written(name).encode()
            for name in schemas.NAMES
        }


def _around(wish: BaseWish) -> dict[str, bytes]:
    said = {
        "title": wish.title,
        "region": wish.region,
        # A text in quotes of JSON is one of YAML, too.
        "yp": json.dumps(begin_origin.of_program()),
    }
    readme = f"README.{begin_words.language(wish.language)}.md"
    return {path: _filled(name, said) for path, name in ({**_AROUND, "README.md": readme}).items()}


def _filled(name: str, said: Mapping[str, str]) -> bytes:
    text = (resources.resource_dir("start") / name).read_text("utf-8")
    for key, value in said.items():
        text = text.replace(f"{{{{{key}}}}}", value)
    return text.encode()
