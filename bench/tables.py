"""Filling tables fast and truly: COPY into bare tables, then indexes, keys and counts, then every rule again."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import Any

import psycopg
from django.db.models import NOT_PROVIDED

FLUSH_AT = 4000  # rows
INDEXES = """
    SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index
    WHERE indrelid = ANY(%s::regclass[]) AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conindid = indexrelid)
"""
KEYS = """
    SELECT conrelid::regclass::text, quote_ident(conname), pg_get_constraintdef(oid) FROM pg_constraint
    WHERE contype = 'f' AND conrelid = ANY(%s::regclass[])
"""


def connect() -> psycopg.Connection[Any]:
    """A connection as the owner of the tables, which need not wait for the disk."""
    opened = psycopg.connect(os.environ.get("GOODWORD_OWNER_URL") or os.environ["DATABASE_URL"], autocommit=True)
    opened.execute("SET synchronous_commit = off")
    opened.execute("SET maintenance_work_mem = '1GB'")
    return opened


class Table:
    """One table being filled: rows give the named columns, all others get their defaults."""

    def __init__(self, model: Any, columns: str) -> None:
        given = columns.split()
        self.name = model._meta.db_table
        rest = [field for field in model._meta.concrete_fields if field.column not in given and _is_ours_to_give(field)]
        self.columns = [*given, *(field.column for field in rest)]
        self.tail = "".join(f"\t{_default(field)}" for field in rest)
        self.rows: list[str] = []
        self.count = 0
        self.copy: Any = None

    def add(self, row: str) -> None:
        """Takes one row, its given values separated by tabs."""
        self.rows.append(row)
        if len(self.rows) >= FLUSH_AT:
            self.flush()

    def flush(self) -> None:
        """Sends what has gathered."""
        self.count += len(self.rows)
        end = f"{self.tail}\n"
        self.copy.write(end.join([*self.rows, ""]).encode())
        self.rows = []


def _is_ours_to_give(field: Any) -> bool:
    """The database itself numbers rows and knows some defaults."""
    return not field.primary_key and field.db_default is NOT_PROVIDED


def _default(field: Any) -> str:
    if field.null and not field.has_default():
        return r"\N"
    value = field.get_default()
    if value is None:
        return r"\N"
    if isinstance(value, bool):
        return "t" if value else "f"
    return "{}" if isinstance(value, list | dict) else str(value)


@contextmanager
def copying(tables: Sequence[Table]) -> Iterator[None]:
    """Opens one COPY per table, each on a connection of its own, so that rows can come in any order."""
    with ExitStack() as stack:
        for table in tables:
            cursor = stack.enter_context(stack.enter_context(connect()).cursor())
            names = ", ".join(f'"{column}"' for column in table.columns)
            table.copy = stack.enter_context(cursor.copy(f"COPY {table.name} ({names}) FROM STDIN"))
        yield
        for table in tables:
            table.flush()


@contextmanager
def bare(tables: Sequence[Table]) -> Iterator[None]:
    """Takes indexes, foreign keys and triggers away, and brings them back: the keys check every row that came."""
    names = [table.name for table in tables]
    with connect() as connection:
        indexes = connection.execute(INDEXES, [names]).fetchall()
        keys = connection.execute(KEYS, [names]).fetchall()
        for name in names:
            connection.execute(f"ALTER TABLE {name} DISABLE TRIGGER USER")
        for table, key, _ in keys:
            connection.execute(f"ALTER TABLE {table} DROP CONSTRAINT {key}")
        for index, _ in indexes:
            connection.execute(f"DROP INDEX {index}")
        yield
        for _, definition in indexes:
            connection.execute(definition)
        for table, key, definition in keys:
            connection.execute(f"ALTER TABLE {table} ADD CONSTRAINT {key} {definition}")
        for table in tables:
            connection.execute(f"ALTER TABLE {table.name} ENABLE TRIGGER USER")
            if table.columns[0] == "id":
                connection.execute(
                    f"SELECT setval(pg_get_serial_sequence(%s, 'id'), (SELECT coalesce(max(id), 1) FROM {table.name}))",
                    [table.name],
                )
