"""How the words of a text are read; the SQL stands beside, to be read as one."""

from pathlib import Path

from django.db import migrations

WORDS = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    """One function."""

    dependencies = [
        ("finding", "0001_initial"),
        ("cases", "0006_complained"),
        ("people", "0007_tokens"),
        ("promises", "0005_dependencies"),
    ]
    operations = [migrations.RunSQL(WORDS, "DROP FUNCTION goodword_words(bigint, text)")]
