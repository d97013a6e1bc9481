"""The figures of a desk for Prometheus, read from the database when asked, so that every process says the same."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from prometheus_client import CollectorRegistry
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from goodword import __version__
from goodword.cases.queries import tallies
from goodword.kit import health

VIEWS = ("open", "unowned", "waiting", "checking", "closed")


class Desk(Collector):
    """Reads the figures at one moment."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def collect(self) -> Iterator[Metric]:
        """Yields each figure. Three queries."""
        known = health.figures()
        info = GaugeMetricFamily("goodword_info", "The running version.", labels=["version"])
        info.add_metric([__version__], 1)
        yield info
        if known.worker_age is not None:
            yield GaugeMetricFamily("goodword_worker_heartbeat_seconds", "Age of the last one.", known.worker_age)
        jobs = GaugeMetricFamily("goodword_jobs", f"Jobs of the queue, up to {health.ENOUGH}.", labels=["status"])
        jobs.add_metric(["waiting"], known.waiting)
        jobs.add_metric(["failed"], known.failed)
        yield jobs
        late = GaugeMetricFamily("goodword_late_seconds", "How far the clock is behind.", labels=["rows"])
        for label, seconds in health.lateness(self.now).items():
            late.add_metric([label], seconds)
        yield late
        cases = GaugeMetricFamily("goodword_cases", "Cases by view, from the kept counts.", labels=["view"])
        for view, count in tallies(VIEWS).items():
            cases.add_metric([view], count)
        yield cases


def registry(now: datetime) -> CollectorRegistry:
    """Returns a registry with the desk's figures at `now`."""
    made = CollectorRegistry(auto_describe=False)
    made.register(Desk(now))
    return made
