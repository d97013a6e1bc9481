"""What time brings to finding: the words of new messages become known."""

from __future__ import annotations

from datetime import datetime

from django.db import connection, transaction

from goodword.finding.looking import TEXTS
from goodword.finding.models import Reading
from goodword.kit.sweep import Swept

BATCH, MOST_BATCHES = 500, 10
READ = ("message", "customer")
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
