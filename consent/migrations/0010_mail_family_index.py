"""Each letter that asks to confirm asks for the mailbox first."""

from django.db import migrations, models

from portal.migration_operations import AddIndexWhileInUse


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("consent", "0009_mail_family")]

    operations = [
        AddIndexWhileInUse(
            model_name="suppression", index=models.Index(fields=["family"], name="suppression_of_family")
        ),
    ]
