import django.contrib.postgres.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("sending", "0006_replies_as_they_were_typed"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="macro",
            name="macro_does_something",
        ),
        migrations.AddField(
            model_name="macro",
            name="closes",
            field=models.BooleanField(db_default=False, default=False),
        ),
        migrations.AddField(
            model_name="macro",
            name="priority",
            field=models.CharField(
                blank=True,
                choices=[("low", "Low"), ("normal", "Normal"), ("high", "High"), ("urgent", "Urgent")],
                db_default="",
                max_length=6,
            ),
        ),
        migrations.AddField(
            model_name="macro",
            name="tags",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(max_length=30), blank=True, db_default=[], default=list, size=None
            ),
        ),
        migrations.AddConstraint(
            model_name="macro",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("assigns", False),
                    ("category", None),
                    ("closes", False),
                    ("priority", ""),
                    ("snooze_days", None),
                    ("tags", []),
                    ("texts", {}),
                    _negated=True,
                ),
                name="macro_does_something",
            ),
        ),
    ]
