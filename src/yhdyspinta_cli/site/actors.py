"""Units, roles, outside organisations, groups and projects: what is theirs, and their lists."""

from collections.abc import Iterator

from yhdyspinta_cli.facts import behind
from yhdyspinta_cli.language import later
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.actors import Actor
from yhdyspinta_cli.model.obligations import Project
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.report.structures import seated
from yhdyspinta_cli.site import addresses, holdings, shelf
from yhdyspinta_cli.site.desk import Site
from yhdyspinta_cli.site.grounds import grounds
from yhdyspinta_cli.site.page import Crumb, Page
from yhdyspinta_cli.wording import own_words, sentences
from yhdyspinta_cli.wording.trails import to_end_text, validity_text

_LISTS: tuple[tuple[type[Actor] | type[Project], str], ...] = (
    (Actor, later("Units, roles and groups")),
    (Project, later("Projects")),
)


def pages(site: Site) -> Iterator[Page]:
    """Yield a list for each of the two kinds, and the page of each one by name."""
    for kind, title in _LISTS:
        yield from _of_kind(site, kind, Crumb(_(title), addresses.listing(kind)))


def _of_kind(site: Site, kind: type[Actor] | type[Project], index: Crumb) -> Iterator[Page]:
    listed: tuple[Actor | Project, ...] = site.listed(kind)
    if not listed:
        return
    yield Page(
        path=index.path,
        title=index.text,
        template="site/names.j2",
        given={
            "lines": tuple(
                (one.name_shown, own_words.kind(one), _validity(site, one)) for one in listed
            )
        },
        kind="list",
    )
    yield from shelf.row(index, (_page(site, one) for one in listed))


def _page(site: Site, actor: Actor | Project) -> Page:
    kb = site.kb
    members = behind.members(kb, actor.id, site.day) if kb.is_collective(actor.id) else ()
    return shelf.record(
        site,
        actor.id,
        actor.name_shown,
        template="site/actor.j2",
        kind="actor",
        given={
            "actor": actor,
            "what": own_words.kind(actor),
            "within": tuple(seated(kb, key, site.day) for key in kb.ancestors(actor.id)),
            "validity": _validity(site, actor),
            "members": tuple(kb.name(member.actor) for member in members),
            "inside": tuple(
                seated(kb, one.id, site.day)
                for one in kb.all_actors
                if kb.parent(one.id) == actor.id
            ),
            "held": holdings.view(kb, site.cards[actor.id]),
            "had": holdings.earlier(site, actor.id),
            "grounds": grounds(kb, actor),
        },
    )


def _validity(site: Site, actor: Record) -> str:
    card = site.cards[actor.id]
    with sentences.marked():
        told = validity_text(site.kb, card.ending, card.beginning, actor.id)
    return told or to_end_text(actor, site.day)
