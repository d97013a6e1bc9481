"""The tables of words that are said in another language where they are used, not where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from goodword.cases.labels import Priority
from goodword.cases.models import Feasibility, Outcome
from goodword.channels.email.models import Security
from goodword.insight import queries
from goodword.insight.definitions import MEASURES
from goodword.insight.fairness import coaching
from goodword.outreach.models import Does, Milestone
from goodword.promises import today
from goodword.promises.models import CheckRule
from goodword.web import wordings
from goodword.web.templatetags import settings

CHOICES = (Priority, Feasibility, Outcome, Security, Does, Milestone, CheckRule)
OF_A_MEASURE = ("name", "plain", "definition", "unit", "trick", "why_not", "things")


def kept_in_tables() -> Iterator[tuple[str, str]]:
    """Returns each place with its words."""
    for name in ("SENTENCES", "PROOFS", "ANSWERS", "CLOSINGS"):
        yield from _all("goodword/web/wordings.py", getattr(wordings, name).values())
    for title, places in settings.GROUPS:
        yield from _all("goodword/web/templatetags/settings.py", (title, *(name for name, _icon, _to in places)))
    yield from _all("goodword/web/templatetags/settings.py", settings.SHORT.values())
    yield from _all("goodword/promises/today.py", today.TITLES.values())
    yield from _all("goodword/insight/fairness/coaching.py", coaching.ANSWERS.values())
    yield from _all(
        "goodword/insight/queries.py",
        (*queries.PERIODS.values(), *queries.SEGMENTS.values(), *queries.CHANNELS.values()),
    )
    for choices in CHOICES:
        yield from _all(choices.__module__.replace(".", "/") + ".py", map(str, choices.labels))
    for measure in MEASURES:
        yield from _all("goodword/insight/definitions.py", (getattr(measure, name) for name in OF_A_MEASURE))


def _all(place: str, words: Iterable[str]) -> Iterator[tuple[str, str]]:
    for one in words:
        if one:
            yield place, str(one)
