"""The rated cases of two years as columns of numbers, read by COPY: a million of them in seconds."""

from __future__ import annotations

from datetime import datetime, timedelta
from io import BytesIO

import numpy as np
from django.db import connection

from goodword.insight.ratings import Cases, Named
from goodword.insight.ratings.behaviours import usual_chance
from goodword.insight.ratings.facts import NOBODY, TOUCHES

WINDOW = timedelta(days=730)
UNKNOWN = -1.0
COLUMNS = (
    "case_id", "category", "feasibility", "channel", "anger", "complaints", "month", "customer", "by_chance",
    *(f"{name}{place}" for name in ("agent", "share") for place in range(TOUCHES)),
    *(f"{name}{place}" for name in ("needless", "needed") for place in range(TOUCHES - 1)),
    "stated", "outcome", "promise", "reopened", "asked", "answer",
)  # fmt: skip
FEASIBILITIES, CHANNELS = ("feasible", "limited", "infeasible"), ("email", "phone", "chat", "form", "page", "console")
ROWS = """
COPY (
    SELECT r.case_id, coalesce(r.category_id, 0),
        array_position(
            ARRAY['feasible', 'limited', 'infeasible'], coalesce(upheld.feasibility, r.feasibility)::text
        ) - 1,
        coalesce(array_position(ARRAY['email', 'phone', 'chat', 'form', 'page', 'console'], r.channel::text) - 1, 0),
        r.anger, r.complaints, extract(month FROM r.at)::int - 1, r.customer_id, (r.routed = 'random')::int,
        coalesce(r.agents[1], -1), coalesce(r.agents[2], -1), coalesce(r.agents[3], -1),
        coalesce(r.shares[1], 0), coalesce(r.shares[2], 0), coalesce(r.shares[3], 0),
        coalesce(r.needless[1], false)::int, coalesce(r.needless[2], false)::int,
        coalesce(r.needed[1], false)::int, coalesce(r.needed[2], false)::int,
        coalesce(r.stated, -1), r.outcome, r.promise, r.reopened::int, r.asked::int, coalesce(r.answer, -1)
    FROM insight_ratedcase r
    LEFT JOIN LATERAL (
        SELECT a.feasibility FROM insight_appeal a WHERE a.rated_id = r.case_id AND a.upheld ORDER BY a.id DESC LIMIT 1
    ) upheld ON true
    WHERE r.ended_at >= %s AND r.ended_at <= %s AND cardinality(r.agents) > 0
    ORDER BY r.case_id
) TO STDOUT
"""


def rated_cases(now: datetime) -> Named:
    """Returns the cases that ended within two years, as the model takes them; agents are named by their numbers."""
    return _named(_columns(now))


def _columns(now: datetime) -> dict[str, np.ndarray]:
    text = BytesIO()
    with connection.cursor() as cursor, cursor.cursor.copy(ROWS, [now - WINDOW, now]) as copy:
        for block in copy:
            text.write(block)
    numbers = np.fromstring(text.getvalue().decode("ascii"), sep=" ").reshape(-1, len(COLUMNS))
    return {name: numbers[:, place] for place, name in enumerate(COLUMNS)}


def _named(column: dict[str, np.ndarray]) -> Named:
    def whole(*names: str) -> np.ndarray:
        return np.column_stack([column[name] for name in names]).astype(int)

    def of(name: str, most: int = TOUCHES) -> np.ndarray:
        return np.column_stack([column[f"{name}{place}"] for place in range(most)])

    people, agent = np.unique(of("agent").astype(int), return_inverse=True)
    agent = agent.reshape(-1, TOUCHES)
    if people.size and people[0] == NOBODY:
        people, agent = people[1:], agent - 1
    kinds, kind = np.unique(column["category"], return_inverse=True)
    start = {"kind": kind, "partner": np.zeros(len(kind), dtype=int), "late payer": np.zeros(len(kind), dtype=int)}
    for name, known in (("feasibility", "feasibility"), ("channel", "channel"), ("anger", "anger"), ("month", "month")):
        start[name] = column[known].astype(int)
    start["history"] = np.minimum(column["complaints"], 4).astype(int)
    start["promised"] = (column["promise"] > 0).astype(int)
    sizes = {
        "kind": max(len(kinds), 1), "feasibility": len(FEASIBILITIES), "channel": len(CHANNELS), "partner": 1,
        "anger": 4, "history": 5, "late payer": 2, "month": 12, "promised": 2,
    }  # fmt: skip
    customers = np.unique(column["customer"], return_inverse=True)[1]
    cases = Cases(
        case=column["case_id"].astype(int), start=start, sizes=sizes, customer=customers,
        matched=1.0 - column["by_chance"], agent=agent, share=of("share"), needless=of("needless", TOUCHES - 1),
        needed=of("needed", TOUCHES - 1), stated=column["stated"], outcome=column["outcome"],
        promise=whole("promise")[:, 0], reopened=column["reopened"], asked_after_closing=column["asked"] > 0,
        yes_or_no=np.zeros(len(kind), dtype=bool), answer=np.where(column["answer"] > 0, column["answer"], np.nan),
    )  # fmt: skip
    silent = cases.stated < 0  # nothing was stated: that neither lifts nor lowers anything
    cases.stated[silent] = usual_chance(cases)[silent]
    return Named(cases, [str(person) for person in people])
