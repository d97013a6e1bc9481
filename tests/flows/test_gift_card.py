"""The story of the gift card: a promise, an address that is wrong, a bounce, the card, the check, and the last word."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.test import Client

from goodword.cases.actions import Draft
from goodword.cases.models import Case, Message
from goodword.channels.email.corrections import correct
from goodword.closing.models import Check
from goodword.kit import clock
from goodword.ledger.models import Entry
from goodword.notices.models import Notice
from goodword.people.models import Agent, Health, Identity
from goodword.promises.actions import Told
from goodword.promises.models import Promise
from goodword.promises.queries import kind_named
from goodword.promises.replies import send
from tests.channels.test_bounces import report
from tests.flows.conftest import Town, Worker, link_in, move_to, text_of, until

WRONG, RIGHT = "kim@gmial.example", "kim@gmail.example"
KIM = f"Kim <{WRONG}>"
THURSDAY = datetime(2026, 3, 5).date()


def the_case() -> Case:
    return until(lambda: Case.objects.select_related("customer").first(), "the mail becomes a case")


def the_promise() -> Promise:
    return Promise.objects.select_related("owner").get()


def test_a_promised_card_that_bounced_is_followed_up_until_nothing_more_thanks(
    worker: Worker, town: Town, ada: Agent, lena: Agent
) -> None:
    worker.start()
    town.write(KIM, "Gift card for my sister", "Hello, could I have a gift card over 50 pounds?")
    promises_the_card_and_it_comes_back(town, ada)
    nothing_is_whitewashed(ada)
    corrects_the_address_and_sends_it(town, ada)
    kim_confirms_on_her_page(town)
    is_asked_after_a_day(town)
    says_nothing_more_thanks(town)
    worker.stop()
    assert len(town.letters_to(RIGHT)) == 3
    assert "Traceback" not in worker.said()


def promises_the_card_and_it_comes_back(town: Town, ada: Agent) -> None:
    """Ada promises, by mail; the address in Kim's mail program is mistyped."""
    told = Told(kind_named("document"), "I will send you the card by Thursday", THURSDAY, "by Thursday")
    words = Draft(text="Gladly. I will send you the card by Thursday.")
    send(the_case(), ada, words, clock.now(), makes=[told])
    announced = town.letter_to(WRONG)
    assert "I will send you the card by Thursday." in text_of(announced)
    assert link_in(announced).startswith("/portal/")
    until(lambda: Message.objects.filter(is_ours=True, delivery="handed_over").exists())
    town.imap.arrive(report(Message.objects.get(is_ours=True), recipient=WRONG, to=return_path(town)))


def nothing_is_whitewashed(ada: Agent) -> None:
    """It is owed, at risk, and its owner knows."""
    until(lambda: the_promise().stage == "at_risk", "the promise is at risk")
    promise = the_promise()
    assert (promise.status, promise.verdict, promise.owner) == ("owed", "pending", ada)
    assert Identity.objects.get(address=WRONG).health == Health.BOUNCING
    until(lambda: Notice.objects.filter(person=ada, verb="message.bounced").exists(), "Ada hears of the bounce")
    until(lambda: Notice.objects.filter(person=ada, verb="promise.at_risk").exists(), "Ada hears of the risk")
    assert Case.objects.count() == 1, "a bounce is no customer"


def corrects_the_address_and_sends_it(town: Town, ada: Agent) -> None:
    """What never arrived is sent again, and then the card itself."""
    corrected = correct(Identity.objects.get(address=WRONG), RIGHT, clock.now(), ada)
    assert len(corrected.resent) == 1
    assert "by Thursday" in text_of(town.letter_to(RIGHT))
    send(the_case(), ada, Draft(text="Here is the card: LL-50-7781."), clock.now(), keeps=[the_promise()])
    assert "LL-50-7781" in text_of(town.letter_to(RIGHT, 2))
    until(lambda: the_promise().status == "delivered", "what was handed over is proof")


def kim_confirms_on_her_page(town: Town) -> None:
    """Opening it alone does not do."""
    page = link_in(town.letter_to(RIGHT))
    opened = Client().get(page).content.decode()
    assert the_promise().status == "delivered"
    press(page, f"/promises/{the_promise().pk}/receipt", opened)
    assert (the_promise().status, the_promise().verdict) == ("confirmed", "kept")


def is_asked_after_a_day(town: Town) -> None:
    """Not before."""
    check = until(lambda: Check.objects.filter(state="scheduled").first(), "the check is scheduled")
    confirmed_at = the_promise().confirmed_at
    assert confirmed_at
    assert check.wakes_at >= confirmed_at + timedelta(hours=23, minutes=55)
    assert len(town.letters_to(RIGHT)) == 2
    move_to(check.wakes_at + timedelta(minutes=1))
    assert "Did this really solve it?" in text_of(town.letter_to(RIGHT, 3))


def says_nothing_more_thanks(town: Town) -> None:
    """Closed by word, and nothing more is sent."""
    asked = town.letter_to(RIGHT, 3)
    town.write(f"Kim <{RIGHT}>", f"Re: {asked['Subject']}", "Nothing more, thanks!", answers=asked)
    until(lambda: Case.objects.get().status == "closed", "the case is closed")
    assert Case.objects.get().closed_how == "word"
    assert Check.objects.get().answer == "done"
    assert Entry.objects.filter(verb="case.closed").get().by_type == "customer"


def return_path(town: Town) -> str:
    """To whom the mail server sends what it cannot deliver."""
    return str(town.sink.mails[-1].mail_from)


def press(page: str, button: str, shown: str) -> None:
    """Presses a button of the customer's page, with the key that stands in its form."""
    key = shown.partition('name="key" value="')[2].partition('"')[0]
    assert key
    answer = Client(enforce_csrf_checks=True).post(page + button, {"key": key})
    assert answer.status_code == 303, answer.content.decode()
