"""A read mail as the desk's own value: whom it is from, to which mailbox, and what is new in it. Pure."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from email.parser import HeaderParser
from email.policy import compat32
from email.utils import parseaddr

from goodword.cases.inbound import Inbound, InboundFile
from goodword.channels.email import authentication
from goodword.channels.email.ours import Ours
from goodword.channels.email.reading import ReadMail
from goodword.channels.email.tongue import language_of
from goodword.closing.answers import is_only_thanks

HEAD_LOOKED_AT = 64 * 1024
LONGEST_ID = 600  # an index of the database takes no longer ones
LONGEST_TEXT = 1_000_000
LONGEST_HTML = 3_000_000
LONGEST_THANKS = 600
MOST_ADDRESSES = 200
NOBODY = "nobody.invalid"  # RFC 2606: such a domain never exists
UNREAD = "A part of this mail could not be read ({error}). The mail as it came is attached as mail.eml."
UNREADABLE = "This mail could not be read. As it came, it is attached as mail.eml."
_MACHINE = re.compile(r"(?i)(no-?_?\.?reply|do-?not-?reply|wordpress|www-data|mailer|form|apache|nginx)([+._-].*)?@.*")


def inbound_of(
    mail: ReadMail, ours: Ours, files: tuple[InboundFile, ...], delivered_to: str, token_case: int | None = None
) -> Inbound:
    """Translates. `delivered_to` is what the delivering server named; `files` are stored already."""
    address, name = sender_of(mail, ours)
    everybody = (delivered_to, *mail.delivered_to, *mail.to, *mail.cc)
    automatic = mail.kind != "ordinary" or mail.is_auto_reply
    finding = authentication.found(mail.authentication_results, mail.from_address, ours.known)
    return Inbound(
        channel="email", kind="email", address=address, name=clean(name)[:160], subject=clean(mail.subject)[:998],
        text=clean(mail.text_body)[:LONGEST_TEXT], reply_text=clean(mail.text_reply)[:LONGEST_TEXT],
        html=clean(mail.html)[:LONGEST_HTML], inbox=ours.box_of(everybody) or ours.default,
        to=_some(mail.to), cc=_some(mail.cc), message_id=bracketed(mail.message_id),
        in_reply_to=bracketed(mail.in_reply_to), references=tuple(bracketed(one) for one in mail.references),
        token_case=ours.case_in(everybody) or token_case, files=files, sent_at=mail.date, is_automatic=automatic,
        is_thanks=not automatic and not files and is_thanks(mail.text_reply), note=_note(mail),
        language=language_of(f"{mail.subject} {mail.text_reply}"), sender_check=finding.check,
        sender_words=clean(finding.words)[:200],
    )  # fmt: skip


def is_thanks(text: str) -> bool:
    """Says whether new words are thanks and nothing else. Whoever writes more than a few lines says more."""
    return len(text) <= LONGEST_THANKS and is_only_thanks(text)


def unreadable(raw: bytes, ours: Ours, source: InboundFile, delivered_to: str) -> Inbound:
    """Returns what can be said of a mail that the reader fails on: who wrote, if that, and its source."""
    try:
        head = HeaderParser(policy=compat32).parsestr(raw[:HEAD_LOOKED_AT].decode("ascii", "replace"))
        name, address = parseaddr(str(head.get("From", "")))
        known = ReadMail(from_address=address, from_name=name, subject=str(head.get("Subject", "")))
    except Exception:
        known = ReadMail()
    found = inbound_of(known, ours, (source,), delivered_to)
    if not known.from_address:
        nobody = f"unknown-{hashlib.sha256(raw).hexdigest()[:16]}@{NOBODY}"
        found = replace(found, address=nobody)
    return replace(found, note=UNREADABLE)


def sender_of(mail: ReadMail, ours: Ours) -> tuple[str, str]:
    """Returns who writes: From, or Reply-To where From is a machine of ours or nobody (forms, shops, scanners).

    A mail without any sender gets an address of its own, so that two of them never become one customer.
    """
    given = clean(mail.from_address).strip().lower()[:320]
    answer_to = next((one.strip().lower()[:320] for one in mail.reply_to if one and not ours.has(one)), "")
    if answer_to and (not given or ours.has(given) or _MACHINE.fullmatch(given)):
        return clean(answer_to), "" if ours.has(given) else mail.from_name
    if given:
        return given, mail.from_name
    told_apart = hashlib.sha256(
        f"{mail.message_id}{mail.date}{mail.subject}{mail.text_body[:1000]}".encode("utf-8", "replace")
    )
    return f"unknown-{told_apart.hexdigest()[:16]}@{NOBODY}", mail.from_name


def bracketed(identifier: str) -> str:
    """Returns a Message-ID as it is written in a head, cut to what the database can find again."""
    return f"<{clean(identifier)[: LONGEST_ID if identifier.isascii() else LONGEST_ID // 3]}>" if identifier else ""


def clean(text: str) -> str:
    """Returns a text that PostgreSQL can store: no NUL, no lone halves of characters."""
    return text.replace("\x00", "").encode("utf-8", "replace").decode()


def _some(addresses: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(clean(address)[:320] for address in addresses[:MOST_ADDRESSES])


def _note(mail: ReadMail) -> str:
    return UNREAD.format(error=clean(mail.error)[:300]) if mail.error else ""
