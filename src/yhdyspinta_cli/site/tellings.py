"""What was reported, in a line for anybody: of what, what it says, by whom, on which ground."""

from collections.abc import Iterator

from yhdyspinta_cli.facts import corrections
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import listing
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.correctable import Correctable
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Indicator
from yhdyspinta_cli.model.naming import Name
from yhdyspinta_cli.model.obligations import Event
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.model.status import Update, Value
from yhdyspinta_cli.output import titles
from yhdyspinta_cli.wording import days, own_words
from yhdyspinta_cli.wording.sentences import of_data
from yhdyspinta_cli.wording.values import with_unit


@frozen
class NewsLine:
    """A report: `of` is the measure (its `code`), the body or the party of which it speaks, `says`
    what it says of it, `more` what else there is to know, in sentences without a full stop."""

    code: str
    of: Name
    says: str
    more: tuple[str, ...]

    @property
    def headline(self) -> str:
        """All of it on one line, without what else there is to know."""
        of = f"{self.code} {self.of}".strip()
        return f"{of}: {self.says}" if of else self.says


def told(kb: KnowledgeBase, record: Record) -> NewsLine:
    """Return what a report says: an update, a value, an event or another record of that kind."""
    measure = kb.measure_of(record)
    code, of = "", Name("")
    if measure is not None:
        code, of = measure.code, Name(measure.title, measure.id)
    elif isinstance(record, Event) and (key := record.body or record.party) is not None:
        of = Name(kb.name(key), key)
    return NewsLine(code, of, _says(kb, record), tuple(_more(kb, record)))


def _says(kb: KnowledgeBase, record: Record) -> str:
    if isinstance(record, Update):
        state = _("taken back") if record.void else own_words.shown(record, "state")
        if record.progress is not None:
            state += f", {record.progress} %"
        if record.merged_into:
            merged = _("merged into {measure}").format(measure=of_data(kb.name(record.merged_into)))
            state += f" ({merged})"
        return _of_party(kb, record, state)
    if isinstance(record, Value):
        indicator = kb.find(Indicator, record.indicator)
        unit = of_data(indicator.unit) if indicator is not None and indicator.unit else None
        value = _("taken back") if record.void else with_unit(record.value, unit)
        return _of_party(kb, record, f"{of_data(kb.name(record.indicator))}: {value}")
    if isinstance(record, Event):
        kind = _("taken back") if record.void else own_words.shown(record, "type")
        return f"{kind}, {of_data(record.title)} ({days.moment(record.on)})"
    return of_data(titles.title(kb, record))


def _of_party(kb: KnowledgeBase, record: Update | Value, says: str) -> str:
    whose = f"{of_data(kb.name(record.party))}: " if record.party else ""
    return f"{whose}{says} ({days.moment(record.on)})"


def _more(kb: KnowledgeBase, record: Record) -> Iterator[str]:
    if isinstance(record, Event):
        yield from map(of_data, record.decisions)
        if record.appoints:
            names = listing(of_data(kb.name(key)) for key in record.appoints)
            yield _("appoints {names}").format(names=names)
    if not isinstance(record, Correctable):
        return
    if record.note:
        yield of_data(record.note.replace("\n", " "))
    if record.by and record.by not in (getattr(record, "body", None), record.party):
        yield _("told by {name}").format(name=of_data(kb.name(record.by)))
    if isinstance(record, Update | Value):
        yield from (
            _("evidence: {text}").format(text=of_data(item.text)) for item in record.evidence
        )
    if record.corrects:
        yield _("corrects an earlier report")
    if corrections.of(kb, record.id):
        yield _("corrected since")
