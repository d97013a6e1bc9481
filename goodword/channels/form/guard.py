"""Counting who knocks how often, by a digest of their address that changes every day: nobody can be followed by it."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import Case, F, Q, Value, When
from django.utils.crypto import salted_hmac

from goodword.channels.form.models import Knock
from goodword.kit.errors import TooOften
from goodword.kit.sweep import Swept, sweep

HOUR = timedelta(hours=1)
SALT = "goodword.channels.form.knock"


def knock(what: str, who: str, most: int, at: datetime, within: timedelta = HOUR) -> int:
    """Counts one try and returns how many there were `within` that time; raises TooOften beyond `most`.

    Call it outside the transaction of what is done, so that refused tries count. Two statements, no lock kept.
    """
    digest = salted_hmac(SALT, f"{at.date().isoformat()}:{what}:{who}", algorithm="sha256").hexdigest()
    row, is_new = Knock.objects.get_or_create(who=digest, defaults={"since": at, "wakes_at": at + 2 * within})
    if is_new:
        return 1
    fresh = Q(since__lte=at - within)
    Knock.objects.filter(pk=row.pk).update(
        uses=Case(When(fresh, then=Value(1)), default=F("uses") + 1),
        since=Case(When(fresh, then=Value(at)), default=F("since")),
        wakes_at=at + 2 * within,
    )
    row.refresh_from_db(fields=["uses", "since"])
    if row.uses > most:
        raise TooOften("That was a little often.", seconds=int((row.since + within - at).total_seconds()) + 1)
    return row.uses


def sweep_knocks(now: datetime) -> Swept:
    """Forgets what is no longer counted."""
    return sweep(Knock.objects.all(), lambda row, _: row.delete(), now)
