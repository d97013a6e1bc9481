"""How often a customer's link was used within the hour, so that one link cannot flood the desk."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Two columns, with defaults that processes of the version before need not know."""

    dependencies = [("promises", "0003_first_kinds")]
    operations = [
        migrations.AddField("link", "uses", models.PositiveIntegerField(db_default=0)),
        migrations.AddField("link", "uses_since", models.DateTimeField(null=True)),
    ]
