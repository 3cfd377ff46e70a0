"""The shipped data against the source: the counts that are true of the signed text and its annex.

The names of people are read here, but no assertion holds one: what pytest shows of a failure are
counts, methods, times and names of files.
"""

import re
from collections import Counter
from datetime import date
from functools import cache
from itertools import pairwise

from tests.conftest import SHIPPED
from yhdyspinta_cli.facts import behind
from yhdyspinta_cli.model import walk
from yhdyspinta_cli.model.agreement import Citation, Principle
from yhdyspinta_cli.model.bodies import Body
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Indicator, Measure
from yhdyspinta_cli.model.obligations import Need, Obligation, Personal, Project
from yhdyspinta_cli.model.programme import (
    Abbreviation,
    Author,
    ChartInterface,
    CommonMatter,
    DutyGroup,
    DutyPoint,
    Level,
    Statement,
    StrategyBlock,
)
from yhdyspinta_cli.model.provisions import Provision
from yhdyspinta_cli.model.record import Record, Remark
from yhdyspinta_cli.store import load

DAY = date(2024, 12, 31)

COVERAGE = SHIPPED / "docs" / "coverage.md"

TABLES = {"johto": 7, "a": 9, "b": 6, "c": 7, "d": 6, "e": 5}
GOALS = {"tavoite-1": 10, "tavoite-2": 16, "tavoite-3": 7, "tavoite-4": 7}
ACTS = dict.fromkeys(
    (
        "611-2021",
        "612-2021",
        "7-2014",
        "1287-2013",
        "380-2023",
        "681-2023",
        "613-2021",
        "379-2011",
        "1552-2011",
    ),
    1,
)
STRATEGIES = {
    "Asukkaat": ((2, 6), (2, 7)),
    "Palvelut": ((4, 5), (3, 8)),
    "Työntekijät": ((2, 7), (2, 5)),
    "Toimintaympäristö": ((3, 7), (2, 9)),
    "Talous": ((2, 8), (2, 6)),
}
DEFECTS = {"l": 10, "d": 8, "x": 16, "v": 9, "r": 15, "n": 18}
READINGS = 19


@cache
def _kb() -> KnowledgeBase:
    loaded = load(SHIPPED)
    assert loaded.faults == ()
    return loaded.kb


@cache
def _personal() -> Personal:
    personal = load(SHIPPED, personal=True).kb.personal
    assert personal is not None
    return personal


def _records() -> list[Record]:
    return [entry.record for entry in _kb().entries.values()]


def _remarks() -> list[Remark]:
    return [remark for record in _records() for remark in record.remarks]


def test_21_parties_are_a_county_a_regional_council_and_19_municipalities_with_5_towns() -> None:
    parties = _kb().parties
    assert Counter(party.type for party in parties) == {
        "wellbeing-services-county": 1,
        "regional-council": 1,
        "municipality": 19,
    }
    assert {party.id for party in parties if party.town} == {
        "iisalmi",
        "kiuruvesi",
        "kuopio",
        "suonenjoki",
        "varkaus",
    }
    for party in parties:
        if party.type == "municipality":
            kind = "kaupunki" if party.town else "kunta"
            assert party.official_name == f"{party.genitive} {kind}"


def test_the_collectives_stand_for_all_parties_and_all_municipalities() -> None:
    kb = _kb()
    municipalities = {party.id for party in kb.parties if party.type == "municipality"}
    assert {party.id for party in behind.parties(kb, "sopimusosapuolet", DAY)} == {
        party.id for party in kb.parties
    }
    assert {party.id for party in behind.parties(kb, "kunnat", DAY)} == municipalities
    assert {party.id for party in behind.parties(kb, "kunnat-ja-hyvinvointialue", DAY)} == (
        municipalities | {"pshva"}
    )
    assert len(kb.members("kuntien-hyte-tyoryhmat")) == 19
    assert len(kb.members("sopimusosapuolten-hr")) == 21
    assert len(kb.members("hyvinvointialueen-ja-kuntien-hr")) == 20


def test_the_agreement_is_valid_from_november_2023_to_the_end_of_2025() -> None:
    validity = _kb().agreement.validity
    assert (str(validity.start), str(validity.end)) == ("2023-11-01", "2025-12-31")
    assert [d.binding for d in _kb().agreement.documents if d.id in ("sopimus", "ohjelma")] == [
        True,
        False,
    ]
    assert len(_kb().agreement.chapters) == 9


