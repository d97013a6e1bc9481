"""A view as a file: the cases it shows, and nothing that a spreadsheet would carry out."""

from __future__ import annotations

import csv
import io
from datetime import datetime

import pytest
from django.test import Client

from goodword.cases.actions import receive
from goodword.cases.models import Case
from goodword.finding.actions import save_view
from goodword.kit import clock
from goodword.kit.tables import harmless
from goodword.people.models import Agent
from goodword.web import exporting
from tests.conftest import mail
from tests.web.test_doors import signed_in


def rows(client: Client, path: str) -> list[dict[str, str]]:
    """What stands in the file."""
    answer = client.get(path)
    assert answer["Content-Type"].startswith("text/csv")
    return list(csv.DictReader(io.StringIO(b"".join(answer).decode("utf-8-sig"))))


@pytest.mark.filterwarnings("ignore:StreamingHttpResponse")  # the test's client is not the server
def test_a_file_has_the_cases_of_its_view_and_no_formula(
    case: Case, ada: Agent, omar: Agent, at: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock.make_movable(at)
    evil = "=HYPERLINK(1)"
    receive(mail("pia@home.example", name="+Pia", subject=evil), at)
    view = save_view("My list", "is:open owner:nobody", at, ada)
    monkeypatch.setattr(exporting, "AT_ONCE", 1)
    client = signed_in(ada)
    for path in ("/inbox/open/cases.csv", f"/inbox/views/{view.pk}/cases.csv", "/inbox/open/cases.csv?q=is:open"):
        found = rows(client, path)
        assert [row["number"] for row in found] == [str(case.pk + 1), str(case.pk)]
        assert (found[0]["subject"], found[0]["customer"]) == (f"'{evil}", "'+Pia")
        assert found[1]["address"] == case.identity.address if case.identity else ""
    assert rows(client, "/inbox/closed/cases.csv") == []
    assert client.get("/inbox/open/cases.csv?q=tent").status_code == 422
    assert client.get("/inbox/nonsense/cases.csv").status_code == 404
    assert signed_in(omar).get("/inbox/open/cases.csv").status_code == 404
    monkeypatch.setattr(exporting, "MOST", 1)
    assert "open-newest-1.csv" in client.get("/inbox/open/cases.csv")["Content-Disposition"]
    assert len(rows(client, "/inbox/open/cases.csv")) == 1


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@a", "\t=1", "\r=1"])
def test_what_begins_a_formula_is_text(text: str) -> None:
    assert harmless(text) == f"'{text}"
    assert harmless(f"a{text}") == f"a{text}"
