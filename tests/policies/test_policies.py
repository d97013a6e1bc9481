"""Policies are written once per version, found by any of their words, and only leads write them."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from goodword.kit.errors import Malformed, NotAllowed, NotFound
from goodword.people.models import Agent
from goodword.policies import queries
from goodword.policies.actions import Words, publish, set_active

RETURNS = Words(
    "Returns within 30 days", "Unused goods come back within thirty days.", "You may return it for 30 days."
)


def test_a_new_version_never_overwrites_an_old_one(lena: Agent, at: datetime) -> None:
    policy = publish(RETURNS, at, lena)
    publish(
        Words("Returns within 60 days", "Sixty days now.", what_changed="twice as long"),
        at + timedelta(days=1),
        lena,
        policy,
    )
    policy.refresh_from_db()
    assert policy.current is not None
    assert policy.current.number == 2
    assert [version.title for version in queries.versions(policy)] == [
        "Returns within 60 days",
        "Returns within 30 days",
    ]


def test_a_policy_is_found_by_the_beginning_of_its_words_in_its_present_version(lena: Agent, at: datetime) -> None:
    policy = publish(RETURNS, at, lena)
    publish(Words("Warranty", "Two years on tents."), at, lena)
    assert queries.find("unus goods") == [policy]
    publish(Words("Returns", "Anything comes back."), at, lena, policy)
    assert queries.find("unused") == []
    assert len(queries.find("")) == 2
    assert queries.find("');-- &|!:*") == queries.find("")


def test_what_is_out_of_force_is_not_found_but_stays_readable(lena: Agent, at: datetime) -> None:
    policy = publish(RETURNS, at, lena)
    set_active(policy, active=False, at=at, by=lena)
    assert queries.find("returns") == []
    assert queries.named(policy.slug) == policy
    with pytest.raises(NotFound):
        queries.named("nothing-of-the-kind")


def test_only_a_part_is_for_customers(lena: Agent, at: datetime) -> None:
    publish(RETURNS, at, lena)
    publish(Words("How we haggle", "Never say a number first."), at, lena)
    assert [policy.current.title for policy in queries.for_customers()] == ["Returns within 30 days"]


def test_two_policies_of_one_name_have_two_addresses(lena: Agent, at: datetime) -> None:
    assert {publish(RETURNS, at, lena).slug for _ in range(3)} == {
        "returns-within-30-days", "returns-within-30-days-2", "returns-within-30-days-3",
    }  # fmt: skip


def test_agents_and_omar_write_none(ada: Agent, omar: Agent, at: datetime) -> None:
    with pytest.raises(NotAllowed):
        publish(RETURNS, at, ada)
    with pytest.raises(NotFound):
        publish(RETURNS, at, omar)


@pytest.mark.parametrize(
    ("words", "field"),
    [(Words("", "b"), "title"), (Words("t", " "), "body"), (Words("t", "b", "x" * 20_001), "public_part")],
)
def test_what_is_empty_or_too_long_is_told_beside_its_field(
    words: Words, field: str, lena: Agent, at: datetime
) -> None:
    with pytest.raises(Malformed) as refused:
        publish(words, at, lena)
    assert refused.value.details["field"] == field
