import django.contrib.postgres.indexes
from django.contrib.postgres.operations import AddIndexConcurrently, ValidateConstraint
from django.db import migrations, models


class Migration(migrations.Migration):
    """Without holding up writers."""

    atomic = False
    dependencies = [("cases", "0011_labels")]

    operations = [
        AddIndexConcurrently(
            model_name='case',
            index=django.contrib.postgres.indexes.GinIndex(condition=models.Q(('tags', []), _negated=True), fields=['tags'], name='case_by_tag'),
        ),
        AddIndexConcurrently(
            model_name='case',
            index=models.Index(condition=models.Q(('priority', 'normal'), _negated=True), fields=['priority', '-last_at', '-id'], name='case_by_priority'),
        ),
        ValidateConstraint(model_name='case', name='case_tags_are_few'),
        ValidateConstraint(model_name='case', name='case_priority_known'),
    ]
