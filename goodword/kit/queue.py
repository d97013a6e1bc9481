"""Jobs that commit with the data: the only place that defers work to Procrastinate."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.jobs import Job, JobDeferrer
from procrastinate.manager import JobManager

RETRY = RetryStrategy(max_attempts=12, exponential_wait=3)


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
    template = Job(id=None, queue="default", priority=0, lock=None, queueing_lock=None, task_name=name, task_kwargs={})
    JobDeferrer(job_manager=JobManager(DjangoConnector()), job=template).batch_defer(*many)
