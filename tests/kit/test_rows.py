"""Rows written by prepared statements hold what the ORM would have written."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.db import DatabaseError

from goodword.cases.models import Message
from goodword.kit.rows import change, insert
from goodword.ledger.models import Entry


def test_only_the_named_fields_are_changed(db: None, case: object, at: datetime) -> None:
    message = Message.objects.get()
    message.to, message.delivery_at, message.text = ["a@x.example", 'b "c"@x.example'], at, "not written"
    change(message, ["to", "delivery_at"])
    fresh = Message.objects.get()
    assert (fresh.to, fresh.delivery_at) == (message.to, at)
    assert fresh.text == "My parcel has not come."


def test_a_row_that_is_gone_is_an_error(db: None, case: object) -> None:
    message = Message.objects.get()
    message.pk += 1000
    with pytest.raises(DatabaseError, match="gone"):
        change(message, ["text"])


def test_a_new_row_gets_its_number_and_keeps_its_values(db: None, at: datetime) -> None:
    told = {"words": 'with "quotes", ümlauts and \\', "list": [1, None]}
    entry = insert(Entry(at=at, noted_at=at + timedelta(hours=1), verb="test.told", data=told))
    found = Entry.objects.get(pk=entry.pk)
    assert (found.data, found.case_id, found.noted_at) == (told, None, at + timedelta(hours=1))
