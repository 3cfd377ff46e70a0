"""The contact page: the publisher, and the role addresses of the parties; never a person's."""

from collections.abc import Iterator

from yhdyspinta_cli.facts import agreement, region
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.site.desk import Site
from yhdyspinta_cli.site.page import Page

PATH = "contact.html"


@frozen
class Contact:
    """A party and the address of an office or a role of it, empty where none is told."""

    name: str
    address: str


def pages(site: Site) -> Iterator[Page]:
    """Yield the contact page."""
    publisher = site.kb.agreement.organisation
    website = publisher.website or ""
    found = [
        Contact(site.kb.name(party.id), party.contact or "")
        for party in region.parties(site.kb, site.day)
    ]
    yield Page(
        path=PATH,
        title=_("Contact"),
        template="site/contact.j2",
        given={
            "publisher": publisher,
            "feedback": agreement.accessibility(site.kb).feedback or "",
            "website": website if "://" in website or not website else f"https://{website}",
            "contacts": [one for one in found if one.address],
            "without": [one.name for one in found if not one.address],
        },
        kind="list",
    )
