"""Partners are set up by leads, and asked no more once they are out of use."""

from __future__ import annotations

from datetime import datetime

import pytest

from goodword.asks.actions import Question, make
from goodword.cases.models import Case
from goodword.kit.errors import Conflict, Malformed, NotAllowed, NotFound
from goodword.people.access import partner_for
from goodword.people.models import Agent
from goodword.people.partners import Details, set_partner

SWIFT = Details("Swift Parcels", "Desk@Swift.example", "+44 20 1", "Carrier", "de")


def test_a_lead_adds_a_partner_and_changes_it(lena: Agent, ada: Agent, omar: Agent, at: datetime) -> None:
    swift = set_partner(SWIFT, at, lena)
    assert (swift.email, swift.language) == ("desk@swift.example", "de")
    set_partner(Details("Swift", "desk@swift.example"), at, lena, swift)
    assert partner_for(ada, swift.pk).name == "Swift"
    with pytest.raises(NotAllowed):
        set_partner(SWIFT, at, ada)
    with pytest.raises(NotFound):
        set_partner(SWIFT, at, omar)
    with pytest.raises(NotFound):
        partner_for(omar, swift.pk)
    with pytest.raises(NotFound):
        partner_for(ada, swift.pk + 1)


@pytest.mark.parametrize(
    ("details", "field"),
    [
        (Details(""), "name"),
        (Details("x" * 161), "name"),
        (Details("A", "not an address"), "email"),
        (Details("A", about="x" * 501), "about"),
        (Details("A", language="xx"), "language"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(details: Details, field: str, lena: Agent, at: datetime) -> None:
    with pytest.raises(Malformed) as refused:
        set_partner(details, at, lena)
    assert refused.value.details["field"] == field


def test_two_partners_have_two_names(lena: Agent, at: datetime) -> None:
    set_partner(SWIFT, at, lena)
    with pytest.raises(Conflict):
        set_partner(SWIFT, at, lena)


def test_a_partner_out_of_use_is_asked_no_more(case: Case, ada: Agent, lena: Agent, at: datetime) -> None:
    swift = set_partner(SWIFT, at, lena)
    set_partner(Details("Swift Parcels", swift.email, is_active=False), at, lena, swift)
    with pytest.raises(Malformed):
        make(case, Question("Where is it?", swift), ada, at)
