"""Undo and send later by the whole desk: the real worker, a real SMTP sink, a real IMAP server."""

from __future__ import annotations

from datetime import timedelta

from goodword.cases.actions import Draft, receive
from goodword.kit import clock
from goodword.people.models import Agent
from goodword.promises.actions import Told
from goodword.promises.models import Promise
from goodword.promises.queries import kind_named
from goodword.sending.actions import Moment, plan, take_back
from goodword.sending.models import Reply, State
from goodword.sending.packing import Words
from tests.conftest import mail
from tests.flows.conftest import Town, Worker, text_of, until, wait


def test_what_is_taken_back_or_overtaken_is_never_mailed_and_the_rest_is_at_its_moment(
    worker: Worker, town: Town, ada: Agent
) -> None:
    now = clock.now()
    cases = {name: receive(mail(f"{name}@home.example", text="Hello?"), now).case for name in ("kim", "jo", "max")}
    replies: dict[str, Reply] = {}
    for name, case in cases.items():
        told = Words([Told(kind_named("document"), "The invoice comes by tomorrow", now + timedelta(hours=20))])
        draft = Draft(text=f"Dear {name}, the invoice comes by tomorrow.", seen=case.last_message)
        moment = (
            Moment(now + timedelta(hours=2), is_chosen=True) if name == "jo" else Moment(now + timedelta(minutes=1))
        )
        replies[name] = plan(case, ada, draft, now, moment, told)
    worker.start()
    take_back(replies["kim"], clock.now(), ada)
    town.write("Jo <jo@home.example>", f"[#{cases['jo'].pk}]", "It has come, never mind.")
    overtaken = Reply.objects.filter(pk=replies["jo"].pk, state=State.ANSWERED)
    until(overtaken.exists, "the customer wrote first")
    assert Promise.objects.count() == 0
    wait(minutes=2)
    letter = town.letter_to("max@home.example")
    assert "the invoice comes by tomorrow" in text_of(letter)
    until(lambda: Promise.objects.filter(status="owed").count() == 1)
    wait(hours=3)
    until(lambda: Reply.objects.filter(state=State.SENT).count() == 1)
    until(lambda: not Reply.objects.filter(state=State.WAITING).exists())
    worker.stop()
    assert [town.letters_to(f"{name}@home.example") for name in ("kim", "jo")] == [[], []]
    assert (len(town.letters_to("max@home.example")), Promise.objects.get().case) == (1, cases["max"])
