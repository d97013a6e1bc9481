"""How an ask is answered without an account, and what came along with the answer."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """Two tables, and an index on the few asks that are open."""

    dependencies = [
        ('asks', '0002_initial'),
        ('cases', '0005_proposing'),
        ('people', '0006_skills'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='File',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=200)),
                ('filename', models.CharField(max_length=200)),
                ('content_type', models.CharField(max_length=120)),
                ('size', models.BigIntegerField()),
            ],
        ),
        migrations.CreateModel(
            name='Link',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField()),
                ('expires_at', models.DateTimeField()),
                ('uses', models.PositiveIntegerField(db_default=0)),
                ('uses_since', models.DateTimeField(null=True)),
            ],
        ),
        migrations.AddIndex(
            model_name='ask',
            index=models.Index(condition=models.Q(('state', 'open'), ('to_partner__isnull', False)), fields=['to_partner', 'answer_by'], name='ask_open_of_partner'),
        ),
        migrations.AddField(
            model_name='file',
            name='ask',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='files', to='asks.ask'),
        ),
        migrations.AddField(
            model_name='link',
            name='agent',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='link',
            name='ask',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='links', to='asks.ask'),
        ),
    ]
