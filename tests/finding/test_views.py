"""Saved views: conditions under a name, counted by the clock, seen by whom they are for."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from goodword.cases import changes
from goodword.cases.actions import receive
from goodword.cases.models import Case
from goodword.finding.access import page_of_view, view_for, views_for
from goodword.finding.actions import remove_view, save_view
from goodword.finding.tasks import sweep_views
from goodword.kit.errors import Malformed, NotAllowed, NotFound
from goodword.people.models import Agent
from tests.conftest import MakePromise, mail


def test_a_view_shows_what_meets_its_conditions_page_by_page(ada: Agent, at: datetime) -> None:
    for number in range(60):
        case = receive(mail(f"guest{number}@home.example", subject=f"Matter {number}"), at).case
        if number % 2:
            changes.assign(case, ada, at, ada)
    view = save_view("To take", "is:open owner:nobody", at, ada)
    first, more = page_of_view(ada, view, at, None)
    assert (len(first), more) == (30, False)
    everything = save_view("All", "is:open", at, ada)
    first, more = page_of_view(ada, everything, at, None)
    rest, none_left = page_of_view(ada, everything, at, (first[-1].last_at, first[-1].pk))
    assert (len(first), more, len(rest), none_left) == (50, True, 10, False)


def test_a_view_is_counted_by_the_clock(
    case: Case, ada: Agent, lena: Agent, at: datetime, promised: MakePromise
) -> None:
    promised()
    view, mine = save_view("Owed", "promise:owed", at, lena, shared=True), save_view("Mine", "owner:me", at, ada)
    sweep_views(at + timedelta(minutes=1))
    counts = {row.pk: row.count for row in views_for(ada)}
    assert counts == {view.pk: 1, mine.pk: None}


@pytest.mark.parametrize("text", ["", "tent", "is:nonsense", "is:open tent", '"a b"', "-tent is:open"])
def test_a_view_is_made_of_conditions(text: str, ada: Agent, at: datetime) -> None:
    with pytest.raises(Malformed):
        save_view("A view", text, at, ada)


def test_a_view_for_everybody_takes_a_lead(ada: Agent, at: datetime) -> None:
    with pytest.raises(NotAllowed):
        save_view("All", "is:open", at, ada, shared=True)


def test_views_of_others_are_not_seen_nor_removed(
    ada: Agent, ben: Agent, lena: Agent, omar: Agent, at: datetime
) -> None:
    own, shared = save_view("Own", "is:open", at, ada), save_view("All", "is:open", at, lena, shared=True)
    assert views_for(ben) == [shared]
    with pytest.raises(NotFound):
        view_for(ben, own.pk)
    with pytest.raises(NotAllowed):
        remove_view(shared, at, ben)
    with pytest.raises(NotFound):
        views_for(omar)
    remove_view(own, at, ada)
    assert views_for(ada) == [shared]
