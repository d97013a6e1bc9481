"""Customers, and what is known of them."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import Router

from goodword.api.door import reader, reads
from goodword.api.fields import Address, Number
from goodword.api.pages import customer_whole
from goodword.api.shown import CustomerOut, Customers, CustomerWhole
from goodword.people.access import customer_for, customers_at

router = Router(tags=["customers"])


@router.get("", **reads(Customers))
def find_customers(request: HttpRequest, address: Address) -> Customers:
    """Whom an e-mail address or a phone number leads to."""
    return Customers(items=[CustomerOut.model_validate(row) for row in customers_at(reader(request), address)])


@router.get("/{pk}", **reads(CustomerWhole))
def read_customer(request: HttpRequest, pk: Number) -> CustomerWhole:
    """A customer with the health of their addresses, their purchases and what they were promised."""
    agent = reader(request)
    return customer_whole(agent, customer_for(agent, pk))
