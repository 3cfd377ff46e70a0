"""The codes YP701 to YP901: people, links, remarks."""

from yhdyspinta_cli.checks.manual.page import Page, rule
from yhdyspinta_cli.diagnostic import Severity
from yhdyspinta_cli.language import later as _

PAGES: tuple[Page, ...] = (
    rule(
        "YP701",
        _("The name of a person of the personal file stands in another file."),
        _("Names of people are personal data: they are kept in one file that is not published."),
        "text: Aino Keksitty kutsuu ryhmän koolle",
        "text: Hyvinvointikoordinaattori kutsuu ryhmän koolle",
    ),
    rule(
        "YP702",
        _("An e-mail address stands in the data."),
        _("It is usually personal data, and it is collected by senders of spam."),
        "text: Lisätietoja aino.keksitty@hiidenmaa.example",
        "text: Lisätietoja hyvinvointikoordinaattorilta",
    ),
    rule(
        "YP703",
        _("A phone number stands in the data."),
        _("It is usually personal data, and it grows old unnoticed."),
        "text: Lisätietoja 040 123 4567",
        "text: Lisätietoja hyvinvointikoordinaattorilta",
    ),
    rule(
        "YP704",
        _("A Finnish personal identity code stands in the data."),
        _("It must never be published, and it stays in the history of git."),
        "note: Asiakas 131052-308T",
        "note: Yksi asiakas",
    ),
    rule(
        "YP801",
        _(
            "A link leads through a middleman that tracks who follows it, "
            "or carries a tracking mark."
        ),
        _("The reader is watched, and the link dies when the middleman closes."),
        "url: https://kunta.example/raportti?utm_source=uutiskirje",
        "url: https://kunta.example/raportti",
    ),
    rule(
        "YP802",
        _("A link is not a plain web or mail address: another scheme, a password, a broken form."),
        _("Such a link can run code in the reader's browser, or give a secret away."),
        "url: javascript:alert(1)",
        "url: https://kunta.example/raportti",
    ),
    rule(
        "YP803",
        _("The host of a link has letters outside a-z, which can look like another host."),
        _("A Cyrillic о looks like a Latin o, and leads elsewhere."),
        "url: https://kоivula.example/",
        "url: https://koivula.example/",
    ),
    Page(
        "YP901",
        "remark-accepts-nothing",
        Severity.WARNING,
        _("A remark accepts a finding that is not there."),
        _(
            "The defect has been mended, or the remark stands at the wrong record or names a wrong"
            " code; either way it would hide the next such finding."
        ),
        "remarks:\n  - text: Lähde ei nimeä ketään.\n    rule: YP303",
        "remarks:\n  - text: Lähde ei nimeä ketään.",
    ),
)
