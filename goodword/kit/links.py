"""Links to pages without an account: a signed token that is stored nowhere, and how often it may be used."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.core import signing
from django.db.models import Case, F, Q, Value, When

from goodword.kit.errors import NotFound, TooOften

MOST_USES, USES_HOUR = 40, timedelta(hours=1)


def token_of(pk: int, salt: str) -> str:
    """Returns the token that goes into the address of the page; `salt` is one per kind of page."""
    return signing.Signer(salt=salt).sign(str(pk)).replace(":", ".")


def number_in(token: str, salt: str) -> int:
    """Returns the number of the row that a token names; raises NotFound for one that we did not make."""
    try:
        return int(signing.Signer(salt=salt).unsign(token.replace(".", ":", 1)))
    except (signing.BadSignature, ValueError):
        raise NotFound("This link does not work.", code="bad_link") from None


def use(link: Any, at: datetime) -> None:
    """Counts one use of a link (a row with `uses` and `uses_since`); raises TooOften beyond 40 an hour.

    One statement, no lock kept. Call it outside the transaction of what is done there, so that refused tries count.
    """
    fresh = Q(uses_since__isnull=True) | Q(uses_since__lte=at - USES_HOUR)
    type(link).objects.filter(pk=link.pk).update(
        uses=Case(When(fresh, then=Value(1)), default=F("uses") + 1),
        uses_since=Case(When(fresh, then=Value(at)), default=F("uses_since")),
    )
    link.refresh_from_db(fields=["uses", "uses_since"])
    if link.uses > MOST_USES and link.uses_since:
        raise TooOften("That was a little often.", seconds=int((link.uses_since + USES_HOUR - at).total_seconds()) + 1)
