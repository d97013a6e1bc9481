"""The mail log: who wrote a mail and about what, and indexes for each filter."""

import django.contrib.postgres.indexes
from django.db import migrations, models


class Migration(migrations.Migration):
    """Two columns that are empty for older mails, and four indexes."""

    dependencies = [
        ('email', '0003_asks'),
    ]

    operations = [
        migrations.AddField(
            model_name='arrival',
            name='sender',
            field=models.CharField(blank=True, db_default='', default='', max_length=320),
        ),
        migrations.AddField(
            model_name='arrival',
            name='subject',
            field=models.CharField(blank=True, db_default='', default='', max_length=250),
        ),
        migrations.AddIndex(
            model_name='arrival',
            index=models.Index(fields=['outcome', '-id'], name='arrival_by_outcome'),
        ),
        migrations.AddIndex(
            model_name='arrival',
            index=models.Index(fields=['sender', '-id'], name='arrival_by_sender'),
        ),
        migrations.AddIndex(
            model_name='outgoing',
            index=models.Index(fields=['state', '-id'], name='outgoing_by_state'),
        ),
        migrations.AddIndex(
            model_name='outgoing',
            index=django.contrib.postgres.indexes.GinIndex(fields=['recipients'], name='outgoing_by_recipient'),
        ),
    ]
