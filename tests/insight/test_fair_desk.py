"""Fair ratings of the desk itself: frozen beginnings, gathered ends, the fit at night, appeals and the fair slice."""

from __future__ import annotations

from datetime import datetime, timedelta

import numpy as np
import pytest
from django.db import DatabaseError, connection, transaction

from goodword.cases import changes, proposing
from goodword.cases.actions import Draft, receive, reply
from goodword.cases.models import Case, Delivery, Feasibility, Message
from goodword.closing import actions as closing
from goodword.closing.models import Survey, SurveyAnswer, SurveyState
from goodword.insight.fairness import access, appeals, chance, endings, reading, runs
from goodword.insight.fairness.anger import anger_in
from goodword.insight.fairness.following import read_on
from goodword.insight.fairness.tasks import sweep_ratings
from goodword.insight.models import AgentRating, RatedCase
from goodword.insight.ratings import cases_of, rate
from goodword.kit.errors import DeskError, NotAllowed, NotFound
from goodword.people.models import Agent, Skill
from goodword.promises.actions import confirm
from tests.conftest import MakePromise, mail
from tests.insight.rated import rated_past
from tests.insight.test_ratings import company

DAY = timedelta(days=1)


def answer(case: Case, by: Agent, at: datetime, words: str = "I am looking into it.") -> None:
    message = reply(case, by, Draft(words, to=("kim@home.example",)), at)
    Message.objects.filter(pk=message.pk).update(delivery=Delivery.DELIVERED)


def gathered(case: Case, at: datetime) -> RatedCase:
    read_on(at)
    rated = RatedCase.objects.select_related("category").get(pk=case.pk)
    endings.gather(rated, at)
    return RatedCase.objects.get(pk=case.pk)


