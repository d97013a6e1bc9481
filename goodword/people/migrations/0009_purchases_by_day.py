"""Purchases by the days of their milestones and by part of their product, built without holding up writers."""

import django.contrib.postgres.indexes
from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models

Q = models.Q
INDEXES = (
    models.Index(fields=["bought_on"], name="purchase_bought_on"),
    models.Index(condition=Q(("delivered_on__isnull", False)), fields=["delivered_on"], name="purchase_delivered_on"),
    models.Index(
        condition=Q(("warranty_until__isnull", False)), fields=["warranty_until"], name="purchase_warranty_until"
    ),
    django.contrib.postgres.indexes.GinIndex(
        fields=["product"], name="purchase_by_part_of_product", opclasses=["gin_trgm_ops"]
    ),
)


class Migration(migrations.Migration):
    """Indexes for plans and for notices to many."""

    atomic = False
    dependencies = [("people", "0008_undo_seconds")]
    operations = [AddIndexConcurrently("purchase", index) for index in INDEXES]
