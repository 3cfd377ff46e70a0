"""What is given for one new record and cannot stand in it together: nothing is left out in silence.

Each fault has the option that is one too many as its place.
"""

from collections.abc import Iterator

from yhdyspinta_cli import plain_text
from yhdyspinta_cli.diagnostic import quoted
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.services import import_names, import_words
from yhdyspinta_cli.services.import_records import Draft
from yhdyspinta_cli.services.import_table import Given, TableFault

_ANSWERING = ("lead", "responsible", "partner")
_OF_ONE = ("chair", "convener")


def faults(kind: str, draft: Draft) -> tuple[TableFault, ...]:
    """Return what of the draft of a kind does not go together."""
    match kind:
        case "measure":
            return (*_nobody(draft), *_twice(draft))
        case "body":
            return tuple(_several(draft))
        case "obligation":
            return tuple(_rhythm(draft))
    return ()


def _nobody(draft: Draft) -> Iterator[TableFault]:
    nobody, answering = draft.row.one("nobody"), draft.row.all(*_ANSWERING)
    if nobody is not None and answering:
        yield _apart(nobody, answering[0])


def _twice(draft: Draft) -> Iterator[TableFault]:
    """Yield whom two options name who answer for the same measure."""
    first: dict[str, Given] = {}
    for given in draft.row.all(*_ANSWERING):
        for named in import_names.several(given.text, draft.kb.all_actors):
            if named.record is None:
                continue
            before = first.setdefault(named.record.id, given)
            if before is not given:
                message = _("{one} and {other} both name {name}: give one of them")
                yield TableFault(
                    given.place,
                    message.format(
                        one=before.place, other=given.place, name=quoted(named.record.name_shown)
                    ),
                )


def _several(draft: Draft) -> Iterator[TableFault]:
    """Yield what names several where a body has one."""
    for _key, given, names in crowded(draft):
        message = _("{option} names several, and a body has one: {names}")
        yield TableFault(given.place, message.format(option=given.place, names=names))


def crowded(draft: Draft) -> Iterator[tuple[str, Given, str]]:
    """Yield the keys of which a body has one and several are named: where, and the names."""
    for key in _OF_ONE:
        named = [
            one
            for given in draft.row.all(key)
            for one in import_names.several(given.text, draft.kb.all_actors)
        ]
        if len(named) > 1:
            yield key, draft.row.all(key)[-1], ", ".join(one.printed for one in named)


def _rhythm(draft: Draft) -> Iterator[TableFault]:
    if draft.row.one("per") is not None:
        return
    due, times = draft.row.one("due"), draft.row.one("times")
    if times is not None:
        message = _("{option} is of each stretch of time: it goes with --per")
        yield TableFault(times.place, message.format(option=times.place))
    if due is not None and import_words.moment(plain_text.one_line(due.text)) is None:
        message = _(
            "{written} is a day of each stretch: give --per, too, or a whole day with its year"
        )
        yield TableFault(due.place, message.format(written=quoted(due.text)))


def _apart(one: Given, other: Given) -> TableFault:
    message = _("{one} and {other} do not go together")
    return TableFault(one.place, message.format(one=one.place, other=other.place))
