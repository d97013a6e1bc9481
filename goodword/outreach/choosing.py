"""Whom a notice to many reaches: by what they bought, by the category of their open cases, or by a list."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from goodword.cases.models import Case, Status
from goodword.kit.errors import Malformed
from goodword.people.models import Customer, Identity, IdentityKind, Purchase

MOST = 20_000
MOST_LISTED = 5_000
_LISTED = re.compile(r"[\s,;]+")


@dataclass(frozen=True)
class Filter:
    """How the customers are chosen; what is empty is not asked for. At least one must be given."""

    product: str = ""
    option: str = ""
    bought_from: date | None = None
    bought_until: date | None = None
    category: int = 0
    listed: str = ""

    @property
    def words(self) -> str:
        """Says in a line how they were chosen."""
        parts = [f"product “{self.product}”"] if self.product else []
        parts += [f"with “{self.option}”"] if self.option else []
        parts += [f"bought from {self.bought_from}"] if self.bought_from else []
        parts += [f"bought until {self.bought_until}"] if self.bought_until else []
        parts += ["open cases of one category"] if self.category else []
        parts += ["a list"] if self.listed.strip() else []
        return ", ".join(parts)


@dataclass(frozen=True)
class Chosen:
    """One customer, with the purchase and the open case that brought them in."""

    customer: int
    purchase: int | None = None
    case: int | None = None


def choose(given: Filter) -> list[Chosen]:
    """Returns each customer once, at most 20 000; raises Malformed when nothing was asked for, or for too many."""
    found: dict[int, Chosen] = {}
    if given.product.strip() or given.option.strip() or given.bought_from or given.bought_until:
        for pk, customer in _by_purchase(given):
            found.setdefault(customer, Chosen(customer, purchase=pk))
    if given.category:
        rows = Case.objects.filter(category=given.category, status__in=[Status.OPEN, Status.WAITING])
        for pk, customer in rows.order_by("-last_at").values_list("id", "customer_id")[: MOST + 1]:
            before = found.get(customer)
            if before is None or before.case is None:
                found[customer] = Chosen(customer, before.purchase if before else None, pk)
    for customer, purchase in _listed(given.listed):
        found.setdefault(customer, Chosen(customer, purchase))
    if not given.words:
        raise Malformed("Choose whom it concerns.", field="product")
    if len(found) > MOST:
        raise Malformed("These are more than %(most)s customers: choose fewer.", values={"most": MOST}, field="product")
    return list(found.values())


def _by_purchase(given: Filter) -> list[tuple[int, int]]:
    rows = Purchase.objects.all()
    if given.product.strip():
        rows = rows.filter(product__icontains=given.product.strip())
    if given.option.strip():
        name, _, value = given.option.partition(":")
        rows = rows.filter(options__contains={name.strip(): value.strip()})
    if given.bought_from:
        rows = rows.filter(bought_on__gte=given.bought_from)
    if given.bought_until:
        rows = rows.filter(bought_on__lte=given.bought_until)
    return list(rows.order_by("-bought_on", "-id").values_list("id", "customer_id")[: MOST * 2])


def _listed(text: str) -> list[tuple[int, int | None]]:
    """Customers by address, or by the number of an order, as pasted; what is not known is named."""
    words = [word.strip("<>\"'") for word in _LISTED.split(text.strip()) if word.strip("<>\"'")][: MOST_LISTED + 1]
    if len(words) > MOST_LISTED:
        raise Malformed("At most %(most_listed)s lines at a time.", values={"most_listed": MOST_LISTED}, field="listed")
    addresses = dict(
        Identity.objects.filter(kind=IdentityKind.EMAIL, address__in=[word.lower() for word in words]).values_list(
            "address", "customer_id"
        )
    )
    numbers = {
        number: (customer, pk)
        for number, customer, pk in Purchase.objects.filter(
            number__in=[word for word in words if "@" not in word]
        ).values_list("number", "customer_id", "id")
    }
    lacking = [word for word in words if word.lower() not in addresses and word not in numbers]
    if lacking:
        raise Malformed("Not known here: %(names)s", values={"names": ", ".join(lacking[:5])[:200]}, field="listed")
    return [numbers[word] if word in numbers else (addresses[word.lower()], None) for word in words]


def customers(chosen: list[Chosen]) -> dict[int, Customer]:
    """Returns the customers by their number."""
    return Customer.objects.in_bulk([one.customer for one in chosen])
