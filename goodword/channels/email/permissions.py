"""Permissions for mailboxes: a fresh token when one is needed, kept hidden. Refusals are said in plain words."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction

from goodword.channels.email import oauth
from goodword.channels.email.keys import hide, reveal
from goodword.channels.email.models import Mailbox, Permission, SignIn
from goodword.kit.errors import Conflict

BACK = "/settings/mailboxes/permission"
SPARE = timedelta(minutes=5)


def client_of(sign_in: SignIn) -> oauth.Client:
    """Returns this desk as an issuer knows it; raises Conflict when its secret cannot be read."""
    return oauth.Client(
        oauth.ISSUERS[sign_in.issuer], sign_in.client_id, reveal(sign_in.client_secret), sign_in.authorize_url,
        sign_in.token_url, f"{settings.BASE_URL}{BACK}",
    )  # fmt: skip


def token_for(mailbox: Mailbox, now: datetime) -> str:
    """Returns a token that is good for some minutes yet, or "" for a mailbox with a password.

    A token that is about to expire is refreshed, by one worker at a time. Raises Conflict in plain words when the
    issuer refuses.
    """
    if mailbox.pk is None or not Permission.objects.filter(mailbox=mailbox).exists():
        return ""
    refusal: oauth.Refused | None = None
    with transaction.atomic():
        held = Permission.objects.select_for_update(of=("self",)).select_related("sign_in").get(mailbox=mailbox)
        if held.access_token and held.expires_at and held.expires_at > now + SPARE:
            return reveal(held.access_token)
        try:
            tokens = oauth.refreshed(client_of(held.sign_in), reveal(held.refresh_token))
        except oauth.Refused as refused:
            refusal, held.trouble = refused, refused.words[:300]
            held.save(update_fields=["trouble"])
        else:
            keep(held, tokens, now)
    if refusal:
        raise Conflict(refusal.words, code="permission_refused")
    return tokens.access


def keep(held: Permission, tokens: oauth.Tokens, now: datetime) -> None:
    """Hides fresh tokens in the row, in the caller's transaction."""
    held.access_token, held.refresh_token = hide(tokens.access), hide(tokens.refresh)
    held.expires_at, held.trouble = now + timedelta(seconds=tokens.lasts), ""
    held.save(update_fields=["access_token", "refresh_token", "expires_at", "trouble"])
