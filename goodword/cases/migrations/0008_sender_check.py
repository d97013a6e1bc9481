"""What the receiving server found about the sender of a mail."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Two columns with a constant default: the table is not rewritten."""

    dependencies = [
        ('cases', '0007_bcc'),
    ]

    operations = [
        migrations.AddField(
            model_name='message',
            name='sender_check',
            field=models.CharField(blank=True, db_default='', default='', max_length=6),
        ),
        migrations.AddField(
            model_name='message',
            name='sender_words',
            field=models.CharField(blank=True, db_default='', default='', max_length=200),
        ),
    ]
