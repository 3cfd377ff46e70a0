"""What stands in a mail of a round: subject and text, from templates that can be overridden.

The first line that a template gives is the subject, the rest is the text. It is plain text: what
the data says stands in it as it is, on one line.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Literal

from jinja2.exceptions import TemplateRuntimeError
from jinja2.runtime import Undefined

from yhdyspinta_cli import language
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.report import sandbox, template_faults

MailKind = Literal["ask", "reminder"]

_UNSEEN = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u2028\u2029]+")


@frozen
class Mail:
    """What a mail of a round tells: who is asked what of which year, by when, and by whom.

    `agreement` is its title, `file` the name of the workbook with the mail (empty: none is sent
    again). The numbers say of how many of each something is asked. `asker` is the name of who asks
    and `contact` its address, where the answer goes; without one the mail is answered. `asked` is
    the day on which it was asked, for a reminder.
    """

    party: str
    agreement: str
    year: int
    due: date | None = None
    asked: date | None = None
    file: str = ""
    measures: int = 0
    indicators: int = 0
    obligations: int = 0
    meetings: int = 0
    counterparts: int = 0
    asker: str = ""
    contact: str = ""

    @property
    def asks(self) -> bool:
        """True where it tells how many of something are asked about."""
        numbers = (self.measures, self.indicators, self.obligations, self.meetings)
        return any((*numbers, self.counterparts))


@frozen
class MailText:
    """The subject on one line, and the text."""

    subject: str
    text: str


def render(
    mail: Mail, kind: MailKind, code: str, folders: Sequence[Path], *, packaged: Path
) -> MailText:
    """Return a mail in the language of this `code`.

    `folders` hold templates that come before the packaged ones, the first one first. Raises
    UserError (exit 3) with file and line where a template fails or gives no subject or text.
    """
    name = f"mail/{kind}.j2"
    with template_faults.told(folders, packaged), language.speaking(code):
        environment = _environment(folders, packaged)
        written = environment.get_template(name).render(mail=mail)
    subject, _end, text = written.strip().partition("\n")
    # A blank line where nothing stood between two parts is no part of the text.
    text = re.sub(r"\n{3,}", "\n\n", text).strip("\n")
    if not subject.strip() or not text.strip():
        told = _("the first line is the subject, the rest the text: one of them is empty")
        raise template_faults.failed(name, 1, told, packaged)
    return MailText(_line(subject), text + "\n")


def _environment(folders: Sequence[Path], packaged: Path) -> sandbox.Sandbox:
    environment = sandbox.Sandbox(folders, packaged)
    # Plain text: an ampersand is one.
    environment.autoescape = False
    environment.finalize = _shown
    environment.newstyle_gettext = True  # type: ignore[attr-defined]
    environment.globals.update(
        gettext=lambda message, /, **names: _filled(language.text(message, language.REPORT), names),
        ngettext=lambda one, many, n, /, **names: _filled(
            language.plural(one, many, n, language.REPORT), {"n": n, **names}
        ),
        long_day=language.long_day_text,
    )
    return environment


def _shown(value: Any) -> Any:
    """Return a value as text; what is not there fails."""
    if isinstance(value, Undefined):
        return str(value)
    return _line(language.day_text(value) if isinstance(value, date) else str(value))


def _filled(message: str, names: Mapping[str, Any]) -> str:
    """Return a message of ours with data in it."""
    try:
        return message % {key: _shown(value) for key, value in names.items()}
    except (KeyError, TypeError, ValueError) as error:
        raise TemplateRuntimeError(f"{message!r}: {error!r}") from error


def _line(value: str) -> str:
    """Return a text on one line, without what steers a screen."""
    return _UNSEEN.sub(" ", value).strip()
