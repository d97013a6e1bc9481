"""The timeline: every channel, bounded, torn apart at no moment."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from goodword.cases import actions as cases
from goodword.cases import queries
from goodword.cases.access import case_for
from goodword.cases.models import Case
from goodword.cases.starting import start_by_us
from goodword.kit.errors import Malformed
from goodword.people.models import Agent, Customer
from goodword.promises import owners
from tests.conftest import mail

MINUTE = timedelta(minutes=1)


def test_a_page_is_cut_between_two_moments(case: Case, ada: Agent, at: datetime) -> None:
    for number in range(12):
        cases.note(case, ada, f"Note {number}", at + (number // 4) * MINUTE)
    page = queries.timeline(case, most=6)
    assert [one.row.text for one in page.happenings] == [f"Note {number}" for number in range(8, 12)]
    assert (page.has_earlier, page.starts_at) == (True, at + 2 * MINUTE)
    before = queries.timeline(case, most=6, before=page.starts_at)
    assert [one.row.text for one in before.happenings if one.kind == "note"] == [f"Note {n}" for n in range(4, 8)]


def test_more_at_one_moment_than_a_page_holds_are_still_shown(case: Case, ada: Agent, at: datetime) -> None:
    for number in range(12):
        cases.note(case, ada, f"Note {number}", at)
    assert len(queries.timeline(case, most=6).happenings) == 6


def test_a_merged_case_shows_what_came_in_through_the_other(case: Case, ada: Agent, at: datetime) -> None:
    other = cases.receive(mail(text="The other", message_id=""), at).case
    owners.merge(other, case, at, ada)
    seen = case_for(ada, case.pk)
    assert "The other" in [one.row.text for one in queries.timeline(seen).happenings if one.kind == "message"]


def test_what_the_customer_wrote_meanwhile_is_known(case: Case, ada: Agent, at: datetime) -> None:
    seen = Case.objects.get(pk=case.pk).last_message
    assert queries.unseen(case, seen) == []
    cases.log_call(case, ada, "reached", "Hello", at)
    late = cases.receive(mail(text="And now?", subject=f"[#{case.pk}]", message_id=""), at).message
    assert queries.unseen(case, seen) == [late]


def test_a_case_that_we_begin_is_ours_and_waits_for_no_reply(ada: Agent, at: datetime) -> None:
    case = start_by_us(ada, "Your tent", "Rosa@Correo.example", at, name="Rosa")
    assert (case.owner, case.awaits_reply, case.identity.address) == (ada, False, "rosa@correo.example")  # type: ignore[union-attr]


def test_a_known_address_leads_to_its_customer(case: Case, kim: Customer, ada: Agent, at: datetime) -> None:
    assert start_by_us(ada, "Your tent", "kim@home.example", at, name="Somebody else").customer == kim


@pytest.mark.parametrize(
    ("subject", "address"), [("", "kim@home.example"), ("Tent", "kim"), ("Tent", "k m@home.example")]
)
def test_a_case_needs_a_subject_and_an_address(ada: Agent, at: datetime, subject: str, address: str) -> None:
    with pytest.raises(Malformed):
        start_by_us(ada, subject, address, at)
