"""The codes YP401 to YP407: tables, divisions, bodies and collectives."""

from yhdyspinta_cli.checks.manual.page import Page, rule
from yhdyspinta_cli.language import later as _

PAGES: tuple[Page, ...] = (
    rule(
        "YP401",
        _("The table of an interface has no measure for one of the goals."),
        _("Every table has a row for every goal; a measure or its goal is missing."),
        "# the only measure of interface b\ninterface: b\ngoal: hyvinvointi",
        "# a second measure of interface b\ninterface: b\ngoal: ennakointi",
    ),
    rule(
        "YP402",
        _("A division into areas leaves out a member of what it divides, or has one twice."),
        _("A member without an area, or in two, does not know whom to meet."),
        "of: kunnat\ncomplete: true\nareas:\n  - id: pohjoinen\n    members: [alberga, koivula]\n"
        "  - id: etelainen\n    members: [koivula]",
        "of: kunnat\ncomplete: true\nareas:\n  - id: pohjoinen\n    members: [alberga, koivula]\n"
        "  - id: etelainen\n    members: [ohkola, ahtala]",
    ),
    rule(
        "YP403",
        _(
            "A body is named, but nothing is told of its members, its convener, "
            "its rhythm or its task."
        ),
        _("Nobody can tell whether it exists and who calls it together."),
        "id: turvaverkosto\ntype: network\nname: Turvaverkosto\ninterface: b",
        "id: turvaverkosto\ntype: network\nname: Turvaverkosto\ninterface: b\n"
        "convener:\n  actor: hiidenmaa\n  label: hyvinvointialue",
    ),
    rule(
        "YP404",
        _("A division is spoken of, but its areas or their members are not all listed."),
        _("Answers by area are not complete."),
        "complete: false\nannounced: 2\nareas: []",
        "complete: true\nareas:\n  - id: pohjoinen\n    members: [alberga, koivula]",
    ),
    rule(
        "YP405",
        _("A collective expands to nobody, although it is not marked as vague."),
        _("Whoever asks who stands behind it gets an empty answer."),
        "id: rannikkokunnat\ntype: collective\nname: rannikkokunnat",
        "id: rannikkokunnat\ntype: collective\nname: rannikkokunnat\nmembers:\n  - alberga",
    ),
    rule(
        "YP406",
        _("Collectives contain each other in a circle."),
        _("Nobody is at the end of it, so nobody answers."),
        "- id: kunnat\n  members: [kaikki]\n- id: kaikki\n  members: [kunnat]",
        "- id: kunnat\n  members: [alberga]\n- id: kaikki\n  members: [kunnat]",
    ),
    rule(
        "YP407",
        _("Actors are a part or the successor of each other in a circle."),
        _("Then no party is behind any of them."),
        "- id: yksikko\n  part_of: palvelut\n- id: palvelut\n  part_of: yksikko",
        "- id: yksikko\n  part_of: palvelut\n- id: palvelut\n  part_of: hiidenmaa",
    ),
)