def test_33_signatures_by_method_and_by_zone() -> None:
    signatures = _personal().signatures
    count, different = len(signatures), len({signature.name for signature in signatures})
    assert (count, different) == (33, 33)
    methods = Counter(signature.method for signature in signatures)
    zones = Counter("UTC" + signature.at[-6:] for signature in signatures)
    assert methods == {"Telia Tunnistus": 29, "Suomi.fi": 4}
    assert zones == {"UTC+03:00": 18, "UTC+02:00": 15}
    times = [signature.at for signature in signatures]
    assert times == sorted(times)
    told = _kb().agreement.signatures
    assert told is not None
    assert (told.count, told.methods, told.zones) == (33, methods, zones)
    assert (told.first, told.last) == (times[0], times[-1])


def test_three_role_holders_answer_for_nine_named_networks() -> None:
    holders = _personal().role_holders
    assert [len(holder.bodies) for holder in holders] == [5, 3, 1]
    assert len({body for holder in holders for body in holder.bodies}) == 9


def test_no_name_of_a_person_stands_outside_the_personal_file() -> None:
    names = [signature.name for signature in _personal().signatures]
    names += [holder.name for holder in _personal().role_holders]
    found = []
    for path in sorted([*(SHIPPED / "data").rglob("*.yaml"), COVERAGE]):
        if path.name == "personal.yaml":
            continue
        words = re.findall(r"\w+(?:-\w+)*", path.read_text("utf-8").casefold())
        pairs = {frozenset(pair) for pair in pairwise(words)}
        for name in names:
            parts = name.casefold().split()
            ends = {frozenset((one, other)) for one in parts for other in parts if one != other}
            if ends & pairs:
                found.append(path.name)
    assert found == []


def test_nobody_by_name_is_mapped_to_a_party() -> None:
    """A signature refers to nothing; the three role holders to two roles and nine networks."""
    parties = {party.id for party in _kb().parties}
    referred = {key for _, key, _ in walk.references(_personal())}
    documents = {document.id for document in _kb().agreement.documents}
    assert len(referred - documents) == 11
    assert referred & parties == set()


def test_no_address_of_mail_and_no_tracking_link_in_the_data() -> None:
    for path in (SHIPPED / "data").rglob("*.yaml"):
        text = path.read_text("utf-8").lower()
        assert "@" not in text, path
        assert "safelinks" not in text, path
        assert "outlook.com" not in text, path


def test_40_measures_by_table_and_by_goal() -> None:
    measures = _kb().measures
    assert Counter(measure.interface for measure in measures) == TABLES
    assert Counter(measure.goal for measure in measures) == GOALS
    letters = {interface.id: interface.letter for interface in _kb().interfaces}
    assert [measure.code for measure in measures] == [
        f"{letters[table]}{number}"
        for table, count in TABLES.items()
        for number in range(1, count + 1)
    ]


def test_a_measure_stands_in_the_row_of_its_goal_in_the_table_of_its_interface() -> None:
    for measure in _kb().measures:
        place = measure.source[0]
        section = "3" if measure.interface == "johto" else f"4 {measure.interface}"
        assert measure.goal is not None
        row = measure.goal.replace("-", " ")
        assert (place.section, place.row) == (section, row), measure.code


def test_three_measures_have_knowingly_nobody_and_one_has_no_indicator() -> None:
    measures = _kb().measures
    assert {m.code: m.nobody.label for m in measures if m.nobody} == {
        "J1": "Vastuu määrittelemättä",
        "J3": "Vastuu määrittelemättä",
        "D3": "Vastuu taho määrittelemättä",
    }
    assert {m.code: m.no_indicator.label for m in measures if m.no_indicator} == {"B5": "-"}
    assert all(bool(m.responsible) != bool(m.nobody) for m in measures)
    assert all(bool(m.indicators) != bool(m.no_indicator) for m in measures)


def test_behind_a_measure_stand_the_parties_that_the_table_means() -> None:
    kb = _kb()

    def parties(code: str) -> int:
        measure = kb.measure(code)
        assert measure is not None
        found = {p.id for r in measure.responsible for p in behind.parties(kb, r.actor, DAY)}
        return len(found)

    expected = {"E4": 21, "A8": 21, "J6": 21, "E1": 19, "B5": 20, "C4": 20, "D6": 1, "J3": 0}
    assert {code: parties(code) for code in expected} == expected


