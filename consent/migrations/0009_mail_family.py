"""Who said “this wasn't me” is asked to confirm nothing any more, under whichever spelling of the mailbox."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("consent", "0008_words_health_data_policy_before")]

    operations = [
        migrations.AddField(
            model_name="suppression",
            name="family",
            field=models.CharField(
                blank=True,
                db_default="",
                default="",
                editable=False,
                max_length=73,
                verbose_name="look-up of its mailbox",
            ),
        ),
    ]
