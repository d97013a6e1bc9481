"""Mailboxes by permission: a stand-in for the issuer that speaks OAuth2, and servers that take XOAUTH2."""

from __future__ import annotations

import base64
import hashlib
import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, Session
from django.test import Client

from goodword.cases.models import Message
from goodword.channels.email import permissions
from goodword.channels.email.connecting import Registration, begin, finish, register
from goodword.channels.email.fetching import fetch_due
from goodword.channels.email.models import Mailbox, Permission
from goodword.channels.email.outbound import queue_plain
from goodword.channels.email.sending import send_due
from goodword.kit import clock
from goodword.kit.errors import Conflict, NotAllowed, NotFound
from goodword.people.models import Agent
from tests.channels.conftest import Imap, _AnyPort, raw
from tests.channels.relay import Relay

ADDRESS = "help@shop.example"
pytestmark = pytest.mark.filterwarnings("ignore:Requiring AUTH")  # the stand-in has no certificate


@dataclass
class Issuer:
    """Speaks the part of OAuth2 that is used: it checks the client, the code, PKCE and the refresh token."""

    url: str = ""
    challenges: dict[str, str] = field(default_factory=dict)
    good: set[str] = field(default_factory=set)
    refreshes: int = 0
    refuses: str = ""

    def agree(self, way: str) -> dict[str, str]:
        """The owner of the mailbox says yes: what the browser brings back."""
        asked = {name: values[0] for name, values in parse_qs(urlsplit(way).query).items()}
        assert asked["code_challenge_method"] == "S256"
        assert asked["login_hint"] == ADDRESS
        self.challenges["a-code"] = asked["code_challenge"]
        return {"code": "a-code", "state": asked["state"]}

    def token(self, given: dict[str, str]) -> tuple[int, dict[str, Any]]:
        if given.get("client_secret") != "a secret":
            return 401, {"error": "invalid_client"}
        if self.refuses:
            return 400, {"error": self.refuses}
        if given["grant_type"] == "authorization_code":
            digest = hashlib.sha256(given["code_verifier"].encode()).digest()
            challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
            if self.challenges.pop(given["code"], "") != challenge:
                return 400, {"error": "invalid_grant"}
        elif given["refresh_token"] != "keep-me":
            return 400, {"error": "invalid_grant"}
        self.refreshes += 1
        self.good = {f"token-{self.refreshes}"}
        more = {"refresh_token": "keep-me"} if given["grant_type"] == "authorization_code" else {}
        return 200, {"access_token": f"token-{self.refreshes}", "token_type": "Bearer", "expires_in": 3600} | more


def _door(issuer: Issuer) -> type[BaseHTTPRequestHandler]:
    class Door(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            status, said = issuer.token({name: values[0] for name, values in parse_qs(body).items()})
            content = json.dumps(said).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: Any) -> None:
            """Says nothing."""

    return Door


@pytest.fixture
def issuer() -> Iterator[Issuer]:
    issuer = Issuer()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _door(issuer))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    issuer.url = f"http://127.0.0.1:{server.server_address[1]}"
    yield issuer
    server.shutdown()
    server.server_close()


class Post:
    """An SMTP server that takes mail only from who shows a good token."""

    def __init__(self, issuer: Issuer) -> None:
        self.issuer = issuer
        self.mails: list[Envelope] = []

    async def auth_XOAUTH2(self, server: SMTP, args: list[str]) -> AuthResult:  # noqa: N802
        if is_good(args[1], self.issuer):
            return AuthResult(success=True)
        await server.push("334 eyJzdGF0dXMiOiI0MDAifQ==")
        await server._reader.readline()
        return AuthResult(success=False, handled=False)

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802
        self.mails.append(envelope)
        return "250 OK"


def is_good(shown: str, issuer: Issuer) -> bool:
    said = base64.b64decode(shown).decode()
    return any(said == f"user={ADDRESS}\x01auth=Bearer {token}\x01\x01" for token in issuer.good)


@pytest.fixture
def post(issuer: Issuer) -> Iterator[tuple[Post, int]]:
    post = Post(issuer)
    options: dict[str, Any] = {"auth_require_tls": False, "auth_required": True}
    controller = _AnyPort(post, hostname="127.0.0.1", port=0, **options)
    controller.start()
    yield post, controller.port
    controller.stop()


@pytest.fixture
def relay(issuer: Issuer, imap: Imap) -> Iterator[Relay]:
    """The real IMAP server behind a door that knows XOAUTH2 and no passwords."""
    relay = Relay(imap, lambda shown: is_good(shown, issuer))
    yield relay
    relay.stop()


@pytest.fixture
def box(relay: Relay, post: tuple[Post, int], imap: Imap, mara: Agent, issuer: Issuer, at: datetime) -> Mailbox:
    """A mailbox at those servers, not permitted yet, and the desk registered with the issuer."""
    given = Registration("a client", "a secret", f"{issuer.url}/authorize", f"{issuer.url}/token")
    register("google", given, at, mara)
    return Mailbox.objects.create(
        address=ADDRESS, is_default=True, imap_host="127.0.0.1", imap_port=relay.port, imap_security="none",
        imap_folder=imap.folder, smtp_host="127.0.0.1", smtp_port=post[1], smtp_security="none",
    )  # fmt: skip


