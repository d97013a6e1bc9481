"""The rows of the models, due at once: the first fit follows the first start."""

from datetime import UTC, datetime

from django.db import migrations


def add(apps, schema_editor):
    """Adds what is not there yet."""
    apps.get_model("insight", "Fit").objects.get_or_create(
        name="forecast", defaults={"wakes_at": datetime(2020, 1, 1, tzinfo=UTC)}
    )


class Migration(migrations.Migration):
    """First rows."""

    dependencies = [("insight", "0001_initial")]
    operations = [migrations.RunPython(add, migrations.RunPython.noop)]
