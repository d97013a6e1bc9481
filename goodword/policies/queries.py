"""Reading policies."""

from __future__ import annotations

from django.contrib.postgres.search import SearchHeadline, SearchQuery, SearchRank
from django.db.models import F, QuerySet

from goodword.kit.errors import NotFound
from goodword.policies.models import Policy, Version

SHOWN = 50
FOUND_FROM, FOUND_TO = "\x02", "\x03"  # around words that were looked for; letters that no article has
LARGEST_HELP_CENTRE, MOST_FOUND = 300, 12
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
    query = _query(words)
    if query is None:
        return list(active()[:SHOWN])
    found = active().filter(search=query).annotate(rank=SearchRank(F("search"), query)).order_by("-rank", "pk")
    return list(found[:SHOWN])


def _query(words: str, how: str = " & ") -> SearchQuery | None:
    terms = ("".join(c if c.isalnum() else " " for c in words[:200])).split()[:8]
    return SearchQuery(how.join(f"{term}:*" for term in terms), search_type="raw", config=CONFIG) if terms else None


def named(slug: str) -> Policy:
    """Returns a policy by its address, also one that is out of force; raises NotFound otherwise."""
    found = Policy.objects.select_related("current", "current__by").filter(slug=slug, current__isnull=False).first()
    if found is None:
        raise NotFound("There is no such policy.")
    return found


def versions(policy: Policy) -> list[Version]:
    """Returns everything the policy ever said, the newest first."""
    return list(policy.versions.select_related("by").order_by("-number")[:SHOWN])


def articles(language: str | None) -> list[Policy]:
    """Returns what the help centre shows to readers of a language, by topic; all of it where nothing is written in it.

    None is for whoever reads every language (search engines).

    An article without a language is for everybody. Bounded: a help centre of more than three hundred needs its search.
    """
    found = list(_public().order_by("help_topic", "current__title")[:LARGEST_HELP_CENTRE])
    theirs = [one for one in found if language is None or one.language in ("", language)]
    return theirs or found


def find_articles(words: str, language: str) -> list[Policy]:
    """Returns the articles in which these words (or their beginnings) stand, else those with any of them, best first.

    Those in the reader's language come first. Only the parts for customers are searched.
    """
    for how in (" & ", " | "):
        query = _query(words, how)
        if query is None:
            return []
        around = SearchHeadline(
            "current__public_part", query, config=CONFIG, start_sel=FOUND_FROM, stop_sel=FOUND_TO, highlight_all=True
        )
        found = _public().filter(public_search=query)
        found = found.annotate(rank=SearchRank(F("public_search"), query), around=around)
        rows = list(found.order_by("-rank", "pk")[:MOST_FOUND])
        if rows:
            return sorted(rows, key=lambda one: one.language not in ("", language))
    return []


def article(slug: str) -> Policy:
    """Returns what the help centre shows under an address; raises NotFound for what is not (or no longer) public."""
    found = _public().filter(slug=slug).first()
    if found is None:
        raise NotFound("There is no such article.")
    return found


def _public() -> QuerySet[Policy]:
    """What is public: in force, shown in the help centre, with a part for customers. The rest is not even loaded."""
    shown = for_customers().filter(in_help_centre=True)
    return shown.only(
        "slug", "language", "help_topic", "current__policy", "current__title", "current__public_part", "current__at"
    )


def for_customers() -> QuerySet[Policy]:
    """Returns the policies of which a part is for customers."""
    return active().exclude(current__public_part="")
