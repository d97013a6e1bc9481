
import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

FROZEN = """
CREATE FUNCTION goodword_start_facts_are_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' OR
       (NEW.case_id, NEW.at, NEW.first_id, NEW.customer_id, NEW.category_id, NEW.feasibility, NEW.channel, NEW.anger,
        NEW.complaints, NEW.routed)
       IS DISTINCT FROM
       (OLD.case_id, OLD.at, OLD.first_id, OLD.customer_id, OLD.category_id, OLD.feasibility, OLD.channel, OLD.anger,
        OLD.complaints, OLD.routed)
    THEN
        RAISE EXCEPTION 'what a case began with is frozen at first touch' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER rated_case_is_frozen BEFORE UPDATE OR DELETE ON insight_ratedcase
    FOR EACH ROW EXECUTE FUNCTION goodword_start_facts_are_frozen();
"""
BACK = "DROP TRIGGER rated_case_is_frozen ON insight_ratedcase; DROP FUNCTION goodword_start_facts_are_frozen();"


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0009_feasibility'),
        ('insight', '0001_initial'),
        ('people', '0008_undo_seconds'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='RatingRun',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('cases', models.PositiveIntegerField()),
                ('answers', models.PositiveIntegerField()),
                ('people', models.PositiveIntegerField()),
                ('has_slice', models.BooleanField(default=False)),
            ],
        ),
        migrations.CreateModel(
            name='RatedCase',
            fields=[
                ('case', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='rated', serialize=False, to='cases.case')),
                ('at', models.DateTimeField()),
                ('feasibility', models.CharField(choices=[('feasible', 'Usually possible as asked'), ('limited', 'Possible within limits'), ('infeasible', 'Rarely possible as asked')], max_length=10)),
                ('channel', models.CharField(max_length=8)),
                ('anger', models.PositiveSmallIntegerField(default=0)),
                ('complaints', models.PositiveSmallIntegerField(default=0)),
                ('routed', models.CharField(choices=[('matched', 'Taken or given by somebody'), ('random', 'By chance, inside the fair slice')], default='matched', max_length=7)),
                ('wakes_at', models.DateTimeField(null=True)),
                ('ended_at', models.DateTimeField(null=True)),
                ('agents', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list, size=None)),
                ('shares', django.contrib.postgres.fields.ArrayField(base_field=models.FloatField(), default=list, size=None)),
                ('needless', django.contrib.postgres.fields.ArrayField(base_field=models.BooleanField(), default=list, size=None)),
                ('needed', django.contrib.postgres.fields.ArrayField(base_field=models.BooleanField(), default=list, size=None)),
                ('stated', models.FloatField(null=True)),
                ('outcome', models.FloatField(null=True)),
                ('promise', models.PositiveSmallIntegerField(default=0)),
                ('reopened', models.BooleanField(default=False)),
                ('asked', models.BooleanField(default=False)),
                ('answer', models.PositiveSmallIntegerField(null=True)),
                ('category', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='cases.category')),
                ('customer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.customer')),
                ('first', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Appeal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('feasibility', models.CharField(choices=[('feasible', 'Usually possible as asked'), ('limited', 'Possible within limits'), ('infeasible', 'Rarely possible as asked')], max_length=10)),
                ('reason', models.CharField(max_length=500)),
                ('upheld', models.BooleanField(null=True)),
                ('decided_at', models.DateTimeField(null=True)),
                ('decided_why', models.CharField(blank=True, max_length=500)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('decided_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('rated', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='appeals', to='insight.ratedcase')),
            ],
        ),
        migrations.CreateModel(
            name='AgentRating',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('score', models.FloatField()),
                ('low', models.FloatField()),
                ('high', models.FloatField()),
                ('expectation', models.FloatField()),
                ('status', models.CharField(max_length=16)),
                ('reliability', models.FloatField()),
                ('answers', models.FloatField()),
                ('raw', models.FloatField()),
                ('error', models.FloatField()),
                ('parts', models.JSONField(default=dict)),
                ('words', models.JSONField(default=list)),
                ('drivers', models.JSONField(default=list)),
                ('agent', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='ratings', to=settings.AUTH_USER_MODEL)),
                ('run', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='ratings', to='insight.ratingrun')),
            ],
        ),
        migrations.AddIndex(
            model_name='ratedcase',
            index=models.Index(condition=models.Q(('wakes_at__isnull', False)), fields=['wakes_at'], name='rated_case_wakes'),
        ),
        migrations.AddIndex(
            model_name='ratedcase',
            index=models.Index(condition=models.Q(('ended_at__isnull', False)), fields=['ended_at'], name='rated_case_ended'),
        ),
        migrations.AddConstraint(
            model_name='ratedcase',
            constraint=models.CheckConstraint(condition=models.Q(('anger__lte', 3)), name='rated_case_anger_is_up_to_three'),
        ),
        migrations.AddConstraint(
            model_name='ratedcase',
            constraint=models.CheckConstraint(condition=models.Q(('answer__isnull', True), models.Q(('answer__range', (1, 5)), ('asked', True)), _connector='OR'), name='rated_case_answer_was_asked'),
        ),
        migrations.AddConstraint(
            model_name='appeal',
            constraint=models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='appeal_has_a_reason'),
        ),
        migrations.AddConstraint(
            model_name='appeal',
            constraint=models.CheckConstraint(condition=models.Q(('decided_by', models.F('by')), _negated=True), name='appeal_is_decided_by_somebody_else'),
        ),
        migrations.AddConstraint(
            model_name='appeal',
            constraint=models.CheckConstraint(condition=models.Q(('upheld__isnull', True), models.Q(('decided_at__isnull', False), ('decided_by__isnull', False), models.Q(('decided_why', ''), _negated=True)), _connector='OR'), name='appeal_decided_says_why'),
        ),
        migrations.AddConstraint(
            model_name='appeal',
            constraint=models.UniqueConstraint(condition=models.Q(('upheld__isnull', True)), fields=('rated',), name='appeal_open_is_one'),
        ),
        migrations.AddIndex(
            model_name='agentrating',
            index=models.Index(fields=['agent', '-run'], name='rating_of_agent'),
        ),
        migrations.AddConstraint(
            model_name='agentrating',
            constraint=models.UniqueConstraint(fields=('run', 'agent'), name='rating_once_per_run'),
        ),
        migrations.RunSQL(FROZEN, BACK),
    ]
