"""What a running installation says of itself: database, migrations, worker, clock, queue, rules. Cheap at any size."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db import connection
from django.db.migrations.loader import MigrationLoader

OLDEST_POSTGRESQL = 15
QUIET_WORKER_SECONDS = 60  # a worker says every ten seconds that it lives
LATE_SECONDS = 300
ENOUGH = 1000  # more than this is not counted, only said to be more

FIGURES = """
SELECT (SELECT extract(epoch FROM now() - max(last_heartbeat)) FROM procrastinate_workers),
       (SELECT count(*) FROM (SELECT FROM procrastinate_jobs WHERE status = 'todo' LIMIT %(enough)s) AS waiting),
       (SELECT count(*) FROM (SELECT FROM procrastinate_jobs WHERE status = 'failed' LIMIT %(enough)s) AS failed)
"""
WEAKENED = """
SELECT format('trigger %%s', tgname) FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
WHERE relnamespace = 'public'::regnamespace AND NOT tgisinternal AND tgenabled NOT IN ('O', 'A')
UNION ALL
SELECT format('constraint %%s', conname) FROM pg_constraint
WHERE connamespace = 'public'::regnamespace AND NOT convalidated
"""


@dataclass(frozen=True)
class Finding:
    """The answer of one check; `remedy` says what to do when it is not well."""

    name: str
    well: bool
    words: str
    remedy: str = ""


@dataclass(frozen=True)
class Figures:
    """Numbers of the queue; ages in seconds, None when no worker has ever run."""

    worker_age: float | None
    waiting: int
    failed: int


def findings(now: Callable[[], datetime]) -> list[Finding]:
    """Runs all checks; those after a database that does not answer are left out, and `now` is not asked before."""
    first = _guarded("database", _database, "Start it, or correct DATABASE_URL.")
    if not first.well:
        return [first]
    found = _guarded("migrations", _migrations, "Run `goodword migrate`.")
    if not found.well:
        return [first, found]
    return [
        first,
        found,
        _guarded("worker", lambda: _worker(figures()), "Start `goodword worker`, or look at its log."),
        _guarded("clock", lambda: _clock(now()), "Look at the worker's log for sweeps that fail."),
        _guarded("queue", lambda: _queue(figures()), "Look at the worker's log for jobs that fail."),
        _guarded("rules", _rules, "Somebody has weakened the database: enable what is named, as its owner."),
    ]


def figures() -> Figures:
    """Returns the numbers of worker and queue. One query."""
    with connection.cursor() as cursor:
        cursor.execute(FIGURES, {"enough": ENOUGH})
        age, waiting, failed = cursor.fetchone()
    return Figures(None if age is None else float(age), waiting, failed)


def lateness(now: datetime) -> dict[str, float]:
    """Returns by how many seconds the clock is behind, for each kind of row that time touches. One query."""
    tables = [model for model in apps.get_models() if _has_wakes_at(model)]
    parts = [
        f"SELECT '{model._meta.label}', min(wakes_at) FROM {connection.ops.quote_name(model._meta.db_table)}"  # noqa: S608
        " WHERE wakes_at IS NOT NULL"
        for model in tables
    ]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts))
        return {label: max(0.0, (now - first).total_seconds()) if first else 0.0 for label, first in cursor.fetchall()}


def _has_wakes_at(model: type) -> bool:
    try:
        return bool(model._meta.managed and model._meta.get_field("wakes_at"))  # type: ignore[attr-defined]
    except FieldDoesNotExist:
        return False


def _guarded(name: str, check: Callable[[], tuple[bool, str]], remedy: str) -> Finding:
    try:
        well, words = check()
    except Exception as error:
        well, words = False, f"{type(error).__name__}: {str(error).strip()}"
    return Finding(name, well, words, "" if well else remedy)


def _database() -> tuple[bool, str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('server_version'), current_setting('server_version_num')::int / 10000")
        name, major = cursor.fetchone()
    return major >= OLDEST_POSTGRESQL, f"PostgreSQL {name}"


def _migrations() -> tuple[bool, str]:
    loader = MigrationLoader(connection)
    missing = sorted(set(loader.graph.nodes) - set(loader.applied_migrations))
    return not missing, f"{len(missing)} missing" if missing else "all applied"


def _worker(known: Figures) -> tuple[bool, str]:
    if known.worker_age is None:
        return False, "none has said that it lives"
    return known.worker_age < QUIET_WORKER_SECONDS, f"last heard of {known.worker_age:.0f} s ago"


def _clock(now: datetime) -> tuple[bool, str]:
    label, late = max(lateness(now).items(), key=lambda pair: pair[1])
    return late < LATE_SECONDS, f"{late:.0f} s behind ({label})" if late >= 1 else "on time"


def _queue(known: Figures) -> tuple[bool, str]:
    more = "or more " if known.waiting == ENOUGH else ""
    return known.failed == 0 and known.waiting < ENOUGH, f"{known.waiting} {more}waiting, {known.failed} failed"


def _rules() -> tuple[bool, str]:
    with connection.cursor() as cursor:
        cursor.execute(WEAKENED, [])
        weak = [name for (name,) in cursor.fetchall()]
    return not weak, f"not in force: {', '.join(weak)}" if weak else "all in force"
