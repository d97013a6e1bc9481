"""Drafts that are kept while they are written: across devices, never another's, gone once they have gone out."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from goodword.cases.actions import receive
from goodword.cases.models import Attachment, Case
from goodword.people.models import Agent
from goodword.sending.models import KeptDraft
from goodword.sending.tasks import sweep_drafts
from tests.conftest import mail
from tests.web.conftest import Door
from tests.web.drafts import HEARD, PROMISES, chip, draft, ours

HX = {"HX-Request": "true"}


def seen(case: Case) -> dict[str, object]:
    return {"reply-seen": Case.objects.get(pk=case.pk).last_message}


def test_a_draft_comes_back_on_another_device_with_all_that_was_decided(door: Door, case: Case, ada: Agent) -> None:
    address = f"/cases/{case.pk}/draft"
    paper = SimpleUploadedFile("bill.txt", b"ten euros")
    given = draft(PROMISES, chip(kind="email"), **seen(case), **{"reply-cc": "jo@home.example", "files": paper})
    assert door(ada).post(address, given, headers=HX).json() == {"version": 1}
    page = door(ada).get(address, headers=HX).content.decode()
    for words in (
        PROMISES,
        HEARD,
        "jo@home.example",
        "bill.txt",
        'value="email" selected',
        'name="draft-version" value="1"',
    ):
        assert words in page
    assert "written since" not in page
    assert PROMISES in door(ada).get(f"/cases/{case.pk}?draft=kept").content.decode()


def test_a_draft_is_its_writers_alone(door: Door, case: Case, ada: Agent, ben: Agent, omar: Agent, nora: Agent) -> None:
    address = f"/cases/{case.pk}/draft"
    door(ada).post(address, draft("Dear Kim"), headers=HX)
    assert door(ben).get(address, headers=HX).status_code == 204
    assert [door(who).get(address).status_code for who in (omar, nora)] == [404, 403]
    assert [door(who).post(address, draft("Mine")).status_code for who in (omar, nora)] == [404, 403]
    assert KeptDraft.objects.get().form["reply-text"] == ["Dear Kim"]


def test_two_screens_never_overwrite_each_other(door: Door, case: Case, ada: Agent) -> None:
    address, client = f"/cases/{case.pk}/draft", door(ada)
    client.post(address, draft("One"), headers=HX)
    assert client.post(address, draft("Other"), headers=HX).status_code == 409
    assert client.post(address, draft("Two", **{"draft-version": 1}), headers=HX).json() == {"version": 2}
    for late in (draft("Late", **{"draft-version": 1}), draft("", **{"draft-version": 1})):
        assert client.post(address, late, headers=HX).status_code == 409
    assert KeptDraft.objects.get().form["reply-text"] == ["Two"]
    assert client.post(address, draft(" ", **{"draft-version": 2}), headers=HX).json() == {"version": 0}
    assert client.post(address, draft("Three", **{"draft-version": 2}), headers=HX).status_code == 409
    assert not KeptDraft.objects.exists()


def test_a_draft_says_what_the_customer_wrote_since_and_is_gone_once_sent(
    door: Door, case: Case, ada: Agent, at: datetime
) -> None:
    client, address = door(ada), f"/cases/{case.pk}/draft"
    form = draft("It is on its way.", **seen(case))
    paper = SimpleUploadedFile("bill.txt", b"ten euros")
    back = client.post(address, form | {"files": paper})
    assert (back.status_code, back["Location"]) == (303, f"/cases/{case.pk}?draft=kept")
    receive(mail(text="It came after all!", token_case=case.pk, message_id="<2@home>"), at)
    page = client.get(back["Location"]).content.decode()
    assert ("It came after all!" in page, "Send after all" in page) == (True, True)
    token = page.split('name="kept" value="')[1].split('"')[0]
    assert client.post(f"/cases/{case.pk}/messages", form | seen(case) | {"kept": token}).status_code == 303
    assert (ours()[-1].text, Attachment.objects.get().filename) == ("It is on its way.", "bill.txt")
    assert client.get(address, headers=HX).status_code == 204


@pytest.mark.parametrize(("text", "status"), [("x" * 200_001, 422), ("a\0b", 200)])
def test_what_is_kept_is_bounded_and_forgotten_in_the_end(
    door: Door, case: Case, ada: Agent, at: datetime, text: str, status: int
) -> None:
    assert door(ada).post(f"/cases/{case.pk}/draft", draft(text), headers=HX).status_code == status
    sweep_drafts(at + timedelta(days=89))
    assert KeptDraft.objects.count() == (status == 200)
    sweep_drafts(at + timedelta(days=91))
    assert not KeptDraft.objects.exists()