def test_the_lead_is_only_where_the_source_says_who_leads() -> None:
    leads = {
        (measure.code, responsible.actor)
        for measure in _kb().measures
        for responsible in measure.responsible
        if responsible.role == "lead"
    }
    assert leads == {("J5", "rekrytointipaallikko")}


def test_only_the_states_that_the_source_reports_are_updates() -> None:
    """Of the year of the source; what is reported later comes on top.

    A pilot of what is to be spread (C3), or a project that is to contribute (A6), is no state.
    """
    codes = {measure.id: measure.code for measure in _kb().measures}
    reported = {
        codes[update.measure]: update.state
        for update in _kb().updates
        if any(evidence.type == "source" for evidence in update.evidence)
    }
    assert reported == {
        "A3": "not-started",
        "A4": "not-started",
        "B2": "in-progress",
    }


def test_the_strategies_are_10_blocks_24_statements_and_68_keywords() -> None:
    blocks = _kb().of(StrategyBlock)
    found = {
        (block.focus_area, block.side): (len(block.statements), len(block.keywords))
        for block in blocks
    }
    assert len(blocks) == len(found) == 10
    assert found == {
        (area, side): counts
        for area, both in STRATEGIES.items()
        for side, counts in zip(("hyvinvointialueella", "kunnissa"), both, strict=True)
    }
    assert len(_kb().of(Statement)) == 24
    assert sum(len(block.keywords) for block in blocks) == 68


def test_nine_acts_in_the_agreement_and_nine_in_the_programme_with_two_within_the_first() -> None:
    kb = _kb()
    programme = kb.programme
    assert programme is not None

    def acts(citations: tuple[Citation, ...]) -> Counter[str]:
        return Counter(citation.statute.removeprefix("laki-") for citation in citations)

    assert acts(kb.agreement.legal_basis) == ACTS
    outer = tuple(citation for citation in programme.legal_basis if citation.within is None)
    inner = tuple(citation for citation in programme.legal_basis if citation.within is not None)
    assert acts(outer) == ACTS
    assert acts(inner) == {"714-1998": 1, "410-2015": 1}
    assert {citation.within for citation in inner} == {f"{outer[0].printed}, 23§"}


def test_the_register_of_acts_is_dated_and_says_where_each_date_is_from() -> None:
    cited = {citation.statute for citation in _kb().of(Citation)}
    statutes = {statute.id: statute for statute in _kb().statutes}
    assert set(statutes) == cited | {"laki-756-2021"}
    for statute in statutes.values():
        assert statute.in_force is not None, statute.id
        assert any(
            "voimaan" in o.fact or "voimassa" in o.fact or "kumosi" in o.fact
            for o in statute.outside
        ), statute.id
    repealed = {
        statute.id: statute.repealed_by for statute in statutes.values() if statute.repealed
    }
    assert repealed == {"laki-7-2014": "756/2021"}


def test_the_summary_of_the_act_is_five_headings_and_nine_points() -> None:
    assert [len(group.points) for group in _kb().of(DutyGroup)] == [2, 2, 2, 2, 1]
    assert len(_kb().of(DutyPoint)) == 9


def test_the_chart_has_six_interfaces_and_six_common_matters() -> None:
    kb = _kb()
    assert [box.interface for box in kb.of(ChartInterface)] == ["a", "a", "b", "c", "d", "e"]
    assert len(kb.of(CommonMatter)) == 6
    assert [interface.id for interface in kb.interfaces] == list(TABLES)
    assert len(kb.of(Level)) == 4


def test_the_areas_of_typ_hold_each_municipality_once() -> None:
    kb = _kb()
    division = next(division for division in kb.divisions if division.id == "typ-alueet")
    assert [len(area.members) for area in division.areas] == [3, 7, 9]
    members = [member for area in division.areas for member in area.members]
    assert sorted(members) == sorted(p.id for p in kb.parties if p.type == "municipality")
    assert division.complete


def test_the_other_divisions_hold_what_the_source_gives_and_no_more() -> None:
    divisions = {division.id: division for division in _kb().divisions}
    talks = divisions["palvelukeskustelualueet"]
    assert [set(area.members) for area in talks.areas] == [
        {"kuopio"},
        {"tuusniemi", "kaavi", "lapinlahti", "siilinjarvi"},
    ]
    assert not talks.complete
    centres = divisions["perhekeskusalueet"]
    assert (centres.announced, centres.areas, centres.complete) == (5, (), False)


