"""Answers to requests that may come twice."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('kit', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='KeptAnswer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('who', models.CharField(max_length=40)),
                ('key', models.CharField(max_length=200)),
                ('request', models.CharField(max_length=64)),
                ('status', models.PositiveSmallIntegerField()),
                ('body', models.TextField()),
                ('at', models.DateTimeField()),
                ('wakes_at', models.DateTimeField()),
            ],
            options={
                'indexes': [models.Index(fields=['wakes_at'], name='answer_wakes')],
                'constraints': [models.UniqueConstraint(fields=('who', 'key'), name='answer_once_per_key')],
            },
        ),
    ]
