"""No letter of the desk's own to whom wants none; the SQL stands beside, to be read as one."""

from pathlib import Path

from django.db import migrations

GUARD = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")
BACK = "DROP TRIGGER contact_is_wanted ON closing_contact; DROP FUNCTION goodword_contact_is_wanted();"


class Migration(migrations.Migration):
    """A trigger behind the wish."""

    dependencies = [("closing", "0004_quiet"), ("promises", "0002_hard_rules")]
    operations = [migrations.RunSQL(GUARD, BACK)]
