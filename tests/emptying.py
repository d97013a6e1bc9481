"""How a test with committed data ends: every row goes, and what migrations wrote is there again.

Django empties all tables by one TRUNCATE, which makes a new file for each of some four hundred tables and indexes.
Deleting the few rows that there are takes a small part of that, and waits for nobody who still reads.
"""

from __future__ import annotations

from django.db import connection, transaction

STAYS = ("django_migrations", "django_content_type", "auth_permission")  # no test changes them
TABLES = """
    SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind = 'r' AND n.nspname = 'public' AND c.relname <> ALL(%s) ORDER BY 1
"""

_tables: list[str] = []
_migrated: dict[str, bytes] = {}


def may_pass_triggers() -> bool:
    """Says whether the tables' owner may step past triggers: on the server that tests bring along, yes."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT has_parameter_privilege('session_replication_role', 'SET')")
        return bool(cursor.fetchone()[0])


def remember() -> None:
    """Keeps what migrations wrote, once per test run; to be called before the first test that commits."""
    if _tables:
        return
    with connection.cursor() as cursor:
        cursor.execute(TABLES, [list(STAYS)])
        _tables.extend(name for (name,) in cursor.fetchall())
        for name in _tables:
            with cursor.copy(f"COPY {name} TO STDOUT") as rows:
                if kept := b"".join(bytes(row) for row in rows):
                    _migrated[name] = kept


def empty() -> None:
    """Deletes every row, past all triggers, and puts back what was there in the beginning."""
    filled = " UNION ALL ".join(f"SELECT '{name}' WHERE EXISTS (SELECT FROM {name})" for name in _tables)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(filled)
        for (name,) in cursor.fetchall():
            cursor.execute(f"DELETE FROM {name}")
        for name, rows in _migrated.items():
            with cursor.copy(f"COPY {name} FROM STDIN") as copy:
                copy.write(rows)
