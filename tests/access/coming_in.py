"""The table's part about coming in, and one of each that its addresses name: what belongs to one person is Ada's."""

from __future__ import annotations

from datetime import datetime

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession

from goodword.kit import keys
from goodword.people.models import Agent
from goodword.people.tokens import add_token
from goodword.web.accounts import FACTORS

OWN = {"ada": {"agent"}, "ada_and_admins": {"agent", "admin"}}
COMING_IN: dict[str, dict[str, str]] = {
    "accounts/2fa/": {
        "": "everybody nobody",
        "authenticate/": "everybody everybody",  # leads to the sign-in but between the password and the second factor
        "reauthenticate/": "known known",
        "recovery-codes/": "ada nobody",
        "recovery-codes/generate/": "known known",
        "recovery-codes/download/": "ada ada",
        "totp/activate/": "known known",
        "totp/deactivate/": "ada ada",
        "webauthn/": "everybody nobody",
        "webauthn/add/": "known known",
        "webauthn/login/": "everybody everybody",
        "webauthn/reauthenticate/": "known known",
        "webauthn/keys/<int:pk>/edit/": "known known",
        "webauthn/keys/<int:pk>/remove/": "known known",
    },
    "accounts/3rdparty/": {
        "": "nobody nobody",
        "signup/": "nobody nobody",
        "login/cancelled/": "everybody nobody",
        "login/error/": "nobody nobody",
    },
    "accounts/oidc/^(?P<provider_id>[^/]+)/login/": {"": "nobody nobody", "callback/": "nobody nobody"},
    "accounts/sessions/": {"": "everybody nobody"},
    "settings/security": {
        "": "desk nobody",
        "/sessions/removal": "nobody desk",
        "/sessions/<int:pk>/removal": "nobody ada",
    },
    "settings/sign-in": {"": "admins admins"},
    "settings/tokens": {"": "writers writers", "/<int:pk>/removal": "nobody ada_and_admins"},
    "styles": {"": "admins nobody"},
}


def coming_in(ada: Agent, gone: Agent, at: datetime) -> dict[str, dict[str, object]]:
    """One of each, by the beginning of its address."""
    session = UserSession.objects.create(user=ada, ip="127.0.0.1", session_key="another", user_agent="Firefox")
    passkey = Authenticator.objects.create(user=gone, type="webauthn", data={"name": "A key"})
    Authenticator.objects.create(user=ada, type="totp", data={"secret": keys.hide("SECRET", FACTORS)})
    codes = {"seed": keys.hide("5eed", FACTORS), "used_mask": 0}
    Authenticator.objects.create(user=ada, type="recovery_codes", data=codes)
    return {
        "accounts/2fa/webauthn/keys/": {"pk": passkey.pk},
        "accounts/oidc/": {"provider_id": "sso"},
        "settings/security/sessions/": {"pk": session.pk},
        "settings/tokens/": {"pk": add_token(ada, "The shop", ("read",), at, ada)[0].pk},
    }
