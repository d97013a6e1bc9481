from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0008_sender_check'),
    ]

    operations = [
        migrations.AddField(
            model_name='category',
            name='feasibility',
            field=models.CharField(choices=[('feasible', 'Usually possible as asked'), ('limited', 'Possible within limits'), ('infeasible', 'Rarely possible as asked')], default='feasible', max_length=10),
        ),
    ]
