"""A week at the desk through the real worker: a date that moves, a case that changes hands, an approval, a notice to
many, and a program that does what a person may do."""

from __future__ import annotations

from datetime import datetime, timedelta
from importlib import import_module

from django.apps import apps

from goodword.asks.actions import answer
from goodword.cases.actions import Draft, receive
from goodword.cases.changes import assign
from goodword.cases.models import Case
from goodword.handovers.actions import accept, offer
from goodword.handovers.brief import Brief
from goodword.handovers.models import Offer
from goodword.kit import clock
from goodword.ledger.models import Entry
from goodword.notices.models import Notice
from goodword.outreach import rounds
from goodword.outreach.choosing import Filter
from goodword.people.models import Agent
from goodword.people.purchases import take
from goodword.people.tokens import add_token
from goodword.promises import drafts, replies
from goodword.promises.actions import Told, make
from goodword.promises.models import Promise
from goodword.promises.queries import kind_named
from goodword.remedies.actions import Proposal, propose
from goodword.remedies.models import Remedy, RemedyKind
from tests.api.conftest import Program
from tests.conftest import mail
from tests.flows.conftest import Town, Worker, move_to, text_of, until

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def test_a_week_at_the_desk(
    worker: Worker, town: Town, ada: Agent, ben: Agent, lena: Agent, mara: Agent, at: datetime
) -> None:
    worker.start()
    a_new_date_counts_once_the_customer_knows_it(town, ada, at)
    a_case_changes_hands(ada, ben)
    a_refund_beyond_authority_is_approved_and_promised(ada, lena)
    one_notice_goes_to_many(town, ada, lena)
    a_program_keeps_a_promise_and_reads_what_followed(mara)
    who_is_late_and_silent_is_called_out(ada, lena, at)
    worker.stop()
    assert "Traceback" not in worker.said()


def opened(name: str, owner: Agent) -> Case:
    case = receive(mail(f"{name}@home.example", text=f"A matter of {name}", name=name), clock.now()).case
    return assign(case, owner, clock.now(), None)


def a_new_date_counts_once_the_customer_knows_it(town: Town, ada: Agent, at: datetime) -> None:
    case = opened("nora", ada)
    promise = make(case, Told(kind_named("fix"), "It is repaired on Tuesday", at + DAY), ada, clock.now())
    letter = drafts.new_date(promise, at + 3 * DAY, clock.now(), ada, why="A part is missing.")
    moved = replies.Moved(promise, letter.due, letter.due_words, "a part")
    replies.send(case, ada, Draft(text=letter.text), clock.now(), moves=[moved])
    promise.refresh_from_db()
    assert "A part is missing." in text_of(town.letter_to("nora@home.example"))
    until(lambda: Promise.objects.filter(pk=promise.pk, due_at=at + 3 * DAY, renegotiated=True).exists(), "it counts")
    line = Entry.objects.get(verb="promise.renegotiated", subject_id=promise.pk)
    assert line.at >= Entry.objects.get(verb="message.handed_over", case_id=case.pk).at


def a_case_changes_hands(ada: Agent, ben: Agent) -> None:
    case = opened("otto", ada)
    brief = Brief("The lamp is dark", "A new one", "Asked the maker", "A call", "Call the maker")
    offered = offer(case, ben, brief, clock.now(), ada)
    until(lambda: Notice.objects.filter(person=ben, verb="handover.offered").exists(), "Ben hears of it")
    assert Case.objects.get(pk=case.pk).owner == ada, "until it is accepted the giver owns it"
    accept(offered, clock.now(), ben)
    until(lambda: Notice.objects.filter(person=ada, verb="handover.accepted").exists(), "Ada hears of it")
    replies.send(Case.objects.get(pk=case.pk), ben, Draft(text="I have read everything."), clock.now())
    until(lambda: Offer.objects.filter(pk=offered.pk, greeted_at__isnull=False).exists(), "the brief has done its work")