def test_what_a_case_began_with_stays_whatever_is_coded_later(
    case: Case, ada: Agent, mara: Agent, at: datetime
) -> None:
    lost = proposing.set_category("Lost parcels", [], at, mara, feasibility=Feasibility.FEASIBLE)
    gone = proposing.set_category("Discontinued", [], at, mara, feasibility=Feasibility.INFEASIBLE)
    proposing.categorise(case, lost, at, ada)
    answer(case, ada, at)
    read_on(at)
    proposing.categorise(case, gone, at + DAY, ada)
    answer(case, ada, at + DAY)
    read_on(at + DAY)
    rated = RatedCase.objects.get(pk=case.pk)
    assert (rated.category, rated.feasibility, rated.first) == (lost, Feasibility.FEASIBLE, ada)
    with pytest.raises(DatabaseError, match="frozen"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE insight_ratedcase SET feasibility = 'infeasible' WHERE case_id = %s", [case.pk])


def test_a_robot_touches_nothing(case: Case, at: datetime) -> None:
    reply(case, None, Draft("We have got your mail.", to=("kim@home.example",), is_automatic=True), at)
    read_on(at)
    assert not RatedCase.objects.exists()


def test_handing_on_is_needless_unless_the_receiver_knows_more(
    case: Case, ada: Agent, ben: Agent, mara: Agent, at: datetime
) -> None:
    proposing.categorise(case, proposing.set_category("Bicycle forks", [], at, mara), at, ada)
    changes.assign(case, ada, at, ada)
    answer(case, ada, at)
    changes.assign(case, ben, at + DAY, ada)
    answer(case, ben, at + DAY)
    closing.customer_is_done(case, at + 2 * DAY, "thanks")
    passed = gathered(case, at + 2 * DAY)
    assert passed.agents == [ada.pk, ben.pk]
    assert passed.needless[0]
    assert sum(passed.shares) == pytest.approx(1)
    Skill.objects.create(agent=ben, topic="forks", is_said=True)
    assert gathered(case, at + 2 * DAY).needed[0]
    Skill.objects.create(agent=ada, topic="forks", is_said=True, is_hidden=True)  # struck off the list, still known
    assert gathered(case, at + 2 * DAY).needless[0]


def test_only_what_is_said_after_the_end_counts(case: Case, ada: Agent, promised: MakePromise, at: datetime) -> None:
    answer(case, ada, at)
    confirm(promised(), at + timedelta(hours=1), case.customer, "got it")
    assert gathered(case, at).ended_at is None
    closing.customer_is_done(case, at + DAY, "nothing more, thanks")
    Survey.objects.filter(case=case).update(state=SurveyState.SENT, sent_at=at + DAY)
    survey = Survey.objects.get(case=case)
    given = SurveyAnswer.objects.create(survey=survey, case_id=case.pk, owner=ada, score=4, at=at + DAY)
    rated = gathered(case, at + 2 * DAY)
    assert (rated.answer, rated.asked, rated.outcome, rated.promise, rated.stated) == (4, True, 1.0, 1, endings.SURE)
    SurveyAnswer.objects.filter(pk=given.pk).update(counts=False)
    closing.reopen(case, at + 3 * DAY, case.customer)
    assert gathered(case, at + 3 * DAY).ended_at is None


def test_closing_early_does_not_pay(case: Case, ada: Agent, mara: Agent, at: datetime) -> None:
    lost = proposing.set_category("Lost parcels", [], at, mara)
    proposing.categorise(case, lost, at, ada)
    answer(case, ada, at)
    closing.customer_is_done(case, at + DAY, "thanks")
    assert not gathered(case, at + DAY).reopened
    again = receive(mail(text="It is lost again.", subject="Lost"), at + 5 * DAY).case
    proposing.categorise(again, lost, at + 5 * DAY, ada)
    assert gathered(case, at + 6 * DAY).reopened


def test_anger_is_read_from_what_stands_there() -> None:
    assert anger_in("Hello, could you tell me where my parcel is?") == 0
    assert anger_in("This is the third time I write, and it is unacceptable!!") == 3
    assert anger_in("Das ist unverschämt. Ich warte immer noch nicht erledigt seit Wochen.") == 2
    assert anger_in("MY PARCEL NEVER CAME AND NOBODY CARES") == 1


@pytest.fixture
def past(case: Case, ada: Agent, ben: Agent, at: datetime) -> None:
    """A company's past as rated cases: half of Ada's, half of Ben's; Ada's customers are happier."""
    rated_past(case, [ben, ada], at)


def test_the_fit_at_night_says_something_of_everybody(past: None, ada: Agent, ben: Agent, at: datetime) -> None:
    sweep_ratings(at + DAY)
    scores = dict(AgentRating.objects.values_list("agent", "score"))
    assert scores[ada.pk] > 0 > scores[ben.pk]
    mine = AgentRating.objects.get(agent=ada)
    assert "answers count for you" in mine.words[0]
    assert mine.run.answers == 400
    assert not mine.run.has_slice
    sweep_ratings(at + DAY + timedelta(hours=1))
    assert AgentRating.objects.filter(agent=ada).count() == 1


def test_reading_from_the_database_gives_the_model_the_same_facts(
    case: Case, ada: Agent, ben: Agent, lena: Agent, at: datetime
) -> None:
    people = [ada, ben, lena]
    rows = company(300)
    cases = Case.objects.bulk_create(
        Case(customer=case.customer, subject=f"{number}", last_at=at, created_at=at) for number in range(len(rows))
    )
    for row, one in zip(rows, cases, strict=True):
        row |= {"case": one.pk, "kind": 0, "customer": case.customer_id, "day": 65, "stated": 0.5, "promise": None}
        for touch in row["touches"]:
            touch["agent"] = f"{people[int(touch['agent'][-2:]) % 3].pk:09d}"
        if len({touch["agent"] for touch in row["touches"]}) < len(row["touches"]):
            row["touches"] = [row["touches"][0] | {"share": 1.0, "handed_on": None}]
    RatedCase.objects.bulk_create(
        RatedCase(
            case=one, at=at, first_id=int(row["touches"][0]["agent"]), customer=case.customer,
            feasibility=row["feasibility"], channel="email", anger=row["anger_at_start"], routed="random", ended_at=at,
            agents=[int(touch["agent"]) for touch in row["touches"]], shares=[t["share"] for t in row["touches"]],
            needless=[bool(touch["handed_on"]) for touch in row["touches"]], needed=[False] * len(row["touches"]),
            stated=0.5, outcome=row["outcome"], promise=0, asked=True, answer=row["survey"]["answer"],
        )
        for row, one in zip(rows, cases, strict=True)
    )  # fmt: skip
    read, given = reading.rated_cases(at + DAY), cases_of(rows)
    assert [int(name) for name in read.agents] == [int(name) for name in given.agents]
    for name in ("agent", "share", "needless", "outcome", "stated", "answer", "matched"):
        np.testing.assert_allclose(getattr(read.cases, name), getattr(given.cases, name), err_msg=name)
    scores = [[rating.score for rating in rate(named)] for named in (read, given)]
    np.testing.assert_allclose(scores[0], scores[1], atol=0.05)


def test_an_appeal_is_decided_by_somebody_else_and_read_by_the_next_fit(
    past: None, ada: Agent, ben: Agent, lena: Agent, omar: Agent, at: datetime
) -> None:
    mine = RatedCase.objects.filter(first=ada).earliest("pk").pk
    for stranger in (ben, omar):
        with pytest.raises((NotFound, NotAllowed)):
            appeals.appeal(mine, Feasibility.INFEASIBLE, "The part is not made any more.", at, stranger)
    made = appeals.appeal(mine, Feasibility.INFEASIBLE, "The part is not made any more.", at, ada)
    with pytest.raises(DeskError):
        appeals.appeal(mine, Feasibility.LIMITED, "Again.", at, ada)
    with pytest.raises(NotAllowed):
        appeals.decide(made.pk, "Yes.", at, ada, upheld=True)
    assert [row.pk for row in access.open_appeals()] == [made.pk]
    appeals.decide(made.pk, "The supplier confirms it.", at, lena, upheld=True)
    read = reading.rated_cases(at + DAY).cases
    changed = np.flatnonzero(read.start["feasibility"] == reading.FEASIBILITIES.index("infeasible"))
    assert read.case[changed].tolist() == [mine]
    assert access.appeals_of(ada)[0].decided_why == "The supplier confirms it."


def test_the_fair_slice_gives_by_chance_and_only_when_it_is_on(
    case: Case, ada: Agent, ben: Agent, mara: Agent, at: datetime
) -> None:
    more = [receive(mail(f"c{number}@home.example"), at).case for number in range(60)]
    read_on(at)
    assert not Case.objects.filter(owner__isnull=False).exists()
    with pytest.raises(NotAllowed):
        chance.set_slice(10, at, ada)
    chance.set_slice(30, at, mara)
    given = {one.pk: chance.give(one.pk, at) for one in more}
    owners = {one.pk for one in given.values() if one}
    assert 6 <= sum(one is not None for one in given.values()) <= 32
    assert owners == {ada.pk, ben.pk}
    number = next(pk for pk, who in given.items() if who)
    taken = Case.objects.get(pk=number)
    answer(taken, given[number], at)  # type: ignore[arg-type]
    read_on(at)
    assert RatedCase.objects.get(pk=number).routed == "random"


def test_a_desk_without_cases_is_not_rated(ada: Agent, at: datetime) -> None:
    assert runs.run(at) is None
