"""Subjects are found by their words now (finding.0003), so that mail coming in keeps one index less."""

from django.contrib.postgres.operations import RemoveIndexConcurrently
from django.db import migrations


class Migration(migrations.Migration):
    """Without holding up writers."""

    atomic = False
    dependencies = [("cases", "0009_feasibility"), ("finding", "0003_indexes")]
    operations = [RemoveIndexConcurrently("case", "case_by_part_of_subject")]
