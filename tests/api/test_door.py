"""Who comes in: tokens, scopes, roles, and how often."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from goodword.cases.models import Case
from goodword.ledger.models import Entry
from goodword.people.models import Agent, Role, Token
from goodword.people.tokens import MOST_USES, add_token, revoke_token
from tests.api.conftest import Program, Programs
from tests.conftest import MakePromise

READS = ("/cases", "/cases/{case}", "/promises", "/promises/{promise}", "/customers/{customer}", "/events")
BODIES = {
    "/cases": {"address": "kim@home.example", "text": "Hello"},
    "/cases/{case}/messages": {"text": "Hello"},
    "/cases/{case}/notes": {"text": "Hello"},
    "/cases/{case}/calls": {"outcome": "reached"},
    "/cases/{case}/promises": {"words": "a call", "due": "2026-03-04"},
    "/cases/{case}/closure": {"reason": "they said so"},
    "/promises/{promise}/evidence": {"type": "customer_word", "words": "it came"},
    "/promises/{promise}/renegotiations": {"due": "2026-03-04", "text": "It moves."},
    "/promises/{promise}/release": {"words": "never mind"},
    "/promises/{promise}/confirmation": {"words": "it came"},
    "/promises/{promise}/dispute": {"words": "it did not"},
    "/promises/{promise}/owner": {"owner": 1},
    "/promises/{promise}/acknowledgement": {},
}


@pytest.fixture
def numbers(case: Case, promised: MakePromise) -> dict[str, int]:
    return {"case": case.pk, "promise": promised().pk, "customer": case.customer_id}


def test_without_a_token_nothing_opens(stopped_clock: None, numbers: dict[str, int]) -> None:
    for words in ("", "gwt_guessed", "gwt_" + "ä" * 40):
        for path in READS:
            refused = Program(words).get(path.format(**numbers))
            assert refused.status_code == 401
            assert refused["WWW-Authenticate"] == "Bearer"
        for path, body in BODIES.items():
            assert Program(words).post(path.format(**numbers), body).status_code == 401


def test_a_session_of_the_desk_opens_nothing_here(stopped_clock: None, ada: Agent) -> None:
    program = Program("")
    program.client.force_login(ada)
    assert program.get("/cases").status_code == 401


def test_a_revoked_token_and_one_of_somebody_who_left_open_nothing(
    program: Programs, ada: Agent, at: datetime, stopped_clock: None
) -> None:
    token, words = add_token(ada, "old", ["read"], at, None)
    assert Program(words).get("/cases").status_code == 200
    revoke_token(token, at, None)
    assert Program(words).get("/cases").status_code == 401
    still = program(ada)
    Agent.objects.filter(pk=ada.pk).update(is_active=False)
    assert still.get("/cases").status_code == 401


def test_only_a_digest_of_a_token_is_kept(program: Programs, ada: Agent) -> None:
    words = program(ada).words
    row = Token.objects.values().get()
    assert words not in str(row)
    assert words not in str(list(Entry.objects.values()))


def test_a_token_that_only_reads_writes_nothing(program: Programs, ada: Agent, numbers: dict[str, int]) -> None:
    reader, before = program(ada, "read"), Entry.objects.count()
    for path, body in BODIES.items():
        refused = reader.post(path.format(**numbers), body)
        assert (refused.status_code, refused.json()["code"]) == (403, "scope"), path
    assert reader.delete(f"/cases/{numbers['case']}/closure").status_code == 403
    assert reader.get("/cases").status_code == 200
    assert Entry.objects.count() == before


def test_a_colleague_without_a_desk_sees_nothing(program: Programs, omar: Agent, numbers: dict[str, int]) -> None:
    his, before = program(omar, "admin"), Entry.objects.count()
    for path in READS:
        assert his.get(path.format(**numbers)).status_code == 404, path
    assert his.get("/customers", address="kim@home.example").status_code == 404
    for path, body in BODIES.items():
        assert his.post(path.format(**numbers), body).status_code == 404, path
    assert his.delete(f"/cases/{numbers['case']}/closure").status_code == 404
    assert Entry.objects.count() == before


def test_an_auditor_reads_everything_and_changes_nothing(
    program: Programs, nora: Agent, numbers: dict[str, int]
) -> None:
    hers, before = program(nora, "admin"), Entry.objects.count()
    for path in READS:
        assert hers.get(path.format(**numbers)).status_code == 200, path
    for path, body in BODIES.items():
        assert hers.post(path.format(**numbers), body).status_code == 403, path
    assert hers.delete(f"/cases/{numbers['case']}/closure").status_code == 403
    assert Entry.objects.count() == before


def test_what_does_not_exist_is_not_found_in_json(program: Programs, ada: Agent) -> None:
    hers = program(ada)
    for path in ("/cases/999", "/promises/999", "/customers/999", "/nothing"):
        assert (hers.get(path).status_code, hers.get(path).json()["code"]) == (404, "not_found")
    for path, body in BODIES.items():
        if "{" in path:
            missing = path.format(case=999, promise=999)
            assert hers.post(missing, body).status_code == 404, path


def test_who_calls_too_often_is_told_when_to_come_back(program: Programs, ada: Agent, at: datetime) -> None:
    hers = program(ada)
    assert hers.get("/cases").status_code == 200
    Token.objects.update(uses=MOST_USES)
    refused = hers.get("/cases")
    assert refused.status_code == 429
    assert 0 < int(refused["Retry-After"]) <= 61
    Token.objects.update(last_used_at=at - timedelta(minutes=2))
    assert hers.get("/cases").status_code == 200


def test_lines_about_no_case_are_for_admins(program: Programs, mara: Agent, ada: Agent, case: Case) -> None:
    assert all(line["case_id"] for line in program(ada, "admin").get("/events").json()["items"])
    assert all(line["case_id"] for line in program(mara, "read").get("/events").json()["items"])
    assert any(line["case_id"] is None for line in program(mara, "admin").get("/events").json()["items"])


def test_a_token_is_named_scoped_and_only_for_who_works_here(ada: Agent, at: datetime) -> None:
    for name, scopes in (("", ["read"]), ("x" * 81, ["read"]), ("a", []), ("a", ["all"])):
        with pytest.raises(Exception, match=r"Name|scopes"):
            add_token(ada, name, scopes, at, None)
    ada.is_active = False
    with pytest.raises(Exception, match="works here"):
        add_token(ada, "a", ["read"], at, None)
    assert ada.role == Role.AGENT
