"""The floor of intake: the rows that the desk wrote for a mail, read back and inserted again by plain psycopg."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import psycopg
from psycopg import sql
from psycopg.types.json import Jsonb

Row = dict[str, Any]


@dataclass
class Inserts:
    """The rows of one mail, table by table, in an order that foreign keys allow."""

    rows: list[tuple[str, Row]]


def rows_of(connection: psycopg.Connection[Any], arrivals: Iterable[int]) -> list[Inserts]:
    """What the desk wrote for each of these arrivals: everything but what triggers add by themselves."""
    return [Inserts(list(_of_one(connection, arrival))) for arrival in arrivals]


def _of_one(connection: psycopg.Connection[Any], number: int) -> Iterable[tuple[str, Row]]:
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
        yield from (("cases_note", row) for row in some("cases_note", "case_id = %s AND at = %s", message["case_id"], message["at"]))
        entries = some("ledger_entry", "case_id = %s AND at = %s", message["case_id"], message["at"])
    yield "email_arrival", arrival
    for entry in entries:
        yield "ledger_entry", entry
        yield from (("procrastinate_jobs", row) for row in some("procrastinate_jobs", "args->>'entry' = %s", str(entry["id"])))


def parse(raw: bytes) -> tuple[str, int]:
    """What the standard library gives of a mail: its words and its files, decoded."""
    mail = email.message_from_bytes(raw, policy=email.policy.default)
    heads = [str(mail[name]) for name in ("From", "To", "Subject", "Date", "Message-ID", "In-Reply-To", "References")]
    texts, size = heads, 0
    for part in mail.walk():
        if part.get_content_maintype() == "text":
            texts.append(part.get_content())
        elif not part.is_multipart():
            size += len(part.get_payload(decode=True) or b"")
    return "\n".join(texts), size


def insert(connection: psycopg.Connection[Any], inserts: Inserts) -> None:
    """Writes the rows of one mail in one transaction."""
    with connection.transaction():
        for table, row in inserts.rows:
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
