"""Who we are to customers; and a customer's language is unknown until something tells it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """One new table; the change of a default is Django's alone."""

    dependencies = [("people", "0002_search")]
    operations = [
        migrations.AlterField("customer", "language", models.CharField(blank=True, default="", max_length=12)),
        migrations.CreateModel(
            "Organisation",
            fields=[
                ("singleton", models.BooleanField(default=True, primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=120)),
                ("reach", models.CharField(blank=True, max_length=300)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(condition=models.Q(singleton=True), name="organisation_is_one_row"),
                    models.CheckConstraint(condition=~models.Q(name=""), name="organisation_has_a_name"),
                ],
            },
        ),
    ]
