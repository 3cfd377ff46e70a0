"""`yp site`: the agreement as a static site."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from yhdyspinta_cli import language
from yhdyspinta_cli.cli import (
    options,
    output_file,
    output_folder,
    report_data,
    report_files,
    terminal,
    web_address,
)
from yhdyspinta_cli.cli.line import Line, command
from yhdyspinta_cli.diagnostic import UserError
from yhdyspinta_cli.language import text as _

if TYPE_CHECKING:
    from yhdyspinta_cli.model.knowledge_base import KnowledgeBase


def register(app: typer.Typer) -> None:
    """Add the commands of this family."""
    app.command("site")(site)


@command
def site(
    line: Line,
    folder: Annotated[
        Path,
        typer.Argument(metavar=_("FOLDER"), help=_("The folder of the site: empty, or its own.")),
    ],
    url: Annotated[
        str | None,
        typer.Option(
            "--url",
            metavar="URL",
            help=_("Where the site will be: the feed then has whole addresses."),
        ),
    ] = None,
    templates: options.Templates = None,
    builtin_templates: Annotated[
        bool, typer.Option("--builtin-templates", help=_("Use the packaged templates only."))
    ] = False,
    as_of: options.AsOf = None,
    rev: options.Rev = None,
) -> None:
    """Write the agreement as a site: a page for each measure, party, body and duty."""
    from yhdyspinta_cli import __version__
    from yhdyspinta_cli import site as sites
    from yhdyspinta_cli.report.documents import Provenance
    from yhdyspinta_cli.services import opening, site_news, site_search
    from yhdyspinta_cli.site.surroundings import Surroundings
    from yhdyspinta_cli.store import own_list, resources
    from yhdyspinta_cli.wording.words import word

    address = web_address.of_folder(url)
    root, packaged = opening.find(line.where, packaged=rev is None)
    output_file.refuse_data(root, folder)
    with terminal.telling_after_a_second(_("yp: writing the site …")):
        data = report_data.opened(
            line,
            root,
            packaged=packaged,
            as_of=as_of,
            rev=rev,
            templates=templates,
            builtin_templates=builtin_templates,
        )
        loaded, code = data.loaded, data.spoken
        asked = report_files.asked_year(data, by_day="--as-of")
        earlier = report_data.earlier(loaded, code)
        stamp = Provenance(
            __version__,
            loaded.digest,
            earlier or data.revision or "",
            asked.day,
            earlier is not None,
        )
        with language.speaking(language.spoken(code)):
            news = (
                site_news.untold(asked.day)
                if packaged
                else site_news.gathered(
                    data.written, asked.day, data.given, line.where.kept(root), data.today
                )
            )
        searching = _searching()
        made = sites.files(
            loaded.kb,
            sites.SiteAsked(
                asked.year,
                asked.day,
                asked.is_over,
                code,
                stamp,
                data.known,
                Surroundings(
                    news,
                    data.given is not None or rev is not None,
                    address,
                    searching is not None,
                ),
            ),
            data.folders,
            packaged=resources.resource_dir("templates"),
            word=word,
        )
        if searching is not None:
            pages = {path: raw for path, raw in made.items() if path.endswith(".html")}
            made |= site_search.index(searching, pages, code, os.environ)
    output_folder.write_tree(own_list.SITE, folder, made, of=loaded.kb.agreement.id)
    _tell_unstated(loaded.kb)


def _searching() -> Path | None:
    """Return the program that makes the index of the search; None, told, where there is none."""
    from yhdyspinta_cli.services import site_search

    try:
        return site_search.available()
    except UserError as error:
        terminal.tell(_("yp: no search: {why}; {hint}").format(why=error, hint=error.hint))
        return None


def _tell_unstated(kb: "KnowledgeBase") -> None:
    """Tell what the accessibility statement has to say and the data does not."""
    from yhdyspinta_cli.site import accessibility

    lacking = accessibility.unstated(kb)
    if lacking:
        told = _("yp: the accessibility statement lacks what the publisher knows: {what}; {hint}")
        hint = _("'accessibility' in data/agreement.yaml takes it")
        terminal.tell(told.format(what=", ".join(lacking), hint=hint))
