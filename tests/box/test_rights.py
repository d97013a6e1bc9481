"""The application's role reads and writes rows, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from goodword.box.postgres import Server, Urls, cluster_in
from tests.installed import desk


@pytest.fixture(scope="module")
def urls(prepared: Path) -> Iterator[Urls]:
    """A migrated database as its owner and as the application."""
    with desk(prepared) as copy:
        server = Server(cluster_in(copy.data))
        yield server.start()
        server.stop()


@pytest.mark.parametrize(
    "statement",
    [
        "TRUNCATE ledger_entry",
        "TRUNCATE promises_promise CASCADE",
        "ALTER TABLE promises_promise DISABLE TRIGGER ALL",
        "ALTER TABLE promises_promise DROP CONSTRAINT promise_owed_is_watched",
        "DROP TRIGGER promise_life ON promises_promise",
        "DROP TABLE promises_promise CASCADE",
        "CREATE TABLE mine (one int)",
        "CREATE FUNCTION mine() RETURNS int LANGUAGE sql AS 'SELECT 1'",
        "CREATE OR REPLACE FUNCTION goodword_refuse(words text) RETURNS void LANGUAGE sql AS 'SELECT 1'",
        "SET session_replication_role = replica",
        "SET ROLE goodword_owner",
        "CREATE ROLE another",
        "CREATE DATABASE another",
        "COPY people_agent TO '/tmp/agents'",
        "COPY people_agent FROM PROGRAM 'id'",
    ],
)
def test_the_application_may_not(urls: Urls, statement: str) -> None:
    with psycopg.connect(urls.app, autocommit=True) as connection, pytest.raises(psycopg.Error) as refused:
        connection.execute(statement)
    assert refused.value.sqlstate == "42501"  # insufficient privilege, and not some other fault of the statement


def test_the_application_reads_and_writes_rows(urls: Urls) -> None:
    with psycopg.connect(urls.app) as connection:
        connection.execute("INSERT INTO people_company (name) VALUES ('Ridge School')")
        connection.execute("UPDATE people_company SET name = 'Ridge'")
        assert connection.execute("DELETE FROM people_company RETURNING name").fetchall() == [("Ridge",)]


def test_tables_of_a_later_version_are_usable_too(urls: Urls) -> None:
    with psycopg.connect(urls.owner) as connection:
        connection.execute("CREATE TABLE later (id bigserial, word text)")
    with psycopg.connect(urls.app) as connection:
        connection.execute("INSERT INTO later (word) VALUES ('new')")
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute("TRUNCATE later")
