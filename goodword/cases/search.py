"""Finding cases by a number, a part of the subject, or a part of the customer's name or address."""

from __future__ import annotations

import re

from goodword.cases.models import Case
from goodword.kit.search import SHORTEST, TAKEN
from goodword.people.access import desk_of
from goodword.people.models import Agent, Customer, Identity

NUMBER = re.compile(r"#?(\d{1,18})")
LONGEST = 100
MOST = 50


def search(agent: Agent, words: str, most: int = MOST) -> list[Case]:
    """Returns the cases that fit the words and that this agent may see: the one with that number, then the latest.

    At most six queries, each bounded: of a very common word the newest rows are looked at, by their number, which a
    walk down the primary key answers; a rare one is answered by its trigram index.
    """
    desk_of(agent)
    words = " ".join(words.split())[:LONGEST]
    number = NUMBER.fullmatch(words)
    wanted = int(number.group(1)) if number else 0
    found = {wanted, *_of_people(words)}
    if len(words) >= SHORTEST:
        found.update(Case.objects.filter(subject__has_part=words).order_by("-pk").values_list("pk", flat=True)[:TAKEN])
    rows = Case.objects.filter(pk__in=found).select_related("customer", "owner").order_by("-last_at", "-pk")
    return sorted(rows[: most + 1], key=lambda case: case.pk != wanted)[:most]


def _of_people(words: str) -> list[int]:
    """The cases of the customers who have this address, or these words in their name or address."""
    customers: set[int] = set()
    if "@" in words:
        customers.update(Identity.objects.filter(address=words.lower()).values_list("customer", flat=True))
    if len(words) >= SHORTEST:
        named = Customer.objects.filter(name__has_part=words).order_by("-pk")
        addressed = Identity.objects.filter(address__has_part=words).order_by("-pk")
        customers.update(named.values_list("pk", flat=True)[:TAKEN])
        customers.update(addressed.values_list("customer", flat=True)[:TAKEN])
    rows = Case.objects.filter(customer__in=customers).order_by("-pk")
    return list(rows.values_list("pk", flat=True)[:TAKEN]) if customers else []
