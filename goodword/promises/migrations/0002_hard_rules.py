"""The hard rules of a promise as constraints and triggers; the SQL stands beside, to be read as one."""

from pathlib import Path

from django.db import migrations

HARD_RULES = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")
BACK = """
DROP TRIGGER promise_counts ON promises_promise; DROP TRIGGER agent_hands_on ON people_agent;
DROP TRIGGER case_close_gate ON cases_case; DROP TRIGGER due_life ON promises_due;
DROP TRIGGER evidence_life ON promises_evidence; DROP TRIGGER due_at_commit ON promises_due;
DROP TRIGGER evidence_at_commit ON promises_evidence; DROP TRIGGER promise_at_commit ON promises_promise;
DROP TRIGGER promise_begins ON promises_promise; DROP TRIGGER promise_life ON promises_promise;
DROP FUNCTION goodword_promise_counts(), goodword_case_owes(bigint), goodword_agent_at_commit(),
    goodword_case_at_commit(), goodword_due_life(), goodword_evidence_life(), goodword_evidence_at_commit(),
    goodword_promise_at_commit(), goodword_promise_stands(bigint), goodword_promise_begins(),
    goodword_promise_life(), goodword_refuse(text);
"""


class Migration(migrations.Migration):
    """Constraints and triggers behind the rules."""

    dependencies = [("promises", "0001_initial"), ("cases", "0003_tallies"), ("people", "0001_initial")]
    operations = [migrations.RunSQL(HARD_RULES, BACK)]
