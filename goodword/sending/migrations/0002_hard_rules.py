"""The life of a waiting reply as a trigger; the SQL stands beside, to be read as one."""

from pathlib import Path

from django.db import migrations

HARD_RULES = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")
BACK = "DROP TRIGGER reply_life ON sending_reply; DROP FUNCTION goodword_reply_life();"


class Migration(migrations.Migration):
    """A reply ends once, and never goes out early or unread."""

    dependencies = [("sending", "0001_initial"), ("promises", "0002_hard_rules")]
    operations = [migrations.RunSQL(HARD_RULES, BACK)]
