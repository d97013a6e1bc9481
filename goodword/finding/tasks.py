"""What time brings to finding: the words of new messages become known, and saved views are counted."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import OperationalError, connection, transaction

from goodword.finding.language import read
from goodword.finding.looking import TEXTS, bounded
from goodword.finding.models import Reading, View
from goodword.finding.queries import Asker, fitting
from goodword.kit.sweep import Swept, sweep

BATCH, MOST_BATCHES = 500, 10
READ = ("message", "customer")
COUNTED_EVERY, MOST_COUNTED = timedelta(seconds=30), 1000
LEARN = """
    INSERT INTO finding_term (word, seen)
    SELECT word, count(*) FROM {table}, unnest(tsvector_to_array({words})) AS word
    WHERE id > %s AND id <= %s AND length(word) BETWEEN 2 AND 30 AND word !~ '[[:digit:] ]'
    GROUP BY word ORDER BY word
    ON CONFLICT (word) DO UPDATE SET seen = finding_term.seen + excluded.seen
"""


def sweep_words(now: datetime) -> Swept:
    """Reads the words of messages and customers that came since the last time, a few thousand at most."""
    handled = 0
    for kind in READ:
        for _ in range(MOST_BATCHES):
            read = learn(kind)
            handled += read
            if read < BATCH:
                break
    return Swept(handled, 0)


def learn(kind: str, most: int = BATCH) -> int:
    """Reads the next texts; returns how many. One transaction; whoever comes second finds nothing to do."""
    table, words, _ = TEXTS[kind]
    with transaction.atomic(), connection.cursor() as cursor:
        Reading.objects.get_or_create(name=kind)
        row = Reading.objects.select_for_update(skip_locked=True).filter(name=kind).first()
        if row is None:
            return 0
        cursor.execute(
            f"SELECT max(id), count(*) FROM (SELECT id FROM {table} WHERE id > %s ORDER BY id LIMIT %s) AS next",  # noqa: S608
            [row.last, most],
        )
        last, count = cursor.fetchone()
        if count:
            cursor.execute(LEARN.format(table=table, words=words), [row.last, last])
            row.last = last
            row.save(update_fields=["last"])
    return int(count)


def sweep_views(now: datetime) -> Swept:
    """Counts the saved views that are due, each up to a thousand cases and for less than half a second."""
    return sweep(View.objects.select_related("author"), _count, now)


def _count(view: View, now: datetime) -> None:
    rows = fitting(read(view.text), Asker(view.author, now)).select_related(None).order_by()
    try:
        with bounded():
            view.count = len(rows.values_list("pk")[: MOST_COUNTED + 1])
    except OperationalError:  # too much to count at once
        view.count = None
    view.wakes_at = now + COUNTED_EVERY
    view.save(update_fields=["count", "wakes_at"])
