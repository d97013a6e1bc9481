"""Mailboxes in the settings: tried on real servers, each fault in plain words, no password shown again."""

from __future__ import annotations

import socket
from datetime import datetime

import pytest

from goodword.channels.email.keys import reveal
from goodword.channels.email.models import Mailbox
from goodword.kit import clock
from goodword.ledger.models import Entry
from goodword.people.models import Agent
from tests.channels.conftest import Imap, Sink, imap, imap_server, raw, sink
from tests.web.test_settings import said, signed_in

__all__ = ["imap", "imap_server", "sink"]
SECRET = "correct horse & battery"


@pytest.fixture(autouse=True)
def _monday(db: None, at: datetime) -> None:
    clock.make_movable(at)


@pytest.fixture
def given(imap: Imap, sink: Sink) -> dict[str, object]:
    """A mailbox on both servers, as an admin types it."""
    return {
        "address": "help@shop.example", "name": "Larch & Lane", "imap_host": "127.0.0.1", "imap_port": imap.port,
        "imap_security": "none", "imap_user": imap.user, "imap_password": imap.password, "imap_folder": imap.folder,
        "smtp_host": "127.0.0.1", "smtp_port": sink.port, "smtp_security": "none", "smtp_user": "", "smtp_password": "",
    }  # fmt: skip


def test_a_mailbox_that_works_says_so_in_both_directions_and_nothing_is_saved(
    mara: Agent, given: dict[str, object]
) -> None:
    answer = signed_in(mara).post("/settings/mailboxes/new", given | {"do": "try"})
    assert answer.status_code == 200
    assert (answer.context["incoming"].works, answer.context["outgoing"].works) == (True, True)
    text = said(answer)
    assert "opens" in text
    assert "takes mail from help@shop.example" in text
    assert not Mailbox.objects.exists()
    assert "no-store" in answer["Cache-Control"]


