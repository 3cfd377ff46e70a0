"""Words -> the records whose texts hold them, best first, with the place that matched."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from yhdyspinta_cli import plain_text
from yhdyspinta_cli.diagnostic import Route
from yhdyspinta_cli.facts import arrival, lifetime
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model import telling
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.model.translations import Translations
from yhdyspinta_cli.queries import filters
from yhdyspinta_cli.queries import words as finnish

NAMES = ("name", "title", "official_name", "short", "term", "abbreviation", "code", "number")
"""Fields that say what a record is called: a word found there weighs the most."""

LISTED = ("aliases", "label", "expansion", "tasks", "themes", "keywords")
"""Fields that weigh nearly as much."""

FOUND = finnish.FUZZY
"""From this likeness on (0-100) a word of a text is the word that is looked for."""

SNIPPET = 160
"""How many characters around the words a hit shows."""


_FIRST = (
    *("measure", "party", "body", "actor", "interface", "goal", "project", "obligation"),
    *("need", "area", "duty", "statute", "citation"),
)
_LAST = ("strategy-block", "statement", "reference", "dated-event", "author", "update")
_RANK = {kind: rank for rank, kind in enumerate(_FIRST)} | {
    kind: rank for rank, kind in enumerate(_LAST, 100)
}
_AS_GOOD = 5
"""Of two hits whose scores are as good as the same, what people look for most comes first."""


@frozen
class Hit:
    """A record that matched: how well (0-100), in which field, and the words around the place.

    `words` are the words of the text that matched, as they stand there. `ending` and `beginning`
    tell of what is not there on the day asked about.
    """

    record: Record
    score: float
    route: Route
    snippet: str
    words: tuple[str, ...]
    ending: lifetime.Ending | None = None
    beginning: lifetime.Beginning | None = None


@frozen
class Found:
    """The hits, best first, at most as many as asked for, and how many more there are.

    With `partial` no record has all the words, and the hits have some of them.
    """

    words: str
    hits: tuple[Hit, ...]
    left_out: int
    partial: bool


@frozen
class _Text:
    """A text of a record with the best match in it of each word that is looked for."""

    route: Route
    text: str
    weight: float
    scores: tuple[float, ...]
    matches: tuple[str, ...]


def search(
    kb: KnowledgeBase,
    words: str,
    *,
    day: date = date.max,
    limit: int = 20,
    kinds: Iterable[str] = (),
    wanted: filters.Wanted | None = None,
) -> Found:
    """Return the records that hold the words, in any inflected form, of the kinds named.

    Translations are looked through only by that name: the records they are of have the texts.

    Only those that have what is `wanted`; with nothing wanted, all.

    What comes only after `day` is left out.
    Every text is searched but those of the personal file; that only where the knowledge base
    was read with it.
    """
    words = plain_text.composed(words)
    looked_for = tuple(dict.fromkeys(finnish.split(words)))
    keep = filters.keeping(kb, wanted or filters.Wanted(), day)
    only = frozenset(kinds)
    records: list[Record] = [entry.record for entry in kb.entries.values()]
    if kb.personal is not None and kb.personal.id not in kb.entries:
        records.append(kb.personal)
    scored = [
        hit
        for record in records
        if looked_for
        and (record.kind in only if only else not isinstance(record, Translations))
        and not arrival.is_later(kb, record, day)
        if keep(record) and (hit := _hit(record, looked_for)) is not None
    ]
    whole = [hit for hit, complete in scored if complete]
    hits = sorted(
        whole or [hit for hit, _complete in scored],
        key=lambda hit: (
            -((hit.score + _AS_GOOD - 1) // _AS_GOOD),
            _RANK.get(hit.record.kind, len(_FIRST)),
            -hit.score,
            hit.record.id,
        ),
    )
    shown = tuple(_on(kb, hit, day) for hit in hits[:limit])
    return Found(words, shown, max(0, len(hits) - limit), bool(hits and not whole))


def _on(kb: KnowledgeBase, hit: Hit, day: date) -> Hit:
    """Return a hit with whether its record has ended by the day, or is yet to begin."""
    key = hit.record.id
    ending, beginning = lifetime.ending(kb, key, day), lifetime.beginning(kb, key, day)
    return replace(hit, ending=ending, beginning=beginning)


def _hit(record: Record, wanted: tuple[str, ...]) -> tuple[Hit, bool] | None:
    """Return the hit on a record and whether every word was found; None where none was."""
    places = [place for place in _texts(record, wanted) if any(place.scores)]
    if not places:
        return None
    best = [max(place.scores[n] * place.weight for place in places) for n in range(len(wanted))]
    shown = max(places, key=lambda place: (sum(map(bool, place.scores)), _worth(place)))
    score = sum(best) / len(wanted)
    # Words that stand together weigh more than the same words in different fields.
    together = sum(map(bool, shown.scores)) / len(wanted)
    hit = Hit(
        record,
        round(score * (0.9 + 0.1 * together), 1),
        shown.route,
        shown.text.replace(" ", "-")
        if shown.route[-1] == "id"
        else snippet(shown.text, shown.matches),
        shown.matches,
    )
    return hit, all(best)


def _worth(place: _Text) -> float:
    return sum(place.scores) * place.weight


def _texts(record: Record, wanted: tuple[str, ...]) -> Iterable[_Text]:
    yield _text(("id",), record.id.replace("-", " "), 0.7, wanted)
    for number, remark in enumerate(record.remarks):
        if remark.id is not None:
            yield _text(("remarks", number, "id"), remark.id.replace("-", " "), 0.8, wanted)
    for route, text in telling.texts(record):
        # Where the source says it is no part of what it says.
        if route[0] != "source":
            yield _text(route, text, _weight(route), wanted)


def _weight(route: Route) -> float:
    if route[0] in NAMES:
        return 1.0
    return 0.95 if route[0] in LISTED else 0.8


def _text(route: Route, text: str, weight: float, wanted: tuple[str, ...]) -> _Text:
    scores: list[float] = []
    matches: list[str] = []
    others = dict.fromkeys((*finnish.split(text), *finnish.joined(text)))
    for word in wanted:
        score, match = max(
            ((finnish.alike(word, other), other) for other in others), default=(0.0, "")
        )
        scores.append(score if score >= FOUND else 0.0)
        if score >= FOUND:
            matches.append(match)
    return _Text(route, text, weight, tuple(scores), tuple(dict.fromkeys(matches)))


def snippet(text: str, matches: tuple[str, ...]) -> str:
    """Return the part of a text around the first match, on one line, cut at words."""
    line = " ".join(text.split())
    if len(line) <= SNIPPET:
        return line
    places = [at for match in matches if (at := line.find(match)) >= 0]
    start = max(0, min(places, default=0) - SNIPPET // 3)
    if start:
        start = line.find(" ", start) + 1
    end = line.rfind(" ", start, start + SNIPPET) if start + SNIPPET < len(line) else len(line)
    return ("… " if start else "") + line[start:end] + (" …" if end < len(line) else "")
