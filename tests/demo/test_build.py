"""The demo's month: built by real actions, true in every line, and only on an empty desk."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.db.models import F, Max

from goodword.cases.models import Attachment, Case, Message
from goodword.channels.email.models import Arrival, Outgoing
from goodword.closing.models import Check
from goodword.demo.build import build, customer_page, sign_ins
from goodword.kit import clock
from goodword.kit.errors import Conflict
from goodword.ledger.models import Entry
from goodword.people.models import Absence, Agent, Identity, Role
from goodword.promises.links import open_link
from goodword.promises.models import Promise


def values(rows: object, field: str) -> set[str]:
    return set(rows.values_list(field, flat=True))  # type: ignore[attr-defined]


def test_the_month_holds_a_promise_of_every_fate(demo: datetime) -> None:
    assert values(Promise.objects, "status") == {"owed", "delivered", "confirmed", "released"}
    assert values(Promise.objects, "verdict") == {"pending", "kept", "kept_renegotiated", "broken"}
    assert values(Promise.objects, "stage") == {"calm", "at_risk", "due_soon", "overdue"}
    assert len(values(Promise.objects, "kind__slug")) >= 9
    late = Promise.objects.filter(verdict="broken", delivered_at__gt=F("due_at"))
    assert late.exists(), "something was delivered late"
    assert Entry.objects.filter(verb="promise.remade").exists()
    assert Entry.objects.filter(verb="promise.escalated").exists()
    assert Promise.objects.filter(owner__role=Role.COLLEAGUE, status="owed").exists()


def test_the_month_holds_cases_in_every_state(demo: datetime) -> None:
    assert values(Case.objects, "status") == {"open", "waiting", "checking", "closed"}
    assert values(Case.objects.exclude(closed_how=""), "closed_how") == {"word", "silence", "no_matter", "merged"}
    assert {"scheduled", "asked", "answered", "silent", "withdrawn"} <= values(Check.objects, "state")
    assert Case.objects.filter(owner=None, status="open").exists()
    assert Case.objects.filter(perhaps_of__isnull=False).exists()
    assert Case.objects.filter(status="waiting", wakes_at__gt=demo).exists()
    assert Message.objects.filter(delivery="bounced").count() == 1
    assert Identity.objects.filter(health="bouncing").count() == 1
    assert Absence.objects.filter(starts_at__gt=demo).exists()
    assert Attachment.objects.filter(message__is_ours=False).exists()


def test_what_was_answered_as_done_was_closed_by_word(demo: datetime) -> None:
    """The customers of the stories end their matters in words that the desk understands."""
    ends = Message.objects.filter(is_ours=False, reply_text__iregex=r"^(nothing (more|else)|no, that's all)")
    assert ends.count() >= 8
    assert values(ends, "case__closed_how") == {"word"}


def test_incoming_mail_came_as_mail_and_outgoing_mail_went_as_mail(demo: datetime) -> None:
    by_mail = Message.objects.filter(is_ours=False, channel="email")
    assert by_mail.count() == Arrival.objects.filter(message__isnull=False).count() > 30
    ours = Message.objects.filter(is_ours=True, channel="email")
    assert ours.count() == Outgoing.objects.filter(message__isnull=False, state="sent").count() > 40
    assert not ours.filter(delivery="queued").exists()


def test_time_was_never_late_in_the_past(demo: datetime) -> None:
    """The sweeps ran at each moment at which something became true."""
    stages = Entry.objects.filter(verb__in=["promise.at_risk", "promise.due_soon", "promise.broken"])
    assert stages.count() > 15
    assert not stages.exclude(noted_at=F("at")).exists()
    assert Entry.objects.aggregate(last=Max("at"))["last"] <= demo


def test_something_happens_within_the_visitors_first_hours(demo: datetime) -> None:
    soon = Promise.objects.filter(wakes_at__gt=demo, wakes_at__lte=demo + timedelta(hours=2))
    assert soon.count() >= 2
    assert Check.objects.filter(wakes_at__gt=demo, wakes_at__lte=demo + timedelta(hours=1)).exists()
    tomorrow = Promise.objects.filter(status="owed", due_at__gt=demo, due_at__lte=demo + timedelta(days=1))
    assert tomorrow.count() >= 4


def test_no_job_of_the_past_is_left_for_the_worker(demo: datetime) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM procrastinate_jobs")
        assert cursor.fetchone() == (0,)


def test_three_can_sign_in_and_one_customer_has_a_page(demo: datetime) -> None:
    roles = {role for _, _, _, role in sign_ins()}
    assert roles == {"agent", "lead", "admin"}
    for _, email, password, role in sign_ins():
        agent = Agent.objects.get(email=email)
        assert agent.check_password(password)
        assert agent.role == role
    link = open_link(customer_page().removeprefix("/portal/"), demo)
    assert Promise.objects.filter(case=link.case, status="owed").exists()


def test_building_twice_changes_nothing(demo: datetime) -> None:
    before = Entry.objects.count()
    assert build() is False
    assert Entry.objects.count() == before


def test_a_desk_in_use_never_becomes_a_demo(ada: Agent) -> None:
    with pytest.raises(Conflict):
        build()
    clock.forget()
    assert not clock.is_movable()
    assert is_settled("goodword")


def test_an_empty_desk_may_become_a_demo(db: None) -> None:
    assert not is_settled("goodword")


def test_the_desks_of_test_runs_may_move_their_clocks(ada: Agent) -> None:
    assert not is_settled("test_goodword")


def is_settled(database: str) -> bool:
    """Whether the trigger would refuse to make this desk's clock movable, or fixed, in a database of that name."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT goodword_desk_is_settled(%s)", [database])
        return bool(cursor.fetchone()[0])


def test_a_build_that_stops_leaves_an_empty_desk(db: None) -> None:
    def pull_the_plug(done: int, of: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build(pull_the_plug)
    assert not Agent.objects.exists()
    assert not clock.is_movable()


@pytest.mark.parametrize(
    "now",
    [
        datetime(2026, 12, 26, 22, 30, tzinfo=UTC),  # a Saturday night between the holidays
        datetime(2027, 3, 30, 4, 0, tzinfo=UTC),  # the clocks have just changed, and Easter is over
    ],
)
def test_the_stories_fit_into_any_month(db: None, now: datetime) -> None:
    assert build(now=now)
    opening = clock.now()
    assert opening.weekday() < 5
    assert opening - now < timedelta(days=5)
    assert Promise.objects.filter(status="owed", verdict="pending", due_at__gt=opening).count() >= 5
