"""Three years in which the shipped agreement's parties report: updates, events and values."""

import random
import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from benchmarks import records
from yhdyspinta_cli import store
from yhdyspinta_cli.facts import naming
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Indicator

SHIPPED = Path(__file__).parents[1] / "data"
_BEGIN, _DAYS = date(2023, 1, 2), 1090
_AS_OF = date(2025, 12, 31)
_COUNTED = ("yes-no", "count-of-parties", "number", "statistic", "survey")

_NOTES = (
    "Työryhmä on koottu ja se kokoontuu kuukausittain.",
    "Valmistelu etenee aikataulussa, ja väliraportti on lähetetty lautakunnalle.",
    "Rahoitus on varmistunut, mutta koordinaattorin rekrytointi on kesken.",
    "Toimintamalli on otettu käyttöön kolmella paikkakunnalla.",
    "Yhteistyö järjestöjen kanssa on sovittu ja vastuut on jaettu.",
    "Henkilöstön vaihtuvuus on hidastanut työtä kesän aikana.",
)


def grow(folder: Path, updates: int) -> None:
    """Write the shipped knowledge base into a new `folder`, with so many updates and with them an
    eighth as many events and a fifth as many values. The same number gives the same bytes."""
    data = folder / "data"
    shutil.copytree(SHIPPED, data)
    kb = store.load(folder).kb
    _tell(kb, data, updates)
    _meet(kb, data, updates // 8)
    _measure(kb, data, updates // 5)


def _spread(pairs: int, count: int) -> Iterator[tuple[int, date, float]]:
    """Give round after round to each pair: which pair, its day, how much of the time is over."""
    for number in range(count):
        past = number / count
        yield number % pairs, _BEGIN + timedelta(days=int(past * _DAYS)), past


def _recorded(day: date, hour: int) -> str:
    offset = "+03:00" if 4 <= day.month <= 10 and (day.month, day.day) < (10, 26) else "+02:00"
    return f"{day}T{8 + hour % 9:02d}:{hour % 60:02d}:00{offset}"


def _tell(kb: KnowledgeBase, data: Path, count: int) -> None:
    """Write updates: of each measure as a whole, and of each party behind it."""
    chance = random.Random(14)
    pairs: list[tuple[str, str, bool]] = []
    for measure in kb.measures:
        behind = [party.id for party in naming.answering(kb, measure, _AS_OF)]
        pairs += [(measure.id, (behind or ["pshva"])[0], True)]
        pairs += [(measure.id, party, False) for party in behind[: len(behind) * (len(behind) > 1)]]
    chance.shuffle(pairs)
    ends = [chance.choice(("completed", "completed", "in-progress", "paused")) for _ in pairs]
    latest: dict[int, str] = {}
    for number, (pair, day, past) in enumerate(_spread(len(pairs), count)):
        measure_id, speaker, is_whole = pairs[pair]
        state = "not-started" if past < 0.15 else "in-progress" if past < 0.8 else ends[pair]
        keys: dict[str, Any] = {"measure": measure_id, "state": state, "on": day, "by": speaker}
        if not is_whole:
            keys["party"] = speaker
        if number % 3 == 0:
            keys["note"] = f"{chance.choice(_NOTES)} {chance.choice(_NOTES)}"
        if number % 4 == 1:
            keys["evidence"] = [_evidence(speaker, day, number)]
        if state == "in-progress" and number % 5 == 2:
            keys["progress"] = round(past * 100)
        if number % 50 == 49 and pair in latest:
            keys["corrects"] = latest.pop(pair)
        else:
            latest.pop(pair, None)
        key = records.dated(data, "updates", keys, measure_id, _recorded(day, number))
        if "corrects" not in keys:
            latest[pair] = key


def _evidence(speaker: str, day: date, number: int) -> dict[str, str]:
    if number % 8 == 1:
        text = f"Hallitus {day.day}.{day.month}.{day.year} § {number % 200 + 1}"
        url = f"https://{speaker}.example/poytakirjat/{day.year}-{number}"
        return {"type": "minutes", "text": text, "url": url}
    return {"type": "diary-number", "text": f"{speaker.upper()}/{number}/{day.year}"}


def _meet(kb: KnowledgeBase, data: Path, count: int) -> None:
    """Write events: meetings of the bodies."""
    bodies = [body for body in kb.bodies if body.ended is None]
    for number, (one, day, _past) in enumerate(_spread(len(bodies), count)):
        keys: dict[str, Any] = {"type": "meeting", "title": f"Kokous {number + 1}", "on": day}
        keys["body"] = bodies[one].id
        if number % 4 == 0:
            keys["decisions"] = [f"Hyväksyttiin toimintasuunnitelma {day.year}."]
        records.dated(data, "events", keys, bodies[one].id, _recorded(day, number))


def _measure(kb: KnowledgeBase, data: Path, count: int) -> None:
    """Write values: of every indicator that can be counted, by each party and as a whole."""
    counted = [one for one in kb.indicators if one.type in _COUNTED]
    whose = [None, *(party.id for party in kb.parties)]
    pairs = [(indicator, party) for party in whose for indicator in counted]
    for number, (pair, day, past) in enumerate(_spread(len(pairs), count)):
        indicator, party = pairs[pair]
        keys: dict[str, Any] = {"indicator": indicator.id}
        keys |= {"value": _value(indicator, past, number), "on": day, "by": party or "pshva"}
        if party is not None:
            keys["party"] = party
        records.dated(data, "values", keys, indicator.id, _recorded(day, number))


def _value(indicator: Indicator, past: float, number: int) -> str | int | bool:
    if indicator.type == "count-of-parties":
        return round(past * 15)
    if indicator.type != "yes-no":
        return 40 + number % 45
    if len(indicator.options) == 2:
        return indicator.options[0 if past > 0.5 else 1]
    return past > 0.5
