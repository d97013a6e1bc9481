"""Who is in the chat."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('cases', '0007_bcc'),
        ('people', '0008_undo_seconds'),
    ]

    operations = [
        migrations.CreateModel(
            name='Visit',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('digest', models.CharField(max_length=64, unique=True)),
                ('language', models.CharField(blank=True, max_length=12)),
                ('page', models.CharField(blank=True, max_length=300)),
                ('started_at', models.DateTimeField()),
                ('seen_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(null=True)),
                ('wakes_at', models.DateTimeField(null=True)),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='visits', to='cases.case')),
                ('identity', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.identity')),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('wakes_at__isnull', False)), fields=['wakes_at'], name='visit_wakes'), models.Index(fields=['case', '-id'], name='visit_of_case')],
            },
        ),
    ]
