"""An honest twin and a cheat with the same history: each trick alone, by the real actions, lifts no figure."""

from __future__ import annotations

import copy
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest

from goodword.cases import changes
from goodword.cases.actions import Draft, log_call, receive, reply
from goodword.cases.models import Case, Delivery, Message
from goodword.cases.starting import start_by_us
from goodword.closing import actions as closing
from goodword.closing import surveys
from goodword.closing.models import Survey, SurveyAnswer
from goodword.closing.tasks import sweep_surveys
from goodword.insight import queries
from goodword.insight.definitions import PERSONAL
from goodword.insight.fairness.tasks import sweep_ratings
from goodword.insight.figures import Sums
from goodword.insight.folding import count_all
from goodword.insight.models import RatedCase
from goodword.insight.ratings import cases_of, rate
from goodword.insight.ratings.facts import BROKEN, KEPT
from goodword.kit.errors import DeskError
from goodword.people.models import Agent
from goodword.promises import actions as promises
from goodword.promises import dues, owners
from goodword.promises.models import Promise
from goodword.promises.queries import kind_named
from goodword.promises.tasks import sweep_promises
from tests.conftest import mail
from tests.insight.test_ratings import company

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
MATTERS = 3
BAD, GOOD = 1, 5


@dataclass
class Play:
    """One agent's three matters at noon: two promises are kept, the third is late and its customer is not pleased."""

    who: Agent
    other: Agent
    lead: Agent
    at: datetime
    trick: str = ""

    def run(self) -> None:
        """Plays the whole history; the trick comes in at its moment."""
        for number in range(MATTERS):
            self.matter(number)

    def matter(self, number: int) -> None:
        address = f"{self.who.name.lower()}{number}@home.example"
        case = receive(mail(address, "It has not come.", subject=f"Matter {number}"), self.at).case
        changes.assign(case, self.who, self.at, self.who)
        self.write(case, self.at + HOUR / 4)
        told = promises.Told(kind_named("refund"), "The refund will be there", self.at + 4 * HOUR)
        promise = promises.make(case, told, self.who, self.at + HOUR / 4)
        if number < MATTERS - 1:
            promises.deliver(promise, "provider_event", self.at + HOUR, by=self.who)
            self.ends(case, GOOD)
            return
        self.do(promise, "before", self.at + HOUR)
        sweep_promises(self.at + 5 * HOUR)
        self.do(promise, "after", self.at + 6 * HOUR)
        promise = Promise.objects.get(pk=promise.pk)
        promises.deliver(promise, "provider_event", self.at + DAY, by=promise.owner)
        self.do(promise, "delivered", self.at + DAY + HOUR)
        self.ends(Case.objects.get(pk=promise.case_id), BAD)
        sweep_ratings(self.at + 4 * DAY - HOUR)
        sweep_ratings(self.at + 4 * DAY)
        self.do(promise, "ended", self.at + 4 * DAY)

    def write(self, case: Case, at: datetime, words: str = "I am looking into it.") -> Message:
        message = reply(case, self.who, Draft(words, to=(case.identity.address,)), at)  # type: ignore[union-attr]
        Message.objects.filter(pk=message.pk).update(delivery=Delivery.DELIVERED)
        return message

    def ends(self, case: Case, score: int) -> None:
        """The customer says that nothing is left, is asked, and says how it was."""
        closing.customer_is_done(case, self.at + DAY + 2 * HOUR, "nothing more, thanks")
        sweep_surveys(self.at + 3 * DAY)
        Message.objects.filter(case=case).update(delivery=Delivery.DELIVERED)
        survey = Survey.objects.filter(case=case).first()
        if survey:
            with suppress(DeskError):
                surveys.answer(surveys.token_of(survey), score, "", self.at + 3 * DAY + HOUR)

    def do(self, promise: Promise, moment: str, now: datetime) -> None:
        """Tries the trick where it belongs; what a rule refuses does not happen."""
        tried = getattr(self, f"{self.trick}_{moment}", None)
        if tried:
            with suppress(DeskError):
                tried(Promise.objects.select_related("case__customer", "owner").get(pk=promise.pk), now)

    def re_date_before(self, promise: Promise, now: datetime) -> None:
        """A new date, told on a call that reached nobody."""
        call = log_call(promise.case, self.who, "not_reached", "Later.", now)
        dues.renegotiate_by_call(promise, now + 3 * DAY, "later", call, now, self.who)

    def re_date_after(self, promise: Promise, now: datetime) -> None:
        call = log_call(promise.case, self.who, "reached", "Later.", now)
        dues.renegotiate_by_call(promise, now + 3 * DAY, "later", call, now, self.who)

    def split_before(self, promise: Promise, now: datetime) -> None:
        """The same promise again in a case of its own, there with a later date."""
        address = promise.case.identity.address  # type: ignore[union-attr]
        again = start_by_us(self.who, "Your refund", address, now)
        told = promises.Told(kind_named("refund"), "The refund will be there", now + 3 * DAY)
        made = promises.make(again, told, self.who, now)
        promises.deliver(made, "provider_event", now + HOUR, by=self.who)

    def pad_before(self, promise: Promise, now: datetime) -> None:
        """Five small promises besides, each kept at once."""
        for number in range(5):
            told = promises.Told(kind_named("refund"), f"A line from me, part {number}", now + HOUR)
            made = promises.make(promise.case, told, self.who, now + number * HOUR / 60)
            promises.deliver(made, "provider_event", now + HOUR / 2, by=self.who)

    def merge_before(self, promise: Promise, now: datetime) -> None:
        """Away into a matter of the same customer that a colleague has."""
        address = promise.case.identity.address  # type: ignore[union-attr]
        into = start_by_us(self.other, "A question of ours", address, now)
        changes.assign(into, self.other, now, self.other)
        owners.merge(promise.case, into, now, self.who)

    def close_and_reopen_before(self, promise: Promise, now: datetime) -> None:
        closing.close(promise.case, "word", now, self.who)

    def close_and_reopen_ended(self, promise: Promise, now: datetime) -> None:
        """Once the bad answer is there: open, and close as no matter of ours."""
        closing.reopen(promise.case, now, self.who, "by mistake")
        closing.close(Case.objects.get(pk=promise.case_id), "no_matter", now, self.who)

    def silence_delivered(self, promise: Promise, now: datetime) -> None:
        closing.close(promise.case, "silence", now, self.who)

    def hand_on_before(self, promise: Promise, now: datetime) -> None:
        """Case and promise to somebody who knows no more."""
        changes.assign(promise.case, self.other, now, self.who)
        owners.hand_to(promise, self.other, now, self.who)

    def pick_before(self, promise: Promise, now: datetime) -> None:
        """Praise at the moment of contact: by mail, and as an answer to a survey that nobody has sent."""
        self.write(promise.case, now, "How did I do? 5 of 5?")
        receive(mail(promise.case.identity.address, "5 of 5, you are so kind", subject="Matter 2"), now)  # type: ignore[union-attr]
        survey = surveys.offer(promise.case, now)
        if survey:
            surveys.answer(surveys.token_of(survey), GOOD, "", now)

    def pick_ended(self, promise: Promise, now: datetime) -> None:
        """The bad answer is to be forgotten, and asked for anew."""
        closing.reopen(promise.case, now, self.who, "asking again")
        closing.customer_is_done(Case.objects.get(pk=promise.case_id), now + HOUR, "all right")
        sweep_surveys(now + 3 * DAY)


