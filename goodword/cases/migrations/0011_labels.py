import django.contrib.postgres.fields
import django.contrib.postgres.operations
from django.db import migrations, models

NotValid = django.contrib.postgres.operations.AddConstraintNotValid


class Migration(migrations.Migration):
    """Cheap on a full desk: the columns have defaults of the database, and what is there is checked later."""

    dependencies = [("cases", "0010_no_part_of_subject")]

    operations = [
        migrations.CreateModel(
            name='Tag',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=30, unique=True)),
                ('is_active', models.BooleanField(default=True)),
            ],
            options={
                'ordering': ['name'],
                'constraints': [models.CheckConstraint(condition=models.Q(('name__regex', '^[^\\s:\\",]+$')), name='tag_is_one_word')],
            },
        ),
        migrations.AddField(
            model_name='case',
            name='priority',
            field=models.CharField(choices=[('low', 'Low'), ('normal', 'Normal'), ('high', 'High'), ('urgent', 'Urgent')], db_default='normal', default='normal', max_length=6),
        ),
        migrations.AddField(
            model_name='case',
            name='tags',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=30), blank=True, db_default=[], default=list, size=None),
        ),
        NotValid(
            model_name='case',
            constraint=models.CheckConstraint(condition=models.Q(('tags__len__lte', 20)), name='case_tags_are_few'),
        ),
        NotValid(
            model_name='case',
            constraint=models.CheckConstraint(condition=models.Q(('priority__in', ['low', 'normal', 'high', 'urgent'])), name='case_priority_known'),
        ),
    ]
