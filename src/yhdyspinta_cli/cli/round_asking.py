"""What `yp round ask` does: the workbooks, where they go, and the record that they were sent."""

import os
from datetime import date, timedelta
from pathlib import Path

from yhdyspinta_cli import language
from yhdyspinta_cli.cli import (
    options,
    output_file,
    output_folder,
    resolve,
    round_mail,
    spoken,
    terminal,
)
from yhdyspinta_cli.cli.line import Line
from yhdyspinta_cli.diagnostic import UserError, quoted
from yhdyspinta_cli.facts import lifetime, region
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.history import commit
from yhdyspinta_cli.language import plural
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.actors import Party
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.output import spreadsheet
from yhdyspinta_cli.services import asking, opening, saving_together
from yhdyspinta_cli.services.asking import Asking, Sent
from yhdyspinta_cli.store import own_list
from yhdyspinta_cli.wording import trails, years

_PATIENCE = timedelta(weeks=3)
"""How long a party has to answer where no day is given."""


@frozen
class AskLine:
    """The words of the command line."""

    party: str | None
    each_party: bool
    year: int | None
    output: Path | None
    due: str | None
    by: str | None
    is_mailed: bool = False
    templates: Path | None = None
    builtin_templates: bool = False


def run(line: Line, wanted: AskLine, *, is_committed: bool) -> None:
    """Write what is wanted; raises UserError where it cannot be done, nothing written."""
    if (wanted.party is None) == (not wanted.each_party):
        raise UserError(_("give either --party or --each-party"))
    if wanted.output is None or (wanted.each_party and str(wanted.output) == "-"):
        what = _("name the folder with -o") if wanted.each_party else _("name the file with -o")
        raise UserError(_("-o is missing"), hint=what)
    if wanted.is_mailed and str(wanted.output) == "-":
        raise UserError(_("--mail needs a file"), hint=_("name the file with -o"))
    spreadsheet.available()
    clock = options.clock()
    loaded = opening.open_valid(line.where, terminal, clock.today, exit_code=4, packaged=False)
    output_file.refuse_data(loaded.root, wanted.output)
    today = clock.today(loaded.kb)
    year = resolve.year(loaded.kb, wanted.year, today)
    if year > today.year:
        raise UserError(_("{year} has not begun").format(year=year))
    refused = years.outside(loaded.kb, year, today)
    if refused is not None:
        raise UserError(refused[0], hint=refused[1])
    day = min(today, date(year, 12, 31))
    by = wanted.by or os.environ.get("YP_ACTOR")
    language_of_round = spoken.of_data(line, loaded)
    loaded = opening.in_language(loaded, language_of_round)
    made = Asking(
        loaded,
        year,
        day,
        today,
        _due(wanted.due, today),
        resolve.named(by, loaded.kb.all_actors) if by else None,
        clock.recorded(loaded.kb),
    )
    letters = round_mail.Letters.of(
        language_of_round, loaded.root, wanted.templates, builtin=wanted.builtin_templates
    )
    parties = _parties(loaded.kb, wanted, day)
    with language.speaking(language_of_round):
        sent = [asking.sent(made, party) for party in parties]
    if is_committed:
        known = loaded.kb.entries
        records = [one.record for one in sent if one.record.record.id not in known]
        commit.ready(loaded.root, [one.path for one in records])
    if wanted.each_party:
        files = {f"{one.party.id}.xlsx": one.workbook for one in sent}
        of = loaded.kb.agreement.id
        output_folder.write(own_list.ROUNDS, wanted.output, files, of=of, ending="xlsx")
    else:
        refuse_answers(wanted.output, sent[0].workbook)
        output_file.write(sent[0].workbook, wanted.output)
    if wanted.is_mailed:
        drafts = round_mail.asking(letters, made, sent)
        folder = wanted.output if wanted.each_party else wanted.output.parent
        round_mail.write(folder, loaded.kb, drafts)
    _tell_ended(made, sent)
    _record(line, loaded.root, sent, year, is_committed=is_committed)


def _due(written: str | None, today: date) -> date:
    due = options.day(written, "--due") or today + _PATIENCE
    if due < today:
        raise UserError(_("--due: {day} is past").format(day=quoted(str(due))))
    return due


def _parties(kb: KnowledgeBase, wanted: AskLine, day: date) -> tuple[Party, ...]:
    if wanted.party is None:
        return tuple(region.parties(kb, day))
    party = resolve.one_of(wanted.party, kb.parties)
    assert isinstance(party, Party)
    ending = lifetime.ending(kb, party.id, date(day.year, 1, 1))
    beginning = lifetime.beginning(kb, party.id, day)
    if ending or beginning:
        raise UserError(
            _("{name} was no party in {year}: {why}").format(
                name=party.name,
                year=day.year,
                why=trails.validity_text(kb, ending, beginning, party.id),
            )
        )
    return (party,)


def _tell_ended(made: Asking, sent: list[Sent]) -> None:
    """Tell of each party that has ended since who gets its workbook."""
    kb = made.loaded.kb
    for one in sent:
        ending = lifetime.ending(kb, one.party.id, made.on)
        if ending is not None:
            why = trails.ending_text(kb, ending, one.party.id)
            terminal.tell(f"yp: {one.party.name}: {why}")


def refuse_answers(path: Path, raw: bytes) -> None:
    """Raise UserError (exit 4) where a file stands that is not an empty workbook of a round."""
    from yhdyspinta_cli.exchange import workbook
    from yhdyspinta_cli.services import round_reading

    if str(path) == "-" or not path.exists() or not path.is_file():
        return
    if path.read_bytes() == raw:
        return
    shown = quoted(str(path), 200)
    try:
        found = round_reading.returned(workbook.read(path), None)
    except UserError as error:
        raise UserError(
            _("{path} was not made by {command}; nothing was written").format(
                path=shown, command="yp round ask"
            ),
            exit_code=4,
            hint=_("name another file, or move it away"),
        ) from error
    if found.rows or found.faults:
        raise UserError(
            _("{path} has answers in it; nothing was written").format(path=shown),
            exit_code=4,
            hint=_("'yp round collect' takes them; or name another file"),
        )


def _record(line: Line, root: Path, sent: list[Sent], year: int, *, is_committed: bool) -> None:
    """Record that the parties were asked, but for what is recorded already."""
    n = saving_together.save(
        line.where,
        root,
        lambda _loaded: [one.record for one in sent],
        clock=options.clock(),
        message=(lambda coming: _("Round {year}: asked {n}").format(year=year, n=len(coming)))
        if is_committed
        else None,
        voice=terminal,
    )
    if not n:
        terminal.tell(_("yp: that it was asked is recorded already"))
        return
    told = plural(
        "yp: recorded that {n} party was asked", "yp: recorded that {n} parties were asked", n
    )
    terminal.tell(told.format(n=n))
