"""Histories that nobody thought of: what parties report, do and take back, at random.

They happen in the fictional region, which has here what it has not in its files: measures with a
day, a duty that is done area by area, one that names a body and holds for each party.
"""

import random
from collections.abc import Sequence
from datetime import date, timedelta

import yaml

from tests.facts import base
from tests.facts.test_events import BY_AREA
from yhdyspinta_cli import store
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.store.source import MemorySource
from yhdyspinta_cli.vocabulary import EVENT_KINDS, STATES

MEASURES = (
    "asuminen",
    "tiedon-malli",
    "turvasuunnitelmat",
    "tietopohja",
    "yksinaisyys",
    "varautuminen",
)
PARTIES = ("hiidenmaa", "hiidenmaan-liitto", "alberga", "koivula", "ohkola", "ahtala")
SPEAKERS = (
    *PARTIES,
    "hyvinvointipalvelut",
    "koordinaattori",
    "koivulan-johtaja",
    "keskus",
    "uusi-keskus",
    None,
)
BODIES = ("foorumi", "turvaverkosto", "kuntien-ryhmat", None)
AREAS = ("pohjoinen", "etelainen", None, None)
DUTIES = (
    *("velvoite-foorumi", "velvoite-raportti", "velvoite-neuvottelu", "velvoite-malli"),
    *("velvoite-aikataulusta-sopiminen", "velvoite-alueet", "velvoite-ryhmat"),
)
INDICATORS = {
    "mittari-j1": ("perustettu", "ei perustettu"),
    "mittari-j2": (412, 3),
    "mittari-a1": (1, 4),
    "mittari-a2": ("hyvä", "huono"),
}

EACH_IN_ITS_BODY = """  - id: velvoite-ryhmat
    title: Kunnan työryhmä kokoontuu
    doers:
      - actor: kunnat
    body: kuntien-ryhmat
    each: true
    rhythm:
      per: year
    binding: programme
    fulfilled_by:
      events:
        - meeting
"""

Record = dict[str, object]
"""A record as its file has it."""

Named = tuple[str, Record]
"""The place of a file below `data`, and what stands in it."""


def fixed_files() -> dict[str, bytes]:
    """Return the files of the region in which nothing has happened yet."""
    files = {
        name: raw
        for name, raw in base.FILES.items()
        if name.split("/")[0] not in ("updates", "events", "values")
    }
    for name, before, after in (
        ("obligations.yaml", BY_AREA[0], EACH_IN_ITS_BODY + BY_AREA[1]),
        ("bodies/turvaverkosto.yaml", "state: planned\n", "division: palvelualueet\n"),
        ("measures/tiedon-malli.yaml", "interface:", "due: 2023-06-30\ninterface:"),
        ("measures/turvasuunnitelmat.yaml", "interface:", "due: 2024-03-31\ninterface:"),
        ("measures/varautuminen.yaml", "interface:", "due: 2022-12-31\ninterface:"),
    ):
        text = files[name].decode()
        assert before in text, name
        files[name] = text.replace(before, after, 1).encode()
    return files


FIXED = fixed_files()


def moment(chance: random.Random) -> object:
    """Return a day of the agreement or near it, sometimes only its month or year."""
    # Often one of few days, so that several records share one.
    few = chance.choice((date(2022, 5, 1), date(2023, 6, 1), date(2024, 5, 1)))
    day = few if chance.random() < 0.5 else date(2022, 1, 1) + timedelta(chance.randrange(1500))
    return chance.choice((day, day, day, day.isoformat()[:7], day.year))


def _maybe(chance: random.Random, share: float, record: Record, key: str, value: object) -> None:
    if value is not None and chance.random() < share:
        record[key] = value


def record(seed: int, before: Sequence[Named]) -> Named:
    """Return a record that the seed gives; it may correct or void one of those before it."""
    chance = random.Random(seed)
    folder = chance.choice(("updates", "updates", "events", "events", "events", "values"))
    made: Record = {"id": f"kirjattu-{seed}"}
    if folder == "updates":
        made |= {"measure": chance.choice(MEASURES), "state": chance.choice(STATES)}
        if made["state"] == "merged":
            made["merged_into"] = chance.choice(MEASURES)
    elif folder == "values":
        indicator = chance.choice(sorted(INDICATORS))
        made |= {"indicator": indicator, "value": chance.choice(INDICATORS[indicator])}
    else:
        made |= {
            "type": chance.choice((*EVENT_KINDS, "decision", "meeting")),
            "title": f"Tapahtuma {seed % 97}",
        }
        _maybe(chance, 0.7, made, "body", chance.choice(BODIES))
        _maybe(chance, 0.5, made, "area", chance.choice(AREAS))
        _maybe(chance, 0.3, made, "convener", chance.choice(PARTIES))
        _maybe(chance, 0.3, made, "fulfils", chance.sample(DUTIES, chance.choice((1, 1, 2))))
        _maybe(chance, 0.15, made, "not_fulfils", [chance.choice(DUTIES)])
        _maybe(chance, 0.1, made, "period", chance.choice(("2023", "2024", "2024-h1", "2024-q2")))
        if made["type"] == "decision" and chance.random() < 0.7:
            made["measure"] = chance.choice(("asuminen", "asuminen", *MEASURES))
            made["appoints"] = chance.sample(PARTIES, chance.choice((1, 1, 2)))
    made["on"] = moment(chance)
    _maybe(chance, 0.8, made, "by", chance.choice((*SPEAKERS, *["hiidenmaa", "koivula"] * 3)))
    _maybe(chance, 0.5, made, "party", chance.choice((*PARTIES, "koivula", "koivula")))
    if chance.random() < 0.5:
        hour = chance.randrange(24)
        made["recorded"] = f"2025-12-{chance.randrange(1, 29):02}T{hour:02}:00:00+02:00"
    alike = [
        one
        for name, one in before
        if name.startswith(folder)
        and all(one.get(key) == made.get(key) for key in ("measure", "indicator"))
    ]
    if alike and chance.random() < 0.5:
        old = chance.choice(alike)
        made["corrects"] = old["id"]
        if folder != "events":
            # A correction is about the same party; another party is another matter.
            made.pop("party", None)
            _maybe(chance, 1.0, made, "party", old.get("party"))
        if chance.random() < 0.3:
            for key in ("state", "merged_into", "value"):
                made.pop(key, None)
            made["void"] = True
    return f"{folder}/{str(made['on'])[:4]}/{made['id']}.yaml", made


def history(seeds: Sequence[int]) -> list[Named]:
    """Return what the seeds say has happened, in the order of recording."""
    found: list[Named] = []
    for seed in dict.fromkeys(seeds):
        found.append(record(seed, found))
    return found


def raw(records: Sequence[Named]) -> dict[str, bytes]:
    """Return the files of the region with what has happened."""
    return FIXED | {
        name: yaml.safe_dump(one, allow_unicode=True, sort_keys=False).encode()
        for name, one in records
    }


def load(files: dict[str, bytes]) -> KnowledgeBase:
    """Return the records; every file must have its shape."""
    loaded = store.load(MemorySource(files))
    assert not loaded.faults, [fault.message for fault in loaded.faults]
    return loaded.kb
