"""What banks and parcel services report proves what was promised, once, and only when they signed it."""

from __future__ import annotations

import json
from datetime import datetime, timedelta

import pytest
from django.test import Client

from goodword.people.models import Agent
from goodword.promises import reports, sources
from goodword.promises.models import Promise, Reported, Source, Verdict
from tests.conftest import MakePromise
from tests.web.conftest import Door, door, nora, stopped_clock

__all__ = ["door", "nora", "stopped_clock"]


@pytest.fixture
def bank(mara: Agent, at: datetime) -> tuple[Source, str]:
    return sources.add_source("The bank", "payment", at, mara)


@pytest.fixture
def refund(promised: MakePromise, at: datetime) -> Promise:
    return promised("refund", "You will have your money by Friday", at + timedelta(days=4))


def body(number: str, what: str, at: datetime, **more: object) -> bytes:
    return json.dumps({"id": number, "type": what, "at": at.isoformat(), "reference": "R-77"} | more).encode()


def post(bank: tuple[Source, str], content: bytes, at: datetime, secret: str = "") -> tuple[int, dict[str, object]]:
    source, known = bank
    stamp = str(int(at.timestamp()))
    headers = {"Goodword-Timestamp": stamp, "Goodword-Signature": sources.signature(secret or known, stamp, content)}
    answer = Client().post(f"/webhooks/sources/{source.key}", content, content_type="application/json", headers=headers)
    return answer.status_code, answer.json()


def test_a_refund_that_was_paid_delivers_and_one_that_failed_is_owed_again(
    bank: tuple[Source, str], refund: Promise, at: datetime, stopped_clock: None
) -> None:
    paid = body("e1", "payment.refunded", at, promise=refund.pk)
    assert post(bank, paid, at) == (200, {"outcome": "delivered", "promise": refund.pk})
    assert post(bank, paid, at) == (200, {"outcome": "delivered", "promise": refund.pk})
    refund.refresh_from_db()
    assert (refund.status, refund.verdict, refund.evidence.count()) == ("delivered", Verdict.KEPT, 1)
    assert post(bank, body("e2", "payment.failed", at), at) == (200, {"outcome": "fell", "promise": refund.pk})
    refund.refresh_from_db()
    assert refund.status == "owed"
    assert Reported.objects.count() == 2


def test_what_is_not_signed_freshly_by_the_source_is_not_read(
    bank: tuple[Source, str], refund: Promise, at: datetime, mara: Agent, stopped_clock: None
) -> None:
    paid = body("e1", "payment.refunded", at, promise=refund.pk)
    assert post(bank, paid, at, secret="another")[0] == 403
    assert post(bank, paid, at - timedelta(minutes=6))[0] == 403
    assert post(bank, b"[]", at)[0] == 422
    assert post(bank, body("e1", "parcel.delivered", at), at)[0] == 422
    sources.switch_source(bank[0], at, mara, on=False)
    assert post(bank, paid, at)[0] == 404
    assert bank[1] not in Source.objects.get().secret
    assert not Reported.objects.exists()


def test_that_it_was_shipped_is_no_proof_that_it_came(promised: MakePromise, mara: Agent, at: datetime) -> None:
    promise = promised("shipment", "Your parcel arrives on Friday", at + timedelta(days=4))
    moved = {
        "parcel.shipped": ("noted", "owed"), "parcel.delivered": ("delivered", "delivered"),
        "parcel.returned": ("fell", "owed"),
    }  # fmt: skip
    for number, (what, (outcome, status)) in enumerate(moved.items()):
        event = reports.Event(str(number), what, at, "P-1", promise=promise.pk)
        assert reports.take(event, at, by=mara).outcome == outcome
        promise.refresh_from_db()
        assert promise.status == status


def test_only_admins_make_sources_and_see_the_secret_once(
    door: Door, ada: Agent, omar: Agent, mara: Agent, db: None
) -> None:
    given = {"name": "Parcels", "kind": "carrier"}
    assert door(omar).post("/settings/sources/new", given).status_code == 404
    assert door(ada).post("/settings/sources/new", given).status_code in (403, 404)
    made = door(mara).post("/settings/sources/new", given)
    assert (made.status_code, made["Cache-Control"]) == (201, "no-store")
    listed = door(mara).get("/settings/sources").content.decode()
    assert Source.objects.get().key in listed
    assert "Secret" not in listed
