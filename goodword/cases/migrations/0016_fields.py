import django.contrib.postgres.fields
import django.contrib.postgres.operations
from django.db import migrations, models

NotValid = django.contrib.postgres.operations.AddConstraintNotValid
REQUIRED = """
CREATE FUNCTION goodword_fields_are_filled() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    matter cases_case%ROWTYPE;
BEGIN
    SELECT * INTO matter FROM cases_case WHERE id = NEW.id;
    IF matter.status = 'closed' AND matter.closed_how IN ('word', 'silence') AND EXISTS (
        SELECT 1 FROM cases_field WHERE is_required AND is_active AND NOT matter.fields ? key
    ) THEN
        PERFORM goodword_refuse('a case ends once its required fields are filled in');
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER case_fields_filled AFTER UPDATE OF status ON cases_case
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (NEW.status = 'closed' AND OLD.status <> 'closed' AND NEW.closed_how IN ('word', 'silence'))
    EXECUTE FUNCTION goodword_fields_are_filled();
"""
BACK = "DROP TRIGGER case_fields_filled ON cases_case; DROP FUNCTION goodword_fields_are_filled();"


class Migration(migrations.Migration):
    """Cheap on a full desk: the columns have defaults of the database, and what is there is checked later."""

    dependencies = [("cases", "0015_unwanted_found")]

    operations = [
        migrations.CreateModel(
            name='Field',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.SlugField(max_length=30, unique=True)),
                ('name', models.CharField(max_length=60)),
                ('kind', models.CharField(choices=[('text', 'Text'), ('number', 'Number'), ('date', 'Date'), ('choice', 'One of several'), ('yes_no', 'Yes or no')], max_length=6)),
                ('choices', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=60), blank=True, default=list, size=None)),
                ('is_required', models.BooleanField(default=False)),
                ('is_active', models.BooleanField(default=True)),
                ('position', models.PositiveSmallIntegerField(default=100)),
            ],
            options={
                'ordering': ['position', 'name', 'id'],
                'constraints': [models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='field_has_name'), models.CheckConstraint(condition=models.Q(models.Q(('choices__len__gt', 0), ('kind', 'choice')), models.Q(models.Q(('kind', 'choice'), _negated=True), ('choices', [])), _connector='OR'), name='field_has_choices_where_it_should')],
            },
        ),
        migrations.AddField(
            model_name='case',
            name='fields',
            field=models.JSONField(blank=True, db_default={}, default=dict),
        ),
        migrations.AddField(
            model_name='case',
            name='field_terms',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=240), blank=True, db_default=[], default=list, size=None),
        ),
        NotValid(
            model_name='case',
            constraint=models.CheckConstraint(condition=models.Q(('field_terms__len__lte', 120)), name='case_field_terms_are_few'),
        ),
        migrations.RunSQL(REQUIRED, BACK),
    ]
