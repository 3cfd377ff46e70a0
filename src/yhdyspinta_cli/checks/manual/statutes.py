"""The codes YP501 to YP506: acts."""

from yhdyspinta_cli.checks.manual.page import Page, rule
from yhdyspinta_cli.language import later as _

PAGES: tuple[Page, ...] = (
    rule(
        "YP501",
        _("An act is cited under a number that the register does not have for it."),
        _("A reader who looks the number up finds another act, or none."),
        "statute: laki-100-2020\nnumber: 100/2012",
        "statute: laki-100-2020\nnumber: 100/2020",
    ),
    rule(
        "YP502",
        _("An act is cited with a title that is not its own."),
        _("The act cannot be found by that title."),
        "statute: laki-100-2020\ntitle: Laki alueista",
        "statute: laki-100-2020\ntitle: Aluelaki",
    ),
    rule(
        "YP503",
        _("An act is cited under two numbers, of which the register knows only one."),
        _("It looks like two acts."),
        "- statute: laki-100-2020\n  number: 100/2020\n"
        "- statute: laki-100-2020\n  number: 100/2021",
        "- statute: laki-100-2020\n  number: 100/2020\n"
        "- statute: laki-100-2020\n  number: 100/2020",
    ),
    rule(
        "YP504",
        _("An act is cited that was repealed before the document's day."),
        _("The document rests on an act that no longer held."),
        "# repealed: 2021-09-01\nstatute: laki-7-2014",
        "statute: laki-756-2021",
    ),
    rule(
        "YP505",
        _("An act is cited that was not yet in force on the document's day."),
        _("Until then another act held, and a reader must know that."),
        "# in_force: 2025-01-01\nstatute: laki-380-2023",
        "# in_force: 2021-01-01\nstatute: laki-100-2020",
    ),
    rule(
        "YP506",
        _('A section of an act is not written in the form "14 §".'),
        _("The Finnish form is the number, a space and the sign; other forms are hard to find."),
        'number: "14"\nprinted: § 14',
        'number: "14"\nprinted: 14 §',
    ),
)