def test_each_fault_is_explained_in_plain_words(mara: Agent, given: dict[str, object]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    client = signed_in(mara)

    def words(**wrong: object) -> str:
        return said(client.post("/settings/mailboxes/new", given | wrong | {"do": "try"}))

    assert "does not accept this user and password" in words(imap_password="wrong")
    assert "no folder of this name" in words(imap_folder="Nowhere")
    assert f"not on port {port}" in words(imap_port=port)
    assert f"not on port {port}" in words(smtp_port=port)
    assert "another kind of encryption" in words(imap_security="tls")
    assert "does not offer" in words(smtp_security="starttls")
    assert "There is no server named" in words(imap_host="no.such.host.invalid")
    assert "must come by the listener or from files" in words(imap_host="")


def test_what_was_typed_is_there_after_a_trial_that_failed(mara: Agent, given: dict[str, object]) -> None:
    answer = signed_in(mara).post("/settings/mailboxes/new", given | {"imap_password": "wrong one", "do": "try"})
    assert 'value="wrong one"' in said(answer)
    assert 'value="help@shop.example"' in said(answer)


def test_a_mailbox_is_connected_with_its_passwords_hidden(mara: Agent, given: dict[str, object], imap: Imap) -> None:
    imap.arrive(raw("An old matter."))
    answer = signed_in(mara).post("/settings/mailboxes/new", given)
    assert answer.status_code == 303
    mailbox = Mailbox.objects.get()
    assert imap.password not in mailbox.imap_secret
    assert reveal(mailbox.imap_secret) == imap.password
    assert mailbox.is_default
    assert mailbox.last_uid > 0, "the mail that lies in it already is left alone"
    entry = Entry.objects.get(verb="mailbox.connected")
    assert imap.password not in str(entry.data)


def test_a_stored_password_is_never_shown_and_stays_when_the_field_is_empty(
    mara: Agent, given: dict[str, object], imap: Imap
) -> None:
    client = signed_in(mara)
    client.post("/settings/mailboxes/new", given)
    mailbox = Mailbox.objects.get()
    page = said(client.get(f"/settings/mailboxes/{mailbox.pk}"))
    assert imap.password not in page
    assert mailbox.imap_secret not in page
    assert "Leave empty to keep the password that is stored." in page
    answer = client.post(f"/settings/mailboxes/{mailbox.pk}", given | {"imap_password": "", "name": "The shop"})
    assert answer.status_code == 303
    mailbox.refresh_from_db()
    assert mailbox.name == "The shop"
    assert reveal(mailbox.imap_secret) == imap.password
    trial = client.post(f"/settings/mailboxes/{mailbox.pk}", given | {"imap_password": "", "do": "try"})
    assert trial.context["incoming"].works
    client.post(f"/settings/mailboxes/{mailbox.pk}", given | {"imap_password": imap.password, "smtp_password": SECRET})
    mailbox.refresh_from_db()
    assert reveal(mailbox.smtp_secret) == SECRET


def test_one_that_cannot_be_opened_is_not_connected_and_nothing_is_lost(mara: Agent, given: dict[str, object]) -> None:
    answer = signed_in(mara).post("/settings/mailboxes/new", given | {"imap_folder": "Nowhere"})
    assert answer.status_code == 422
    assert "no folder of this name" in said(answer)
    assert 'value="Nowhere"' in said(answer)
    assert not Mailbox.objects.exists()


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"address": "nobody"}, "address"), ({"address": "help+1@shop.example"}, "address"),
        ({"imap_host": "not a host"}, "imap_host"), ({"imap_port": "0"}, "imap_port"),
        ({"smtp_port": "99999"}, "smtp_port"), ({"smtp_port": "x"}, "smtp_port"),
        ({"smtp_security": "magic"}, "smtp_security"), ({"imap_folder": ""}, "imap_folder"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_mailbox_stands_beside_its_field(
    mara: Agent, given: dict[str, object], wrong: dict[str, str], field: str
) -> None:
    answer = signed_in(mara).post("/settings/mailboxes/new", given | wrong)
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [field]
    assert not Mailbox.objects.exists()


def test_the_same_mailbox_is_connected_once(mara: Agent, given: dict[str, object]) -> None:
    client = signed_in(mara)
    client.post("/settings/mailboxes/new", given)
    answer = client.post("/settings/mailboxes/new", given)
    assert answer.status_code == 422
    assert "This mailbox is connected already." in said(answer)


@pytest.mark.parametrize(
    ("provider", "host"),
    [("gmail", "imap.gmail.com"), ("fastmail", "smtp.fastmail.com"), ("ionos", "imap.ionos.com"),
     ("microsoft", "smtp.office365.com"), ("own", "imap.example.com"), ("../x", "imap.example.com")],
)  # fmt: skip
def test_the_servers_of_a_provider_are_filled_in(mara: Agent, provider: str, host: str) -> None:
    assert f'"{host}"' in said(signed_in(mara).get("/settings/mailboxes/new", {"provider": provider}))


def test_the_list_says_how_each_mailbox_does(mara: Agent, at: datetime) -> None:
    now = clock.now()
    rows = [
        ("fine", {"imap_host": "a", "last_checked_at": now}, "Works"),
        ("trouble", {"imap_host": "a", "trouble": "a does not answer."}, "In trouble"),
        ("sending", {"sending_trouble": "It is refused."}, "In trouble"),
        (
            "late",
            {"imap_host": "a", "last_checked_at": datetime.fromisoformat("2026-03-01T00:00Z")},
            "Not looked at lately",
        ),
        ("new", {"imap_host": "a"}, "Not looked at yet"),
        ("off", {"is_active": False}, "Out of use"),
        ("send", {}, "Sends only"),
    ]
    for name, facts, word in rows:
        Mailbox.objects.all().delete()
        Mailbox.objects.create(address=f"{name}@shop.example", **facts)
        assert word in said(signed_in(mara).get("/settings/mailboxes")), name
    Mailbox.objects.create(address="x@shop.example", trouble="The server is away.")
    assert "The server is away." in said(signed_in(mara).get("/settings/"))


def test_a_mailbox_is_taken_out_of_use_and_back(mara: Agent) -> None:
    mailbox = Mailbox.objects.create(address="help@shop.example")
    client = signed_in(mara)
    client.post(f"/settings/mailboxes/{mailbox.pk}/use", {"on": "no"})
    mailbox.refresh_from_db()
    assert not mailbox.is_active
    client.post(f"/settings/mailboxes/{mailbox.pk}/use", {"on": "yes"})
    mailbox.refresh_from_db()
    assert mailbox.is_active
    assert client.get("/settings/mailboxes/999").status_code == 404
