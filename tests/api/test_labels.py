"""Tags, priority, fields and spam through the API: the actions of the desk, no guard weaker."""

from __future__ import annotations

from datetime import datetime

from goodword.cases import filling
from goodword.cases.models import Case
from goodword.people.models import Agent
from tests.api.conftest import Programs
from tests.conftest import MakePromise


def test_a_case_is_labelled_and_filled_in(
    program: Programs, ada: Agent, omar: Agent, mara: Agent, case: Case, at: datetime
) -> None:
    filling.set_field(None, at, mara, name="Size", kind="number")
    hers, path = program(ada), f"/cases/{case.pk}"
    assert [one["key"] for one in hers.get("/fields").json()["items"]] == ["size"]
    assert hers.post(f"{path}/tags", {"add": ["Big Order"]}).json()["tags"] == ["big-order"]
    assert hers.post(f"{path}/tags", {"remove": ["big-order"]}).json()["tags"] == []
    assert hers.post(f"{path}/priority", {"priority": "high"}).json()["priority"] == "high"
    assert hers.post(f"{path}/priority", {"priority": "enormous"}).status_code == 422
    assert hers.post(f"{path}/fields", {"values": {"size": 42}}).json()["fields"] == {"size": 42}
    assert hers.post(f"{path}/fields", {"values": {"size": "tall"}}).status_code == 422
    assert hers.post(f"{path}/fields", {"values": {"size": None}}).json()["fields"] == {}
    assert program(omar).post(f"{path}/tags", {"add": ["x"]}).status_code in (403, 404)


def test_spam_is_refused_while_a_promise_is_owed_and_taken_back(
    program: Programs, ada: Agent, case: Case, promised: MakePromise
) -> None:
    hers, path = program(ada), f"/cases/{case.pk}/spam"
    assert hers.post(path).json()["closed_how"] == "spam"
    assert hers.delete(path).json()["status"] == "open"
    assert hers.delete(path).json()["status"] == "open"
    promise = promised()
    refused = hers.post(path)
    assert (refused.status_code, refused.json()["code"]) == (409, "promises_owed")
    assert refused.json()["promises"] == [promise.pk]
