"""Fills an empty desk with any number of cases and all that belongs to them, the same for the same seed.

python bench/bulk.py 100000     (into the desk of DATABASE_URL or GOODWORD_DATA)
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import tables

COUNTS = """
    INSERT INTO cases_tally (view, change)
    SELECT view, count(*) FROM cases_case, unnest(goodword_views_of(status, owner_id)) AS view GROUP BY view
"""
# The words that the worker would have learnt: of every hundredth message, so that a load takes no longer for it.
WORDS = (
    """INSERT INTO finding_term (word, seen)
    SELECT word, count(*) * 100 FROM cases_message, unnest(tsvector_to_array(
        goodword_words(id, subject || ' ' || from_name || ' ' || from_address || ' ' || reply_text))) AS word
    WHERE id % 100 = 0 AND length(word) BETWEEN 2 AND 30 AND word !~ '[[:digit:] ]' GROUP BY word""",
    """INSERT INTO finding_term (word, seen)
    SELECT word, count(*) FROM people_customer, unnest(tsvector_to_array(goodword_words(id, name))) AS word
    WHERE length(word) > 1 AND word !~ '[[:digit:] ]' GROUP BY word
    ON CONFLICT (word) DO UPDATE SET seen = finding_term.seen + excluded.seen""",
    "INSERT INTO finding_reading (name, last) SELECT 'message', max(id) FROM cases_message",
    "INSERT INTO finding_reading (name, last) SELECT 'customer', max(id) FROM people_customer",
)
# What the triggers would have refused or counted otherwise; each of these must find nothing.
TRUE = {
    "counts of owed promises": """
        SELECT 1 FROM cases_case LEFT JOIN (
            SELECT case_id, count(*) AS owed, min(due_at) AS due FROM promises_promise WHERE status = 'owed' GROUP BY 1
        ) AS really ON case_id = id
        WHERE cases_case.owed <> coalesce(really.owed, 0) OR next_due_at IS DISTINCT FROM really.due""",
    "closed cases without owed promises": """
        SELECT 1 FROM cases_case WHERE status = 'closed' AND owed > 0""",
    "dues that were told": """
        SELECT 1 FROM promises_promise AS p WHERE NOT EXISTS (
            SELECT 1 FROM promises_due AS d WHERE d.promise_id = p.id AND d.due_at = p.due_at AND state = 'told')""",
    "proofs of what was delivered": """
        SELECT 1 FROM promises_promise AS p JOIN promises_kind AS k ON k.id = kind_id
        WHERE p.status IN ('delivered', 'confirmed') AND NOT EXISTS (
            SELECT 1 FROM promises_evidence AS e WHERE e.promise_id = p.id AND state = 'standing'
            AND (type = 'customer_word' OR type = ANY(accepts)))""",
    "active owners": """
        SELECT 1 FROM promises_promise AS p JOIN people_agent AS a ON a.id = owner_id
        WHERE p.status = 'owed' AND NOT is_active""",
}


def load(cases: int, *, seed: int = 1, now: datetime | None = None, all_owed: bool = False) -> None:
    """Fills the desk; with `all_owed` each case has one message and one promise, nine of ten owed and due later, the
    tenth delivered with its check to come.

    Raises AssertionError when what came breaks a rule that the triggers would have held.
    """
    import world

    started = time.monotonic()
    desk = world.World(cases, seed, now or datetime.now(UTC), all_owed=all_owed)
    filled = desk.tables
    with tables.bare(filled):
        with tables.copying(filled):
            for done in desk.fill():
                _say(f"\r{done:,} cases in {time.monotonic() - started:.0f} s")
        _say(f"\r{sum(table.count for table in filled):,} rows; indexes and keys ...")
    with tables.connect() as connection:
        connection.execute(COUNTS)
        for table in filled:
            connection.execute(f"VACUUM (ANALYZE) {table.name}")
        connection.execute("VACUUM (ANALYZE) cases_tally")
        for learning in WORDS:
            connection.execute(learning)
        connection.execute("VACUUM (ANALYZE) finding_term")
        for rule, search in TRUE.items():
            assert connection.execute(f"{search} LIMIT 1").fetchone() is None, f"The load breaks: {rule}."
    _say(f" loaded in {time.monotonic() - started:.0f} s\n")


def _say(words: str) -> None:
    if sys.stderr.isatty() or words.endswith("\n"):
        print(words, end="", file=sys.stderr, flush=True)


@contextmanager
def loaded_desk(name: str, fill: Callable[[], None], holds: str = "cases_case") -> Iterator[None]:
    """A desk filled by `fill`, on an embedded database. One in the folder GOODWORD_BENCH_DATA is kept and reused, if
    its table `holds` has a row."""
    keep = os.environ.get("GOODWORD_BENCH_DATA")
    with ExitStack() as stack:
        place = keep or stack.enter_context(tempfile.TemporaryDirectory(prefix="goodword-bench-"))
        os.environ |= {"GOODWORD_DATA": str(Path(place) / name), "GOODWORD_LOG": "error", "DATABASE_URL": ""}
        from goodword.box.desk import desk

        stack.enter_context(desk(as_owner=True))
        from django.core.management import call_command

        call_command("migrate", verbosity=0, skip_checks=True)
        with tables.connect() as owner:
            empty = owner.execute(f"SELECT 1 FROM {holds} LIMIT 1").fetchone() is None
        if empty:
            fill()
        yield


if __name__ == "__main__":
    from goodword.box.desk import desk as opened

    with opened(as_owner=True):
        load(int(sys.argv[1].replace("_", "").replace(",", "")))