def test_the_forum_has_four_tasks_and_a_service_discussion_three_themes() -> None:
    bodies = {body.id: body for body in _kb().bodies}
    forum, talks = bodies["kuntafoorumi"], bodies["palvelukeskustelut"]
    assert len(forum.tasks) == 4
    assert len(talks.themes) == 3
    assert len(bodies["teemaverkostot"].themes) == 8
    assert forum.rhythm is not None
    assert talks.rhythm is not None
    assert (forum.rhythm.times, forum.rhythm.per) == (2, "year")
    assert (talks.rhythm.times, talks.rhythm.per) == (1, "year")


def test_a_chair_is_only_where_the_source_says_who_chairs() -> None:
    chaired = {body.id for body in _kb().bodies if body.chair is not None}
    assert chaired == {"valmiustoimikunta", "perhekeskusverkostot", "sivistysjohtajien-verkosto"}


def test_the_duties_have_the_rhythm_that_the_source_gives() -> None:
    rhythms = {o.id: (o.rhythm.per, o.rhythm.times, o.binding) for o in _kb().obligations}
    expected = {
        "velvoite-kuntafoorumi": ("year", 2, "agreement"),
        "velvoite-viranhaltijajohdon-tapaamiset": ("year", 2, "agreement"),
        "velvoite-neuvottelu-valtuustokaudessa": ("term", 1, "law"),
        "velvoite-palvelukeskustelut": ("year", 1, "agreement"),
        "velvoite-kompassikysely": ("year", 1, "agreement"),
        "velvoite-seuranta-kuntafoorumissa": ("year", 1, "agreement"),
        "velvoite-hyvinvoinnin-tilannekuvan-paivitys": ("year", 1, "programme"),
        "velvoite-hyte-neuvottelut": ("year", 1, "law"),
        "velvoite-hyte-neuvotteluihin-osallistuminen": ("year", 1, "law"),
        "velvoite-hyte-neuvottelukunnan-nimeaminen": ("term", 1, "programme"),
        "velvoite-kunnan-vuosiraportti": ("year", 1, "law"),
        "velvoite-hyvinvointialueen-vuosiraportti": ("year", 1, "law"),
        "velvoite-maahanmuuttoverkosto": ("year", 2, "programme"),
    }
    assert {key: rhythms[key] for key in expected} == expected


def test_the_money_of_the_project_is_as_printed() -> None:
    project = next(p for p in _kb().projects if p.id == "rrp-arjen-ilo-ja-tuki")
    assert project.funding is not None
    funding = project.funding
    assert (funding.printed, funding.amount, funding.currency) == (
        "1,048 miljoonaa euroa",
        1_048_000,
        "EUR",
    )
    # A part of a programme that the source does not name is no programme.
    assert project.programme is None
    assert project.text is not None
    assert "Pilari 4, investointi 2" in project.text


def test_the_authors_are_six() -> None:
    assert len(_kb().of(Author)) == 6


def test_an_abbreviation_is_expanded_by_the_source_or_by_a_named_public_source() -> None:
    for abbreviation in _kb().of(Abbreviation):
        assert (abbreviation.expansion is None) == (abbreviation.expanded_by is None)
        assert (abbreviation.expanded_by == "outside") == bool(abbreviation.outside)
    by_source = {a.abbreviation for a in _kb().of(Abbreviation) if a.expanded_by == "source"}
    assert by_source == {"HYTE", "HYTETU", "TKIO", "IPS", "ETNO", "YTS"}


def test_every_record_has_a_place_in_the_source_or_says_that_it_is_from_outside() -> None:
    """An indicator stands in the row of its measure."""
    without = [
        record.id
        for record in _records()
        if not record.source and not record.outside and not isinstance(record, Indicator)
    ]
    assert without == []


def test_a_row_of_a_table_is_one_of_the_four_goals_and_a_section_exists() -> None:
    rows = {f"tavoite {number}" for number in range(1, 5)}
    sections: dict[str, set[str | None]] = {
        "sopimus": {None, *(str(number) for number in range(1, 10))},
        "ohjelma": {None, "1", "2", "3", "4", *(f"4 {letter}" for letter in "abcde")},
        "allekirjoituslehti": {None},
    }
    for record in _records():
        for place in record.source:
            assert place.row is None or place.row in rows, record.id
            assert place.section in sections[place.document], record.id


