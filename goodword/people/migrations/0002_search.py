"""Finding customers by a part of their name or address."""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.operations import AddIndexConcurrently, TrigramExtension
from django.db import migrations


class Migration(migrations.Migration):
    """Trigram indexes, built without holding up writers."""

    atomic = False
    dependencies = [("people", "0001_initial")]
    operations = [
        TrigramExtension(),
        AddIndexConcurrently(
            "customer", GinIndex(fields=["name"], name="customer_by_part_of_name", opclasses=["gin_trgm_ops"])
        ),
        AddIndexConcurrently(
            "identity", GinIndex(fields=["address"], name="identity_by_part", opclasses=["gin_trgm_ops"])
        ),
    ]
