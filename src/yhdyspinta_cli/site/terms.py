"""The page of terms: each word that the site uses for its answers, and what it means."""

from collections.abc import Iterator, Mapping

from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import later
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.report.documents import AbbreviationRow
from yhdyspinta_cli.site.desk import Site
from yhdyspinta_cli.site.page import Page
from yhdyspinta_cli.vocabulary import (
    BINDINGS,
    ROLES,
    SITUATIONS,
    STANDINGS,
    Binding,
    Role,
    Situation,
    Standing,
    closed,
)
from yhdyspinta_cli.wording import obligations
from yhdyspinta_cli.wording.words import word

PATH = "terms.html"

_SITUATIONS: Mapping[Situation, str] = closed(
    SITUATIONS,
    {
        "completed": later("What the measure was to bring about is there."),
        "in-progress": later("The measure has begun and goes on."),
        "not-started": later("It is told that the measure has not begun."),
        "paused": later("The measure had begun and stands still."),
        "cancelled": later("The measure was given up before it was completed."),
        "merged": later("The measure goes on as a part of another one."),
        "disputed": later("Reports contradict each other; all of them are shown."),
        "no-own-state": later("Parties have told of themselves, nobody of the measure as a whole."),
        "ended": later(
            "The measure is over, and nothing more need be told of it. A party that told nothing of"
            " it has the same mark."
        ),
        "no-information": later(
            "Nothing has been told. Work may have been done: that is not known."
        ),
    },
)
_ROLES: Mapping[Role, str] = closed(
    ROLES,
    {
        "responsible": later("Answers for it that the measure is carried out."),
        "lead": later("Answers for it before all others."),
        "partner": later("Takes part, and does not answer for the whole."),
        "consulted": later("Is heard before decisions are made."),
        "informed": later("Is told of what was decided or done."),
    },
)
_BINDINGS: Mapping[Binding, str] = closed(
    BINDINGS,
    {
        "law": later("A law lays the obligation on it, whatever was agreed."),
        "agreement": later("The signed agreement lays the obligation on its parties."),
        "programme": later("The programme says so; it is no contract."),
    },
)
_STANDINGS: Mapping[Standing, str] = closed(
    STANDINGS,
    {
        "met": later("It is recorded that it was done in time."),
        "met-late": later("It is recorded that it was done after its day."),
        "due": later("Its day has not passed yet."),
        "missed": later(
            "Its day has passed, such events are being recorded, and this one is not there."
        ),
        "not-known": later("Nothing is recorded by which it could be judged."),
        "when": later("It has no day: it is to be done when there is a reason to."),
    },
)
_OTHERS: tuple[tuple[str, str], ...] = (
    (later("party"), later("Who has signed the agreement: a municipality, for example.")),
    (later("interface"), later("Where the tasks of the parties meet.")),
    (later("measure"), later("What the programme sets out to be done.")),
    (later("goal"), later("What the measures are to bring about.")),
    (later("indicator"), later("By what it is judged whether a measure has had its effect.")),
    (later("obligation"), later("What somebody has to do, once or again and again.")),
    (later("body"), later("A group, board, network or forum in which the parties work together.")),
    (later("counterpart"), later("Who a party names to be asked about an interface or a level.")),
    (
        later("late"),
        later("The due day of the measure has passed, and it is neither completed nor given up."),
    ),
    (
        later("silent"),
        later("Something was told once, but nothing for more than six months."),
    ),
    (
        later("corrected"),
        later("A later report takes the place of an earlier one; both are kept."),
    ),
)


@frozen
class Term:
    """A word and what it means; `letter` where the site shows it as a letter, too."""

    word: str
    means: str
    state: str = ""


@frozen
class Terms:
    """Words that belong together."""

    key: str
    title: str
    terms: tuple[Term, ...]


def pages(site: Site) -> Iterator[Page]:
    """Yield the page of terms."""
    yield Page(
        path=PATH,
        title=_("Terms"),
        template="site/terms.j2",
        given={"report": site.report, "groups": tuple(_groups()), "short": _abbreviations(site)},
        kind="list",
    )


def _groups() -> Iterator[Terms]:
    yield Terms(
        "situations",
        _("How a measure stands"),
        tuple(Term(word(state), _(means), state) for state, means in _SITUATIONS.items()),
    )
    yield Terms(
        "roles",
        _("What somebody is on a measure"),
        tuple(Term(word(role), _(means)) for role, means in _ROLES.items()),
    )
    yield Terms(
        "bindings",
        _("What an obligation rests on"),
        tuple(Term(word(one), _(means)) for one, means in _BINDINGS.items()),
    )
    yield Terms(
        "standings",
        _("How an obligation stands"),
        tuple(Term(obligations.standing_word(one), _(m)) for one, m in _STANDINGS.items()),
    )
    yield Terms("others", _("Other words"), tuple(Term(_(one), _(means)) for one, means in _OTHERS))


def _abbreviations(site: Site) -> tuple[AbbreviationRow, ...]:
    return tuple(one for one in site.frame.abbreviations if one.is_told)
