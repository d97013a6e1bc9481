"""Coming in: second factors, open sessions, and single sign-on. The secrets themselves are kept by allauth."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from allauth.core.internal.sessionkit import get_session_user
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.sessions.backends.db import SessionStore
from django.db import transaction

from goodword.kit import keys
from goodword.kit.errors import Malformed, NotFound
from goodword.ledger.actions import record
from goodword.people.access import may_administer
from goodword.people.entrance_models import SignIn
from goodword.people.models import Agent, Role

PURPOSE = "single sign-on"
FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
MOST_SESSIONS = 50
ROLES = (Role.AGENT, Role.LEAD, Role.ADMIN, Role.AUDITOR)


@dataclass(frozen=True)
class Provider:
    """Who tells us who somebody is: an OpenID Connect provider, as an admin describes it."""

    name: str = ""
    issuer: str = ""
    client_id: str = ""
    client_secret: str = ""
    trusts_address: bool = False


@dataclass
class Ways:
    """How a person proves that it is they: an app with codes, passkeys, and codes for the day without either."""

    app: Any = None
    passkeys: list[Any] = field(default_factory=list)
    codes_left: int | None = None

    @property
    def has_second(self) -> bool:
        """Says whether a password alone does not open the desk."""
        return bool(self.app or self.passkeys)


def rules() -> SignIn:
    """Returns how people sign in; the house's own way until an admin has said otherwise."""
    return SignIn.objects.first() or SignIn()


def secret_of(row: SignIn) -> str:
    """Returns the secret that the provider gave us."""
    return keys.reveal(row.client_secret, PURPOSE)


def ways_of(person: Agent) -> Ways:
    """Returns how a person proves that it is they. One query."""
    found = Ways()
    for one in Authenticator.objects.filter(user=person).order_by("id"):
        if one.type == Authenticator.Type.WEBAUTHN:
            found.passkeys.append(one)
        elif one.type == Authenticator.Type.TOTP:
            found.app = one
        else:
            found.codes_left = len(one.wrap().get_unused_codes())
    return found


def needs_second(person: Agent) -> bool:
    """Says whether the desk asks a second factor of this person, and there is none yet."""
    return person.role in rules().second_factor_for and not ways_of(person).has_second


def may_part_with(factor: Authenticator) -> bool:
    """Says whether a person may remove this: the last second factor stays where their role needs one."""
    if factor.type not in FACTORS or factor.user.role not in rules().second_factor_for:
        return True
    others = Authenticator.objects.filter(user=factor.user, type__in=FACTORS).exclude(pk=factor.pk)
    return bool(others.exists())


def forget_factors(person: Agent, at: datetime, by: Agent | None) -> int:
    """Takes away every factor of a person and ends their sessions; returns how many there were."""
    with transaction.atomic():
        gone = Authenticator.objects.filter(user=person).delete()[0]
        for session in UserSession.objects.filter(user=person):
            session.end()
        record("agent.factors_forgotten", at=at, subject=person, by=by, factors=gone)
    return int(gone)


def sessions_of(person: Agent) -> list[UserSession]:
    """Returns where a person is signed in, the newest first. Two queries for each, of which there are few."""
    known = UserSession.objects.filter(user=person).order_by("-created_at")[:MOST_SESSIONS]
    return [one for one in known if get_session_user(SessionStore(one.session_key)) == person]


def end_session(person: Agent, pk: int, at: datetime) -> None:
    """Signs a person out in one place; raises NotFound for a session of somebody else."""
    found = UserSession.objects.filter(user=person, pk=pk).first()
    if found is None:
        raise NotFound("There is no such session.")
    _end([found], person, at)


def end_other_sessions(person: Agent, here: str, at: datetime) -> int:
    """Signs a person out everywhere but in the session with the key `here`; returns how many ended."""
    others = list(UserSession.objects.filter(user=person).exclude(session_key=here))
    _end(others, person, at)
    return len(others)


def _end(sessions: list[UserSession], person: Agent, at: datetime) -> None:
    with transaction.atomic():
        for session in sessions:
            session.end()
        if sessions:
            record("session.ended", at=at, subject=person, by=person, sessions=len(sessions))


def set_rules(second_factor_for: Collection[str], provider: Provider, at: datetime, by: Agent) -> SignIn:
    """Says who needs a second factor and who tells us who somebody is. An empty secret keeps the one that is known."""
    may_administer(by)
    if not set(second_factor_for) <= set(ROLES):
        raise Malformed("There is no such role.", field="second_factor_for")
    known = rules()
    secret = keys.hide(provider.client_secret, PURPOSE) or (known.client_secret if provider.issuer else "")
    if provider.issuer and not provider.client_id:
        raise Malformed("The provider gives you a client ID when you register this desk there.", field="client_id")
    values: dict[str, Any] = {
        "second_factor_for": [role for role in ROLES if role in second_factor_for],
        "name": provider.name.strip()[:60], "issuer": provider.issuer.strip().rstrip("/"),
        "client_id": provider.client_id.strip(), "client_secret": secret, "trusts_address": provider.trusts_address,
    }  # fmt: skip
    with transaction.atomic():
        row: SignIn
        row, _ = SignIn.objects.update_or_create(singleton=True, defaults=values)
        record(
            "sign_in.set", at=at, by=by, second_factor_for=row.second_factor_for, issuer=row.issuer,
            new_secret=bool(provider.client_secret),
        )  # fmt: skip
    return row


def person_behind(address: str, *, is_checked: bool) -> Agent | None:
    """Returns who works here under an address of a provider; None for nobody, and for one it did not check."""
    if not (is_checked or rules().trusts_address):
        return None
    return Agent.objects.filter(email=address.strip().lower(), is_active=True).first()
