"""A message may be marked as unwanted by whoever got it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """One value more; the table stays as it is."""

    dependencies = [
        ('cases', '0005_proposing'),
    ]

    operations = [
        migrations.AlterField(
            model_name='message',
            name='delivery',
            field=models.CharField(choices=[('received', 'Received'), ('queued', 'Queued'), ('handed_over', 'Handed over'), ('delivered', 'Delivered'), ('delayed', 'Delayed, trying again'), ('failed', 'Not sent'), ('doubtful', 'Perhaps sent'), ('bounced', 'Bounced'), ('complained', 'Marked as unwanted')], default='received', max_length=12),
        ),
    ]
