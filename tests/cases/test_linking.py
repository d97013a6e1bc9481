"""Two cases are linked: both show it, each from its side, and nothing else happens."""

from __future__ import annotations

from datetime import datetime

import pytest
from django.db import IntegrityError, transaction

from goodword.cases import linking
from goodword.cases.actions import receive
from goodword.cases.models import Case
from goodword.cases.ties import Tie
from goodword.kit import clock
from goodword.kit.errors import Conflict
from goodword.people.models import Agent
from tests.conftest import mail
from tests.web.test_doors import signed_in


def test_a_link_is_found_by_words_shown_in_both_and_removed(case: Case, ada: Agent, omar: Agent, at: datetime) -> None:
    clock.make_movable(at)
    other = receive(mail("pia@home.example", subject="A broken pump"), at).case
    client = signed_in(ada)
    assert f'value="{other.pk}"' in client.get(f"/cases/{case.pk}/relations?words=pump").content.decode()
    for given in ({"other": other.pk}, {"words": f"#{other.pk}"}):
        client.post(f"/cases/{case.pk}/relations", {"relation": "caused", **given})
        assert "Caused by" in client.get(f"/cases/{case.pk}/particulars").content.decode()
        assert "Cause of" in client.get(f"/cases/{other.pk}/particulars").content.decode()
        tie = Tie.objects.get()
        assert signed_in(omar).post(f"/cases/{case.pk}/relations/{tie.pk}/removal").status_code == 404
        client.post(f"/cases/{other.pk}/relations/{tie.pk}/removal")
        assert not Tie.objects.exists()
    page = client.get(f"/cases/{other.pk}").content.decode()
    assert f"linked this case: cause of #{case.pk}" in page
    assert f"removed a link: cause of #{case.pk}" in page


def test_two_are_linked_once_never_to_themselves_and_within_a_bound(case: Case, ada: Agent, at: datetime) -> None:
    other = receive(mail("pia@home.example"), at).case
    linking.link(case, other, linking.BLOCKS, at, ada)
    assert [one.relation for one in linking.links_of(other)] == ["blocked"]
    for one, two in ((case, case), (other, case)):
        with pytest.raises(Conflict):
            linking.link(one, two, "related", at, ada)
    with pytest.raises(IntegrityError), transaction.atomic():
        Tie.objects.create(case=other, other=case, relation="related", by=ada, at=at)
    for number in range(linking.MOST_LINKS):
        more = receive(mail(f"k{number}@home.example"), at).case
        if number < linking.MOST_LINKS - 1:
            linking.link(more, case, "related", at, ada)
    with pytest.raises(Conflict):
        linking.link(case, more, "related", at, ada)
