"""The rated cases of two years as columns of numbers, read by COPY: a million of them in seconds."""

from __future__ import annotations

from datetime import datetime, timedelta

import numpy as np
from django.db import connection

from goodword.insight.models import Appeal
from goodword.insight.ratings import Cases, Named
from goodword.insight.ratings.behaviours import usual_chance
from goodword.insight.ratings.facts import NOBODY, TOUCHES

WINDOW = timedelta(days=730)
FEASIBILITIES = ("feasible", "limited", "infeasible")
CHANNELS = ("email", "phone", "chat", "form", "page", "console")
# Small numbers travel packed, so that a row has few fields: name, and how many values there are.
CODES = (("feasibility", 4), ("channel", 8), ("anger", 4), ("complaints", 8), ("promise", 4), ("answer", 8))
FLAGS = ("by chance", "reopened", "asked", "needless0", "needless1", "needed0", "needed1")
FIELDS = (
    ("case", "i8"), ("category", "i8"), ("customer", "i8"), ("at", "i8"),
    *((f"agent{place}", "i8") for place in range(TOUCHES)), *((f"share{place}", "f8") for place in range(TOUCHES)),
    ("stated", "f8"), ("outcome", "f8"), ("codes", "i4"), ("flags", "i4"),
)  # fmt: skip
ROWS = """
COPY (
    SELECT case_id, coalesce(category_id, 0), customer_id, at,
        coalesce(agents[1], -1), coalesce(agents[2], -1), coalesce(agents[3], -1),
        coalesce(shares[1], 0), coalesce(shares[2], 0), coalesce(shares[3], 0), coalesce(stated, -1), outcome,
        CASE feasibility WHEN 'feasible' THEN 0 WHEN 'limited' THEN 1 ELSE 2 END
        + 4 * CASE channel WHEN 'phone' THEN 1 WHEN 'chat' THEN 2 WHEN 'form' THEN 3 WHEN 'page' THEN 4
            WHEN 'console' THEN 5 ELSE 0 END
        + 32 * anger + 128 * least(complaints, 4) + 1024 * promise + 4096 * coalesce(answer, 0),
        (routed = 'random')::int + 2 * reopened::int + 4 * asked::int
        + 8 * coalesce(needless[1], false)::int + 16 * coalesce(needless[2], false)::int
        + 32 * coalesce(needed[1], false)::int + 64 * coalesce(needed[2], false)::int
    FROM insight_ratedcase
    WHERE ended_at >= %s AND ended_at <= %s AND cardinality(agents) > 0
) TO STDOUT (FORMAT binary)
"""
HEAD, TAIL = 19, 2  # bytes before and after the rows of a binary COPY
Columns = dict[str, np.ndarray]


def rated_cases(now: datetime) -> Named:
    """Returns the cases that ended within two years, as the model takes them; agents are named by their numbers."""
    return _named(_unpacked(_copied(now)))


def _copied(now: datetime) -> np.ndarray:
    """The rows as they come over the wire: each field with its length before it, none of them null."""
    with connection.cursor() as cursor, cursor.cursor.copy(ROWS, [now - WINDOW, now]) as copy:
        blocks = [bytes(block) for block in copy]
    wire = np.dtype([("fields", ">i2"), *(
        one for name, kind in FIELDS for one in ((f"{name} length", ">i4"), (name, f">{kind}"))
    )])  # fmt: skip
    whole = b"".join(blocks)
    return np.frombuffer(whole, dtype=wire, count=(len(whole) - HEAD - TAIL) // wire.itemsize, offset=HEAD)


def _unpacked(wire: np.ndarray) -> Columns:
    """The columns in the order of their cases."""
    order = np.argsort(wire["case"], kind="stable")
    found = {name: wire[name].astype(kind)[order] for name, kind in FIELDS}
    codes, flags = found["codes"].astype(np.intp), found["flags"]
    for name, many in CODES:
        codes, found[name] = np.divmod(codes, many)
    found |= {name: flags >> place & 1 for place, name in enumerate(FLAGS)}
    months = (np.datetime64("2000-01-01", "us") + found["at"]).astype("datetime64[M]")
    found["month"] = months.astype(np.intp) % 12
    for case, feasibility in Appeal.objects.filter(upheld=True).order_by("id").values_list("rated_id", "feasibility"):
        there = slice(*(np.searchsorted(found["case"], case, side) for side in ("left", "right")))
        found["feasibility"][there] = FEASIBILITIES.index(feasibility)
    return found


def _named(column: Columns) -> Named:
    def of(name: str, most: int = TOUCHES) -> np.ndarray:
        return np.column_stack([column[f"{name}{place}"] for place in range(most)])

    people, agent = _numbered(of("agent"))
    if people.size and people[0] == NOBODY:
        people, agent = people[1:], agent - 1
    kinds, kind = _numbered(column["category"])
    zero = np.zeros(len(kind), dtype=np.intp)
    start = {"kind": kind, "partner": zero, "late payer": zero, "history": column["complaints"]}
    start |= {name: column[name] for name in ("feasibility", "channel", "anger", "month")}
    start["promised"] = (column["promise"] > 0).astype(np.intp)
    sizes = {
        "kind": max(len(kinds), 1), "feasibility": len(FEASIBILITIES), "channel": len(CHANNELS), "partner": 1,
        "anger": 4, "history": 5, "late payer": 2, "month": 12, "promised": 2,
    }  # fmt: skip
    cases = Cases(
        case=column["case"], start=start, sizes=sizes, customer=_numbered(column["customer"])[1],
        matched=1.0 - column["by chance"], agent=agent, share=of("share"),
        needless=of("needless", TOUCHES - 1).astype(float), needed=of("needed", TOUCHES - 1).astype(float),
        stated=column["stated"], outcome=column["outcome"], promise=column["promise"],
        reopened=column["reopened"].astype(float), asked_after_closing=column["asked"] > 0,
        yes_or_no=np.zeros(len(kind), dtype=bool), answer=np.where(column["answer"] > 0, column["answer"], np.nan),
    )  # fmt: skip
    silent = cases.stated < 0  # nothing was stated: that neither lifts nor lowers anything
    cases.stated[silent] = usual_chance(cases)[silent]
    return Named(cases, [str(person) for person in people])


def _numbered(names: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Returns the names in order, and each one's place among them; by a table where the names are small numbers."""
    if not names.size or names.min() < NOBODY or names.max() > 10 * names.size + 1000:
        found, place = np.unique(names, return_inverse=True)
        return found, place.reshape(names.shape)
    is_there = np.zeros(names.max() + 2, dtype=bool)
    is_there[names + 1] = True
    return np.flatnonzero(is_there) - 1, (np.cumsum(is_there) - 1)[names + 1]
