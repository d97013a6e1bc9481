"""The worker: jobs of the queue, sweeps in threads of their own, and an orderly end."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import threading
from collections.abc import Callable, Iterable
from datetime import datetime
from importlib import import_module
from typing import Any

import structlog
from django.conf import settings
from django.db import close_old_connections, connections
from procrastinate.contrib.django import app

from goodword.kit import clock

BEAT_SECONDS = 1.0
STALLED_AFTER_SECONDS = 30
JOBS_AT_ONCE = 4

log = structlog.get_logger()


def run() -> None:
    """Works until SIGTERM or SIGINT, then finishes what is in hand and returns."""
    stop = threading.Event()
    threads = [
        threading.Thread(target=_sweep_for_ever, args=(name, names, stop), name=f"sweep-{name}")
        for name, names in settings.GOODWORD_SWEEPS.items()
    ]
    threads += [
        threading.Thread(target=_guard, args=(load(name), stop), name=name) for name in settings.GOODWORD_COMPANIONS
    ]
    for thread in threads:
        thread.start()
    try:
        asyncio.run(_work(stop))
    finally:
        stop.set()
        for thread in threads:
            thread.join(timeout=10)


def load(name: str) -> Callable[..., Any]:
    """Imports a function by its dotted name."""
    module, _, function = name.rpartition(".")
    found: Callable[..., Any] = getattr(import_module(module), function)
    return found


def run_due(now: datetime) -> None:
    """Runs every sweep once, to the end of what is due at `now` (the demo's clock button and `goodword clock`)."""
    for names in settings.GOODWORD_SWEEPS.values():
        for name in names:
            load(name)(now)


def _sweep_for_ever(name: str, names: Iterable[str], stop: threading.Event) -> None:
    sweeps = [load(dotted) for dotted in names]
    while not stop.is_set():
        try:
            clock.refresh()
            for sweep in sweeps:
                sweep(clock.now())
        except Exception:
            log.exception("sweep.failed", sweep=name)
            connections.close_all()
            stop.wait(BEAT_SECONDS * 4)
        close_old_connections()
        stop.wait(BEAT_SECONDS)
    connections.close_all()


def _guard(companion: Callable[..., Any], stop: threading.Event) -> None:
    """Runs a companion; one that fails is reported and begun again after a while."""
    while not stop.is_set():
        try:
            companion(stop)
            return
        except Exception:
            log.exception("companion.failed", companion=companion.__name__)
            stop.wait(10)


async def _work(stop: threading.Event) -> None:
    loop = asyncio.get_running_loop()
    with app.replace_connector(app.connector.get_worker_connector()) as jobs:  # type: ignore[attr-defined]
        jobs.perform_import_paths()  # type: ignore[no-untyped-call]
        async with jobs.open_async():
            worker = asyncio.create_task(
                jobs.run_worker_async(
                    concurrency=JOBS_AT_ONCE, install_signal_handlers=False, delete_jobs="successful",
                    fetch_job_polling_interval=1.0, shutdown_graceful_timeout=8,
                )
            )  # fmt: skip
            for number in (signal.SIGTERM, signal.SIGINT):
                loop.add_signal_handler(number, worker.cancel)
            rescue = asyncio.create_task(_rescue_stalled(jobs))
            with contextlib.suppress(asyncio.CancelledError):
                await worker
            stop.set()
            rescue.cancel()


async def _rescue_stalled(jobs: Any) -> None:
    """Gives jobs whose worker died back to the queue."""
    while True:
        try:
            for job in await jobs.job_manager.get_stalled_jobs(seconds_since_heartbeat=STALLED_AFTER_SECONDS):
                await jobs.job_manager.retry_job(job)
        except Exception:
            log.exception("queue.rescue_failed")
        await asyncio.sleep(STALLED_AFTER_SECONDS / 3)
