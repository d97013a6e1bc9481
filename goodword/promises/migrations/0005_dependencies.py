"""Promises that wait for the answer to an ask."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """A table."""

    dependencies = [
        ('asks', '0003_links_and_files'),
        ('promises', '0004_link_uses'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Dependency',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(null=True)),
                ('ask', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='waited_for_by', to='asks.ask')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('promise', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='waits_for', to='promises.promise')),
            ],
            options={
                'verbose_name_plural': 'dependencies',
                'constraints': [models.UniqueConstraint(condition=models.Q(('ended_at__isnull', True)), fields=('promise', 'ask'), name='dependency_once')],
            },
        ),
    ]
