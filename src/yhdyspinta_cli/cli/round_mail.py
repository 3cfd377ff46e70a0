"""Drafts of the mails of a round: one for each party that has a role address in the data."""

import os
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from pathlib import Path

from yhdyspinta_cli.cli import terminal
from yhdyspinta_cli.cli.report_data import template_folders
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import plural
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.actors import Party
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.output import mail
from yhdyspinta_cli.queries import rounds
from yhdyspinta_cli.queries.rounds import PartyRound
from yhdyspinta_cli.report import mail_text
from yhdyspinta_cli.report.mail_text import Mail, MailKind
from yhdyspinta_cli.services.asking import Asking, Sent
from yhdyspinta_cli.store import own_folder, own_list, resources


@frozen
class Letters:
    """In which language and with which templates mails are written."""

    spoken: str
    folders: list[Path]

    @classmethod
    def of(cls, spoken: str, root: Path, templates: Path | None, *, builtin: bool) -> "Letters":
        """Return them; the packaged templates alone where `builtin` asks for it.

        Raises UserError (exit 2) where the named folder is not there.
        """
        folders = [] if builtin else template_folders(templates, root, packaged=False)
        return cls(spoken, folders)

    def draft(self, told: Mail, kind: MailKind, to: str, workbook: bytes | None) -> bytes:
        """Return the draft of a mail, with a workbook where there is one."""
        packaged = resources.resource_dir("templates")
        written = mail_text.render(told, kind, self.spoken, self.folders, packaged=packaged)
        return mail.draft(
            to=to,
            subject=written.subject,
            text=written.text,
            language=self.spoken,
            attachment_name=told.file or None,
            attachment=workbook,
        )


def asking(letters: Letters, made: Asking, sent: Iterable[Sent]) -> dict[str, bytes]:
    """Return the drafts by the names of their files, each with its workbook."""
    return {
        f"{one.party.id}.eml": letters.draft(
            Mail(
                one.party.name,
                made.loaded.kb.agreement.title,
                made.year,
                due=made.due,
                file=f"{one.party.id}.xlsx",
                measures=one.counts.get("measures", 0),
                indicators=one.counts.get("indicators", 0),
                obligations=one.counts.get("duties", 0),
                counterparts=one.counts.get("counterparts", 0),
                asker=made.loaded.kb.name(made.by) if made.by else "",
                contact=made.address or "",
            ),
            "ask",
            to,
            one.workbook,
        )
        for one, to in _addressed(sent)
    }


def _addressed(sent: Iterable[Sent]) -> Iterator[tuple[Sent, str]]:
    """Yield what can be sent with its address; those without one are told."""
    lacking: list[Party] = []
    for one in sent:
        if one.to.contact is None:
            lacking.append(one.to)
        else:
            yield one, one.to.contact
    tell_lacking(dict.fromkeys(lacking))


def tell_lacking(parties: Collection[Party]) -> None:
    """Tell for whom no mail is written, and what to do."""
    if parties:
        terminal.tell(
            _("yp: no address, so no mail: {names}; 'contact' on a party names one").format(
                names=", ".join(one.name for one in parties)
            )
        )


def reminders(
    letters: Letters, kb: KnowledgeBase, lacking: Iterable[PartyRound], year: int
) -> dict[str, bytes]:
    """Return the reminders by the names of their files, of those who have an address."""
    made: dict[str, bytes] = {}
    without: list[Party] = []
    for one in lacking:
        to = rounds.receiver(kb, one.party, one.day)
        if to.contact is None:
            without.append(to)
            continue
        asked: date | None = one.asked.on if one.asked else None
        due = one.asked.due if one.asked else None
        told = Mail(one.party.name, kb.agreement.title, year, due=due, asked=asked)
        made[f"{one.party.id}.eml"] = letters.draft(told, "reminder", to.contact, None)
    tell_lacking(dict.fromkeys(without))
    return made


def write(folder: Path, kb: KnowledgeBase, drafts: dict[str, bytes]) -> None:
    """Write drafts into a folder and tell how many; those of an earlier time are removed."""
    of = kb.agreement.id
    written = own_folder.put(own_list.ROUNDS, folder, drafts, os.environ, of=of, ending="eml")
    n = written.changed + written.same
    told = plural(
        "yp: {n} draft of a mail is in {path}; nothing was sent",
        "yp: {n} drafts of mails are in {path}; nothing was sent",
        n,
    )
    terminal.tell(told.format(n=n, path=folder))
