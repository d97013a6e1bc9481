import django.db.models.deletion
import django.db.models.functions.comparison
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """Two new tables; nothing that is there is touched."""

    dependencies = [
        ('cases', '0012_labels_found'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Split',
            fields=[
                ('case', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='split', serialize=False, to='cases.case')),
                ('moved', models.JSONField(default=list)),
                ('at', models.DateTimeField()),
                ('undone_at', models.DateTimeField(null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('origin', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='splits', to='cases.case')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('case', models.F('origin')), _negated=True), name='split_is_of_another')],
            },
        ),
        migrations.CreateModel(
            name='Tie',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('relation', models.CharField(choices=[('related', 'Related'), ('duplicate', 'Duplicate of'), ('caused', 'Caused by'), ('blocked', 'Blocked by')], max_length=10)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='ties', to='cases.case')),
                ('other', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='ties_to', to='cases.case')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('case', models.F('other')), _negated=True), name='tie_is_of_two'), models.UniqueConstraint(django.db.models.functions.comparison.Least('case', 'other'), django.db.models.functions.comparison.Greatest('case', 'other'), name='tie_once_for_two')],
            },
        ),
    ]
