"""What providers have said, so that nothing counts twice."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """A table of its own."""

    dependencies = [
        ('cases', '0006_complained'),
        ('email', '0004_mail_log'),
    ]

    operations = [
        migrations.CreateModel(
            name='ProviderEvent',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('key', models.CharField(max_length=64, unique=True)),
                ('provider', models.CharField(max_length=20)),
                ('kind', models.CharField(max_length=12)),
                ('at', models.DateTimeField()),
                ('message', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.message')),
            ],
        ),
    ]
