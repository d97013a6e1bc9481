"""Every page that can be reached on the demo desk opens, for each of its sign-ins, and each is marked as a demo."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

import pytest
from django.test import Client

from goodword.cases.models import Case, Message
from goodword.channels.email.models import Outgoing
from goodword.demo.people import CUSTOMER_DOOR, GUESTS, sign_ins
from goodword.kit import clock
from goodword.ledger.models import Entry
from goodword.people.models import Agent
from goodword.promises.models import Promise

ADDRESSES = re.compile(r'<a\b[^>]*\bhref="(/[^"#]*)', re.IGNORECASE)
NOT_PAGES = ("/assets/", "/accounts/", "/attachments/", "/live", "/messages/")
MOST_PAGES = 150


def client_of(email: str) -> Client:
    client = Client()
    client.force_login(Agent.objects.get(email=email))
    return client


@pytest.mark.parametrize(("name", "email", "password", "role"), sign_ins())
def test_every_page_that_links_lead_to_opens_and_is_marked(
    demo: datetime, name: str, email: str, password: str, role: str
) -> None:
    client = client_of(email)
    waiting, seen = ["/", "/inbox/", "/notices", "/settings/", "/demo/post"], set()
    waiting += [f"/promises/{pk}" for pk in Promise.objects.order_by("-pk").values_list("pk", flat=True)[:40]]
    while waiting and len(seen) < MOST_PAGES:
        address = waiting.pop(0).replace("&amp;", "&")
        if address in seen or address.startswith(NOT_PAGES):
            continue
        seen.add(address)
        response = client.get(address, follow=True)
        assert response.status_code == 200, f"{address} answers {response.status_code} to {name}"
        page = b"".join(response).decode() if response.streaming else response.content.decode()
        if "<body" in page:
            assert "emonstration" in page, f"{address} is not marked as a demo"
            waiting += ADDRESSES.findall(page)
    assert len(seen) > 60


def test_the_customers_page_opens_without_a_sign_in_and_is_marked(demo: datetime) -> None:
    response = Client().get(CUSTOMER_DOOR, follow=True)
    assert response.status_code == 200
    assert "You will have a new lantern" in response.content.decode()
    assert "emonstration" in response.content.decode()


def test_a_colleague_without_a_desk_finds_neither_post_nor_clock(demo: datetime) -> None:
    client = client_of("olek@larchandlane.example")
    assert client.get("/demo/post").status_code == 404
    assert client.post("/demo/clock", {"step": "hour"}).status_code == 404
    assert clock.now() - demo < timedelta(minutes=1)


def test_nobody_moves_the_clock_without_signing_in_or_by_looking(demo: datetime) -> None:
    before = Entry.objects.count()
    assert Client().post("/demo/clock", {"step": "hour"}).status_code == 302
    assert client_of("ada@larchandlane.example").get("/demo/clock").status_code == 405
    assert Entry.objects.count() == before


def test_the_button_moves_the_clock_and_says_what_came(demo: datetime) -> None:
    client = client_of("ada@larchandlane.example")
    response = client.post("/demo/clock", {"step": "hour"}, headers={"referer": "http://testserver/inbox/?before=2"})
    assert (response.status_code, response["Location"]) == (303, "/inbox/?before=2")
    assert clock.now() - demo >= timedelta(hours=1)
    assert "check sent" in client.get("/demo/meanwhile").content.decode()


def test_the_button_leads_nobody_to_another_site(demo: datetime) -> None:
    client = client_of("ada@larchandlane.example")
    response = client.post("/demo/clock", {"step": "hour"}, headers={"referer": "https://elsewhere.example/trap"})
    assert response["Location"] == "/"


def test_a_letter_can_be_answered_as_its_reader(demo: datetime) -> None:
    client = client_of("ada@larchandlane.example")
    letter = Outgoing.objects.filter(message__case__subject="Stove hisses at the valve").latest("pk")
    shown = client.get(f"/demo/post/{letter.pk}").content.decode()
    assert "leave it off" in shown
    assert "/portal/" in shown
    response = client.post(f"/demo/post/{letter.pk}/answers", {"text": "Good, I wait for your call."})
    case = Case.objects.get(subject="Stove hisses at the valve")
    assert response["Location"] == f"/cases/{case.pk}"
    said = Message.objects.filter(case=case).latest("pk")
    assert (said.is_ours, said.reply_text, said.from_stranger) == (False, "Good, I wait for your call.", False)


def test_a_customer_can_write_anew(demo: datetime) -> None:
    client = client_of("ada@larchandlane.example")
    said = {"guest": GUESTS[1].key, "subject": "Another thing", "text": "Do you repair zips?"}
    client.post("/demo/mails", said)
    case = Case.objects.latest("pk")
    assert (case.subject, case.customer.name, case.owner) == ("Another thing", GUESTS[1].name, None)
    assert client.post("/demo/mails", said | {"guest": "nobody"}).status_code == 422
    assert client.post("/demo/mails", said | {"text": "  "}).status_code == 422


def test_a_real_desk_has_no_demo_pages(ada: Agent) -> None:
    client = Client()
    client.force_login(ada)
    for address in ("/demo/post", "/demo/meanwhile", CUSTOMER_DOOR):
        assert client.get(address).status_code == 404
    assert client.post("/demo/clock", {"step": "hour"}).status_code == 404
    assert "demo-banner" not in client.get("/").content.decode()
