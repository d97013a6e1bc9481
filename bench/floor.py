"""The floor of intake: the rows that the desk wrote for a mail, read back and inserted once more by plain psycopg.

They go into the same tables, with the same indexes and triggers, under other numbers and other unique keys.
"""

from __future__ import annotations

import contextlib
import email
import email.policy
from collections.abc import Iterator
from typing import Any

import psycopg
from psycopg import sql
from psycopg.types.json import Jsonb

Row = dict[str, Any]

ASIDE = 10**12  # far above every number of the desk itself
POINTS_AT = {
    "customer_id": "people_customer", "identity_id": "people_identity", "case_id": "cases_case",
    "message_id": "cases_message",
}  # fmt: skip
NUMBERED = (*POINTS_AT.values(), "email_arrival")
LONGEST = {"email_arrival": 64, "people_identity": 320}
UNIQUE = {"email_arrival": "fingerprint", "people_identity": "address"}


Inserts = list[tuple[str, Row]]  # the rows of one mail, in an order that foreign keys allow


class Mirror:
    """Makes the rows of a mail into rows that can be inserted beside them. What was there before stays what it is."""

    def __init__(self, connection: psycopg.Connection[Any]) -> None:
        self.connection = connection
        self.before = {table: self._newest(table) for table in NUMBERED}
        self.read = self.before["email_arrival"]

    def _newest(self, table: str) -> int:
        query = sql.SQL("SELECT coalesce(max(id), 0) FROM {} WHERE id < %s").format(sql.Identifier(table))
        [newest] = self.connection.execute(query, [ASIDE]).fetchone() or [0]
        self.connection.rollback()
        return int(newest)

    def of_the_new(self) -> list[Inserts]:
        """What the desk wrote for each mail since the last call: everything but what triggers add by themselves."""
        rows = self.connection.execute(
            "SELECT id FROM email_arrival WHERE id > %s AND id < %s ORDER BY id", [self.read, ASIDE]
        ).fetchall()
        found = [[(table, self._aside(table, row)) for table, row in _of_one(self.connection, pk)] for (pk,) in rows]
        self.connection.rollback()
        self.read = max((pk for (pk,) in rows), default=self.read)
        return found

    def _aside(self, table: str, row: Row) -> Row:
        moved = row | {"id": row["id"] + ASIDE}
        for column, other in POINTS_AT.items():
            # In a message this column is its Message-ID, no number.
            if isinstance(row.get(column), int) and row[column] > self.before[other]:
                moved[column] = row[column] + ASIDE
        if table in UNIQUE:
            moved[UNIQUE[table]] = f"~{row[UNIQUE[table]]}"[: LONGEST[table]]
        return moved


def _of_one(connection: psycopg.Connection[Any], number: int) -> Iterator[tuple[str, Row]]:
    def some(table: str, where: str, *values: Any) -> list[Row]:
        query = sql.SQL("SELECT * FROM {} WHERE ").format(sql.Identifier(table)) + sql.SQL(where)  # type: ignore[arg-type]
        cursor = connection.cursor(row_factory=psycopg.rows.dict_row)
        return cursor.execute(query, values).fetchall()

    [arrival] = some("email_arrival", "id = %s", number)
    message = (some("cases_message", "id = %s", arrival["message_id"]) or [None])[0]
    entries: list[Row] = []
    if message and arrival["outcome"] != "seen":
        [identity] = some("people_identity", "id = %s", message["identity_id"])
        if identity["created_at"] == message["at"]:
            yield from (("people_customer", row) for row in some("people_customer", "id = %s", identity["customer_id"]))
            yield "people_identity", identity
        if arrival["outcome"] == "started":
            yield from (("cases_case", row) for row in some("cases_case", "id = %s", message["case_id"]))
        yield "cases_message", message
        yield from (("cases_attachment", row) for row in some("cases_attachment", "message_id = %s", message["id"]))
        yield from (
            ("cases_note", row)
            for row in some("cases_note", "case_id = %s AND at = %s", message["case_id"], message["at"])
        )
        entries = some("ledger_entry", "case_id = %s AND at = %s", message["case_id"], message["at"])
    yield "email_arrival", arrival
    for entry in entries:
        yield "ledger_entry", entry
        yield from (
            ("procrastinate_jobs", row) for row in some("procrastinate_jobs", "args->>'entry' = %s", str(entry["id"]))
        )


def parse(raw: bytes) -> tuple[str, int]:
    """What the standard library gives of a mail: its head, words and files, decoded; what it fails on is left."""
    mail = email.message_from_bytes(raw, policy=email.policy.default)
    texts, size = [], 0
    for name in ("From", "To", "Subject", "Date", "Message-ID", "In-Reply-To", "References"):
        with contextlib.suppress(Exception):
            texts.append(str(mail[name]))
    for part in mail.walk():
        with contextlib.suppress(Exception):
            if part.get_content_maintype() == "text":
                texts.append(part.get_content())
            elif not part.is_multipart():
                size += len(part.get_payload(decode=True) or b"")
    return "\n".join(texts), size


def insert(connection: psycopg.Connection[Any], inserts: Inserts) -> None:
    """Writes the rows of one mail in one transaction."""
    with connection.transaction():
        for table, row in inserts:
            connection.execute(_statement(table, tuple(row)), [_value(value) for value in row.values()])


def _value(value: Any) -> Any:
    return Jsonb(value) if isinstance(value, dict) else value


_known: dict[tuple[str, tuple[str, ...]], sql.Composed] = {}


def _statement(table: str, columns: tuple[str, ...]) -> sql.Composed:
    if (table, columns) not in _known:
        _known[table, columns] = sql.SQL("INSERT INTO {} ({}) VALUES ({})").format(
            sql.Identifier(table),
            sql.SQL(", ").join(map(sql.Identifier, columns)),
            sql.SQL(", ").join(sql.Placeholder() * len(columns)),
        )
    return _known[table, columns]
