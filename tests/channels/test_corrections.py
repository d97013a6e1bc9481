"""What did not arrive is mended: the likely address, one correction, and everything that hung on the message."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from goodword.cases.actions import Draft, receive, reply
from goodword.cases.delivery import bounced, mark
from goodword.cases.models import Case, Delivery, Message
from goodword.channels.email import outbound
from goodword.channels.email.corrections import correct, it_went_out, resend, suggestions
from goodword.channels.email.models import Mailbox, Outgoing, OutgoingState
from goodword.channels.email.typos import likely_meant
from goodword.kit import files
from goodword.kit.errors import Conflict, Malformed, NotAllowed, NotFound
from goodword.ledger.models import Entry
from goodword.people.actions import add_identity
from goodword.people.models import Agent, Customer, Health, Identity, IdentityKind
from goodword.promises.models import EvidenceState, Status
from goodword.promises.replies import send
from goodword.promises.tasks import message_did_not_arrive, message_is_out
from tests.channels.conftest import KIM
from tests.conftest import MakePromise, mail

pytestmark = pytest.mark.django_db
RIGHT = "kim@right.example"


@pytest.fixture
def returned(case: Case, ada: Agent, at: datetime) -> Message:
    """Ada's message to Kim came back."""
    message = reply(case, ada, Draft(text="Your card is on its way."), at)
    mark(message, Delivery.HANDED_OVER, at)
    bounced(message, (KIM,), at + timedelta(minutes=1), "no such user")
    message.refresh_from_db()
    return message


def identity() -> Identity:
    return Identity.objects.select_related("customer").get(address=KIM)


def test_the_right_address_gets_what_came_back(returned: Message, ada: Agent, at: datetime) -> None:
    corrected = correct(identity(), RIGHT, at + timedelta(minutes=5), ada)
    [again] = corrected.resent
    assert (again.to, again.text, again.message_id == returned.message_id) == ([RIGHT], returned.text, False)
    assert Case.objects.get().identity_id == corrected.identity.pk
    line = Entry.objects.get(verb="identity.corrected")
    assert (line.get("wrong"), line.get("right"), line.case_id) == (KIM, RIGHT, returned.case_id)


def test_nothing_is_sent_again_twice(returned: Message, ada: Agent, at: datetime) -> None:
    correct(identity(), RIGHT, at, ada)
    assert correct(identity(), "kim@other.example", at, ada).resent == ()


def test_an_address_of_somebody_else_is_refused_and_nothing_changes(
    returned: Message, ada: Agent, at: datetime
) -> None:
    receive(mail("mallory@else.example"), at)
    with pytest.raises(Conflict):
        correct(identity(), "mallory@else.example", at, ada)
    assert not Entry.objects.filter(verb__in=["identity.corrected", "message.resent"]).exists()


@pytest.mark.parametrize("address", [KIM, "not an address", ""])
def test_an_address_that_is_no_better_is_refused(returned: Message, ada: Agent, at: datetime, address: str) -> None:
    with pytest.raises(Malformed):
        correct(identity(), address, at, ada)


def test_omar_corrects_nothing(returned: Message, omar: Agent, at: datetime) -> None:
    with pytest.raises((NotFound, NotAllowed)):
        correct(identity(), RIGHT, at, omar)


def test_a_proof_that_fell_stands_again_with_the_new_message(
    case: Case, ada: Agent, promised: MakePromise, at: datetime
) -> None:
    """The card itself bounced: sent to the right address and handed over, the promise is delivered after all."""
    promise = promised(kind="document", words="I will send the card")
    message = send(case, ada, Draft(text="Here it is."), at, keeps=[promise])
    mark(message, Delivery.HANDED_OVER, at)
    message_is_out(Entry.objects.get(verb="message.handed_over"), at)
    message_did_not_arrive(bounced(message, (KIM,), at + timedelta(minutes=1)), at + timedelta(minutes=1))  # type: ignore[arg-type]
    promise.refresh_from_db()
    assert promise.status == Status.OWED
    [again] = correct(identity(), RIGHT, at + timedelta(minutes=5), ada).resent
    promise.refresh_from_db()
    assert promise.status == Status.OWED
    mark(again, Delivery.HANDED_OVER, at + timedelta(minutes=6))
    message_is_out(Entry.objects.get(verb="message.handed_over", subject_id=again.pk), at + timedelta(minutes=6))
    promise.refresh_from_db()
    assert promise.status == Status.DELIVERED
    assert [proof.state for proof in promise.evidence.order_by("id")] == [EvidenceState.FALLEN, EvidenceState.STANDING]


