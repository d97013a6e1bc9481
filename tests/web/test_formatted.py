"""Formatted replies and notes: heard as words, kept as both, mailed as both, shown as they are meant."""

from __future__ import annotations

from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest

from goodword.cases.actions import Draft, reply
from goodword.cases.models import Case, Message
from goodword.channels.email.outbound import queue_message
from goodword.kit import clock, files
from goodword.people.models import Agent
from goodword.promises.models import Promise
from goodword.sending.models import Reply
from tests.web.conftest import Door
from tests.web.drafts import HEARD, chip, draft, ours

TYPED = "Dear **Kim**,\n\nI will send you *the invoice* by **Friday**.\n\n- one\n- two"
SAID = "Dear Kim,\n\nI will send you the invoice by Friday.\n\n- one\n- two"
HX = {"HX-Request": "true"}


def mailed(message: Message) -> EmailMessage:
    parsed = message_from_bytes(files.fetch(queue_message(message, message.at).key), policy=policy.default)
    assert isinstance(parsed, EmailMessage)
    return parsed


def content(mail: EmailMessage, kind: str) -> str:
    part = mail.get_body((kind,))
    assert part is not None
    return str(part.get_content())


def test_a_promise_in_formatted_words_is_heard_and_both_kinds_are_mailed(door: Door, case: Case, ada: Agent) -> None:
    client = door(ada)
    heard = client.post(f"/cases/{case.pk}/hearing?for=reply", {"reply-text": TYPED}).content.decode()
    assert f'value="{HEARD}"' in heard
    assert "<strong>Kim</strong>" in heard
    answer = client.post(f"/cases/{case.pk}/messages", draft(TYPED, chip(due_words="by Friday")))
    message = ours()[0]
    assert (answer.status_code, message.text, Promise.objects.get().words) == (303, SAID, HEARD)
    mail = mailed(message)
    assert SAID in content(mail, "plain").replace("\r\n", "\n")
    assert "<em>the invoice</em>" in content(mail, "html")
    assert "<li>two</li>" in client.get(f"/cases/{case.pk}").content.decode()


def test_a_reply_that_is_taken_back_comes_back_as_it_was_typed(door: Door, case: Case, ada: Agent) -> None:
    ada.undo_seconds = 8
    ada.save(update_fields=["undo_seconds"])
    client = door(ada)
    client.post(f"/cases/{case.pk}/messages", draft("It is **here**."))
    waits = Reply.objects.get()
    assert (waits.text, waits.html) == ("It is here.", "<p>It is <strong>here</strong>.</p>")
    assert "It is **here**." in client.post(f"/replies/{waits.pk}/withdrawal", headers=HX).content.decode()


@pytest.mark.parametrize(
    "hostile", ["<script>alert(1)</script><b>x</b>", '<b style="position:fixed">x</b>', '<p onclick="x">x</p>']
)
def test_html_that_did_not_come_from_the_composer_is_never_put_into_the_page(
    door: Door, case: Case, ada: Agent, hostile: str
) -> None:
    reply(case, ada, Draft(text="Hello", html=hostile), clock.now())
    page = door(ada).get(f"/cases/{case.pk}").content.decode()
    assert hostile not in page
    assert "<p>Hello</p>" in page


def test_a_note_is_shown_formatted_and_no_html_in_it_is_any(door: Door, case: Case, ada: Agent) -> None:
    client = door(ada)
    client.post(f"/cases/{case.pk}/notes", {"note-text": "**Careful**: [x](javascript:alert(1)) <img src=x>"})
    page = client.get(f"/cases/{case.pk}").content.decode()
    assert "<strong>Careful</strong>" in page
    assert "&lt;img src=x&gt;" in page
    assert 'href="javascript' not in page
