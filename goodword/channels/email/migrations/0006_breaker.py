"""The breaker of mail that goes in circles, what it counts, and receipts."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """Two tables of their own, and a switch that is off."""

    dependencies = [
        ('email', '0005_provider_events'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='mailbox',
            name='sends_receipts',
            field=models.BooleanField(db_default=False, default=False),
        ),
        migrations.CreateModel(
            name='AutomaticMail',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('address', models.CharField(max_length=320)),
                ('mailbox', models.CharField(blank=True, max_length=320)),
                ('at', models.DateTimeField()),
            ],
            options={
                'indexes': [models.Index(fields=['address', '-id'], name='automatic_mail_by_address')],
            },
        ),
        migrations.CreateModel(
            name='Breaker',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('address', models.CharField(max_length=320)),
                ('mailbox', models.CharField(blank=True, max_length=320)),
                ('words', models.CharField(max_length=300)),
                ('case_id', models.BigIntegerField(null=True)),
                ('stopped_at', models.DateTimeField()),
                ('released_at', models.DateTimeField(null=True)),
                ('released_by', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(fields=['address', '-id'], name='breaker_by_address')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('released_at__isnull', True)), fields=('address', 'mailbox'), name='breaker_open_once'), models.CheckConstraint(condition=models.Q(models.Q(('released_at__isnull', True), ('released_by__isnull', True)), models.Q(('released_at__isnull', False), ('released_by__isnull', False)), _connector='OR'), name='breaker_release_has_a_person')],
            },
        ),
    ]
