"""Which ask a mail carries."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """An empty column, and an index on the rows that fill it."""

    dependencies = [
        ('asks', '0003_links_and_files'),
        ('cases', '0005_proposing'),
        ('email', '0002_partly_sent'),
    ]

    operations = [
        migrations.AddField(
            model_name='outgoing',
            name='ask',
            field=models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='mails', to='asks.ask'),
        ),
        migrations.AddIndex(
            model_name='outgoing',
            index=models.Index(condition=models.Q(('ask__isnull', False)), fields=['ask'], name='outgoing_of_ask'),
        ),
    ]
