"""The three honest ways where a date is chosen on a sheet: for a promise made by voice, and for a new date."""

from __future__ import annotations

from datetime import date

import pytest

from goodword.cases.models import Case
from goodword.ledger.models import Entry
from goodword.people.models import Agent
from goodword.promises.models import Promise
from tests.conftest import MakePromise
from tests.web.conftest import Door
from tests.web.test_outlook import slow_documents

__all__ = ["slow_documents"]
SAID = {"words": "I will send you the invoice", "kind": "document", "day": "2026-03-06", "time": ""}
NO = {"way": "cannot", "asked": "2026-03-06", "why": "the archive is closed", "instead": "a copy of the order now"}
WAYS = ("Promise it anyway", "Offer a likelier date", "Say “we cannot”")


@pytest.fixture(autouse=True)
def _slow(slow_documents: None) -> None:
    """Documents take twelve days here."""


def test_looking_says_how_likely_a_day_is_and_records_nothing(door: Door, case: Case, ada: Agent) -> None:
    path = f"/cases/{case.pk}/promises"
    before = Promise.objects.count()
    looked = door(ada).post(path, SAID | {"owner": ada.pk, "looks": "yes"})
    assert looked.status_code == 200
    assert all(way in looked.content.decode() for way in (*WAYS, "0 of 100 were done by Friday"))
    calm = door(ada).post(path, SAID | {"day": "2026-04-10", "looks": "yes"}).content.decode()
    assert "100 of 100 were done by Friday 10 April" in calm
    assert WAYS[0] not in calm
    assert Promise.objects.count() == before


def test_a_promise_by_voice_for_an_unlikely_day_is_held_until_a_way_is_chosen(
    door: Door, case: Case, ada: Agent
) -> None:
    path, given = f"/cases/{case.pk}/promises", SAID | {"owner": ada.pk}
    held = door(ada).post(path, given)
    assert (held.status_code, "Choose what you will say" in held.content.decode()) == (422, True)
    assert door(ada).post(path, given | {"way": "anyway"}).status_code == 303
    assert Promise.objects.latest("pk").way == "anyway"


def test_a_counter_offer_by_voice_keeps_what_was_asked_and_offered(door: Door, case: Case, ada: Agent) -> None:
    path, given = f"/cases/{case.pk}/promises", SAID | {"owner": ada.pk, "way": "counter"}
    offered = door(ada).post(path, given)
    assert offered.status_code == 422
    assert 'name="asked" value="2026-03-06"' in offered.content.decode()
    assert 'value="2026-03-13"' in offered.content.decode()
    assert door(ada).post(path, given | {"asked": "2026-03-06", "day": "2026-03-13"}).status_code == 303
    promise = Promise.objects.latest("pk")
    assert promise.asked_due_at
    assert promise.asked_due_at.date() == date(2026, 3, 6)
    assert (promise.way, promise.offered_due_at, promise.due_at.date()) == (
        "counter",
        promise.due_at,
        date(2026, 3, 13),
    )


def test_an_honest_no_by_voice_is_on_record_and_owes_nothing(door: Door, case: Case, ada: Agent, omar: Agent) -> None:
    path, given, before = f"/cases/{case.pk}/promises", SAID | {"owner": ada.pk} | NO, Promise.objects.count()
    assert door(omar).post(path, given).status_code in (302, 303, 403, 404)
    assert door(ada).post(path, given | {"instead": ""}).status_code == 422
    assert not Entry.objects.filter(verb="promise.declined").exists()
    assert door(ada).post(path, given).status_code == 303
    line = Entry.objects.get(verb="promise.declined")
    assert (line.case_id, line.get("reason"), line.get("asked")) == (case.pk, NO["why"], "2026-03-06")
    assert Promise.objects.count() == before


def test_a_new_date_on_the_phone_is_weighed_in_the_same_way(
    door: Door, case: Case, ada: Agent, promised: MakePromise
) -> None:
    promise = promised("document", "I will send you the invoice")
    path = f"/promises/{promise.pk}/renegotiations"
    given = {"day": "2026-03-06", "time": "", "how": "call", "said": "Kim knows"}
    assert door(ada).post(path, given).status_code == 422
    assert door(ada).post(path, given | NO).status_code == 303
    promise.refresh_from_db()
    assert (Entry.objects.filter(verb="promise.declined").count(), promise.renegotiated) == (1, False)
    moved = given | {"way": "counter", "asked": "2026-03-06", "day": "2026-03-13"}
    assert door(ada).post(path, moved).status_code == 303
    promise.refresh_from_db()
    assert promise.asked_due_at
    assert (promise.asked_due_at.date(), promise.offered_due_at) == (date(2026, 3, 6), promise.due_at)
    assert (promise.due_at.date(), promise.way) == (date(2026, 3, 13), "counter")


@pytest.mark.parametrize(("way", "said"), [("counter", "13 March"), ("cannot", "I cannot promise this for Friday 6")])
def test_what_was_chosen_goes_on_in_the_letter(
    door: Door, ada: Agent, promised: MakePromise, way: str, said: str
) -> None:
    promise = promised("document", "I will send you the invoice")
    day = "2026-03-13" if way == "counter" else "2026-03-06"
    given = NO | {"day": day, "time": "", "how": "letter", "way": way}
    sent_on = door(ada).post(f"/promises/{promise.pk}/renegotiations", given)
    assert sent_on.status_code == 303
    letter = door(ada).get(sent_on["Location"].partition("#")[0]).content.decode()
    assert said in letter
    assert 'name="reply-chips-0-asked" value="2026-03-06"' in letter
