"""Every recurring or dated duty of the source is in the shipped data, with rhythm and force."""

from dataclasses import dataclass

import pytest

from tests.conftest import SHIPPED
from yhdyspinta_cli import store
from yhdyspinta_cli.model.obligations import Obligation

KB = store.load(SHIPPED).kb
BY_ID = {obligation.id: obligation for obligation in KB.obligations}


@dataclass(frozen=True)
class Duty:
    """What the source says: how often (``year 2``, ``term``, ``by 2024``, ``when``), how binding.

    `first` is the first period, `doers` some of those who must do it.
    """

    key: str
    rhythm: str
    binding: str
    doers: tuple[str, ...] = ()
    first: str | None = None
    each: bool = False


DUTIES = (
    Duty("velvoite-kuntafoorumi", "year 2", "agreement", ("pshva",)),
    Duty("velvoite-viranhaltijajohdon-tapaamiset", "year 2 at least", "agreement"),
    Duty("velvoite-neuvottelu-valtuustokaudessa", "term 1 at least", "law", ("pshva", "kunnat")),
    Duty(
        "velvoite-maakunnan-liitto-neuvottelussa", "term 1", "agreement", ("pohjois-savon-liitto",)
    ),
    Duty("velvoite-neuvottelun-muoto-ja-aikataulu", "when", "agreement"),
    Duty("velvoite-palvelukeskustelut", "year 1", "agreement", ("kunnat",), first="2024"),
    Duty("velvoite-kompassikysely", "year 1", "agreement", ("pshva",)),
    Duty(
        "velvoite-hyvinvoinnin-tilannekuvan-paivitys",
        "year 1",
        "programme",
        ("hyte-palvelualue", "kuntien-hyte-tyoryhmat"),
    ),
    Duty("velvoite-palvelukeskustelun-tilannekuva", "year 1", "agreement", first="2024"),
    Duty("velvoite-seuranta-kuntafoorumissa", "year 1", "agreement"),
    Duty("velvoite-hyte-neuvottelut", "year 1 at least", "law", ("pshva",)),
    Duty(
        "velvoite-hyte-neuvotteluihin-osallistuminen",
        "year 1 at least",
        "law",
        ("kunnat",),
        each=True,
    ),
    Duty("velvoite-hyte-neuvottelukunnan-nimeaminen", "term 1", "programme"),
    Duty("velvoite-kunnan-vuosiraportti", "year 1", "law", ("kunnat",), each=True),
    Duty("velvoite-hyvinvointialueen-vuosiraportti", "year 1", "law", ("pshva",)),
    Duty("velvoite-kunnan-hyvinvointikertomus", "when", "law", ("kunnat",), each=True),
    Duty("velvoite-alueellinen-hyvinvointikertomus", "when", "law", ("pshva", "kunnat")),
    Duty("velvoite-maahanmuuttoverkosto", "year 2", "programme", ("maahanmuuttoverkosto",)),
    Duty("velvoite-tiedolla-johtamisen-mallin-kokeilu", "by 2024", "programme", ("pshva",)),
    Duty("velvoite-tyollisyyden-pysyvat-rakenteet", "by 2024", "programme"),
    Duty("velvoite-sopimuksen-ja-ohjelman-paivitys", "by 2025", "programme"),
)


def rhythm_of(obligation: Obligation) -> str:
    """The rhythm in the words of `Duty`; what is done whenever it is needed is ``when``."""
    rhythm = obligation.rhythm
    if rhythm.by is not None:
        return f"by {rhythm.by}"
    if rhythm.per is None:
        return "when"
    return f"{rhythm.per} {rhythm.times}" + (" at least" if rhythm.at_least else "")


@pytest.mark.parametrize("duty", DUTIES, ids=lambda duty: duty.key)
def test_the_duty_is_there(duty: Duty) -> None:
    found = BY_ID[duty.key]
    assert rhythm_of(found) == duty.rhythm
    assert found.binding == duty.binding
    assert {doer.actor for doer in found.doers} >= set(duty.doers)
    assert found.each == duty.each
    if duty.first is not None:
        assert str(found.first) == duty.first
    assert found.source


def test_every_obligation_says_who_how_often_and_from_where() -> None:
    assert len(BY_ID) == 49
    for obligation in KB.obligations:
        # Where the source says nobody, a remark accepts the finding and says why.
        assert obligation.doers or [r.about for r in obligation.remarks if r.rule == "YP306"]
        assert obligation.source
        # Where the source gives no time, none is made up.
        assert obligation.rhythm.is_told or not obligation.rhythm.printed
    assert sum(not obligation.rhythm.is_told for obligation in KB.obligations) == 23


def test_nobody_has_to_do_what_the_source_leaves_to_nobody_by_name() -> None:
    """A passive, "the working group", "the convener": never all the parties."""
    assert {o.id.removeprefix("velvoite-") for o in KB.obligations if not o.doers} == {
        "edustajat-tyollisyysalueiden-rakenteisiin",
        "hyte-neuvottelukunnan-nimeaminen",
        "kokouksen-viestintavastuu",
        "kuntafoorumin-asiakirjat",
        "neuvottelun-muoto-ja-aikataulu",
        "palvelutehtavien-vastinpari",
        "seuranta-kuntafoorumissa",
        "sopimuksen-ja-ohjelman-paivitys",
        "tyollisyyden-pysyvat-rakenteet",
        "tyoryhman-tiedottaminen",
        "tyoryhmien-kutsuminen",
        "tyoryhmien-muistiot",
    }
    everybody = {o.id for o in KB.obligations if "sopimusosapuolet" in {d.actor for d in o.doers}}
    assert everybody == {"velvoite-vastinparit"}


def test_what_the_law_binds_names_the_law() -> None:
    assert all(o.basis for o in KB.obligations if o.binding == "law")


def test_what_recurs_says_which_events_fulfil_it() -> None:
    """Without it nothing could ever be recorded as done."""
    timed = [o for o in KB.obligations if o.rhythm.per or o.rhythm.by]
    for obligation in timed:
        # Where no kind of event is enough, a remark says that it is named by hand.
        by_hand = any(remark.about == "fulfilled_by" for remark in obligation.remarks)
        assert obligation.fulfilled_by is not None or by_hand, obligation.id
