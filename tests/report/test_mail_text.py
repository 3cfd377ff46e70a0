"""The mails of a round: said plainly in the reader's language, and in words of one's own."""

from datetime import date
from pathlib import Path

import pytest

from tests.conftest import SHIPPED, Yp
from yhdyspinta_cli.diagnostic import UserError
from yhdyspinta_cli.report import mail_text
from yhdyspinta_cli.report.mail_text import Mail, MailText

MAIL = Mail(
    party="Ähtälä",
    agreement='Yhdyspinnat & "yhteistyö"',
    year=2025,
    due=date(2026, 2, 28),
    asked=date(2026, 1, 10),
    file="ahtala-2025.xlsx",
    measures=12,
    counterparts=4,
    asker="Hiidenmaan hyvinvointialue",
    contact="kirjaamo@hiidenmaa.example",
)


def told(kind: mail_text.MailKind, mail: Mail = MAIL, code: str = "fi", *folders: Path) -> MailText:
    return mail_text.render(mail, kind, code, folders, packaged=SHIPPED / "templates")


def put(folder: Path, text: str) -> Path:
    path = folder / "mail/ask.j2"
    path.parent.mkdir(parents=True)
    path.write_text(text, "utf-8")
    return folder


def test_who_is_asked_learns_what_by_when_and_where_to() -> None:
    found = told("ask")
    assert found.subject == "Vuoden 2025 seurantatiedot: Ähtälä"
    assert 'Sopimus: Yhdyspinnat & "yhteistyö".' in found.text
    assert "ahtala-2025.xlsx" in found.text
    assert "- toimenpiteet: 12\n- vastinparit: 4\n" in found.text
    assert "mittarit" not in found.text
    assert "viimeistään 28. helmikuuta 2026 osoitteeseen kirjaamo@hiidenmaa.example." in found.text
    assert found.text.endswith("\n\nHiidenmaan hyvinvointialue\nkirjaamo@hiidenmaa.example\n")
    assert "\n\n\n" not in found.text


def test_a_reminder_tells_when_it_was_asked() -> None:
    found = told("reminder")
    assert found.subject == "Muistutus: vuoden 2025 seurantatiedot, Ähtälä"
    assert "10. tammikuuta 2026" in found.text
    assert "- toimenpiteet: 12\n- vastinparit: 4\n" in found.text
    assert "28. helmikuuta 2026" in found.text
    assert told("reminder", code="en").subject == "Reminder: monitoring data for 2025, Ähtälä"


@pytest.mark.parametrize("kind", ["ask", "reminder"])
@pytest.mark.parametrize("code", ["fi", "en"])
def test_what_is_not_known_leaves_no_gap(kind: mail_text.MailKind, code: str) -> None:
    found = told(kind, Mail(party="Koivula", agreement="Sopimus", year=2025), code)
    assert "None" not in found.text
    assert "\n\n\n" not in found.text
    assert "  " not in found.text
    assert "2025" in found.subject


def test_a_name_is_no_template_and_ends_no_line() -> None:
    hostile = Mail(party="Kuopio\r\nBcc: x@y.fi {{ 7 * 7 }}", agreement="<b>%(n)s</b>", year=2025)
    found = told("ask", hostile)
    assert found.subject.endswith("Kuopio Bcc: x@y.fi {{ 7 * 7 }}")
    assert "<b>%(n)s</b>" in found.text
    assert "Vastaava osapuoli: Kuopio Bcc: x@y.fi {{ 7 * 7 }}\n" in found.text


def test_a_region_says_it_in_its_own_words(tmp_path: Path) -> None:
    own = put(
        tmp_path,
        '{% extends "yp/mail/ask.j2" %}{% block greeting %}\nTervehdys!\n\n{% endblock %}',
    )
    found = told("ask", MAIL, "fi", own)
    assert found.subject == told("ask").subject
    assert found.text.startswith("Tervehdys!\n")
    assert "Hei," not in found.text
    # The reminder is an ask in other words: it greets in the same way.
    assert told("reminder", MAIL, "fi", own).text.startswith("Tervehdys!\n")


@pytest.mark.parametrize(
    "template",
    [
        "{{ mail.nothing }}\nx",
        "Vain otsikko",
        "\n\n",
        "{% for i in range(10000000000) %}x{% endfor %}",
        "{{ mail.__class__.__mro__ }}\nx",
        "{% include '/etc/hostname' %}",
        "{{",
    ],
)
def test_a_template_that_fails_or_reaches_out_is_told(tmp_path: Path, template: str) -> None:
    with pytest.raises(UserError) as raised:
        told("ask", MAIL, "fi", put(tmp_path, template))
    assert raised.value.exit_code == 3


def test_the_templates_of_mails_are_listed_and_copied(yp: Yp, region: Path) -> None:
    assert "mail/reminder.j2" in yp("templates", "list", cwd=region).out
    assert yp("templates", "copy", "mail/ask.j2", cwd=region).code == 0
    copied = told("ask", MAIL, "fi", region / "templates")
    assert copied == told("ask")