def a_refund_beyond_authority_is_approved_and_promised(ada: Agent, lena: Agent) -> None:
    import_module("goodword.remedies.migrations.0002_first_kinds").add(apps, None)
    case = opened("pia", ada)
    refund = RemedyKind.objects.get(slug="refund")
    remedy = propose(case, Proposal(refund, 9000, "It came twice too late"), clock.now(), ada)
    assert (remedy.state, remedy.ask and remedy.ask.holder) == ("awaiting", lena)
    until(lambda: Notice.objects.filter(person=lena, verb="ask.made").exists(), "Lena is asked")
    assert remedy.ask
    answer(remedy.ask, "", clock.now(), lena, decision="yes")
    until(lambda: Remedy.objects.filter(pk=remedy.pk, state="granted", decided_by=lena).exists(), "it is granted")
    told = Told(kind_named("refund"), "The 90 euros are back by Friday", clock.now() + 4 * DAY)
    replies.send(case, ada, Draft(text="The 90 euros are back by Friday."), clock.now(), makes=[told])
    until(lambda: Remedy.objects.filter(pk=remedy.pk, promise__words=told.words).exists(), "its promise carries it out")


def one_notice_goes_to_many(town: Town, ada: Agent, lena: Agent) -> None:
    row = {"product": "Oak lamp", "options": "batch: 7", "bought_on": "2026-02-01"}
    take([row | {"email": f"{n}@home.example", "name": n, "number": n} for n in ("quin", "rosa")], clock.now(), None)
    notice = rounds.Notice(
        "Screws", "Your {product}", "Hello {name}, do not use it.", (ada,), kind_named("callback"), "We will call you",
        clock.now() + 2 * DAY,
    )  # fmt: skip
    made = rounds.draft(notice, Filter(product="lamp", option="batch: 7"), clock.now(), lena)
    rounds.start(made, clock.now(), lena)
    for name in ("quin", "rosa"):
        assert f"Hello {name}, do not use it." in text_of(town.letter_to(f"{name}@home.example"))
    assert Promise.objects.filter(words="We will call you", status="owed", owner=ada).count() == 2


def a_program_keeps_a_promise_and_reads_what_followed(mara: Agent) -> None:
    program = Program(add_token(mara, "a program", ("read", "write"), clock.now(), None)[1])
    begun = program.post("/cases", {"address": "sam@home.example", "subject": "A copy", "text": "May I have a copy?"})
    case = begun.json()["case"]["id"]
    given = {"kind": "other", "words": "You get a copy", "due": (clock.now() + DAY).isoformat()}
    made = program.post(f"/cases/{case}/promises", given)
    assert made.status_code == 201, made.content
    promise = made.json()["id"]
    kept = program.post(f"/promises/{promise}/evidence", {"type": "agent_statement", "words": "sent by post"})
    assert kept.json()["status"] == "delivered"
    until(lambda: Entry.objects.filter(verb="check.scheduled", case_id=case).exists(), "the check follows")
    read = program.get("/events", after=Entry.objects.get(verb="promise.made", subject_id=promise).pk - 1, limit=100)
    verbs = [line["verb"] for line in read.json()["items"]]
    assert {"promise.made", "promise.delivered", "check.scheduled"} <= set(verbs)


def who_is_late_and_silent_is_called_out(ada: Agent, lena: Agent, at: datetime) -> None:
    case = opened("tom", ada)
    promise = make(case, Told(kind_named("callback"), "I will call you at noon", at + 3 * HOUR), ada, clock.now())
    move_to(at + 8 * HOUR)
    for verb in ("promise.broken", "promise.not_apologised"):
        until(Entry.objects.filter(verb=verb, subject_id=promise.pk).exists, verb)
    until(lambda: Notice.objects.filter(person=lena, verb="promise.not_apologised").exists(), "the lead hears of it")
    assert Entry.objects.get(verb="promise.broken", subject_id=promise.pk).at == promise.due_at
