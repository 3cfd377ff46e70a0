"""The accessibility statement: what the law asks to be told, and what the publisher has told.

In Finland the act on digital services (306/2019), whose supervisor is Traficom since 1.1.2025 (act
606/2024); elsewhere the directive (EU) 2016/2102. What the data does not tell is not invented.
"""

from collections.abc import Iterator

from yhdyspinta_cli.facts import agreement
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.site import alphabet, contact
from yhdyspinta_cli.site.desk import Site
from yhdyspinta_cli.site.page import Crumb, Page

PATH = "accessibility.html"

FINLAND = "FI"


def pages(site: Site) -> Iterator[Page]:
    """Yield the page of the statement."""
    yield Page(
        path=PATH,
        title=_("Accessibility statement"),
        template="site/accessibility.j2",
        given={
            "stated": agreement.accessibility(site.kb),
            "is_finnish": (site.kb.agreement.country or FINLAND) == FINLAND,
            "url": site.around.url,
            "has_own_templates": site.has_own_templates,
            "index": alphabet.step(),
            "contact": Crumb(_("Contact"), contact.PATH),
        },
        kind="list",
    )


def unstated(kb: KnowledgeBase) -> list[str]:
    """Return in words what the statement has to tell and the data does not."""
    found = agreement.accessibility(kb)
    is_lacking = found.conforms in ("partially", "not") and not found.shortcomings
    return [
        name
        for name, is_missing in (
            (_("how far the site meets the requirements (conforms)"), found.conforms is None),
            (_("what is not accessible (shortcomings)"), is_lacking),
            (_("how it was tested (tested)"), found.tested is None),
            (_("when it was stated (day)"), found.day is None),
            (_("who takes feedback (feedback)"), found.feedback is None),
        )
        if is_missing
    ]
