"""Who knows about what, and in which language a partner reads."""

import django.contrib.postgres.indexes
import django.db.models.deletion
import django.db.models.functions.text
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """A table, and a column with a default that processes of the version before need not know."""

    dependencies = [
        ('people', '0005_purchases'),
    ]

    operations = [
        migrations.AddField(
            model_name='partner',
            name='language',
            field=models.CharField(blank=True, db_default='', default='', max_length=12),
        ),
        migrations.CreateModel(
            name='Skill',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('topic', models.CharField(max_length=80)),
                ('is_said', models.BooleanField(default=False)),
                ('learnt', models.PositiveIntegerField(default=0)),
                ('is_hidden', models.BooleanField(default=False)),
                ('agent', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='skills', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [django.contrib.postgres.indexes.GinIndex(fields=['topic'], name='skill_by_part_of_topic', opclasses=['gin_trgm_ops'])],
                'constraints': [models.UniqueConstraint(models.F('agent'), django.db.models.functions.text.Lower('topic'), name='skill_once_per_person'), models.CheckConstraint(condition=models.Q(('topic', ''), _negated=True), name='skill_has_a_topic')],
            },
        ),
    ]
