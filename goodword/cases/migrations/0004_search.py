"""Finding cases by a part of their subject, and our messages that did not arrive."""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):
    """Built without holding up writers."""

    atomic = False
    dependencies = [("cases", "0003_tallies"), ("people", "0002_search")]
    operations = [
        AddIndexConcurrently(
            "case", GinIndex(fields=["subject"], name="case_by_part_of_subject", opclasses=["gin_trgm_ops"])
        ),
        AddIndexConcurrently(
            "message",
            models.Index(
                fields=["case", "-id"],
                condition=models.Q(delivery__in=["bounced", "failed", "doubtful"]),
                name="message_in_trouble",
            ),
        ),
    ]
