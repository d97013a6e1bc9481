"""Brings database and static files to this version, and builds the demo when asked to."""

from __future__ import annotations

import contextlib
import sys
import time
from collections.abc import Iterator

import click

from goodword.box.postgres import Urls

ONE_AT_A_TIME = 7403207301  # the number of the lock under which one host migrates at a time
RIGHTS = """
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO {app};
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {app};
GRANT USAGE, SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA public TO {app};
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {app};
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT, UPDATE ON SEQUENCES TO {app}
"""


def migrate(urls: Urls) -> None:
    """Migrates as the owner of the tables (Django must be set up as such) and lets the application's role use them."""
    import psycopg
    from django.core.management import call_command
    from django.db import connection
    from psycopg.conninfo import conninfo_to_dict

    with psycopg.connect(urls.owner, autocommit=True) as held:
        held.execute("SELECT pg_advisory_lock(%s)", [ONE_AT_A_TIME])
        with connection.cursor() as cursor:
            cursor.execute("SET lock_timeout = '10s'")
        with steps(_what_is_new()):
            call_command("migrate", interactive=False, verbosity=0)
        app, owner = conninfo_to_dict(urls.app).get("user"), conninfo_to_dict(urls.owner).get("user")
        if app != owner:
            let_use(str(app))


def _what_is_new() -> str:
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    names = [f"{migration.app_label}.{migration.name}" for migration, _ in plan]
    if not names:
        return "The database is of this version"
    few = len(names) <= 10
    return f"Bringing the database to this version: {', '.join(names) if few else f'{len(names)} steps'}"


def let_use(app: str) -> None:
    """Lets a role read and write rows and nothing else: no TRUNCATE, no DDL, no disabling of triggers."""
    from django.db import connection
    from psycopg.sql import SQL, Identifier

    with connection.cursor() as cursor:
        cursor.execute(SQL(RIGHTS).format(app=Identifier(app)).as_string(cursor.connection))


def collect_static() -> None:
    """Copies static files to the data folder under names made of their content."""
    from django.core.management import call_command

    call_command("collectstatic", interactive=False, verbosity=0)


def build_demo() -> None:
    """Builds the demo, once; raises Conflict on a desk where somebody works."""
    from goodword.demo.build import build
    from goodword.kit import clock

    if clock.is_movable():
        return
    with click.progressbar(length=100, label="Building the demo", file=sys.stderr) as bar:

        def tell(done: int, of: int) -> None:
            bar.update(done * 100 // max(of, 1) - bar.pos)

        build(tell)
        bar.update(100 - bar.pos)


@contextlib.contextmanager
def steps(words: str) -> Iterator[None]:
    """Says what is done, and how long it took."""
    started = time.monotonic()
    click.echo(f"{words} ...", err=True, nl=False)
    yield
    click.echo(f" {time.monotonic() - started:.1f} s", err=True)
