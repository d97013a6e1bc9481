"""What the desk says of itself to machines."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client, override_settings

from goodword.kit import health

AFAR = {"REMOTE_ADDR": "203.0.113.7"}


def _checks(client: Client, **more: Any) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = client.get("/readyz", **more).json()["checks"]
    return found


def _beat(seconds_ago: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_workers")
        cursor.execute(
            "INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now() - make_interval(secs => %s))",
            [seconds_ago],
        )


def test_alive_needs_no_database(client: Client) -> None:
    assert client.get("/healthz").content == b"alive\n"


def test_ready_while_a_worker_lives(client: Client, db: None) -> None:
    _beat(5)
    assert client.get("/readyz").status_code == 200


def test_not_ready_without_a_worker(client: Client, db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_workers")
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert answer.json()["checks"]["worker"]["ok"] is False


def test_not_ready_when_the_worker_has_fallen_silent(client: Client, db: None) -> None:
    _beat(300)
    assert _checks(client)["worker"]["ok"] is False


def test_not_ready_when_a_rule_has_been_switched_off(client: Client, db: None) -> None:
    _beat(5)
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE promises_promise DISABLE TRIGGER promise_life")
    found = _checks(client)["rules"]
    assert found["ok"] is False
    assert "promise_life" in found["words"]


def test_not_ready_when_a_migration_is_missing(client: Client, db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'promises' AND name = '0003_first_kinds'")
    assert _checks(client)["migrations"]["ok"] is False


def test_not_ready_when_the_clock_is_behind(client: Client, promised: Any, db: None) -> None:
    """The promise of the tests' own Monday is long due by the clock of the machine, and nobody swept it."""
    _beat(5)
    promised()
    assert _checks(client)["clock"]["ok"] is False


def test_from_afar_only_the_answer_is_told(client: Client, db: None) -> None:
    _beat(5)
    assert _checks(client, **AFAR)["database"] == {"ok": True}


@pytest.mark.parametrize("more", [AFAR, {"HTTP_X_FORWARDED_FOR": "127.0.0.1"}, {"HTTP_FORWARDED": "for=127.0.0.1"}])
def test_figures_are_not_told_from_afar(client: Client, db: None, more: dict[str, str]) -> None:
    assert client.get("/metrics", **more).status_code == 404  # type: ignore[arg-type]


@override_settings(METRICS_TOKEN="a token of the installation")
def test_figures_are_told_to_who_knows_the_token(client: Client, db: None) -> None:
    known = {"HTTP_AUTHORIZATION": "Bearer a token of the installation", **AFAR}
    assert client.get("/metrics", **known).status_code == 200  # type: ignore[arg-type]
    wrong = {"HTTP_AUTHORIZATION": "Bearer another", **AFAR}
    assert client.get("/metrics", **wrong).status_code == 404  # type: ignore[arg-type]


def test_figures_tell_of_cases_queue_and_clock(client: Client, case: Any) -> None:
    text = client.get("/metrics").content.decode()
    assert 'goodword_cases{view="open"} 1.0' in text
    assert 'goodword_jobs{status="failed"} 0.0' in text
    assert 'goodword_late_seconds{rows="promises.Promise"} 0.0' in text


def test_figures_cost_three_queries(client: Client, db: None, django_assert_max_num_queries: Any) -> None:
    client.get("/metrics")
    with django_assert_max_num_queries(4):  # the fourth looks whether the clock can be moved
        client.get("/metrics")


def test_the_figures_count_only_so_far(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO procrastinate_jobs (queue_name, task_name, status) "
            "SELECT 'default', 'none', 'todo' FROM generate_series(1, %s)",
            [health.ENOUGH + 5],
        )
    assert health.figures().waiting == health.ENOUGH
