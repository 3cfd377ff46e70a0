"""The codes YP301 to YP308: who answers, how it shows, when it is due."""

from yhdyspinta_cli.checks.manual.page import Page, rule
from yhdyspinta_cli.language import later as _

PAGES: tuple[Page, ...] = (
    rule(
        "YP301",
        _("A measure has nobody responsible, and the source says so itself."),
        _("What nobody answers for is seldom done; the parties still have to decide."),
        "nobody:\n  label: Vastuu määrittelemättä",
        "responsible:\n  - actor: kunnat\n    label: kunnat",
    ),
    rule(
        "YP302",
        _("A measure has nobody responsible, and nothing says that this is known."),
        _("A forgotten key looks the same as an open question, so the two are kept apart."),
        "title: Talous\nindicators: []",
        "title: Talous\nresponsible:\n  - actor: kunnat\n    label: kunnat",
    ),
    rule(
        "YP303",
        _("A responsible actor is a word that names nobody in particular."),
        _("What everybody answers for, nobody can be asked about."),
        "responsible:\n  - actor: kaikki-toimijat\n    label: kaikki toimijat",
        "responsible:\n  - actor: kunnat\n    label: kunnat",
    ),
    rule(
        "YP304",
        _("A measure has several responsible actors, and none of them leads."),
        _("Each may wait for the others to begin."),
        "responsible:\n  - actor: hiidenmaa\n    label: HVA\n  - actor: kunnat\n    label: kunnat",
        "responsible:\n  - actor: hiidenmaa\n    role: lead\n    label: HVA\n"
        "  - actor: kunnat\n    label: kunnat",
    ),
    rule(
        "YP305",
        _("A measure has no indicator, so that nobody can see whether it is done."),
        _("Its state can only be an opinion."),
        'no_indicator:\n  label: "-"',
        "indicators:\n  - id: mittari-b2\n    label: Sovittu / ei sovittu\n    type: yes-no",
    ),
    rule(
        "YP306",
        _("An obligation names nobody who has to do it."),
        _("Nobody can be reminded of it when it is due."),
        "doers: []",
        "doers:\n  - actor: kunnat",
    ),
    rule(
        "YP307",
        _("An obligation does not tell how often, by when or on which occasion it is due."),
        _("It never falls due, so it appears in no calendar."),
        "rhythm:\n  printed: säännöllisesti",
        "rhythm:\n  per: year\n  times: 2",
    ),
    rule(
        "YP308",
        _("A unit or a role is part of nobody."),
        _("No party answers for what names it, and its measures stand on no party's card."),
        "id: hyvinvointipalvelut\ntype: unit",
        "id: hyvinvointipalvelut\ntype: unit\npart_of: hiidenmaa",
    ),
)
