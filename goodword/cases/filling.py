"""Defining the fields of cases, and filling them in: each value is checked for its kind and bounded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from django.db import transaction
from django.utils.text import slugify

from goodword.cases.fields import LONGEST_CHOICE, LONGEST_TEXT, MOST_CHOICES, MOST_FIELDS, Field, FieldKind
from goodword.cases.models import Case
from goodword.kit.errors import Conflict, Malformed
from goodword.ledger.actions import record
from goodword.people.access import may_administer
from goodword.people.models import Agent

Value = str | int | float | bool
INBOX = ("inbox",)
LARGEST, DECIMALS = Decimal(10) ** 12, 4
SAID = {"yes": True, "true": True, "no": False, "false": False}


def fields(*, every: bool = False) -> list[Field]:
    """Returns the fields of cases in order; `every` also those out of use. One query of a small table."""
    return list(Field.objects.all() if every else Field.objects.filter(is_active=True))


def missing(case: Case) -> list[str]:
    """Returns the names of the fields that must be filled in before a case ends, and are not. One query."""
    required = Field.objects.filter(is_active=True, is_required=True).exclude(key__in=list(case.fields))
    return list(required.values_list("name", flat=True))


def set_field(
    field: Field | None, at: datetime, by: Agent, *, name: str, kind: str = "", choices: Sequence[str] = (),
    is_required: bool = False, is_active: bool = True, position: int = 100,
) -> Field:  # fmt: skip
    """Adds a field, or changes one; its key and its kind stay. Admins only."""
    may_administer(by)
    words = list(dict.fromkeys(one.strip()[:LONGEST_CHOICE] for one in choices if one.strip()))
    with transaction.atomic():
        if field is None:
            field = _new(name, kind)
        if field.kind == FieldKind.CHOICE and not 0 < len(words) <= MOST_CHOICES:
            raise Malformed(f"Write between one and {MOST_CHOICES} choices, each on its line.", field="choices")
        field.name, field.choices = name.strip()[:60], words if field.kind == FieldKind.CHOICE else []
        field.is_required, field.is_active, field.position = is_required, is_active, position
        if field.pk:
            field.save(update_fields=["name", "choices", "is_required", "is_active", "position"])
        else:
            field.save(force_insert=True)
        record("field.set", at=at, subject=field, by=by, name=field.name, required=is_required, in_use=is_active)
    return field


def _new(name: str, kind: str) -> Field:
    key = slugify(name)[:30].strip("-")
    if not key or kind not in FieldKind.values:
        raise Malformed("Give the field a name and say what it holds.", field="name" if not key else "kind")
    known = set(Field.objects.values_list("key", flat=True)[: MOST_FIELDS + 1])
    if len(known) >= MOST_FIELDS:
        raise Conflict(f"This desk has {MOST_FIELDS} fields already.", code="too_many_fields")
    if key in known:
        raise Malformed("There is a field of that name already.", field="name")
    return Field(key=key, kind=kind)


def fill(case: Case, given: Mapping[str, object], at: datetime, by: Agent) -> Case:
    """Writes values into fields of a case, by their keys; None or nothing empties one. Raises Malformed for what does
    not fit its kind, with the key as the field."""
    known = {field.key: field for field in fields()}
    with transaction.atomic():
        case = Case.objects.select_for_update(of=("self",)).get(pk=case.pk)
        before, now = dict(case.fields), dict(case.fields)
        for key, raw in given.items():
            if key not in known:
                raise Malformed(f"There is no field “{key}”.", field=key)
            value = read(known[key], raw)
            now.pop(key, None)
            if value is not None:
                now[key] = value
        changed = [known[key] for key in given if before.get(key) != now.get(key)]
        if not changed:
            return case
        case.fields, case.field_terms = now, terms(now)
        case.save(update_fields=["fields", "field_terms"])
        words = ", ".join(f"{one.name}: {shown(now.get(one.key))}" for one in changed)
        record(
            "case.filled", at=at, about=case, subject=case, by=by, touch=INBOX, words=words[:1000],
            before={one.key: before.get(one.key) for one in changed},
            now={one.key: now.get(one.key) for one in changed},
        )  # fmt: skip
    return case


def read(field: Field, raw: object) -> Value | None:
    """Returns a value of a field's kind; None for nothing. Raises Malformed for what is none."""
    if raw is None or (isinstance(raw, str) and not raw.strip()):
        return None
    words = raw if isinstance(raw, str) else str(raw).lower() if isinstance(raw, bool) else str(raw)
    words = " ".join(words.replace("\x00", " ").split())
    value = READERS[FieldKind(field.kind)](field, words)
    if value is None:
        raise Malformed(f"“{field.name}” {EXPECTED[FieldKind(field.kind)]}.", field=field.key)
    return value


def _text(field: Field, words: str) -> Value | None:
    return words if len(words) <= LONGEST_TEXT else None


def _number(field: Field, words: str) -> Value | None:
    try:
        number = Decimal(words.replace(",", "."))
    except InvalidOperation:
        return None
    if not number.is_finite() or abs(number) > LARGEST:
        return None
    number = round(number, DECIMALS)
    return int(number) if number == number.to_integral_value() else float(number)


def _date(field: Field, words: str) -> Value | None:
    try:
        day = date.fromisoformat(words)
    except ValueError:
        return None
    return day.isoformat() if 1900 <= day.year <= 2200 else None


def _choice(field: Field, words: str) -> Value | None:
    return next((one for one in field.choices if one.lower() == words.lower()), None)


def _yes_no(field: Field, words: str) -> Value | None:
    return SAID.get(words.lower())


READERS = {
    FieldKind.TEXT: _text, FieldKind.NUMBER: _number, FieldKind.DATE: _date, FieldKind.CHOICE: _choice,
    FieldKind.YES_NO: _yes_no,
}  # fmt: skip
EXPECTED = {
    FieldKind.TEXT: f"holds at most {LONGEST_TEXT} letters", FieldKind.NUMBER: "is a number",
    FieldKind.DATE: "is a day, such as 2026-11-27", FieldKind.CHOICE: "is one of its choices",
    FieldKind.YES_NO: "is yes or no",
}  # fmt: skip


def shown(value: Value | None) -> str:
    """Returns a value as people read it."""
    return "–" if value is None else {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


def term(key: str, value: Value) -> str:
    """Returns the word by which a value is found."""
    return f"{key}={shown(value).lower()}"


def terms(values: Mapping[str, Value]) -> list[str]:
    """Returns the words by which the values of a case are found, and those that say that there is any."""
    return sorted({*values, *(term(key, value) for key, value in values.items())})


def term_asked(key: str, words: str) -> str:
    """Returns the word to look for, where somebody asks for a value as they would say it. One query."""
    field = Field.objects.filter(key=key).first()
    if field is None:
        return ""
    try:
        value = read(field, words)
    except Malformed:
        return ""
    return "" if value is None else term(key, value)
