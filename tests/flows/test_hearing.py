"""Wherever something is promised it is heard: in a chat, on the phone, by a program, in one's own mail, in a macro."""

from __future__ import annotations

from email.message import EmailMessage
from typing import Any

import pytest
from django.test import Client

from goodword.cases.models import Case, Message
from goodword.channels.form.actions import set_website
from goodword.kit import clock
from goodword.people.models import Agent
from goodword.people.tokens import add_token
from goodword.promises.listening import asked_of, lately
from goodword.promises.models import Heard, Promise
from goodword.sending.macros import set_macro
from tests.api.conftest import Program
from tests.channels.chat.test_chat import Guest
from tests.channels.conftest import HELP
from tests.flows.conftest import Town, Worker, until
from tests.flows.test_walks import Fields
from tests.portal.test_write import OPEN

GUEST = "kim@home.example"
PASSES = "mx.shop.example; spf=pass smtp.mailfrom=desk.example; dkim=pass header.d=desk.example; dmarc=pass"


@pytest.fixture
def desk(ada: Agent) -> Client:
    client = Client()
    client.force_login(ada)
    return client


def test_a_promise_is_heard_by_every_door_it_is_made_at(
    worker: Worker, town: Town, desk: Client, ada: Agent, lena: Agent, mara: Agent
) -> None:
    set_website(clock.now(), mara, **OPEN)
    worker.start()
    Guest().begins()
    case = Case.objects.get()
    says(desk, case, "messages", "reply", "It is there. I will send you the link on Friday at 11 am.", to=GUEST)
    until(lambda: Heard.objects.filter(via="chat").exists(), "the line of the chat is heard")
    says(desk, case, "calls", "call", "Reached her. I will call you again on Thursday at 3 pm.", outcome="reached")
    by_program(ada, case, "I will write to you by Wednesday noon.")
    by_own_mail(town, ada, "I will send you the papers tomorrow.")
    in_a_macro(desk, case, lena)

    heard = {"chat": "recorded", "phone": "recorded", "email": "open", "own mail": "open"}
    until(lambda: dict(Heard.objects.values_list("via", "state")) == heard, "each by its own door")
    worker.stop()
    assert set(Promise.objects.values_list("told_by__channel", flat=True)) == {"chat", "phone"}
    assert [row.words for row in asked_of(ada)] == [
        "I will write to you by Wednesday noon", "I will send you the papers tomorrow",
    ]  # fmt: skip
    parts, all_of_them = lately(clock.now())
    assert {part.via: part.share for part in parts} == {"chat": 1.0, "phone": 1.0, "email": 0.0, "own mail": 0.0}
    assert all_of_them.share == 0.5
    assert "Traceback" not in worker.said()


def says(desk: Client, case: Case, what: str, part: str, text: str, **more: str) -> None:
    """Ada writes, is asked about the promise in it, and sends it with her answer."""
    heard = Fields(desk.post(f"/cases/{case.pk}/hearing?for={part}", {f"{part}-text": text}).content.decode()).values
    case.refresh_from_db()
    said: dict[str, Any] = {f"{part}-text": text, f"{part}-seen": str(case.last_message), **heard}
    said |= {f"{part}-{name}": value for name, value in more.items()}
    answer = desk.post(f"/cases/{case.pk}/{what}", said)
    assert answer.status_code == 303, answer.content.decode().partition('class="notice risk" role="alert"')[2][:900]


def by_program(ada: Agent, case: Case, text: str) -> None:
    program = Program(add_token(ada, "a program", ("write",), clock.now(), None)[1])
    seen = Message.objects.filter(case=case).latest("id").pk
    body = {"text": text, "seen": seen}
    sent = program.post(f"/cases/{case.pk}/messages", body)
    assert sent.status_code == 201, sent.content


def by_own_mail(town: Town, ada: Agent, text: str) -> None:
    """Ada answers from her own mail program, with a copy to the desk."""
    ours = until(lambda: Message.objects.filter(is_ours=True).exclude(message_id="").first(), "one of ours")
    mail = EmailMessage()
    mail["Authentication-Results"] = PASSES
    mail["From"], mail["To"], mail["Cc"] = f"Ada <{ada.email}>", GUEST, HELP
    mail["Subject"], mail["Message-ID"] = "Re: your question", "<own.1@desk.example>"
    mail["In-Reply-To"] = mail["References"] = ours.message_id
    mail.set_content(text)
    town.imap.arrive(mail.as_bytes())


def in_a_macro(desk: Client, case: Case, lena: Agent) -> None:
    """A lead sees what a macro promises; whoever uses it is asked."""
    macro = set_macro(
        None, clock.now(), lena, name="Later", texts={"en": "I will call you by {{promise.due}}."}, team=None
    )
    words = desk.post(f"/cases/{case.pk}/macros/{macro.pk}").json()["words"]
    heard = desk.post(f"/cases/{case.pk}/hearing?for=reply", {"reply-text": words}).content.decode()
    assert Fields(heard).values["reply-chips-0-kind"] == "callback"
    leads = Client()
    leads.force_login(lena)
    page = leads.get(f"/settings/macros/{macro.pk}").content.decode()
    assert "This promises something" in page
    assert "I will call you by" in page
