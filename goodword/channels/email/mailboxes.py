"""Connecting and changing mailboxes. Passwords are hidden before they reach the database; no ledger line has one."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, fields
from datetime import datetime

from django.db import transaction

from goodword.channels.email.addresses import plain
from goodword.channels.email.fetching import account_of
from goodword.channels.email.imap import CannotFetch, Folder
from goodword.channels.email.keys import hide
from goodword.channels.email.models import Mailbox, Outgoing, OutgoingState, Security
from goodword.channels.email.sending import server_for
from goodword.channels.email.smtp import CannotDeliver, Line
from goodword.kit.errors import Conflict, DeskError, Malformed
from goodword.ledger.actions import record
from goodword.people.access import may_administer
from goodword.people.models import Agent

SCREEN = ("settings",)
WRITTEN = (
    "address", "name", "is_default", "imap_host", "imap_port", "imap_security", "imap_user", "imap_secret",
    "imap_folder", "smtp_host", "smtp_port", "smtp_security", "smtp_user", "smtp_secret", "plus_addresses",
    "sends_receipts", "sent_folder", "sent_uid_validity", "sent_last_uid", "uid_validity", "last_uid", "wakes_at",
    "lease_until", "trouble", "sending_trouble",
)  # fmt: skip
_ADDRESS = re.compile(r"[^@\s<>,;\"]{1,64}@[^@\s<>,;\"]{1,250}")
_HOST = re.compile(r"[A-Za-z0-9_.:\-\u0080-\uffff]{1,250}")


@dataclass(frozen=True)
class Connection:
    """What an admin enters. A password of None keeps the one that is stored; an empty one removes it.

    Without `imap_host` nothing is fetched (mail comes by the listener or from files); without `smtp_host`
    mail goes out through the desk's own server. `sent_folder` is where its owner's mail program keeps what it sends.
    """

    address: str
    name: str = ""
    imap_host: str = ""
    imap_port: int = 993
    imap_security: str = Security.TLS
    imap_user: str = ""
    imap_password: str | None = field(default=None, repr=False)
    imap_folder: str = "INBOX"
    smtp_host: str = ""
    smtp_port: int = 587
    smtp_security: str = Security.STARTTLS
    smtp_user: str = ""
    smtp_password: str | None = field(default=None, repr=False)
    plus_addresses: bool = False
    sends_receipts: bool = False
    sent_folder: str = ""
    is_default: bool = False


@dataclass(frozen=True)
class Trial:
    """How a connection went: in words for the admin, who can act on them. `works` is None where nothing is set up."""

    works: bool | None
    words: str


def connect(given: Connection, at: datetime, by: Agent, *, past: bool = False) -> Mailbox:
    """Adds a mailbox; the first one is the default. Mail that lies in it already is left alone unless `past` is set.

    Raises Conflict when it cannot be opened and `past` is not set: where its old mail ends is not known then.
    """
    may_administer(by)
    _check(given)
    if any(plain(known) == plain(given.address) for known in Mailbox.objects.values_list("address", flat=True)):
        raise Conflict("This mailbox is connected already.", code="mailbox_known")
    mailbox = _filled(Mailbox(), given)
    if mailbox.imap_host and not past:
        leave_the_past_alone(mailbox, at)
    with transaction.atomic():
        make_room_for_default(mailbox)
        mailbox.wakes_at = at if mailbox.imap_host else None
        mailbox.save(force_insert=True)
        record("mailbox.connected", at=at, subject=mailbox, by=by, address=mailbox.address, touch=SCREEN)
        wake_waiting(at)
    return mailbox


def change(mailbox: Mailbox, given: Connection, at: datetime, by: Agent, *, past: bool = False) -> Mailbox:
    """Changes a mailbox; what lies in another account or folder is left alone as in `connect`."""
    may_administer(by)
    _check(given)
    taken = Mailbox.objects.exclude(pk=mailbox.pk).values_list("address", flat=True)
    if any(plain(known) == plain(given.address) for known in taken):
        raise Conflict("This mailbox is connected already.", code="mailbox_known")
    before = (mailbox.imap_host, mailbox.imap_user, mailbox.imap_folder)
    sent_before = (*before[:2], mailbox.sent_folder)
    _filled(mailbox, given)
    if sent_before != (mailbox.imap_host, mailbox.imap_user, mailbox.sent_folder):
        mailbox.sent_uid_validity, mailbox.sent_last_uid = None, 0
    if before != (mailbox.imap_host, mailbox.imap_user, mailbox.imap_folder):
        mailbox.uid_validity, mailbox.last_uid = None, 0
        if mailbox.imap_host and not past:
            leave_the_past_alone(mailbox, at)
    with transaction.atomic():
        make_room_for_default(mailbox)
        mailbox.wakes_at, mailbox.lease_until = (at if mailbox.imap_host else None), None
        mailbox.trouble = mailbox.sending_trouble = ""
        mailbox.save(update_fields=WRITTEN)
        record("mailbox.changed", at=at, subject=mailbox, by=by, address=mailbox.address, touch=SCREEN)
        wake_waiting(at)
    return mailbox


def switch(mailbox: Mailbox, at: datetime, by: Agent, *, on: bool) -> None:
    """Takes a mailbox out of use, or back into it. Its mail and its cases stay."""
    may_administer(by)
    with transaction.atomic():
        Mailbox.objects.filter(pk=mailbox.pk).update(is_active=on, wakes_at=at if on and mailbox.imap_host else None)
        verb = "mailbox.switched_on" if on else "mailbox.switched_off"
        record(verb, at=at, subject=mailbox, by=by, address=mailbox.address, touch=SCREEN)


def try_incoming(given: Connection, at: datetime, known: Mailbox | None = None) -> Trial:
    """Signs in where mail is fetched and opens the folder; nothing is read or changed. Takes up to 30 seconds."""
    if not given.imap_host:
        return Trial(None, "No server to fetch mail from is entered: it must come by the listener or from files.")
    try:
        _check(given)
        folder = Folder(account_of(_filled(_copy_of(known), given), at))
    except (CannotFetch, DeskError) as trouble:
        return Trial(False, trouble.words)
    waits = "and new mail is told at once" if folder.can_wait else "and is looked at every minute"
    folder.close()
    return Trial(True, f"The folder {given.imap_folder} on {given.imap_host} opens, {waits}.")


def try_outgoing(given: Connection, at: datetime, known: Mailbox | None = None) -> Trial:
    """Signs in where mail goes out and offers a mail from this address to itself; none is sent."""
    try:
        _check(given)
        server = server_for(_filled(_copy_of(known), given), at)
        if server is None:
            return Trial(None, "No outgoing server is entered, and the desk has none of its own (GOODWORD_SMTP_URL).")
        line = Line(server)
        try:
            offered = line.offer(given.address, [given.address], 1000)
        finally:
            line.close()
    except (CannotDeliver, DeskError) as trouble:
        return Trial(False, trouble.words)
    if not offered.accepted:
        return Trial(False, f"{server.host} refuses mail from {given.address}: {offered.refused[given.address].words}")
    return Trial(True, f"{server.host} takes mail from {given.address}.")


def _check(given: Connection) -> None:
    if not _ADDRESS.fullmatch(given.address.strip()) or "+" in given.address:
        raise Malformed("That is not an e-mail address of a mailbox.", field="address")
    for name in ("imap_host", "smtp_host"):
        if getattr(given, name) and not _HOST.fullmatch(getattr(given, name)):
            raise Malformed("That is not the name of a server.", field=name)
    for name in ("imap_port", "smtp_port"):
        if not 0 < getattr(given, name) < 65536:
            raise Malformed("A port is a number from 1 to 65535.", field=name)
    for name in ("imap_security", "smtp_security"):
        if getattr(given, name) not in Security.values:
            raise Malformed("Choose TLS, STARTTLS or none.", field=name)
    if given.imap_host and not given.imap_folder.strip():
        raise Malformed("Name the folder, usually INBOX.", field="imap_folder")


def _filled(mailbox: Mailbox, given: Connection) -> Mailbox:
    """Writes what was entered into the row, without saving it."""
    for one in fields(given):
        value = getattr(given, one.name)
        if one.name.endswith("_password"):
            if value is not None:
                setattr(mailbox, one.name.replace("password", "secret"), hide(value))
        else:
            setattr(mailbox, one.name, value.strip() if isinstance(value, str) else value)
    mailbox.address = mailbox.address.lower()
    return mailbox


def _copy_of(known: Mailbox | None) -> Mailbox:
    """A row that is never saved, with the stored passwords and the permission of the known one."""
    if known is None:
        return Mailbox()
    return Mailbox(pk=known.pk, imap_secret=known.imap_secret, smtp_secret=known.smtp_secret)


def leave_the_past_alone(mailbox: Mailbox, at: datetime) -> None:
    """Marks where the mail of a mailbox ends now; raises Conflict when it cannot be opened."""
    try:
        folder = Folder(account_of(mailbox, at))
        mailbox.uid_validity = folder.uid_validity
        mailbox.last_uid = folder.uid_next - 1 if folder.uid_next else max(folder.uids_after(0), default=0)
        folder.close()
    except CannotFetch as trouble:
        raise Conflict(trouble.words, code="cannot_fetch") from None


def make_room_for_default(mailbox: Mailbox) -> None:
    """Sees to it that exactly one mailbox is the default, in the caller's transaction."""
    others = Mailbox.objects.exclude(pk=mailbox.pk)
    if mailbox.is_default:
        others.filter(is_default=True).update(is_default=False)
    elif not others.filter(is_default=True).exists():
        mailbox.is_default = True


def wake_waiting(at: datetime) -> None:
    """Mail that could not go out before is tried at once."""
    Outgoing.objects.filter(state=OutgoingState.QUEUED, wakes_at__gt=at).update(wakes_at=at)
