"""What is open to customers on the shop's site, and who knocks there how often."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('hours', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Knock',
            fields=[
                ('who', models.CharField(max_length=64, primary_key=True, serialize=False)),
                ('uses', models.PositiveIntegerField(default=1)),
                ('since', models.DateTimeField()),
                ('wakes_at', models.DateTimeField()),
            ],
            options={
                'indexes': [models.Index(fields=['wakes_at'], name='knock_wakes')],
            },
        ),
        migrations.CreateModel(
            name='Website',
            fields=[
                ('singleton', models.BooleanField(default=True, primary_key=True, serialize=False)),
                ('sites', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=200), blank=True, default=list, size=None)),
                ('inbox', models.CharField(blank=True, max_length=320)),
                ('form_is_on', models.BooleanField(default=False)),
                ('help_is_on', models.BooleanField(default=False)),
                ('help_is_found', models.BooleanField(default=False)),
                ('help_intro', models.CharField(blank=True, max_length=300)),
                ('chat_is_on', models.BooleanField(default=False)),
                ('chat_greeting', models.CharField(blank=True, max_length=300)),
                ('chat_colour', models.CharField(default='#1f5f8b', max_length=7)),
                ('chat_hours', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='hours.calendar')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('singleton', True)), name='website_is_one_row'), models.CheckConstraint(condition=models.Q(('chat_colour__regex', '^#[0-9a-f]{6}$')), name='website_colour_is_one')],
            },
        ),
    ]