TRICKS = ("re_date", "pad", "split", "merge", "close_and_reopen", "silence", "hand_on", "pick")


def figures(person: Agent, now: datetime) -> dict[str, Sums]:
    first, last = queries.period(90, queries.today(now))
    return queries.sums(queries.Wanted(90, first, last, person=person.pk))


def rated(person: Agent) -> list[RatedCase]:
    return [one for one in RatedCase.objects.filter(ended_at__isnull=False) if person.pk in one.agents]


def share(sums: dict[str, Sums], key: str) -> float:
    one = sums.get(key, Sums())
    return one.total / one.n if one.n else 0.0


@pytest.mark.parametrize("trick", TRICKS)
def test_no_trick_lifts_a_figure(trick: str, ada: Agent, ben: Agent, lena: Agent, at: datetime) -> None:
    cora = Agent(email="cora@desk.example", name="Cora", team=ada.team)
    cora.set_unusable_password()
    cora.save(force_insert=True)
    Play(ada, cora, lena, at).run()
    Play(ben, cora, lena, at, trick).run()
    now = at + 9 * DAY
    sweep_promises(now)
    count_all(now)
    sweep_ratings(now)
    sweep_ratings(now + HOUR)
    honest, cheat = figures(ada, now), figures(ben, now)
    assert share(honest, "broken") == pytest.approx(1 / MATTERS)
    broken = cheat["broken"]
    assert broken.total >= 1, "the broken promise counts for its maker whatever became of it"
    if trick != "split":  # one promise more: what was broken stays broken, and the matter counts as come back
        for key in PERSONAL:
            assert share(cheat, key) == share(honest, key) or (key == "broken" and share(cheat, key) >= 1 / MATTERS), (
                key
            )
    late = [one for one in rated(ben) if one.promise == BROKEN]
    assert late, "and so does the case for the rating"
    assert [one.promise for one in rated(ada)].count(KEPT) == MATTERS - 1
    assert {one.answer for one in late} == {BAD}
    assert not SurveyAnswer.objects.filter(case__rated__in=late, score=GOOD).exists()
    if trick in ("hand_on", "merge"):
        part = late[0].agents.index(ben.pk)
        assert late[0].needless[part]
    if trick in ("split", "close_and_reopen", "pick"):
        assert late[0].reopened


@pytest.mark.parametrize("stated", [0.95, 0.05])
def test_saying_what_one_does_not_believe_costs(stated: float) -> None:
    """Sugar-coating and holding back alike; what is said to please lifts no score either."""
    honest = company()
    cheated = copy.deepcopy(honest)
    for case in cheated:
        if case["touches"][0]["agent"] == "agent-08":
            case["stated"] = stated
    before, after = ({one.agent: one for one in rate(cases_of(rows))}["agent-08"] for rows in (honest, cheated))
    assert after.expect < before.expect - 0.05
    assert after.score <= before.score + 0.01 or stated < 0.5
