"""What somebody with the application's own access to the database could try: each is refused, or does no harm."""

from __future__ import annotations

ATTEMPTS = (
    # whitewash a verdict
    "UPDATE promises_promise SET verdict = 'kept' WHERE id = %(promise)s",
    "UPDATE promises_promise SET verdict = 'kept_renegotiated', renegotiated = true WHERE id = %(promise)s",
    "UPDATE promises_promise SET verdict = 'pending', verdict_at = NULL WHERE id = %(promise)s",
    (
        "UPDATE promises_promise SET status = 'delivered', delivered_at = made_at, verdict = 'kept', "
        "verdict_at = made_at WHERE id = %(promise)s"
    ),
    "UPDATE promises_promise SET status = 'draft' WHERE id = %(promise)s",
    # move a due without telling
    "UPDATE promises_promise SET due_at = due_at + interval '10 days' WHERE id = %(promise)s",
    "UPDATE promises_promise SET first_due_at = first_due_at + interval '10 days' WHERE id = %(promise)s",
    "UPDATE promises_promise SET words = 'Something else' WHERE id = %(promise)s",
    "UPDATE promises_due SET due_at = due_at + interval '10 days' WHERE promise_id = %(promise)s",
    "UPDATE promises_due SET state = 'void' WHERE promise_id = %(promise)s",
    "UPDATE promises_due SET told_at = told_at - interval '10 days' WHERE promise_id = %(promise)s",
    (
        "WITH forged AS (INSERT INTO promises_due (promise_id, due_at, is_day, words, reason, set_at, told_at, state) "
        "SELECT id, due_at + interval '9 days', false, '', '', due_at, due_at + interval '1 day', 'told' "
        "FROM promises_promise WHERE id = %(promise)s RETURNING promise_id, due_at) "
        "UPDATE promises_promise SET due_at = forged.due_at FROM forged WHERE id = forged.promise_id"
    ),
    # make it vanish, or make it nobody's
    "DELETE FROM promises_promise WHERE id = %(promise)s",
    "DELETE FROM promises_due WHERE promise_id = %(promise)s",
    "DELETE FROM promises_evidence WHERE promise_id = %(promise)s",
    "DELETE FROM cases_case WHERE id = %(case)s",
    "DELETE FROM people_agent WHERE id = %(agent)s",
    "DELETE FROM ledger_entry WHERE case_id = %(case)s",
    "UPDATE ledger_entry SET verb = 'promise.delivered' WHERE subject_id = %(promise)s",
    (
        "UPDATE promises_promise SET owner_id = (SELECT id FROM people_agent WHERE NOT is_active LIMIT 1) "
        "WHERE id = %(promise)s AND EXISTS (SELECT 1 FROM people_agent WHERE NOT is_active)"
    ),
    "UPDATE people_agent SET is_active = false WHERE id = %(agent)s",
    "UPDATE people_agent SET role = 'auditor' WHERE id = %(agent)s",
    "UPDATE promises_promise SET wakes_at = NULL WHERE id = %(promise)s",
    # close over it
    "UPDATE cases_case SET status = 'closed', closed_how = 'word', closed_at = now() WHERE id = %(case)s",
    "UPDATE cases_case SET status = 'closed', closed_how = 'silence', closed_at = now() WHERE id = %(case)s",
    "UPDATE cases_case SET status = 'closed', closed_how = 'no_matter', closed_at = now() WHERE owed > 0",
    (
        "UPDATE cases_case SET status = 'closed', closed_how = 'override', closed_at = now(), override_reason = 'so', "
        "override_by_id = (SELECT id FROM people_agent WHERE role = 'agent' LIMIT 1) WHERE id = %(case)s"
    ),
    (
        "UPDATE cases_case SET status = 'closed', closed_how = 'merged', closed_at = now(), "
        "merged_into_id = (SELECT id FROM cases_case WHERE id <> %(case)s LIMIT 1) WHERE id = %(case)s"
    ),
    (
        "UPDATE promises_promise SET case_id = (SELECT id FROM cases_case WHERE status = 'closed' LIMIT 1) "
        "WHERE id = %(promise)s AND EXISTS (SELECT 1 FROM cases_case WHERE status = 'closed')"
    ),
    # prove it with nothing, or with what fell
    "UPDATE promises_evidence SET state = 'standing' WHERE promise_id = %(promise)s",
    "UPDATE promises_evidence SET type = 'customer_word' WHERE promise_id = %(promise)s",
    "UPDATE promises_evidence SET state = 'fallen' WHERE promise_id = %(promise)s",
    "INSERT INTO promises_promise SELECT * FROM promises_promise WHERE id = %(promise)s",
    # step behind the guards
    "TRUNCATE promises_promise CASCADE",
    "ALTER TABLE promises_promise DISABLE TRIGGER ALL",
    "DROP TRIGGER promise_life ON promises_promise",
    "SET LOCAL session_replication_role = replica",
    "CREATE OR REPLACE FUNCTION goodword_refuse(words text) RETURNS void LANGUAGE sql AS 'SELECT 1'",
)
