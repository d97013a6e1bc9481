"""Which ask a notice is about."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """An empty column."""

    dependencies = [
        ('notices', '0003_of_promise'),
    ]

    operations = [
        migrations.AddField(
            model_name='notice',
            name='ask_id',
            field=models.BigIntegerField(null=True),
        ),
    ]
