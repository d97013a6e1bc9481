"""One desk for all tries; what a try changes is taken back at once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from django.core.cache import cache
from django.db import transaction

from goodword.demo.build import build
from goodword.kit import clock
from goodword.people.models import Agent
from tests.access import scene

WEDNESDAY = datetime(2026, 11, 25, 8, 0, tzinfo=UTC)


@pytest.fixture(scope="package")
def _stage(django_db_setup: None, django_db_blocker: Any) -> Iterator[tuple[dict[str, Agent], scene.Things]]:
    with django_db_blocker.unblock(), transaction.atomic():
        clock.forget()
        assert build(now=WEDNESDAY)
        who = scene.cast(clock.now())
        yield who, scene.things(who, clock.now())
        transaction.set_rollback(True)
    clock.forget()


@pytest.fixture
def who(_stage: tuple[dict[str, Agent], scene.Things], db: None) -> dict[str, Agent]:
    """One person of each role."""
    clock.forget()
    cache.clear()
    return _stage[0]


@pytest.fixture
def things(_stage: tuple[dict[str, Agent], scene.Things]) -> scene.Things:
    """What stands for the placeholders of addresses."""
    return _stage[1]
