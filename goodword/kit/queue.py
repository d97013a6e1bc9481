"""Jobs that commit with the data: the only place that defers work to Procrastinate."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.jobs import Job, JobDeferrer
from procrastinate.manager import JobManager

RETRY = RetryStrategy(max_attempts=12, exponential_wait=3)

Waiting = dict[str, list[dict[str, Any]]]
_gathering: ContextVar[Waiting | None] = ContextVar("gathering", default=None)


def task(name: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Registers a function as a job under `name`, repeated with growing pauses until it succeeds.

    A job may run more than once (a worker can die after its work and before its mark), so each is harmless
    when repeated.
    """

    def register(function: Callable[..., None]) -> Callable[..., None]:
        app.task(name=name, retry=RETRY)(function)
        return function

    return register


def defer(name: str, jobs: Iterable[dict[str, Any]]) -> None:
    """Queues jobs in the current transaction: they exist when it commits and never existed if it does not.

    `task.defer()` is not used, since inside a worker it goes through the worker's own pool and would not
    join Django's transaction: a rolled-back transaction would still leave a job.
    """
    many = list(jobs)
    if not many:
        return
    gathered_so_far = _gathering.get()
    if gathered_so_far is not None:
        gathered_so_far.setdefault(name, []).extend(many)
        return
    template = Job(id=None, queue="default", priority=0, lock=None, queueing_lock=None, task_name=name, task_kwargs={})
    JobDeferrer(job_manager=JobManager(DjangoConnector()), job=template).batch_defer(*many)


@contextmanager
def gathered() -> Iterator[None]:
    """Queues what is deferred within it by one insert at its end, still in the caller's transaction.

    After an error nothing is queued: use it inside the `atomic` block that the error rolls back.
    """
    waiting: Waiting = {}
    before = _gathering.set(waiting)
    try:
        yield
    finally:
        _gathering.reset(before)
    for name, jobs in waiting.items():
        defer(name, jobs)
