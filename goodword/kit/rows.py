"""Writing one row without composing its statement anew: half the work of the ORM's, for what happens all day."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any, TypeVar

from django.db import DatabaseError, connection, models

Row = TypeVar("Row", bound=models.Model)


def insert(row: Row) -> Row:
    """Inserts a new row and gives it its number; as `save(force_insert=True)` does, without signals."""
    statement, fields = _insert_into(type(row))
    values = [field.get_db_prep_save(getattr(row, field.attname), connection) for field in fields]
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        [row.pk] = cursor.fetchone()
    row._state.adding, row._state.db = False, connection.alias
    return row


def change(row: models.Model, names: Sequence[str]) -> None:
    """Writes these fields of a known row; as `save(update_fields=names)` does, without signals.

    Raises DatabaseError when the row is gone.
    """
    statement, fields = _update_of(type(row), tuple(names))
    values = [field.get_db_prep_save(getattr(row, field.attname), connection) for field in fields]
    with connection.cursor() as cursor:
        cursor.execute(statement, [*values, row.pk])
        if not cursor.rowcount:
            raise DatabaseError(f"{row._meta.label} {row.pk} is gone.")


@cache
def _update_of(model: type[models.Model], names: tuple[str, ...]) -> tuple[str, list[Any]]:
    fields: list[Any] = [model._meta.get_field(name) for name in names]
    columns = ", ".join(f'"{field.column}" = {_hole(field)}' for field in fields)
    key = model._meta.pk.column
    return f'UPDATE "{model._meta.db_table}" SET {columns} WHERE "{key}" = %s', fields  # noqa: S608


@cache
def _insert_into(model: type[models.Model]) -> tuple[str, list[Any]]:
    """The statement of a table, and the fields of its columns but for the number that the database gives."""
    fields = [field for field in model._meta.local_concrete_fields if not (field.primary_key or field.generated)]
    columns = ", ".join(f'"{field.column}"' for field in fields)
    holes = ", ".join(_hole(field) for field in fields)
    key = model._meta.pk.column
    return f'INSERT INTO "{model._meta.db_table}" ({columns}) VALUES ({holes}) RETURNING "{key}"', fields  # noqa: S608


def _hole(field: Any) -> str:
    """Where a value goes; arrays name their type."""
    return str(field.get_placeholder(None, None, connection)) if hasattr(field, "get_placeholder") else "%s"
