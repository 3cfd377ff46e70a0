"""The codes YP201 to YP205: names, ids and codes."""

from yhdyspinta_cli.checks.manual.page import Page, rule
from yhdyspinta_cli.language import later as _

PAGES: tuple[Page, ...] = (
    rule(
        "YP201",
        _("A record names another record that does not exist."),
        _("The answer would stop there: nobody stands behind the name."),
        "responsible:\n  - actor: koivlua\n    label: Koivula",
        "responsible:\n  - actor: koivula\n    label: Koivula",
    ),
    rule(
        "YP202",
        _(
            "Two records of one kind answer to the same name, "
            "so that a look-up cannot tell them apart."
        ),
        _("Whoever asks by that name gets the wrong one, or a question instead of an answer."),
        "actors:\n  - id: hyvinvointi\n    name: Hyvinvointi\n"
        "  - id: hyte\n    name: HYTE\n    aliases:\n      - Hyvinvointi",
        "actors:\n  - id: hyvinvointi\n    name: Hyvinvointi\n  - id: hyte\n    name: HYTE",
    ),
    rule(
        "YP203",
        _("Nothing in the data names an actor, so that it answers for nothing."),
        _("It may be left over, or its responsibility may be missing."),
        "actors:\n  - id: talousyksikko\n    type: unit\n    name: Talousyksikkö",
        "# data/measures/talous.yaml\n"
        "responsible:\n  - actor: talousyksikko\n    label: Talousyksikkö",
    ),
    rule(
        "YP204",
        _("Two measures have the same code."),
        _("People speak of measures by their codes."),
        "# data/measures/talous.yaml\ncode: J3\n# data/measures/asuminen.yaml\ncode: J3",
        "# data/measures/talous.yaml\ncode: J3\n# data/measures/asuminen.yaml\ncode: J4",
    ),
    rule(
        "YP205",
        _("A measure's code begins with another letter than its interface."),
        _("Either the code or the interface is wrong, and the measure is shown in a wrong table."),
        "code: A4\ninterface: b",
        "code: B4\ninterface: b",
    ),
)
