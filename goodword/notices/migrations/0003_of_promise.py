"""Who was told about a promise is asked on its page."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    """An index."""

    dependencies = [("notices", "0002_initial")]
    operations = [
        migrations.AddIndex(
            model_name="notice",
            index=models.Index(
                fields=["promise_id"], condition=Q(promise_id__isnull=False), name="notice_of_promise"
            ),
        ),
    ]
