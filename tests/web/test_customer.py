"""The Customer screen: everything between somebody and us, the owed first, in few queries and in pages."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime, timedelta

import pytest

from goodword.cases.actions import receive
from goodword.cases.models import Case
from goodword.closing.models import Quiet
from goodword.people.actions import mail_bounced
from goodword.people.models import Agent, Identity
from goodword.people.purchases import take
from goodword.promises.models import Promise
from goodword.promises.tasks import sweep_promises
from tests.conftest import MakePromise, mail
from tests.web.conftest import Door

HOUR = timedelta(hours=1)


@pytest.fixture
def address(case: Case) -> str:
    """Where Kim's page is."""
    return f"/customers/{case.customer_id}"


def test_a_customers_page_says_what_is_owed_how_it_went_what_they_have_and_what_they_wish(
    door: Door, case: Case, ada: Agent, address: str, promised: MakePromise, at: datetime
) -> None:
    email = Identity.objects.get(customer=case.customer)
    promised(words="We will call about the zip", at=at - 5 * HOUR, due=at - 2 * HOUR)
    sweep_promises(at)
    promised(words="A new zip comes on Friday", at=at, due=at + 90 * HOUR)
    take([{"email": email.address, "number": "LL-7", "product": "Fjell tent", "bought_on": "2026-01-02"}], at, None)
    mail_bounced(email, permanent=True, at=at)
    Quiet.objects.create(customer=case.customer, since=at)
    page = door(ada).get(address).content.decode()
    wanted = ("We will call about the zip", "A new zip comes on Friday", "1 broken", "Fjell tent", "Mail comes back")
    assert [words for words in (*wanted, "None, by their wish", case.subject) if words not in page] == []
    assert page.index("We will call about the zip") < page.index("A new zip comes on Friday")


def test_a_customer_of_long_standing_needs_as_few_queries_and_comes_in_pages(
    door: Door, case: Case, ada: Agent, address: str, promised: MakePromise, at: datetime,
    django_assert_max_num_queries: Callable[[int], AbstractContextManager[object]],
) -> None:  # fmt: skip
    email = Identity.objects.get(customer=case.customer).address
    for number in range(14):
        receive(mail(email, subject=f"Matter {number:02}"), at)
        promised(words=f"Word {number:02}", at=at, due=at + 9 * HOUR)
    Promise.objects.update(status="released")
    client = door(ada)
    client.get(address)
    with django_assert_max_num_queries(15):
        first = client.get(address)
    pages = {
        "cases": [one.pk for one in first.context["cases"]],
        "settled": [one.pk for one in first.context["settled"]],
    }
    for name, key in (("cases", "cases"), ("promises", "settled")):
        more = client.get(address, {name: pages[key][-1]})
        rest = [one.pk for one in more.context[key]]
        assert rest
        assert not set(rest) & set(pages[key])
        assert "Back to the latest" in more.content.decode()


def test_who_a_customer_is_is_put_right_and_only_by_who_may_write(
    door: Door, case: Case, ada: Agent, nora: Agent, omar: Agent, address: str
) -> None:
    known = {"name": "Kim Hartley", "company": "Hartley & Co", "language": "de", "time_zone": "Berlin"}
    assert door(omar).get(address).status_code == 404
    assert door(nora).post(f"{address}/details", known).status_code == 403
    assert "Put right who this is" not in door(nora).get(address).content.decode()
    assert door(ada).post(f"{address}/details", known | {"time_zone": "Nowhere"}).status_code == 422
    assert door(ada).post(f"{address}/details", known).status_code == 303
    case.customer.refresh_from_db()
    assert (case.customer.name, case.customer.language, case.customer.time_zone) == (
        "Kim Hartley",
        "de",
        "Europe/Berlin",
    )
    assert "Hartley &amp; Co" in door(ada).get(address).content.decode()
    assert door(ada).post(f"{address}/addresses", {"kind": "phone", "address": "+49 30 1234"}).status_code == 303
    assert "+49301234" in door(ada).get(address).content.decode()
