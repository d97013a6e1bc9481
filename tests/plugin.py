"""Gives the test run a real PostgreSQL: a throw-away server, or the one that DATABASE_URL names."""

from __future__ import annotations

import inspect
import os
import secrets
import tempfile
from collections.abc import Generator
from contextlib import ExitStack
from pathlib import Path

import pytest

_running = ExitStack()


WITH_DATABASE = {"db", "transactional_db", "django_db_setup"}


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--rules`: the fast tests, which need no database, no browser and no other program."""
    parser.addoption("--rules", action="store_true", help="only tests without database and other programs")


@pytest.hookimpl(wrapper=True)
def pytest_load_initial_conftests(early_config: pytest.Config, args: list[str]) -> Generator[None]:
    """Starts the server before Django reads its settings; workers of xdist find its address in the environment."""
    _prepare(with_database="--rules" not in args)
    return (yield)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leaves out what is not asked for."""
    if config.getoption("--rules"):
        left = [item for item in items if _needs_more(item)]
        config.hook.pytest_deselected(items=left)
        items[:] = [item for item in items if not _needs_more(item)]


def _needs_more(item: pytest.Item) -> bool:
    asked = set(inspect.signature(item.function).parameters) if isinstance(item, pytest.Function) else set()
    return bool(
        {"browser", "flows", "faults", "box", "cli"} & set(item.path.parts)
        or WITH_DATABASE & set(getattr(item, "fixturenames", ()))
        or item.get_closest_marker("django_db")
        or "request" in asked  # it may ask for the database while it runs
    )


def _prepare(*, with_database: bool) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goodword.config.settings")
    os.environ.setdefault("GOODWORD_SECRET_KEY", secrets.token_urlsafe(48))
    os.environ.setdefault("GOODWORD_LOG", "warning")
    os.environ.setdefault("GOODWORD_BASE_URL", "http://127.0.0.1:8000")
    if "GOODWORD_DATA" not in os.environ:
        os.environ["GOODWORD_DATA"] = _running.enter_context(tempfile.TemporaryDirectory(prefix="goodword-test-"))
        (Path(os.environ["GOODWORD_DATA"]) / "static").mkdir()  # whitenoise would warn in every test
    if "GOODWORD_TEST_SHARED" not in os.environ:  # what the workers of one test run make once for all of them
        shared = _running.enter_context(tempfile.TemporaryDirectory(prefix="goodword-test-"))
        Path(shared).chmod(0o711)
        os.environ["GOODWORD_TEST_SHARED"] = shared
    if with_database and "DATABASE_URL" not in os.environ:
        from goodword.box.postgres import temporary_server

        owner_url, app_url = _running.enter_context(temporary_server())
        os.environ["DATABASE_URL"] = os.environ["GOODWORD_OWNER_URL"] = owner_url
        os.environ["GOODWORD_TEST_APP_URL"] = app_url


def pytest_unconfigure() -> None:
    """Stops what this process started."""
    _running.close()
