"""Opens the desk for one process: its database, its secret and Django, by the settings."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from goodword.box.folder import held, make_folder, secret_key
from goodword.box.postgres import CannotRun, Server, Urls, cluster_in, running_urls
from goodword.config.env import Env, read


@contextmanager
def desk(*, as_owner: bool = False, may_start: bool = True, alone: bool = False) -> Iterator[Urls]:
    """Sets up Django on the desk's database: the one of DATABASE_URL, the embedded one that runs, or else (with
    `may_start`) the embedded one, started for as long as this lasts.

    `as_owner` signs in as the owner of the tables; `alone` refuses a desk that is running.
    """
    with ExitStack() as stack:
        env = read(os.environ)
        urls = _urls(env, stack, may_start=may_start, alone=alone)
        settle(env.data, urls, as_owner=as_owner)
        import django

        django.setup()
        yield urls


def settle(data: Path, urls: Urls, *, as_owner: bool = False) -> None:
    """Puts database and secret into the environment, from which Django's settings and child processes read them."""
    os.environ["GOODWORD_DATA"] = str(data)
    os.environ["DATABASE_URL"] = urls.owner if as_owner else urls.app
    os.environ["GOODWORD_OWNER_URL"] = urls.owner
    if not os.environ.get("GOODWORD_SECRET_KEY"):
        os.environ["GOODWORD_SECRET_KEY"] = secret_key(make_folder(data))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goodword.config.settings")


def _urls(env: Env, stack: ExitStack, *, may_start: bool, alone: bool) -> Urls:
    if env.database_url:
        return Urls(env.owner_url, env.database_url)
    if running := running_urls(env.data):
        if alone:
            raise CannotRun(f"The desk in {env.data} is running. Stop it first.")
        return running
    if not may_start:
        raise CannotRun(
            f"There is no database: none is named in DATABASE_URL, and none runs in {env.data}. "
            "Start the whole desk with `goodword up`, or name a PostgreSQL."
        )
    stack.enter_context(held(make_folder(env.data), wait=10))
    cluster = cluster_in(env.data)
    cluster.ensure()
    server = Server(cluster)
    stack.callback(server.stop)
    return server.start()
