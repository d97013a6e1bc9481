from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):
    """Without holding up writers."""

    atomic = False
    dependencies = [("cases", "0014_unwanted")]

    operations = [
        AddIndexConcurrently(
            model_name='case',
            index=models.Index(condition=models.Q(('closed_how', 'spam')), fields=['-last_at', '-id'], name='case_spam'),
        ),
    ]
