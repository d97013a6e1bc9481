"""Connecting a mailbox by permission instead of a password: Google and Microsoft sign its owner in (OAuth2)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import urlsplit

from django.db import transaction

from goodword.channels.email import oauth
from goodword.channels.email.addresses import plain
from goodword.channels.email.keys import hide
from goodword.channels.email.mailboxes import SCREEN, leave_the_past_alone, make_room_for_default, wake_waiting
from goodword.channels.email.models import Issuer, Mailbox, Permission, SignIn
from goodword.channels.email.permissions import client_of, keep
from goodword.kit.errors import Conflict, Malformed, NotFound
from goodword.ledger.actions import record
from goodword.people.access import may_administer
from goodword.people.models import Agent
from goodword.people.queries import is_email


@dataclass(frozen=True)
class Registration:
    """What an admin enters once the desk is registered with an issuer. A secret of None keeps the stored one."""

    client_id: str
    client_secret: str | None = field(default=None, repr=False)
    authorize_url: str = ""
    token_url: str = ""


def register(issuer: str, given: Registration, at: datetime, by: Agent) -> SignIn:
    """Writes down how an issuer knows this desk; empty addresses are the issuer's usual ones."""
    may_administer(by)
    if issuer not in Issuer.values:
        raise NotFound("There is no such sign-in.")
    known = oauth.ISSUERS[issuer]
    if not given.client_id.strip():
        raise Malformed("Enter the client ID.", field="client_id")
    wanted = {
        "authorize_url": given.authorize_url or known.authorize_url,
        "token_url": given.token_url or known.token_url,
    }
    for name, url in wanted.items():
        parts = urlsplit(url)
        if parts.scheme != "https" and parts.hostname not in ("localhost", "127.0.0.1"):
            raise Malformed("The address begins with https://.", field=name)
    if given.client_secret is not None:
        wanted["client_secret"] = hide(given.client_secret.strip())
    with transaction.atomic():
        row, _ = SignIn.objects.update_or_create(
            issuer=issuer, defaults=wanted | {"client_id": given.client_id.strip()[:250]}
        )
        record("sign_in.registered", at=at, subject=row, by=by, issuer=issuer, touch=SCREEN)
    return row


def sign_in_with(agent: Agent, issuer: str) -> SignIn | None:
    """Returns how an issuer knows this desk, for an admin; None when it does not yet, NotFound for no issuer."""
    may_administer(agent)
    if issuer not in Issuer.values:
        raise NotFound("There is no such sign-in.")
    return SignIn.objects.filter(issuer=issuer).first()


def begin(issuer: str, address: str, by: Agent) -> oauth.Way:
    """Returns where the owner of an address goes to give the permission. Raises Conflict before the registration."""
    sign_in = sign_in_with(by, issuer)
    if not is_email(address):
        raise Malformed("That is not an e-mail address.", field="address")
    if sign_in is None:
        raise Conflict("Register the desk there first, and enter its client ID.", code="not_registered")
    return oauth.way(client_of(sign_in), address)


def finish(issuer: str, address: str, code: str, verifier: str, at: datetime, by: Agent) -> Mailbox:
    """Takes the permission that was given, and connects the mailbox or lets the known one use it from now on.

    The mail that lies in a new mailbox already is left alone. Raises Conflict in plain words when the issuer or
    the mail server refuses; then nothing is kept.
    """
    sign_in = sign_in_with(by, issuer)
    if sign_in is None:
        raise Conflict("Register the desk there first, and enter its client ID.", code="not_registered")
    try:
        tokens = oauth.exchange(client_of(sign_in), code, verifier)
    except oauth.Refused as refused:
        raise Conflict(refused.words, code="permission_refused") from None
    with transaction.atomic():
        mailbox = _mailbox_with(address, oauth.ISSUERS[issuer])
        is_new = mailbox.last_checked_at is None and mailbox.uid_validity is None
        Permission.objects.filter(mailbox=mailbox).delete()
        held = Permission.objects.create(mailbox=mailbox, sign_in=sign_in, refresh_token="", given_at=at)
        keep(held, tokens, at)
        if is_new:
            leave_the_past_alone(mailbox, at)
        mailbox.imap_secret = mailbox.smtp_secret = mailbox.trouble = mailbox.sending_trouble = ""
        mailbox.wakes_at, mailbox.is_active = at, True
        mailbox.save(
            update_fields=["imap_secret", "smtp_secret", "trouble", "sending_trouble", "wakes_at", "is_active",
                           "uid_validity", "last_uid"]
        )  # fmt: skip
        record("mailbox.permitted", at=at, subject=mailbox, by=by, address=mailbox.address, issuer=issuer, touch=SCREEN)
        wake_waiting(at)
    return mailbox


def _mailbox_with(address: str, issuer: oauth.Issuer) -> Mailbox:
    """The known mailbox of an address, or a new one; servers that are not entered are the issuer's."""
    address = address.strip().lower()
    known = next((one for one in Mailbox.objects.all() if plain(one.address) == plain(address)), None)
    mailbox = known or Mailbox(address=address)
    if not mailbox.imap_host:
        mailbox.imap_host, mailbox.imap_port, mailbox.imap_security = issuer.imap
    if not mailbox.smtp_host:
        mailbox.smtp_host, mailbox.smtp_port, mailbox.smtp_security = issuer.smtp
    make_room_for_default(mailbox)
    if known:
        mailbox.save(update_fields=["imap_host", "imap_port", "imap_security", "smtp_host", "smtp_port",
                                    "smtp_security", "is_default"])  # fmt: skip
    else:
        mailbox.save(force_insert=True)
    return mailbox
