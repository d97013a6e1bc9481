"""The cap on letters of the desk's own and the order of survey and end, as triggers; the SQL stands beside."""

from pathlib import Path

from django.db import migrations

GUARDS = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")
KNOWN = """
INSERT INTO closing_contact (customer_id, kind, message_id, at)
SELECT c.customer_id, 'check', k.asked_by_id, k.asked_at FROM closing_check k JOIN cases_case c ON c.id = k.case_id
WHERE k.asked_by_id IS NOT NULL AND k.asked_at > now() - interval '30 days';
"""
BACK = """
DROP TRIGGER survey_answer_after_the_end ON closing_surveyanswer; DROP TRIGGER survey_begins_after_the_end ON closing_survey;
DROP TRIGGER survey_after_the_end ON closing_survey; DROP TRIGGER contact_cap ON closing_contact;
DROP FUNCTION goodword_survey_after_the_end(), goodword_contact_cap();
"""


class Migration(migrations.Migration):
    """What was written by itself in the last month counts already; from now on the database counts too."""

    dependencies = [("closing", "0002_surveys_and_contacts"), ("promises", "0002_hard_rules")]
    operations = [migrations.RunSQL(KNOWN, migrations.RunSQL.noop), migrations.RunSQL(GUARDS, BACK)]
