"""A draft of a mail (.eml), to be looked at and sent by a person: nothing here is ever sent."""

import hashlib
import re
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from typing import Literal
from unicodedata import category

AttachmentKind = Literal["xlsx"]

_SUBTYPES: dict[AttachmentKind, str] = {
    "xlsx": "vnd.openxmlformats-officedocument.spreadsheetml.sheet"
}

_SEVEN_BIT = SMTP.clone(cte_type="7bit", utf8=False)
"""CRLF, headers of at most 78 characters, and no byte above 127, whatever way the draft travels."""

_TURNS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Marks that turn the direction of writing: they make a name look like another one."""


def draft(
    *,
    to: str,
    subject: str,
    text: str,
    language: str,
    attachment_name: str | None = None,
    attachment: bytes | None = None,
    kind: AttachmentKind = "xlsx",
) -> bytes:
    """Return a draft as the bytes of its file, the same for the same mail.

    It is marked as unsent, and has neither a sender nor a date. What would end a header in the
    subject or in the name of the attachment is a space. Raises ValueError where `to` is not one
    address without a name.
    """
    message = EmailMessage(policy=_SEVEN_BIT)
    message["X-Unsent"] = "1"
    message["To"] = _address(to)
    message["Subject"] = header_text(subject)
    message.set_content(_body(text), cte="quoted-printable")
    if attachment is not None:
        message.add_attachment(
            attachment,
            maintype="application",
            subtype=_SUBTYPES[kind],
            filename=header_text(attachment_name or f"1.{kind}", path=True),
        )
        # What is drawn by lot else, and would make two drafts of one mail differ.
        message.set_boundary(_boundary(to, subject, text, attachment))
    # Last of all: what holds the content takes with it each header that begins so.
    message["Content-Language"] = language
    return message.as_bytes()


def header_text(value: str, *, path: bool = False) -> str:
    """Return a text that stays inside its header: one line, nothing unseen, no encoded word.

    In a `path` nothing leads into another folder, and nothing is no name of a file on Windows.
    """
    value = value.encode("utf-8", "replace").decode()
    value = _TURNS.sub(" ", value)
    value = "".join(" " if category(c) in ("Cc", "Zl", "Zp") else c for c in value)
    # What looks like an encoded word is read as one, and what is in it may end the header.
    value = " ".join(value.split()).replace("=?", "= ?")
    return re.sub(r'[/\\:"<>|?*]', "-", value).lstrip(".") if path else value


def _address(to: str) -> Address:
    """Return an address whose domain is written as the net has it: ä is xn--4ca."""
    local, _at, domain = to.rpartition("@")
    if not local or not domain or not all(c.isprintable() and not c.isspace() for c in to):
        raise ValueError("not one address")
    host = domain.encode("idna").decode()
    address = Address(addr_spec=f"{local}@{host}")
    if address.username != local or address.domain != host:
        raise ValueError("not one address")
    return address


def _body(text: str) -> str:
    """Return the lines of the text, closed by the end of one, with nothing that steers a screen."""
    plain = text.encode("utf-8", "replace").decode()
    lines = re.split("\r\n|[\n\r\u2028\u2029]", plain)
    kept = ("".join(c for c in one if c == "\t" or category(c) != "Cc").rstrip() for one in lines)
    return "\n".join(kept).strip("\n") + "\n"


def _boundary(to: str, subject: str, text: str, attachment: bytes) -> str:
    digest = hashlib.sha256()
    for part in (to, subject, text):
        digest.update(hashlib.sha256(part.encode("utf-8", "replace")).digest())
    digest.update(hashlib.sha256(attachment).digest())
    return f"yp-{digest.hexdigest()[:40]}"
