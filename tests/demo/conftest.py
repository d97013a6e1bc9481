"""One demo desk for all its tests; what a test does to it is taken back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import transaction

from goodword.demo.build import build
from goodword.kit import clock

WEDNESDAY = datetime(2026, 11, 25, 8, 0, tzinfo=UTC)


@pytest.fixture(scope="package")
def _built(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    with django_db_blocker.unblock(), transaction.atomic():
        clock.forget()
        assert build(now=WEDNESDAY)
        yield
        transaction.set_rollback(True)
    clock.forget()


@pytest.fixture
def demo(_built: None) -> Iterator[datetime]:
    """A demo desk just built; gives the moment at which it begins."""
    clock.forget()
    with transaction.atomic():
        yield clock.now()
        transaction.set_rollback(True)
    clock.forget()
