"""Whatever the description allows to be sent, and much that it does not: never an error of ours."""

from __future__ import annotations

import json
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from goodword.api.describe import description
from goodword.cases.models import Case
from goodword.people.models import Agent, Token
from tests.api.conftest import Program, Programs
from tests.api.test_door import BODIES
from tests.conftest import MakePromise

SCHEMA = schemathesis.openapi.from_dict(json.loads(description()))
OPERATIONS = [found.ok() for found in SCHEMA.get_all_operations()]
MOST_TRIES = 12
CALM = settings(
    max_examples=MOST_TRIES, deadline=None, derandomize=True, database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.filter_too_much],
)  # fmt: skip
ANSWERS = {200, 201, 401, 403, 404, 405, 409, 422, 429}


@pytest.fixture
def hers(program: Programs, mara: Agent, case: Case, promised: MakePromise) -> Program:
    """The program of an admin, on a desk with a case and a promise."""
    promised()
    return program(mara, "admin")


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.label)
def test_what_is_sent_as_described_is_answered(operation: Any, hers: Program, case: Case) -> None:
    @CALM
    @given(sent=operation.as_strategy())
    def try_it(sent: Any) -> None:
        Token.objects.update(uses=0)
        path = operation.path.replace("{pk}", str(case.pk if "/cases" in operation.path else _first(operation.path)))
        headers = {name: str(value) for name, value in (sent.headers or {}).items() if str(value).isprintable()}
        body = "" if sent.body is schemathesis.core.NOT_SET else json.dumps(sent.body)
        answer = hers.client.generic(
            operation.method.upper(), path, body, "application/json", query_params=dict(sent.query or {}),
            headers=headers,
        )  # fmt: skip
        assert answer.status_code in ANSWERS, (answer.status_code, answer.content[:300])
        assert answer.json()

    try_it()


def _first(path: str) -> int:
    from goodword.people.models import Customer
    from goodword.promises.models import Promise

    return (Promise if "/promises" in path else Customer).objects.order_by("pk").values_list("pk", flat=True)[0]


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


@pytest.mark.parametrize("path", BODIES)
def test_what_is_sent_against_the_description_is_answered_too(path: str, hers: Program, case: Case) -> None:
    where = path.format(case=case.pk, promise=case.promises.get().pk)

    @CALM
    @given(st.dictionaries(st.sampled_from([*BODIES[path], "x"]), JSON_VALUES, max_size=3) | JSON_VALUES)
    def try_it(body: Any) -> None:
        Token.objects.update(uses=0)
        assert hers.post(where, BODIES[path] | body if isinstance(body, dict) else body).status_code in ANSWERS

    try_it()


@pytest.mark.parametrize("raw", [b"", b"{", b"\xff\xfe", b"[" * 5000, b'{"text": "\\ud800"}', b'{"text": 1e999}'])
def test_a_body_that_is_no_json_is_refused_in_words(raw: bytes, hers: Program, case: Case) -> None:
    answer = hers.client.post(f"/api/v1/cases/{case.pk}/notes", raw, content_type="application/json")
    assert answer.status_code == 422
    assert answer.json()["code"] == "malformed"


@pytest.mark.parametrize("number", ["0", "-1", "9223372036854775808", "1e3", "%00"])
def test_a_number_that_is_none_finds_nothing(number: str, hers: Program) -> None:
    for path in ("cases", "promises", "customers"):
        assert hers.client.get(f"/api/v1/{path}/{number}").status_code in (404, 422)
