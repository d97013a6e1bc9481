"""What else the clock watches on a loaded desk: asks of colleagues, promises that wait for them, and absences."""

from __future__ import annotations

import tables

ASKS = """
    INSERT INTO asks_ask (case_id, by_id, to_agent_id, holder_id, purpose, question, asked_at, asked_from, answer_by,
        first_answer_by, state, stage, escalations, wakes_at, answer, decision)
    SELECT case_id, owner_id, 1 + owner_id %% agents, 1 + owner_id %% agents, 'question', 'Where is it?', made_at,
        made_at, due_at - interval '1 day', due_at - interval '1 day', 'open', 'calm', 0,
        greatest(now() + interval '1 hour', due_at - interval '30 hours'), '', ''
    FROM promises_promise, (SELECT count(*) AS agents FROM people_agent) AS many
    WHERE status = 'owed' AND promises_promise.id %% %s = 0
"""
WAITING = """
    INSERT INTO promises_dependency (promise_id, ask_id, by_id, at)
    SELECT promise.id, ask.id, ask.by_id, ask.asked_at FROM asks_ask AS ask
    JOIN promises_promise AS promise ON promise.case_id = ask.case_id WHERE ask.id %% 2 = 0
"""
ABSENCES = """
    INSERT INTO people_absence (agent_id, starts_at, ends_at, wakes_at)
    SELECT id, starts, starts + interval '7 days', starts
    FROM (
        SELECT id, now() + (1 + id * 7 %% 36) * interval '1 hour' AS starts FROM people_agent WHERE id %% %s = 0
    ) AS away
"""
EVERY_ASK, EVERY_ABSENCE = 4, 5


def add() -> None:
    """Asks about a quarter of what is owed, half of them waited for; one of five people is away soon."""
    with tables.connect() as connection:
        connection.execute(ASKS, [EVERY_ASK])
        connection.execute(WAITING, [])
        connection.execute(ABSENCES, [EVERY_ABSENCE])
        for table in ("asks_ask", "promises_dependency", "people_absence"):
            connection.execute(f"VACUUM (ANALYZE) {table}")