def permitted(issuer: Issuer, mara: Agent, at: datetime) -> Mailbox:
    way = begin("google", ADDRESS, mara)
    return finish("google", ADDRESS, issuer.agree(way.url)["code"], way.verifier, at, mara)


def test_mail_is_fetched_and_sent_by_a_token_that_is_fresh_before_it_expires(
    box: Mailbox, issuer: Issuer, imap: Imap, post: tuple[Post, int], mara: Agent, at: datetime
) -> None:
    permitted(issuer, mara, at)
    held = Permission.objects.get()
    assert "token-1" not in held.access_token
    assert "keep-me" not in held.refresh_token
    imap.arrive(raw())
    fetch_due(at)
    box.refresh_from_db()
    assert (box.trouble, Message.objects.count(), issuer.refreshes) == ("", 1, 1)
    queue_plain(to="kim@home.example", subject="Hello", cause="one", at=at, text="Hello")
    send_due(at + timedelta(minutes=56))
    assert ([mail.rcpt_tos for mail in post[0].mails], issuer.refreshes) == ([["kim@home.example"]], 2)


def test_a_permission_that_was_taken_back_is_said_in_plain_words(
    box: Mailbox, issuer: Issuer, mara: Agent, at: datetime
) -> None:
    permitted(issuer, mara, at)
    issuer.refuses = "invalid_grant"
    fetch_due(at + timedelta(hours=2))
    box.refresh_from_db()
    assert box.trouble.startswith("Google no longer accepts the permission for this mailbox")
    issuer.refuses = ""
    fetch_due(at + timedelta(hours=3))
    box.refresh_from_db()
    assert box.trouble == ""


def test_a_token_that_the_server_refuses_is_no_riddle(box: Mailbox, issuer: Issuer, mara: Agent, at: datetime) -> None:
    permitted(issuer, mara, at)
    issuer.good = set()
    fetch_due(at)
    queue_plain(to="kim@home.example", subject="Hello", cause="one", at=at, text="Hello")
    send_due(at)
    box.refresh_from_db()
    assert "127.0.0.1 refused" in box.trouble
    assert "does not accept" in box.sending_trouble


def test_each_refusal_of_the_issuer_is_explained_and_keeps_nothing(
    box: Mailbox, issuer: Issuer, mara: Agent, ada: Agent, omar: Agent, at: datetime
) -> None:
    with pytest.raises(Conflict, match="no longer accepts"):
        finish("google", ADDRESS, "forged", "x" * 43, at, mara)
    issuer.refuses = "redirect_uri_mismatch"
    with pytest.raises(Conflict, match="does not know the way back"):
        permitted(issuer, mara, at)
    register("google", Registration("a client", "wrong", token_url=f"{issuer.url}/token"), at, mara)
    with pytest.raises(Conflict, match="secret is wrong"):
        permitted(issuer, mara, at)
    register("google", Registration("a client", None, token_url="http://127.0.0.1:9/token"), at, mara)
    with pytest.raises(Conflict, match="cannot be reached"):
        finish("google", ADDRESS, "a-code", "x" * 43, at, mara)
    with pytest.raises(NotAllowed):
        begin("google", ADDRESS, ada)
    with pytest.raises(NotFound):
        begin("google", ADDRESS, omar)
    assert not Permission.objects.exists()


def test_an_admin_connects_a_mailbox_through_the_pages(
    box: Mailbox, issuer: Issuer, mara: Agent, ada: Agent, at: datetime
) -> None:
    clock.make_movable(at)
    client = Client()
    client.force_login(mara)
    page = client.get("/settings/mailboxes/sign-in/google").content.decode()
    assert "/settings/mailboxes/permission" in page
    assert "a secret" not in page
    way = client.post("/settings/mailboxes/sign-in/google/way", {"address": ADDRESS}).context["url"]
    back = issuer.agree(way)
    assert client.get("/settings/mailboxes/permission", back | {"state": "forged"}).status_code == 409
    refused = client.get("/settings/mailboxes/permission", {"state": back["state"], "error": "access_denied"})
    assert "The permission was not given." in refused.content.decode()
    looked = client.get(f"/settings/mailboxes/permission?{urlencode(back)}")
    assert (looked.status_code, Permission.objects.exists()) == (200, False)
    assert client.post("/settings/mailboxes/permission", back)["Location"] == f"/settings/mailboxes/{box.pk}"
    assert permissions.token_for(box, at) == "token-1"
    assert "Google lets this desk in" in client.get(f"/settings/mailboxes/{box.pk}").content.decode()
    hers = Client()
    hers.force_login(ada)
    assert hers.get("/settings/mailboxes/sign-in/google").status_code in (403, 404)
