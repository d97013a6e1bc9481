"""A merge is taken back: everything that came along returns, and no promise changes in anything else."""

from __future__ import annotations

from datetime import datetime

import pytest

from goodword.cases.actions import receive
from goodword.cases.models import Case, Message
from goodword.kit import clock
from goodword.kit.errors import Conflict
from goodword.people.models import Agent
from goodword.promises import owners
from goodword.promises.models import Promise
from tests.conftest import MakePromise, mail
from tests.web.test_doors import signed_in


def test_a_merge_is_taken_back_with_what_came_along(
    case: Case, ada: Agent, at: datetime, promised: MakePromise
) -> None:
    clock.make_movable(at)
    promise = promised()
    before = promise.due_at, promise.status, promise.verdict, promise.owner_id, promise.wakes_at
    other = receive(mail(subject="Another matter", text="Also this."), at).case
    assert other.customer_id == case.customer_id
    owners.merge(case, other, at, ada)
    client = signed_in(ada)
    assert "Take a merge back" in client.get(f"/cases/{other.pk}").content.decode()
    answer = client.post(f"/cases/{other.pk}/parting", {"case": case.pk})
    assert answer["Location"] == f"/cases/{case.pk}"
    parted, rest, promise = Case.objects.get(pk=case.pk), Case.objects.get(pk=other.pk), Promise.objects.get()
    assert (parted.status, parted.merged_into_id, parted.owed, rest.owed) == ("open", None, 1, 0)
    assert promise.case_id == case.pk
    assert (promise.due_at, promise.status, promise.verdict, promise.owner_id, promise.wakes_at) == before
    assert Message.objects.filter(case=case, is_ours=False).exists()
    page = client.get(f"/cases/{other.pk}").content.decode()
    assert "Take a merge back" not in page
    assert f"took the merge of case #{case.pk} back" in page
    with pytest.raises(Conflict):
        owners.part(parted, at, ada)


def test_of_several_merges_each_goes_back_with_its_own_promise(
    case: Case, ada: Agent, at: datetime, promised: MakePromise
) -> None:
    promise = promised()
    second = receive(mail(subject="Second", text="Two."), at).case
    third = receive(mail(subject="Third", text="Three."), at).case
    owners.merge(case, second, at, ada)
    owners.merge(second, third, at, ada)
    owners.part(Case.objects.get(pk=case.pk), at, ada)
    promise.refresh_from_db()
    assert promise.case_id == case.pk
    assert Case.objects.get(pk=second.pk).merged_into_id == third.pk
