"""Fields of an organisation's own: typed, bounded, found by an index, and needed at the end where it says so."""

from __future__ import annotations

from datetime import datetime

import pytest
from django.db import IntegrityError, connection, transaction

from goodword.cases import filling
from goodword.cases.changes import close as write_end
from goodword.cases.models import Case, Closed, Note
from goodword.closing import actions as closing
from goodword.finding.language import read
from goodword.finding.queries import Asker, fitting
from goodword.kit import clock
from goodword.kit.errors import Conflict, Malformed, NotAllowed
from goodword.people.models import Agent
from tests.cases.test_labels import found
from tests.web.test_doors import signed_in


@pytest.fixture
def defined(mara: Agent, at: datetime) -> None:
    """One field of each kind."""
    for name, kind in (("Serial", "text"), ("Size", "number"), ("Bought", "date"), ("Gift", "yes_no")):
        filling.set_field(None, at, mara, name=name, kind=kind)
    filling.set_field(None, at, mara, name="Branch", kind="choice", choices=["North", "Old Town"])


@pytest.mark.usefixtures("defined")
def test_values_are_typed_and_found_as_one_would_say_them(case: Case, ada: Agent, at: datetime) -> None:
    given = {"serial": " AB  12 ", "size": "42,50", "bought": "2026-02-01", "gift": "yes", "branch": "old town"}
    filled = filling.fill(case, given, at, ada)
    assert filled.fields == {
        "serial": "AB 12", "size": 42.5, "bought": "2026-02-01", "gift": True, "branch": "Old Town",
    }  # fmt: skip
    for text in (
        'field.serial:"ab 12"',
        "field.size:42.5",
        "field.gift:yes",
        'field.branch:"old town"',
        "field.size:any",
    ):
        assert found(text, ada, at) == [case], text
    for text in ("field.size:42", "-field.gift:yes", "field.gift:no", "field.size:none", "field.nothing:x"):
        assert found(text, ada, at) == [], text
    with connection.cursor() as cursor:
        for way in ("seqscan", "indexscan", "indexonlyscan"):
            cursor.execute(f"SET LOCAL enable_{way} = off")
    assert "case_by_field" in fitting(read("field.gift:yes"), Asker(ada, at)).order_by().explain()
    emptied = filling.fill(case, {"size": ""}, at, ada)
    assert "size" not in emptied.fields
    assert "size" not in emptied.field_terms


@pytest.mark.usefixtures("defined")
@pytest.mark.parametrize(
    ("key", "value"),
    [("size", "tall"), ("size", "1e99"), ("bought", "soon"), ("branch", "South"), ("gift", "perhaps"),
     ("serial", "x" * 201), ("unknown", "x")],
)  # fmt: skip
def test_what_does_not_fit_its_kind_is_refused(key: str, value: str, case: Case, ada: Agent, at: datetime) -> None:
    with pytest.raises(Malformed):
        filling.fill(case, {key: value}, at, ada)


def test_a_required_field_keeps_a_case_open_in_the_code_and_in_the_database(
    case: Case, ada: Agent, mara: Agent, at: datetime, meet_constraints: object
) -> None:
    with pytest.raises(NotAllowed):
        filling.set_field(None, at, ada, name="Serial", kind="text")
    filling.set_field(None, at, mara, name="Serial", kind="text", is_required=True)
    with pytest.raises(Conflict, match="Fill in first: Serial"):
        closing.close(case, "word", at, ada, said_done=True, reason="done")
    assert closing.customer_is_done(case, at, "thanks")[0].status == "open"
    assert "Fill in first: Serial" in Note.objects.get().text
    with pytest.raises(IntegrityError), transaction.atomic():
        write_end(case, Closed.WORD, at, ada)
        meet_constraints()  # type: ignore[operator]
    filling.fill(case, {"serial": "1"}, at, ada)
    assert closing.close(case, "word", at, ada, said_done=True, reason="done").status == "closed"
    meet_constraints()  # type: ignore[operator]


def test_an_admin_defines_a_field_and_everybody_sees_it_beside_the_case(
    case: Case, ada: Agent, mara: Agent, at: datetime
) -> None:
    clock.make_movable(at)
    given = {"name": "Branch", "kind": "choice", "choices": "North\nSouth", "position": "1", "is_active": "on"}
    assert signed_in(mara).post("/settings/fields/new", given).status_code == 303
    client = signed_in(ada)
    assert client.post(f"/cases/{case.pk}/fields", {"branch": "South"}).status_code == 303
    assert "field.branch%3A%22South%22" in client.get(f"/cases/{case.pk}/particulars").content.decode()
    assert "filled in Branch: South" in client.get(f"/cases/{case.pk}").content.decode()
    file = b"".join(client.get("/inbox/open/cases.csv"))  # type: ignore[arg-type]
    assert file.decode().splitlines()[0].endswith("next due,Branch")
    assert file.decode().splitlines()[1].endswith(",South")
