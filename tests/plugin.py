"""Gives the test run a real PostgreSQL: a throw-away server, or the one that DATABASE_URL names."""

from __future__ import annotations

import os
import secrets
import tempfile
from collections.abc import Generator
from contextlib import ExitStack

import pytest

_running = ExitStack()


@pytest.hookimpl(wrapper=True)
def pytest_load_initial_conftests() -> Generator[None]:
    """Starts the server before Django reads its settings; workers of xdist find its address in the environment."""
    _prepare()
    return (yield)


def _prepare() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goodword.config.settings")
    os.environ.setdefault("GOODWORD_SECRET_KEY", secrets.token_urlsafe(48))
    os.environ.setdefault("GOODWORD_LOG", "warning")
    os.environ.setdefault("GOODWORD_BASE_URL", "http://127.0.0.1:8000")
    if "GOODWORD_DATA" not in os.environ:
        os.environ["GOODWORD_DATA"] = _running.enter_context(tempfile.TemporaryDirectory(prefix="goodword-test-"))
    if "DATABASE_URL" not in os.environ:
        from goodword.box.postgres import temporary_server

        owner_url, app_url = _running.enter_context(temporary_server())
        os.environ["DATABASE_URL"] = os.environ["GOODWORD_OWNER_URL"] = owner_url
        os.environ["GOODWORD_TEST_APP_URL"] = app_url


def pytest_unconfigure() -> None:
    """Stops what this process started."""
    _running.close()
