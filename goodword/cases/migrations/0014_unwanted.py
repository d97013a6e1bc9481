import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """A new table, and a new word for how a case ended; no row is touched."""

    dependencies = [
        ("cases", "0013_ties"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Sender',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('address', models.CharField(max_length=320, unique=True)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('address', ''), _negated=True), name='unwanted_has_address')],
            },
        ),
        migrations.AlterField(
            model_name='case',
            name='closed_how',
            field=models.CharField(blank=True, choices=[('word', "By the customer's word"), ('silence', 'By silence'), ('no_matter', 'Nothing was asked'), ('override', 'By a lead, with a reason'), ('merged', 'Merged into another case'), ('spam', 'Marked as spam')], max_length=10),
        ),
    ]
