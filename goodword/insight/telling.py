"""The forecast in words: natural frequencies of a named class, never a single chance."""

from __future__ import annotations

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from goodword.insight.forecasts import Forecast

KNOWN = {
    "kind+partner+team": (
        _("Of %(like)s of this kind in your team, %(share)s were done by %(day)s."),
        _("Of %(like)s of this kind in your team, %(share)s were done by %(day)s, 9 of 10 by %(sure)s."),
    ),
    "kind": (
        _("Of %(like)s of this kind, %(share)s were done by %(day)s."),
        _("Of %(like)s of this kind, %(share)s were done by %(day)s, 9 of 10 by %(sure)s."),
    ),
    "all": (
        _("Of %(like)s of any kind, %(share)s were done by %(day)s."),
        _("Of %(like)s of any kind, %(share)s were done by %(day)s, 9 of 10 by %(sure)s."),
    ),
}
ALIKE = KNOWN | {"kind+partner": KNOWN["kind"]}
LIKE_THIS = (
    _("Of %(like)s like this, %(share)s were done by %(day)s."),
    _("Of %(like)s like this, %(share)s were done by %(day)s, 9 of 10 by %(sure)s."),
)
DIFFERS = 0.08
WIDE = 0.35


def sentence(found: Forecast, due: date, today: date) -> str:
    """Returns what is shown beside a date: how many like this there were, and how many of them were done by then."""
    done = found.share if found.share is not None else found.chance
    known = {"like": found.like, "share": _of_hundred(done), "day": _day(due, today)}
    plain, with_sure = ALIKE.get(found.alike, LIKE_THIS)
    said = gettext(plain) % known
    if found.nearly_sure and found.nearly_sure > due:
        said = gettext(with_sure) % {**known, "sure": _day(found.nearly_sure, today)}
    if abs(found.chance - done) > DIFFERS:
        slower, faster = gettext("Lately it goes slower: %(share)s."), gettext("Lately it goes faster: %(share)s.")
        lately = slower if found.chance < done else faster
        said = f"{said} {lately % {'share': _of_hundred(found.chance)}}"
    if found.high - found.low > WIDE:
        few = gettext("With so few, anything from %(low)s to %(high)s is possible.")
        said = f"{said} {few % {'low': _of_hundred(found.low), 'high': _of_hundred(found.high)}}"
    return said


def _of_hundred(share: float) -> str:
    return gettext("%(share)s of 100") % {"share": round(100 * min(max(share, 0.0), 1.0))}


def _day(day: date, today: date) -> str:
    ahead = (day - today).days
    if ahead <= 0:
        return gettext("today")
    if ahead == 1:
        return gettext("tomorrow")
    return date_format(day, "l" if ahead < 7 else "l j F")