def test_every_defect_and_every_reading_is_recorded_exactly_once() -> None:
    found = Counter(remark.id for remark in _remarks() if remark.id)
    defects = {f"vika-{part}{n}" for part, count in DEFECTS.items() for n in range(1, count + 1)}
    readings = {f"tulkinta-u{number}" for number in range(1, READINGS + 1)}
    assert {name: found[name] for name in defects | readings} == dict.fromkeys(
        defects | readings, 1
    )
    kinds = {remark.id: remark.kind for remark in _remarks() if remark.id}
    assert {kinds[name] for name in readings} == {"reading"}
    assert {kinds[name] for name in defects} == {"defect"}


def test_a_reading_is_told_on_every_measure_that_it_could_move_to() -> None:
    """On the first with its id; the other names the first in words, with its code and no id."""
    both = {
        "tulkinta-u1": ("J2", "J3"),
        "tulkinta-u2": ("J4", "J5"),
        "tulkinta-u3": ("J6", "J7"),
        "tulkinta-u5": ("A1", "A2"),
        "tulkinta-u6": ("A4", "A3"),
        "tulkinta-u11": ("D4", "D3"),
    }
    readings = {
        measure.code: [remark for remark in measure.remarks if remark.kind == "reading"]
        for measure in _kb().measures
    }
    for name, (first, second) in both.items():
        assert [remark for remark in readings[first] if remark.id == name]
        assert [remark for remark in readings[second] if f"({first})" in remark.text]


def test_what_the_source_only_asks_for_or_allows_is_no_seat() -> None:
    bodies = {body.id: body for body in _kb().bodies}
    assert bodies["tyollisyysalueiden-valmistelun-ryhmat"].members == ()
    assert bodies["pohjois-savon-pelastustoimi"].members == ()
    assert bodies["paikallistason-neuvottelukunta"].convener is None
    assert bodies["hyte-neuvottelut"].convener is None


def test_whose_work_the_table_names_answers_for_it() -> None:
    """ELYn maahanmuuttoverkostotyö: an organisation that has ended must be found by its name."""
    measure = _kb().measure("D4")
    assert measure is not None
    labels = {r.actor: r.label for r in measure.responsible}
    assert labels["ely-keskus"] == "ELYn maahanmuuttoverkostotyö"


def test_a_correction_stands_beside_what_is_printed() -> None:
    corrected = {remark.id: remark for remark in _remarks() if remark.corrected}
    assert all(remark.printed for remark in corrected.values())
    assert {"vika-l1", "vika-l2", "vika-l3", "vika-l4", "vika-n7"} <= set(corrected)
    assert corrected["vika-l1"].corrected == "611/2021"
    citation = next(c for c in _kb().of(Citation) if c.id == "viittaus-sopimus-611")
    assert (citation.number, citation.statute) == ("611/2022", "laki-611-2021")


def _named_in_coverage() -> set[str]:
    return set(re.findall(r"`([^`]+)`", COVERAGE.read_text("utf-8")))


def test_the_coverage_page_names_only_what_exists() -> None:
    known = {record.id for record in _records()} | {r.id for r in _remarks() if r.id}
    known.add(_personal().id)
    named = {name for name in _named_in_coverage() if name != "yp show ID"}
    paths = {name for name in named if "/" in name}
    assert paths
    assert [path for path in sorted(paths) if not (SHIPPED / path).exists()] == []
    assert sorted(named - paths - known) == []


def test_the_coverage_page_names_every_record_that_carries_a_statement_of_the_source() -> None:
    kinds: tuple[type[Record], ...] = (
        Measure,
        Body,
        Project,
        Need,
        Obligation,
        Principle,
        Provision,
        Citation,
    )
    expected = {record.id for record in _records() if isinstance(record, kinds)}
    expected |= {f"vika-{part}{n}" for part, count in DEFECTS.items() for n in range(1, count + 1)}
    expected |= {f"tulkinta-u{number}" for number in range(1, READINGS + 1)}
    assert sorted(expected - _named_in_coverage()) == []


def test_the_coverage_page_gives_records_for_each_of_the_61_structures() -> None:
    rows = re.findall(r"^\| (R\d\d) \|[^|]+\|([^|]+)\|$", COVERAGE.read_text("utf-8"), re.M)
    assert [number for number, _ in rows] == [f"R{n:02}" for n in range(1, 62)]
    assert all("`" in records for _, records in rows)


def test_a_remark_says_in_words_what_another_remark_is() -> None:
    """An id is a key: whoever reads the text knows none."""
    ids = [remark.id for remark in _remarks() if remark.id]
    assert [r.text for r in _remarks() if any(name in r.text for name in ids)] == []
