"""Reading policies."""

from __future__ import annotations

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db.models import F, QuerySet

from goodword.kit.errors import NotFound
from goodword.policies.models import Policy, Version

SHOWN = 50
CONFIG = "simple"  # articles come in any language: words are compared as they are written, prefixes count


def active() -> QuerySet[Policy]:
    """Returns the policies in force, by title."""
    return (
        Policy.objects.filter(is_active=True, current__isnull=False)
        .select_related("current")
        .order_by("current__title")
    )


def out_of_force() -> list[Policy]:
    """Returns the policies that are no longer in force, by title."""
    rows = Policy.objects.filter(is_active=False, current__isnull=False).select_related("current")
    return list(rows.order_by("current__title")[:SHOWN])


def find(words: str) -> list[Policy]:
    """Returns the policies in which all of these words (or their beginnings) stand, the best first; all for none."""
    terms = [term for term in ("".join(c if c.isalnum() else " " for c in words[:200])).split() if term][:8]
    if not terms:
        return list(active()[:SHOWN])
    query = SearchQuery(" & ".join(f"{term}:*" for term in terms), search_type="raw", config=CONFIG)
    found = active().filter(search=query).annotate(rank=SearchRank(F("search"), query)).order_by("-rank", "pk")
    return list(found[:SHOWN])


def named(slug: str) -> Policy:
    """Returns a policy by its address, also one that is out of force; raises NotFound otherwise."""
    found = Policy.objects.select_related("current", "current__by").filter(slug=slug, current__isnull=False).first()
    if found is None:
        raise NotFound("There is no such policy.")
    return found


def versions(policy: Policy) -> list[Version]:
    """Returns everything the policy ever said, the newest first."""
    return list(policy.versions.select_related("by").order_by("-number")[:SHOWN])


def for_customers() -> QuerySet[Policy]:
    """Returns the policies of which a part is for customers."""
    return active().exclude(current__public_part="")
