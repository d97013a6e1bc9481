"""The words that are known."""

import django.contrib.postgres.indexes
from django.db import migrations, models


class Migration(migrations.Migration):
    """Tables of finding."""

    initial = True
    dependencies = [("people", "0002_search")]
    operations = [
        migrations.CreateModel(
            name="Reading",
            fields=[
                ("name", models.CharField(max_length=20, primary_key=True, serialize=False)),
                ("last", models.BigIntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name="Term",
            fields=[
                ("word", models.CharField(max_length=30, primary_key=True, serialize=False)),
                ("seen", models.BigIntegerField(default=0)),
            ],
            options={
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        fields=["word"], name="term_by_likeness", opclasses=["gin_trgm_ops"]
                    )
                ],
            },
        ),
    ]
