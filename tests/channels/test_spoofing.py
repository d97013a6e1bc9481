"""A mail that says it is from somebody: what the receiving server found decides whether it may act as them."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from goodword.cases.changes import close
from goodword.cases.models import Case, Closed, Message
from goodword.channels.email.models import Mailbox
from goodword.closing import checks
from goodword.closing.models import Check, CheckState
from goodword.closing.tasks import hear_answer
from goodword.ledger.models import Entry
from goodword.people.models import Health, Identity
from tests.channels.conftest import KIM, raw
from tests.channels.test_taking import taken
from tests.channels.test_threading import MALLORY, answer, signed

__all__ = ["answer"]
pytestmark = pytest.mark.django_db
FAILS = "mx.shop.example; spf=softfail smtp.mailfrom=evil.example; dkim=none; dmarc=fail header.from=home.example"
PASSES = "mx.shop.example; spf=pass smtp.mailfrom=home.example; dkim=pass; dmarc=pass header.from=home.example"


def spoofed(number: int, **more: str) -> bytes:
    given = {"text": "Send it to my new address.", "subject": "Where is it?"} | more
    return raw(message_id=f"<s{number}@evil.example>", **{"Authentication-Results": FAILS}, **given)


def test_a_spoofed_customer_joins_nothing_however_well_they_know_the_case(answer: Message, at: datetime) -> None:
    """zammad #5064, and worse: our number, our Message-ID and our signed address, in the customer's name."""
    case = answer.case
    ways = [
        {"subject": f"Re: Where is it? [#{case.pk}]"},
        {"in_reply_to": answer.message_id},
        {"references": f"<1@home.example> {answer.message_id}"},
        {"to": signed(case.pk)},
        {"subject": f"Re: [#{case.pk}]", "in_reply_to": answer.message_id, "to": signed(case.pk)},
    ]
    for number, way in enumerate(ways):
        got = taken(spoofed(number, **way), at + timedelta(hours=1))
        assert (got.outcome, got.case == case.pk) == ("started", False), way
        started = Case.objects.get(pk=got.case)
        assert started.perhaps_of_id == case.pk
        message = Message.objects.get(pk=got.message)
        assert (message.sender_check, message.from_stranger) == ("failed", True)
        assert message.sender_words == "SPF softfail, DMARC fail, says mx.shop.example"
    assert Message.objects.filter(case=case).count() == 2


def test_a_spoofed_thanks_ends_no_check_and_opens_no_closed_case(answer: Message, at: datetime) -> None:
    check = Check.objects.create(case=answer.case, state=CheckState.ASKED, created_at=at, asked_at=at, asked_by=answer)
    for number, text in enumerate(("Nothing more, thanks.", "It has all arrived, you can close it.")):
        got = taken(spoofed(number, text=text, in_reply_to=answer.message_id), at + timedelta(hours=1))
        hear_answer(Entry.objects.get(verb="message.received", subject_id=got.message), at + timedelta(hours=1))
    check.refresh_from_db()
    assert check.state == CheckState.ASKED
    checks.withdraw(answer.case, at)
    close(answer.case, Closed.WORD, at + timedelta(hours=2), None)
    taken(spoofed(9, text="It is still missing!", in_reply_to=answer.message_id), at + timedelta(hours=3))
    assert Case.objects.get(pk=answer.case_id).status == "closed"


def test_the_same_words_from_a_verified_sender_count(answer: Message, at: datetime) -> None:
    mail = raw(
        "Still nothing.", message_id="<2@home>", in_reply_to=answer.message_id, **{"Authentication-Results": PASSES}
    )
    got = taken(mail, at + timedelta(hours=1))
    assert (got.outcome, got.case) == ("continued", answer.case_id)
    message = Message.objects.get(pk=got.message)
    assert (message.sender_check, message.from_stranger) == ("passed", False)


def test_a_spoofed_mail_does_not_heal_an_address(answer: Message, at: datetime) -> None:
    Identity.objects.filter(address=KIM).update(health=Health.BOUNCING)
    taken(spoofed(1), at + timedelta(hours=1))
    assert Identity.objects.get(address=KIM).health == Health.BOUNCING


def test_two_customers_in_copy_stay_two(answer: Message, help_box: Mailbox, at: datetime) -> None:
    """Kim and Mallory write to each other and to us, in one thread of their own: each has a case of their own."""
    when = at + timedelta(hours=1)
    both = {"cc": f"{KIM}, mallory@else.example", "references": "<t@home> <u@else>", "subject": "Our bikes"}
    kims = taken(raw("Mine squeaks.", message_id="<k1@home>", **both), when)
    mallorys = taken(raw("Mine too.", sender=MALLORY, message_id="<m1@else>", in_reply_to="<k1@home>", **both), when)
    again = taken(raw("And it leaks.", message_id="<k2@home>", in_reply_to="<m1@else>", **both), when)
    assert len({kims.case, mallorys.case}) == 2
    for got, customer in ((kims, "Kim"), (mallorys, "Mallory"), (again, "Kim")):
        assert Case.objects.get(pk=got.case).customer.name == customer


def test_a_forwarded_mail_of_ours_joins_no_strange_case(answer: Message, at: datetime) -> None:
    """Somebody whom we know as another customer forwards Kim's thread to us, with our words, number and references."""
    taken(raw("Hello.", message_id="<m0@e>", sender=MALLORY, subject="Mine"), at)
    head = f"From: Bolt Bikes\nSubject: [#{answer.case_id}]"
    text = f"See below.\n\n---------- Forwarded message ---------\n{head}\n\nOn its way."
    mail = raw(
        text, sender=MALLORY, message_id="<fwd@e>", subject=f"Fwd: Where is it? [#{answer.case_id}]",
        references=answer.message_id,
    )  # fmt: skip
    got = taken(mail, at + timedelta(hours=1))
    assert got.case != answer.case_id
    assert Case.objects.get(pk=got.case).perhaps_of_id == answer.case_id


def test_a_message_id_used_twice_or_missing_loses_no_mail(help_box: Mailbox, at: datetime) -> None:
    """Scanners and shops write the same Message-ID on all their mail, or none: each is a message of its sender."""
    doubled = [
        taken(raw(f"Order {number}.", message_id="<fixed@shop>", subject=f"Order {number}"), at) for number in (1, 2)
    ]
    foreign = taken(raw("Mine.", sender=MALLORY, message_id="<fixed@shop>", subject="Order 1"), at)
    missing = [taken(raw(f"Scan {number}.", message_id="", sender="s@scan.example"), at) for number in (1, 2)]
    messages = [got.message for got in (*doubled, foreign, *missing)]
    assert len(set(messages)) == 5
    assert Case.objects.get(pk=foreign.case).customer.name == "Mallory"
