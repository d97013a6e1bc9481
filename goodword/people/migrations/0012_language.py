from django.db import migrations, models


class Migration(migrations.Migration):
    """The language in which somebody reads the desk; empty is that of their browser."""

    dependencies = [("people", "0011_sign_in")]

    operations = [
        migrations.AddField(
            "agent", "language", models.CharField(max_length=12, default="", db_default="", blank=True)
        ),
        migrations.AddConstraint(
            "agent",
            models.CheckConstraint(
                condition=models.Q(language__in=["", "en", "de", "fr", "es"]), name="agent_language_is_ours"
            ),
        ),
    ]
