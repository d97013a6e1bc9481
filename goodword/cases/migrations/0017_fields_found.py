import django.contrib.postgres.indexes
from django.contrib.postgres.operations import AddIndexConcurrently, ValidateConstraint
from django.db import migrations, models


class Migration(migrations.Migration):
    """Without holding up writers."""

    atomic = False
    dependencies = [("cases", "0016_fields")]

    operations = [
        AddIndexConcurrently(
            model_name='case',
            index=django.contrib.postgres.indexes.GinIndex(condition=models.Q(('field_terms', []), _negated=True), fields=['field_terms'], name='case_by_field'),
        ),
        ValidateConstraint(model_name='case', name='case_field_terms_are_few'),
    ]
