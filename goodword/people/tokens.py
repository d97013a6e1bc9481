"""Tokens: keys to the API. The words of one are shown once; the database knows only their digest."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Collection
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Case, F, Q, Value, When

from goodword.kit.errors import Malformed, NotAllowed, NotFound, TooOften
from goodword.ledger.actions import record
from goodword.people.access import may_administer, may_write
from goodword.people.models import Agent, Token

SCOPES = ("read", "write", "admin")
INCLUDES = {"read": SCOPES, "write": ("write", "admin"), "admin": ("admin",)}
PREFIX = "gwt_"
CHANCE = 32  # bytes: nobody guesses them, so a fast digest is enough
MOST_NAME = 80
MINUTE = timedelta(minutes=1)
MOST_USES = 600  # a minute, in all processes together


def add_token(agent: Agent, name: str, scopes: Collection[str], at: datetime, by: Agent | None) -> tuple[Token, str]:
    """Makes a token and returns it with its words, which nobody can find out again."""
    name = " ".join(name.split())
    if not name or len(name) > MOST_NAME:
        raise Malformed(
            "Name what the token is for, in at most %(most_name)s letters.",
            values={"most_name": MOST_NAME},
            field="name",
        )
    if not scopes or not set(scopes) <= set(SCOPES):
        raise Malformed(
            "The scopes are %(names)s; name at least one.", values={"names": ", ".join(SCOPES)}, field="scopes"
        )
    if not agent.is_active:
        raise Malformed("Only somebody who works here can have a token.", field="agent")
    words = PREFIX + secrets.token_urlsafe(CHANCE)
    kept = [scope for scope in SCOPES if scope in scopes]
    with transaction.atomic():
        token = Token.objects.create(agent=agent, name=name, digest=digest_of(words), scopes=kept, created_at=at)
        record("token.added", at=at, subject=token, by=by, agent=agent.pk, name=name, scopes=kept)
    return token, words


def revoke_token(token: Token, at: datetime, by: Agent | None) -> None:
    """Ends a token for good. Harmless when repeated."""
    with transaction.atomic():
        if Token.objects.filter(pk=token.pk, revoked_at=None).update(revoked_at=at):
            record("token.revoked", at=at, subject=token, by=by, agent=token.agent_id, name=token.name)


def digest_of(words: str) -> str:
    """Returns what is stored of a token."""
    return hashlib.sha256(words.encode("utf-8", "surrogateescape")).hexdigest()


def bearer_of(words: str) -> Token | None:
    """Returns the token with these words, its agent and their team; None for none that opens anything. One query."""
    found = Token.objects.select_related("agent", "agent__team").filter(digest=digest_of(words), revoked_at=None)
    return found.filter(agent__is_active=True).first()


def use(token: Token, at: datetime) -> None:
    """Counts one use; raises TooOften beyond 600 a minute. No lock is kept: call it outside a transaction."""
    fresh = Q(last_used_at__isnull=True) | Q(last_used_at__lte=at - MINUTE) | Q(last_used_at__gt=at)
    Token.objects.filter(pk=token.pk).update(
        uses=Case(When(fresh, then=Value(1)), default=F("uses") + 1),
        last_used_at=Case(When(fresh, then=Value(at)), default=F("last_used_at")),
    )
    token.refresh_from_db(fields=["uses", "last_used_at"])
    if token.uses > MOST_USES and token.last_used_at:
        seconds = int((token.last_used_at + MINUTE - at).total_seconds()) + 1
        raise TooOften(
            "At most %(most_uses)s calls a minute with one token.", values={"most_uses": MOST_USES}, seconds=seconds
        )


def may_use(token: Token, scope: str) -> Token:
    """Returns the token if it opens this; raises NotAllowed for one that was made for less."""
    if not set(token.scopes) & set(INCLUDES[scope]):
        raise NotAllowed(
            "This takes a token with the scope “%(scope)s”.", values={"scope": scope}, code="scope", scope=scope
        )
    return token


def tokens_of(agent: Agent) -> list[Token]:
    """Returns the tokens of a person that still open something, the oldest first."""
    return list(Token.objects.filter(agent=agent, revoked_at=None).order_by("id"))


def tokens_of_others(admin: Agent, most: int = 200) -> list[Token]:
    """Returns the tokens of everybody else that still open something, the newest first. One query."""
    may_administer(admin)
    found = Token.objects.filter(revoked_at=None).exclude(agent=admin).select_related("agent")
    return list(found.order_by("-id")[:most])


def token_for(agent: Agent, pk: int) -> Token:
    """Returns a token of one's own, or anybody's for an admin; raises NotFound for all else."""
    found = Token.objects.filter(pk=pk).first()
    if found is None or not (found.agent_id == may_write(agent).pk or agent.is_admin):
        raise NotFound("There is no token %(pk)s.", values={"pk": pk})
    return found


def token_numbered(pk: int) -> Token:
    """Returns a token by its number; raises NotFound for none."""
    found = Token.objects.filter(pk=pk).first()
    if found is None:
        raise NotFound("There is no token %(pk)s.", values={"pk": pk})
    return found


def person_named(email: str) -> Agent:
    """Returns who works here under an address; raises NotFound for nobody."""
    found = Agent.objects.filter(email=email.strip().lower()).first()
    if found is None:
        raise NotFound("Nobody works here under %(email)s.", values={"email": email})
    return found
