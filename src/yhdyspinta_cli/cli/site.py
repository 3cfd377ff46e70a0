"""`yp site`: the agreement as a static site."""

from pathlib import Path
from typing import Annotated

import typer

from yhdyspinta_cli import language
from yhdyspinta_cli.cli import options, output_file, output_folder, report, terminal
from yhdyspinta_cli.cli.line import Line, command
from yhdyspinta_cli.language import text as _


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
    from yhdyspinta_cli.history.revision import revision
    from yhdyspinta_cli.report.documents import Provenance
    from yhdyspinta_cli.services import opening, publishing
    from yhdyspinta_cli.store import own_list, resources
    from yhdyspinta_cli.wording import revisions
    from yhdyspinta_cli.wording.words import word

    root, packaged = opening.find(line.where, packaged=rev is None)
    output_file.refuse_data(root, folder)
    with terminal.telling_after_a_second(_("yp: writing the site …")):
        folders = (
            [] if builtin_templates else report.template_folders(templates, root, packaged=packaged)
        )
        given = options.day(as_of)
        clock = options.clock()
        loaded = opening.open_valid(
            line.where, terminal, lambda kb: given or clock.today(kb), rev=rev
        )
        asked = report.asked_year(loaded.kb, None, given, clock.today(loaded.kb))
        spoken = line.language or loaded.kb.agreement.language
        terminal.tell_unspoken(spoken)
        with language.speaking(language.spoken(spoken)):
            earlier = None if loaded.revision is None else revisions.named(loaded.revision)
        own = None if packaged or rev is not None else revision(root)
        stamp = Provenance(
            __version__, loaded.digest, earlier or own or "", asked.day, earlier is not None
        )
        made = sites.files(
            loaded.kb,
            sites.Asked(
                asked.year,
                asked.day,
                asked.is_over,
                spoken,
                stamp,
                {} if packaged else publishing.known(root, loaded.kb),
            ),
            folders,
            packaged=resources.resource_dir("templates"),
            word=word,
        )
    output_folder.write_tree(own_list.SITE, folder, made)
