"""Speaking OAuth2 with Google and Microsoft: the way to the permission, the code for tokens, fresh ones. No database.

RFC 6749 with PKCE (RFC 7636). The tokens go into XOAUTH2, which both understand for IMAP and SMTP.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from authlib.common.errors import AuthlibBaseError
from authlib.common.security import generate_token
from authlib.integrations.requests_client import OAuth2Session
from requests import RequestException

SECONDS = 15
AUTHORITY = "https://login.microsoftonline.com/common/oauth2/v2.0"


@dataclass(frozen=True)
class Issuer:
    """What is known of one issuer: its addresses, what is asked of it, and the servers behind it."""

    name: str
    authorize_url: str
    token_url: str
    scope: str
    imap: tuple[str, int, str]
    smtp: tuple[str, int, str]
    asks: Mapping[str, str] = field(default_factory=dict)


ISSUERS = {
    "google": Issuer(
        "Google", "https://accounts.google.com/o/oauth2/v2/auth", "https://oauth2.googleapis.com/token",
        "https://mail.google.com/", ("imap.gmail.com", 993, "tls"), ("smtp.gmail.com", 587, "starttls"),
        {"access_type": "offline", "prompt": "consent"},
    ),
    "microsoft": Issuer(
        "Microsoft", f"{AUTHORITY}/authorize", f"{AUTHORITY}/token",
        "offline_access https://outlook.office.com/IMAP.AccessAsUser.All https://outlook.office.com/SMTP.Send",
        ("outlook.office365.com", 993, "tls"), ("smtp.office365.com", 587, "starttls"),
    ),
}  # fmt: skip


@dataclass(frozen=True)
class Client:
    """This desk as the issuer knows it."""

    issuer: Issuer
    client_id: str
    client_secret: str = field(repr=False)
    authorize_url: str
    token_url: str
    back_to: str


@dataclass(frozen=True)
class Tokens:
    """What the issuer gave; `lasts` in seconds. Without `refresh` the one known goes on."""

    access: str = field(repr=False)
    refresh: str = field(repr=False)
    lasts: int


@dataclass(frozen=True)
class Way:
    """Where the owner of a mailbox goes to give the permission; `state` and `verifier` must come back with them."""

    url: str
    state: str
    verifier: str = field(repr=False)


class Refused(Exception):
    """The issuer refuses; the words say why, and what to do. `for_good`: the permission is gone."""

    def __init__(self, words: str, *, for_good: bool = False) -> None:
        super().__init__(words)
        self.words, self.for_good = words, for_good


WORDS = {
    "invalid_grant": "{name} no longer accepts the permission for this mailbox: it was taken back, or the password was "
    "changed. Sign in to {name} again.",
    "invalid_client": "{name} does not know this desk: the client ID is wrong, or its secret is wrong or too old.",
    "unauthorized_client": "{name} does not let this desk ask for mail: its registration must allow it.",
    "access_denied": "The permission was not given.",
    "invalid_scope": "{name} does not know what was asked for: access to mail must be allowed in the registration.",
    "redirect_uri_mismatch": "{name} does not know the way back to this desk: enter the address shown here there.",
}
UNKNOWN = "{name} refuses: {said}"


def way(client: Client, address: str) -> Way:
    """Returns the way to the permission for an address."""
    verifier = generate_token(48)
    with _session(client) as session:
        url, state = session.create_authorization_url(
            client.authorize_url, code_verifier=verifier, login_hint=address, **client.issuer.asks
        )
    return Way(url, state, verifier)


def exchange(client: Client, code: str, verifier: str) -> Tokens:
    """Returns the tokens for a code. Raises Refused."""
    with _session(client) as session:
        return _tokens(client, lambda: session.fetch_token(
            client.token_url, grant_type="authorization_code", code=code, code_verifier=verifier, timeout=SECONDS,
        ), "")  # fmt: skip


def refreshed(client: Client, refresh: str) -> Tokens:
    """Returns fresh tokens. Raises Refused, for good when the permission was taken back."""
    with _session(client) as session:
        return _tokens(
            client, lambda: session.refresh_token(client.token_url, refresh_token=refresh, timeout=SECONDS), refresh
        )


def explained(name: str, code: str, said: str) -> str:
    """Returns an error of the protocol in words that an admin can act on."""
    words = WORDS.get(code, UNKNOWN)
    return words.format(name=name, said=" ".join((said or code).split())[:200])


def _session(client: Client) -> Any:
    shows = "client_secret_post" if client.client_secret else "none"
    return OAuth2Session(
        client.client_id, client.client_secret or None, scope=client.issuer.scope, redirect_uri=client.back_to,
        code_challenge_method="S256", token_endpoint_auth_method=shows,
    )  # fmt: skip


def _tokens(client: Client, ask: Any, known: str) -> Tokens:
    try:
        given = ask()
    except AuthlibBaseError as error:
        code = str(error.error or "")
        words = explained(client.issuer.name, code, str(error.description or ""))
        raise Refused(words, for_good=code == "invalid_grant") from error
    except (RequestException, ValueError) as error:
        raise Refused(f"{client.issuer.name} cannot be reached at {client.token_url}.") from error
    access, refresh = str(given.get("access_token") or ""), str(given.get("refresh_token") or known)
    if not access or not refresh:
        raise Refused(f"{client.issuer.name} gave no lasting permission. Take back the old one there, and try again.")
    try:
        lasts = int(given.get("expires_in") or 300)
    except (TypeError, ValueError):
        lasts = 300
    return Tokens(access, refresh, lasts)
