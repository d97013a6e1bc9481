"""Where an article stands in the help centre, and what can be found of it there."""

import django.contrib.postgres.indexes
import django.contrib.postgres.search
from django.db import migrations, models


# The words of the parts for customers that are there already: policies are few, so this takes milliseconds.
FILL = """
    UPDATE policies_policy SET public_search =
        setweight(to_tsvector('simple', version.title), 'A') || setweight(to_tsvector('simple', version.public_part), 'B')
    FROM policies_version version
    WHERE version.id = policies_policy.current_id AND version.public_part <> ''
"""


class Migration(migrations.Migration):

    dependencies = [
        ('policies', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='policy',
            name='help_topic',
            field=models.CharField(blank=True, db_default='', default='', max_length=60),
        ),
        migrations.AddField(
            model_name='policy',
            name='helped',
            field=models.PositiveIntegerField(db_default=0, default=0),
        ),
        migrations.AddField(
            model_name='policy',
            name='in_help_centre',
            field=models.BooleanField(db_default=False, default=False),
        ),
        migrations.AddField(
            model_name='policy',
            name='language',
            field=models.CharField(blank=True, db_default='', default='', max_length=12),
        ),
        migrations.AddField(
            model_name='policy',
            name='not_helped',
            field=models.PositiveIntegerField(db_default=0, default=0),
        ),
        migrations.AddField(
            model_name='policy',
            name='public_search',
            field=django.contrib.postgres.search.SearchVectorField(null=True),
        ),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
        migrations.AddIndex(
            model_name='policy',
            index=django.contrib.postgres.indexes.GinIndex(fields=['public_search'], name='policy_public_search'),
        ),
        migrations.AddIndex(
            model_name='policy',
            index=models.Index(condition=models.Q(('in_help_centre', True), ('is_active', True)), fields=['id'], name='policy_in_help_centre'),
        ),
    ]
