"""A draft of a mail, read back as a mail program reads it, and hostile names that stay names."""

import re
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

import pytest

from yhdyspinta_cli.output import mail

SHEET = b"PK\x03\x04" + bytes(range(256)) * 20
PLAIN: dict[str, Any] = {
    "to": "kirjaamo@koivula.example",
    "subject": "Vuoden 2025 seurantatiedot: Koivula",
    "text": "Hei,\n\npyydämme tietoja.\n",
    "language": "fi",
    "attachment_name": "koivula-2025.xlsx",
    "attachment": SHEET,
}
HOSTILE = (
    "Kuopio\r\nBcc: x@y.fi",
    "Kuopio\nBcc: x@y.fi\n\nRunko",
    "Kuopio\u2028Bcc: x@y.fi",
    "Kuopio\x85Bcc: x@y.fi",
    "Kuopio\x00\x0bBcc: x@y.fi",
    "=?utf-8?q?Kuopio=0D=0ABcc:_x=40y.fi?=",
    "Äijälän Öljy ja Åke",
    "Kuopio 👩‍👩‍👧 🎉",
    "Ä" * 300,
    "k" * 300,
    "pitkä sana " * 30,
    '"Kuopio"; filename="x.exe"',
    "Kuopio\u202exslx.exe",
    "a\ud800b",
)


def read(raw: bytes) -> EmailMessage:
    """A draft as the parser of the standard library reads it, without a fault found."""
    message = message_from_bytes(raw, policy=policy.default)
    assert isinstance(message, EmailMessage)
    for part in message.walk():
        assert part.defects == []
        assert all(header.defects == () for header in part.values() if hasattr(header, "defects"))
    return message


def squeezed(text: object) -> str:
    return "".join(str(text).split())


def test_a_draft_is_unsent_and_has_its_text_and_its_workbook() -> None:
    message = read(mail.draft(**PLAIN))
    assert message["X-Unsent"] == "1"
    assert message["To"] == "kirjaamo@koivula.example"
    assert message["Subject"] == "Vuoden 2025 seurantatiedot: Koivula"
    assert message["Content-Language"] == "fi"
    assert not {"Date", "Message-ID", "From", "Bcc", "Cc"} & set(message.keys())
    body = message.get_body(("plain",))
    assert body is not None
    assert body.get_content().splitlines() == ["Hei,", "", "pyydämme tietoja."]
    (sheet,) = message.iter_attachments()
    assert sheet.get_content() == SHEET
    assert sheet.get_filename() == "koivula-2025.xlsx"
    assert sheet.get_content_type().endswith("spreadsheetml.sheet")


def test_a_draft_without_a_workbook_is_a_text() -> None:
    message = read(mail.draft(**{**PLAIN, "attachment_name": None, "attachment": None}))
    assert not message.is_multipart()
    assert "pyydämme" in message.get_content()


def test_the_same_mail_is_the_same_bytes_and_another_has_another_boundary() -> None:
    first = mail.draft(**PLAIN)
    assert mail.draft(**PLAIN) == first
    other = mail.draft(**{**PLAIN, "text": "Hei."})
    assert read(first).get_boundary() != read(other).get_boundary()


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("key", ["subject", "attachment_name"])
def test_a_hostile_name_stays_in_its_header(key: str, name: str) -> None:
    raw = mail.draft(**{**PLAIN, key: name})
    plain = read(mail.draft(**PLAIN))
    message = read(raw)
    assert message.keys() == plain.keys()
    assert message["To"] == plain["To"]
    assert [part.get_content_type() for part in message.walk()] == [
        part.get_content_type() for part in plain.walk()
    ]
    (sheet,) = message.iter_attachments()
    assert sheet.get_content() == SHEET
    head = raw.split(b"\r\n\r\n")[0]
    assert raw.isascii()
    assert all(len(line) <= 78 for line in head.split(b"\r\n"))
    assert b"\n" not in raw.replace(b"\r\n", b"")
    shown = message["Subject"] if key == "subject" else sheet.get_filename()
    assert squeezed(shown) == squeezed(mail.header_text(name, path=key != "subject"))
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202e]", str(shown))


@pytest.mark.parametrize("name", ["Äijälän Öljy ja Åke", "Kuopio 👩‍👩‍👧 🎉", "pitkä sana " * 30])
def test_what_is_no_attack_is_read_as_it_was_written(name: str) -> None:
    message = read(mail.draft(**{**PLAIN, "subject": name, "attachment_name": f"{name}.xlsx"}))
    assert message["Subject"] == name.strip()
    (sheet,) = message.iter_attachments()
    assert sheet.get_filename() == f"{name}.xlsx"


def test_the_name_of_an_attachment_leads_nowhere() -> None:
    message = read(mail.draft(**{**PLAIN, "attachment_name": '../../etc/C:\\x"<*>.xlsx'}))
    (sheet,) = message.iter_attachments()
    assert re.search(r'[/\\:"<>*]', str(sheet.get_filename())) is None


def test_the_domain_of_an_address_is_written_as_the_net_has_it() -> None:
    message = read(mail.draft(**{**PLAIN, "to": "kirjaamo@äänekoski.example"}))
    assert message["To"] == "kirjaamo@xn--nekoski-4waa.example"


@pytest.mark.parametrize(
    "to",
    [
        "kirjaamo@koivula.example\r\nBcc: x@y.fi",
        "Kirjaamo <kirjaamo@koivula.example>",
        "kirjaamo@koivula.example,x@y.fi",
        "kirjaamo",
        "",
        "@koivula.example",
    ],
)
def test_what_is_not_one_address_is_refused(to: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        mail.draft(**{**PLAIN, "to": to})


def test_a_line_of_the_text_is_no_header_and_no_boundary() -> None:
    text = "Hei\r\nBcc: x@y.fi\n\n--yp-\n.\nFrom: alku\x1b[31m\n" + "ä" * 3000
    message = read(mail.draft(**{**PLAIN, "text": text}))
    body = message.get_body(("plain",))
    assert body is not None
    lines = body.get_content().splitlines()
    assert lines[:5] == ["Hei", "Bcc: x@y.fi", "", "--yp-", "."]
    assert lines[5:] == ["From: alku[31m", "ä" * 3000]
