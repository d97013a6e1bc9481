"""The calendars and their extra days off."""

import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Calendar",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=80, unique=True)),
                ("zone", models.CharField(max_length=60)),
                ("week", models.JSONField()),
                ("country", models.CharField(blank=True, max_length=2)),
                ("region", models.CharField(blank=True, max_length=40)),
                ("is_default", models.BooleanField(default=False)),
                ("version", models.UUIDField(default=uuid.uuid4)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("is_default", True)),
                        fields=("is_default",),
                        name="one_default_calendar",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True), name="calendar_has_a_name"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("zone", ""), _negated=True), name="calendar_has_a_zone"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("region", ""), models.Q(("country", ""), _negated=True), _connector="OR"
                        ),
                        name="region_needs_its_country",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Holiday",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("day", models.DateField()),
                ("name", models.CharField(max_length=80)),
                (
                    "calendar",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="extra_holidays",
                        to="hours.calendar",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("calendar", "day"), name="holiday_once_a_day")
                ],
            },
        ),
    ]
