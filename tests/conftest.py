"""The cast and the stage: Ada the agent, Lena her lead, Omar who may see nothing, Kim the customer."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from importlib import import_module

import pytest
from django.apps import AppConfig, apps
from django.core.management.base import CommandError
from django.db import connection
from django.db.models.signals import post_migrate
from django.test import TransactionTestCase

from goodword.cases.actions import receive
from goodword.cases.inbound import Inbound
from goodword.cases.models import Case
from goodword.kit import clock
from goodword.people.models import Agent, Customer, Role, Team
from goodword.promises.actions import Told, make
from goodword.promises.models import Promise
from goodword.promises.queries import kind_named
from tests import emptying

MONDAY_MORNING = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _clock_is_looked_at_again() -> Iterator[None]:
    """No test inherits what another one knew of the clock."""
    clock.forget()
    yield
    clock.forget()


@pytest.fixture(scope="session", autouse=True)
def _a_flush_keeps_what_migrations_wrote() -> Iterator[None]:
    """Tests with committed data end by emptying the tables: the first kinds come back, and no job is left behind."""
    add_kinds = import_module("goodword.promises.migrations.0003_first_kinds").add

    def restore(sender: AppConfig, **_: object) -> None:
        if sender.label == "promises":
            add_kinds(apps, None)
            with connection.cursor() as cursor:
                cursor.execute("TRUNCATE procrastinate_jobs, procrastinate_events RESTART IDENTITY CASCADE")

    post_migrate.connect(restore, weak=False)
    yield
    post_migrate.disconnect(restore)


OTHERS_AT_WORK = """
    SELECT pid FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'
      AND (state <> 'idle' OR pid IN (SELECT pid FROM pg_locks WHERE locktype = 'advisory'))
"""
OTHERS_END_WITHIN_SECONDS = 10


@pytest.fixture(autouse=True)
def _others_are_done_before_the_tables_are_emptied(request: pytest.FixtureRequest) -> Iterator[None]:
    """A page that still loads, a worker just killed: whoever works on while the tables are emptied locks them up."""
    marker = request.node.get_closest_marker("django_db")
    if not ("transactional_db" in request.fixturenames or (marker and marker.kwargs.get("transaction"))):
        yield
        return
    request.getfixturevalue("transactional_db")
    emptying.remember()
    yield
    give_up = time.monotonic() + OTHERS_END_WITHIN_SECONDS
    with connection.cursor() as cursor:
        while cursor.execute(OTHERS_AT_WORK) and cursor.fetchall():
            if time.monotonic() > give_up:
                cursor.execute(f"SELECT pg_terminate_backend(pid) FROM ({OTHERS_AT_WORK}) others")
            time.sleep(0.05)


@pytest.fixture(scope="session", autouse=True)
def _a_flush_is_tried_again() -> Iterator[None]:
    """The rows are deleted, which is quick; where the owner may not do that, all tables are truncated.

    A page may still ask something between two looks; then the database breaks the knot by ending the truncating.
    """
    flush = TransactionTestCase._fixture_teardown

    def again(case: TransactionTestCase) -> None:
        if emptying.may_pass_triggers():
            emptying.empty()
            return
        for _ in range(3):
            try:
                flush(case)
            except CommandError:
                time.sleep(1)
            else:
                return
        flush(case)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", again)
        yield


@pytest.fixture
def at() -> datetime:
    """A Monday morning at nine."""
    return MONDAY_MORNING


def _agent(name: str, role: str, team: Team | None = None) -> Agent:
    agent = Agent(email=f"{name.lower()}@desk.example", name=name, role=role, team=team, undo_seconds=0)
    agent.set_unusable_password()
    agent.save(force_insert=True)
    return agent


@pytest.fixture
def lena(db: None) -> Agent:
    """The lead."""
    lena = _agent("Lena", Role.LEAD)
    team = Team.objects.create(name="Front desk", lead=lena)
    lena.team = team
    lena.save(update_fields=["team"])
    return lena


@pytest.fixture
def ada(lena: Agent) -> Agent:
    """The agent."""
    return _agent("Ada", Role.AGENT, lena.team)


@pytest.fixture
def ben(lena: Agent) -> Agent:
    """Another agent of the same team."""
    return _agent("Ben", Role.AGENT, lena.team)


@pytest.fixture
def mara(db: None) -> Agent:
    """The admin."""
    return _agent("Mara", Role.ADMIN)


@pytest.fixture
def omar(db: None) -> Agent:
    """A colleague without a desk: he may see nothing."""
    return _agent("Omar", Role.COLLEAGUE)


def mail(address: str = "kim@home.example", text: str = "My parcel has not come.", **more: object) -> Inbound:
    """A mail as the e-mail channel would hand it over."""
    given: dict[str, object] = {
        "channel": "email", "kind": "email", "address": address, "name": "Kim", "subject": "Where is it?",
        "text": text, "reply_text": text, "inbox": "help@shop.example",
        "message_id": f"<{abs(hash((address, text)))}@home>",
    } | more  # fmt: skip
    return Inbound(**given)  # type: ignore[arg-type]


@pytest.fixture
def case(at: datetime, db: None) -> Case:
    """Kim has written a first mail."""
    return receive(mail(), at - timedelta(minutes=10)).case


@pytest.fixture
def kim(case: Case) -> Customer:
    """The customer."""
    return case.customer


MakePromise = Callable[..., Promise]


@pytest.fixture
def promised(case: Case, ada: Agent, at: datetime) -> MakePromise:
    """Makes a promise to Kim: a callback in three hours unless told otherwise."""

    def make_one(
        kind: str = "callback", words: str = "I will call you at noon", due: object = None, **more: object
    ) -> Promise:
        told = Told(kind_named(kind), words, due or at + timedelta(hours=3))  # type: ignore[arg-type]
        return make(more.pop("case", case), told, more.pop("by", ada), more.pop("at", at), **more)  # type: ignore[arg-type]

    return make_one


@pytest.fixture
def meet_constraints() -> Callable[[], None]:
    """Lets the constraints that wait for the commit speak now."""

    def now() -> None:
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")

    return now
