"""The Customer screen: what one must know of somebody before answering them, without opening a single case."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from goodword.cases.access import cases_page
from goodword.closing.queries import care, contacts_of, quiet_since
from goodword.kit.tongues import later as _
from goodword.people.models import Agent, Customer, IdentityKind
from goodword.people.purchases import of_customer as bought_by
from goodword.people.queries import identities_of
from goodword.promises.access import owed_to, settled_for
from goodword.promises.lists import how_it_went
from goodword.remedies.queries import of_customer as given_to

SIZE = 12
LANGUAGES = {"en": _("English"), "de": _("German"), "fr": _("French"), "es": _("Spanish"), "": _("language not known")}


def whole(
    agent: Agent, customer: Customer, at: datetime, *, cases_before: int | None, promises_before: int | None
) -> dict[str, Any]:
    """Returns everything the page shows. Ten queries, however much there was."""
    ways = identities_of(customer)
    cases, more_cases = cases_page(agent, customer=customer.pk, before=cases_before, size=SIZE)
    settled, more_settled = settled_for(agent, customer, before=promises_before, size=SIZE)
    return {
        "customer": customer,
        "customer_names": f"customer:{customer.pk} today",
        "speaks": LANGUAGES.get(customer.language, customer.language),
        "identities": ways,
        "write_to": next((way.address for way in ways if way.kind == IdentityKind.EMAIL), ""),
        "owed": owed_to(agent, customer),
        "record": how_it_went(customer),
        "settled": settled,
        "older_promises": settled[-1].pk if more_settled else None,
        "cases": cases,
        "older_cases": cases[-1].pk if more_cases else None,
        "purchases": bought_by(customer),
        "given": given_to(customer.pk),
        "quiet_since": quiet_since(customer.pk),
        "written": len(contacts_of(customer.pk, at)),
        "cap": care().contacts_per_month,
        "is_further": bool(cases_before or promises_before),
    }
