"""What each button does: the customer's word is recorded once, however often it is said."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from django.core import signing

from goodword.cases import actions as cases
from goodword.cases.changes import assign
from goodword.cases.changes import close as close_by_hand
from goodword.cases.models import Case, Message
from goodword.closing import checks
from goodword.closing.models import Check
from goodword.closing.tasks import sweep_checks
from goodword.kit import clock
from goodword.kit.work import load
from goodword.ledger.followers import of
from goodword.ledger.models import Entry
from goodword.notices.models import Notice
from goodword.people.models import Agent, Customer, Health
from goodword.promises.actions import deliver
from goodword.promises.models import Promise
from tests.conftest import MakePromise
from tests.portal.conftest import Visitor

A_DAY = timedelta(days=1)


def _verbs(case: Case) -> list[str]:
    return list(Entry.objects.filter(case_id=case.pk).order_by("id").values_list("verb", flat=True))


def _delivered(promised: MakePromise, ada: Agent, at: datetime) -> Promise:
    return deliver(promised(kind="other"), "agent_statement", at, by=ada)


def test_got_it_confirms(hers: Visitor, promised: MakePromise, ada: Agent, case: Case, at: datetime) -> None:
    promise = _delivered(promised, ada, at)
    said = hers.press(f"/promises/{promise.pk}/receipt")
    promise.refresh_from_db()
    assert (promise.status, promise.verdict) == ("confirmed", "kept")
    assert "Thank you. We have noted that it has arrived." in said
    assert Entry.objects.get(case_id=case.pk, verb="promise.confirmed").by_type == "customer"


def test_got_it_twice_is_recorded_once(
    hers: Visitor, promised: MakePromise, ada: Agent, case: Case, at: datetime
) -> None:
    promise = _delivered(promised, ada, at)
    for _ in range(3):
        assert hers.post(f"/promises/{promise.pk}/receipt").status_code == 303
    assert _verbs(case).count("promise.confirmed") == 1


def test_something_owed_can_be_there_before_we_know(hers: Visitor, promised: MakePromise) -> None:
    promise = promised()
    hers.press(f"/promises/{promise.pk}/receipt")
    promise.refresh_from_db()
    assert (promise.status, promise.verdict) == ("confirmed", "kept")


def test_not_yet_lets_the_proof_fall(
    hers: Visitor, promised: MakePromise, ada: Agent, case: Case, at: datetime
) -> None:
    promise = _delivered(promised, ada, at)
    said = hers.press(f"/promises/{promise.pk}/dispute")
    assert hers.post(f"/promises/{promise.pk}/dispute").status_code == 303
    promise.refresh_from_db()
    assert promise.status == "owed"
    assert _verbs(case).count("promise.reopened") == 1
    assert "We owe it to you again." in said
    assert "Is there anything that helps us find it?" in said


def test_waiting_counts_as_chased_once_a_day_and_reaches_the_desk(
    hers: Visitor, promised: MakePromise, case: Case, at: datetime
) -> None:
    promise = promised(words="I will call you", due=at + 3 * A_DAY)
    said = hers.press(f"/promises/{promise.pk}/reminder")
    hers.press(f"/promises/{promise.pk}/reminder")
    assert _verbs(case).count("promise.chased") == 1
    message = Message.objects.get(case=case, channel="page")
    assert message.text == "I am still waiting for this: “I will call you”"
    assert "It should have been us who wrote first." in said
    assert "Ada knows that you are waiting." in hers.text()
    clock.move_to(at + A_DAY + timedelta(minutes=5))
    hers.press(f"/promises/{promise.pk}/reminder")
    assert _verbs(case).count("promise.chased") == 2


def test_waiting_moves_nothing_of_the_promise(hers: Visitor, promised: MakePromise) -> None:
    promise = promised()
    before = Promise.objects.filter(pk=promise.pk).values().get()
    hers.press(f"/promises/{promise.pk}/reminder")
    hers.press(f"/promises/{promise.pk}/day", day="2026-03-09")
    wished = {"asked_due_at": datetime(2026, 3, 9, 17, 0, tzinfo=UTC)}  # kept beside the due, which stands
    assert Promise.objects.filter(pk=promise.pk).values().get() == before | wished


def test_a_wish_for_another_day_is_a_message_and_moves_no_due(hers: Visitor, promised: MakePromise, case: Case) -> None:
    promise = promised(words="I will come by on Tuesday")
    assert "Which day is better for you?" in hers.text(f"/promises/{promise.pk}/day")
    said = hers.press(f"/promises/{promise.pk}/day", day="2026-03-09", text="I am away until then.")
    message = Message.objects.get(case=case, channel="page")
    assert "Better for me: Monday 9 March." in message.text
    assert "I am away until then." in message.text
    assert Entry.objects.get(verb="promise.date_wished").get("day") == "2026-03-09"
    assert "Until then the date that we promised still holds." in said


def test_a_wish_without_a_day_asks_for_one_and_loses_nothing(hers: Visitor, promised: MakePromise) -> None:
    promise = promised()
    for day in ("", "soon", "2026-02-01", "2626-01-01"):
        answer = hers.post(f"/promises/{promise.pk}/day", day=day, text="my long reason")
        assert answer.status_code == 422
        assert "Please choose a day that lies ahead." in answer.content.decode()
        assert "my long reason" in answer.content.decode()
    assert not Message.objects.filter(channel="page").exists()


def test_nothing_more_confirms_and_closes_by_word(
    hers: Visitor, promised: MakePromise, ada: Agent, case: Case, at: datetime
) -> None:
    promise = _delivered(promised, ada, at)
    said = hers.press("/closure")
    hers.press("/closure")
    case.refresh_from_db()
    promise.refresh_from_db()
    assert (case.status, case.closed_how, promise.status) == ("closed", "word", "confirmed")
    assert _verbs(case).count("case.closed") == 1
    assert "Then everything is settled." in said
    assert "This matter is closed. A message opens it again." in hers.text()


def test_nothing_more_leaves_what_is_owed_owed_and_says_so(
    hers: Visitor, promised: MakePromise, ada: Agent, case: Case, at: datetime
) -> None:
    owed, delivered = promised(), _delivered(promised, ada, at)
    said = hers.press("/closure")
    owed.refresh_from_db()
    delivered.refresh_from_db()
    case.refresh_from_db()
    assert (owed.status, delivered.status, case.status) == ("owed", "confirmed", "open")
    assert "We still owe you something, and that stays so." in said
    assert Message.objects.get(case=case, channel="page").text == "Nothing more, thanks."


def test_the_check_is_answered_by_the_page(
    hers: Visitor, promised: MakePromise, ada: Agent, case: Case, at: datetime
) -> None:
    _delivered(promised, ada, at)
    checks.consider(case, at)
    sweep_checks(at + 2 * A_DAY)
    Message.objects.filter(case=case, is_ours=True).update(delivery="handed_over")
    hers.press("/closure")
    assert Check.objects.get(case=case).answer == "done"
    case.refresh_from_db()
    assert case.closed_how == "word"


def test_something_missing_opens_the_case_again(
    hers: Visitor, promised: MakePromise, ada: Agent, case: Case, at: datetime
) -> None:
    _delivered(promised, ada, at)
    checks.consider(case, at)
    sweep_checks(at + 2 * A_DAY)
    said = hers.press("/remainder")
    hers.press("/remainder")
    case.refresh_from_db()
    assert Check.objects.get(case=case).answer == "more"
    assert (case.status, case.awaits_reply) == ("open", True)
    assert Message.objects.filter(case=case, channel="page").count() == 1
    assert "What is missing?" in said


def test_a_message_reopens_a_closed_case_but_thanks_do_not(
    hers: Visitor, case: Case, kim: Customer, at: datetime
) -> None:
    close_by_hand(case, "word", at, kim)
    hers.press("/messages", text="Thank you!")
    case.refresh_from_db()
    assert case.status == "closed"
    hers.press("/messages", text="The zip is broken again.")
    case.refresh_from_db()
    assert (case.status, case.awaits_reply) == ("open", True)


def test_a_message_sent_twice_from_one_form_arrives_once(hers: Visitor, case: Case) -> None:
    key = hers.key()
    for _ in range(3):
        hers.post("/messages", key=key, text="The colour is wrong.")
    hers.post("/messages", key=key, text="And the size.")
    assert list(Message.objects.filter(case=case, channel="page").order_by("id").values_list("text", flat=True)) == [
        "The colour is wrong.", "And the size.",
    ]  # fmt: skip


def test_a_message_from_the_page_comes_from_the_cases_own_customer(hers: Visitor, case: Case, kim: Customer) -> None:
    hers.press("/messages", text="Hello [#99999] case 3")
    message = Message.objects.get(case=case, channel="page")
    assert message.identity is not None
    assert (message.identity.customer, message.from_stranger) == (kim, False)
    assert "You wrote this here" in hers.text()


def test_opening_the_page_does_not_prove_that_an_address_works(hers: Visitor, case: Case) -> None:
    identity = case.identity
    assert identity is not None
    identity.health = Health.BOUNCING
    identity.save(update_fields=["health"])
    hers.press("/messages", text="I am here.")
    identity.refresh_from_db()
    assert identity.health == Health.BOUNCING


def test_a_reply_after_a_message_from_the_page_stays_in_the_mail_thread(
    hers: Visitor, case: Case, ada: Agent, at: datetime
) -> None:
    hers.press("/messages", text="Any news?")
    mail = Message.objects.get(case=case, channel="email")
    ours = cases.reply(case, ada, cases.Draft("Yes."), at)
    assert ours.in_reply_to == mail.message_id


def test_an_empty_message_asks_for_words(hers: Visitor, case: Case) -> None:
    answer = hers.post("/messages", text="   ")
    assert answer.status_code == 422
    assert "Please write something, or choose a file." in answer.content.decode()


def test_a_promise_of_another_case_is_not_there(hers: Visitor, ada: Agent, at: datetime, promised: MakePromise) -> None:
    from tests.conftest import mail

    other = cases.receive(mail("sam@home.example"), at).case
    promise = promised(case=other)
    for rest in ("receipt", "dispute", "reminder", "day"):
        assert hers.post(f"/promises/{promise.pk}/{rest}", day="2026-03-09").status_code == 404
    promise.refresh_from_db()
    assert promise.status == "owed"


def test_what_is_no_longer_possible_is_said_kindly(
    hers: Visitor, promised: MakePromise, kim: Customer, at: datetime
) -> None:
    from goodword.promises.actions import release

    promise = promised()
    key = hers.key()
    release(promise, at, kim, "leave it")
    answer = hers.post(f"/promises/{promise.pk}/receipt", key=key)
    assert answer.status_code == 409
    assert "This is how it stands now." in answer.content.decode()


def test_the_page_after_a_button_cannot_be_made_up_or_kept(hers: Visitor, promised: MakePromise) -> None:
    promise = promised()
    forged = signing.TimestampSigner(key="another", salt="x", sep="~").sign(f"received.{promise.pk}")
    for rest in ("/said/received", f"/said/received.{promise.pk}", f"/said/{forged}"):
        answer = hers.get(rest)
        assert answer.status_code == 302
        assert answer["Location"] == hers.path


def test_a_day_is_read_as_the_customer_reads_it(
    hers: Visitor, promised: MakePromise, kim: Customer, case: Case
) -> None:
    kim.language, kim.time_zone = "de", "Pacific/Auckland"
    kim.save(update_fields=["language", "time_zone"])
    promise = promised()
    hers.press(f"/promises/{promise.pk}/day", day=date(2026, 3, 9).isoformat())
    assert "Besser für mich: Montag, 9. März." in Message.objects.get(case=case, channel="page").text


def test_whoever_owes_it_hears_that_the_customer_asked(
    hers: Visitor, promised: MakePromise, ada: Agent, ben: Agent, case: Case, at: datetime
) -> None:
    """The page says that they have been told, so they are, also when another colleague owns the case."""
    assign(case, ben, at, ben)
    promise = promised(owner=ada, words="I will call you")
    hers.press(f"/promises/{promise.pk}/reminder")
    hers.press(f"/promises/{promise.pk}/day", day="2026-03-09")
    for entry in Entry.objects.filter(verb__in=["promise.chased", "promise.date_wished"]).order_by("id"):
        for name in of(entry.verb):
            load(name)(entry, at)
    told = list(Notice.objects.filter(person=ada).order_by("id").values_list("words", flat=True))
    assert told == ["Kim is waiting for “I will call you”", "Kim wishes another day, 2026-03-09, for “I will call you”"]