def test_the_link_of_a_promise_goes_along_to_the_right_address(
    case: Case, help_box: Mailbox, ada: Agent, promised: MakePromise, at: datetime
) -> None:
    message = reply(case, ada, Draft(text="You get the card on Thursday."), at)
    promised(message=message)
    bounced(message, (KIM,), at)
    [again] = correct(identity(), RIGHT, at, ada).resent
    assert b"/portal/" in files.fetch(outbound.queue_message(again, at).key).replace(b"=\r\n", b"")


def test_a_person_decides_a_doubt(case: Case, help_box: Mailbox, ada: Agent, at: datetime) -> None:
    for decide, state in ((it_went_out, OutgoingState.SENT), (resend, OutgoingState.QUEUED)):
        message = reply(case, ada, Draft(text="Hello."), at)
        outbound.queue_message(message, at)
        Outgoing.objects.filter(message=message).update(state=OutgoingState.DOUBTFUL, wakes_at=None)
        mark(message, Delivery.DOUBTFUL, at)
        decide(message, at, ada)
        assert Outgoing.objects.get(message=message).state == state
        with pytest.raises(Conflict):
            it_went_out(reply(case, ada, Draft(text="Hello."), at), at, ada) if decide is resend else decide(
                message, at, ada
            )


@pytest.mark.parametrize(
    ("wrong", "meant"),
    [
        ("kim@gmial.com", "kim@gmail.com"),
        ("kim@gamil.com", "kim@gmail.com"),
        ("kim@gmail.con", "kim@gmail.com"),
        ("kim@gmail.co", "kim@gmail.com"),
        ("kim@gnail.com", "kim@gmail.com"),
        ("kim@gmaill.com", "kim@gmail.com"),
        ("kim@hotmial.com", "kim@hotmail.com"),
        ("kim@hotnail.com", "kim@hotmail.com"),
        ("kim@outlok.com", "kim@outlook.com"),
        ("kim@yaho.com", "kim@yahoo.com"),
        ("kim@iclud.com", "kim@icloud.com"),
        ("kim@gmx.ed", "kim@gmx.de"),
        ("kim@web.d", "kim@web.de"),
        ("kim@t-onlin.de", "kim@t-online.de"),
        ("kim@oragne.fr", "kim@orange.fr"),
        ("kim..b@gmail.com", "kim.b@gmail.com"),
        ("kim@gmail,com", "kim@gmail.com"),
        ("kim@bolt-bikes.con", "kim@bolt-bikes.com"),
    ],
)
def test_the_likely_address_comes_first(wrong: str, meant: str) -> None:
    assert likely_meant(wrong)[0] == meant


@pytest.mark.parametrize(
    "address",
    ["kim@gmail.com", "kim@example.org", "kim@bolt-bikes.co", "kim@university.edu", "kim@shop.example", "kim@acme.om",
     "kim@gmx.at", "kim@free.fr", "nonsense", "@", "kim@", "kim@sky.com", "kim@hey.com"],
)  # fmt: skip
def test_a_good_address_is_not_corrected(address: str) -> None:
    assert likely_meant(address) == []


def test_another_address_of_the_customer_comes_before_the_table(kim: Customer, at: datetime) -> None:
    add_identity(kim, IdentityKind.EMAIL, "kim@hom.example", at)
    bad = add_identity(kim, IdentityKind.EMAIL, "kim@hme.example", at)
    gone = add_identity(kim, IdentityKind.EMAIL, "kim@ho.example", at)
    gone.health = Health.BOUNCING
    gone.save(update_fields=["health"])
    assert suggestions(bad)[:2] == [KIM, "kim@hom.example"]
    assert "kim@ho.example" not in suggestions(bad)
