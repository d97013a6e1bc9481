from django.contrib.postgres.fields import ArrayField
from django.db import migrations, models


class Migration(migrations.Migration):
    """Whom a mail has already been handed over for, and what is wrong with a mailbox's outgoing server."""

    dependencies = [("email", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="outgoing",
            name="done",
            field=ArrayField(models.CharField(max_length=320), default=list, size=None),
        ),
        migrations.AddField(
            model_name="mailbox",
            name="sending_trouble",
            field=models.CharField(blank=True, default="", max_length=500),
            preserve_default=False,
        ),
    ]
