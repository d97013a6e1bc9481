"""A case is split: what was promised goes along only where somebody says so, and all of it can be put back."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from goodword.asks import actions as asks
from goodword.asks.actions import Question
from goodword.cases.actions import Draft, receive, reply
from goodword.cases.models import Case, Message
from goodword.kit import clock
from goodword.kit.errors import Conflict, Malformed
from goodword.people.models import Agent
from goodword.promises import splitting
from goodword.promises.actions import Told
from goodword.promises.models import Promise
from goodword.promises.queries import kind_named
from goodword.promises.replies import log_call
from tests.conftest import mail
from tests.web.test_doors import signed_in


@pytest.fixture
def second(case: Case, at: datetime) -> Message:
    """Kim asks for something else in the same case."""
    return receive(mail(text="And may I change my order?", subject=f"[#{case.pk}]"), at).message


def told(case: Case, by: Agent, at: datetime) -> Message:
    """A call in which something is promised."""
    due = at + timedelta(hours=3)
    return log_call(case, by, "reached", "Later.", at, makes=[Told(kind_named("callback"), "I will call", due)])


def test_a_promise_goes_along_only_when_it_is_named_and_comes_back_as_it_was(
    case: Case, second: Message, ada: Agent, at: datetime
) -> None:
    clock.make_movable(at)
    call = told(case, ada, at)
    promise = Promise.objects.get()
    before = promise.due_at, promise.status, promise.verdict, promise.owner_id, promise.wakes_at
    client = signed_in(ada)
    assert "This promise goes along" in client.get(f"/cases/{case.pk}/split?from={second.pk}").content.decode()
    given = {"subject": "A change", "messages": [second.pk, call.pk], "promises": [promise.pk]}
    part = Case.objects.get(pk=int(client.post(f"/cases/{case.pk}/split", given)["Location"].rpartition("/")[2]))
    promise.refresh_from_db()
    assert (promise.case_id, promise.due_at, promise.status, promise.verdict) == (part.pk, *before[:3])
    assert (part.customer_id, part.status, part.owed, part.subject) == (case.customer_id, "open", 1, "A change")
    assert set(part.messages.all()) == {second, call}
    case.refresh_from_db()
    assert (case.owed, case.last_words) == (0, "My parcel has not come.")
    assert "Undo the split" in client.get(f"/cases/{part.pk}/particulars").content.decode()
    assert client.post(f"/cases/{part.pk}/rejoining")["Location"] == f"/cases/{case.pk}"
    promise.refresh_from_db()
    assert (promise.due_at, promise.status, promise.verdict, promise.owner_id, promise.wakes_at) == before
    assert (promise.case_id, set(case.messages.all()) >= {second, call}) == (case.pk, True)
    assert client.get(f"/cases/{part.pk}")["Location"] == f"/cases/{case.pk}"
    page = client.get(f"/cases/{case.pk}").content.decode()
    assert f"put back what was split off as case #{part.pk}" in page
    assert "Take a merge back" not in page


def test_what_is_not_named_stays_and_nothing_goes_without_its_message(
    case: Case, second: Message, ada: Agent, ben: Agent, at: datetime
) -> None:
    call = told(case, ada, at)
    promise = Promise.objects.get()
    ask = asks.make(case, Question("Is there one left?", ben), ada, at)
    with pytest.raises(Malformed):
        splitting.split(case, [second.pk], at, ada, promises=[promise.pk])
    part = splitting.split(case, [call.pk], at, ada)
    promise.refresh_from_db()
    ask.refresh_from_db()
    assert (promise.case_id, ask.case_id) == (case.pk, case.pk)
    with pytest.raises(Malformed):
        splitting.split(case, [one.pk for one in case.messages.all()], at, ada)
    other = splitting.split(case, [second.pk], at, ada, with_asks=[ask.pk])
    ask.refresh_from_db()
    assert (ask.case_id, part.owed, other.awaits_reply) == (other.pk, 0, True)


def test_later_answers_go_to_the_case_to_which_what_they_answer_belongs(
    case: Case, second: Message, ada: Agent, at: datetime
) -> None:
    first = reply(case, ada, Draft("About the parcel."), at)
    part = splitting.split(case, [second.pk], at, ada)
    ours = reply(part, ada, Draft("About the order."), at)
    later = at + timedelta(hours=1)
    for answered, to in ((first, case), (ours, part), (second, part)):
        said = mail(
            text=f"Re {answered.pk}", in_reply_to=answered.message_id, subject="Re: x", message_id=f"<{answered.pk}@k>"
        )
        assert receive(said, later).case == to
    with pytest.raises(Conflict):
        splitting.undo(part, later, ada)
