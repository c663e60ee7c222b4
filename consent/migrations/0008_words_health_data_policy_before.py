"""Consents from before their version of the consumer health data policy was kept get it from the ledger: the policy in
force when they were given has its digest there. Who agreed when there was none keeps none.
"""

from django.db import migrations

KIND = "health-data"


def fill(apps, schema_editor):
    entries, consents = apps.get_model("consent.ConsentEntry").objects, apps.get_model("consent.Consent").objects
    texts = apps.get_model("consent.TextVersion").objects.filter(kind=KIND)
    for text in texts.order_by("version"):  # words that came back later count as the later version
        agreed = entries.filter(**{"site_id": text.site_id, f"policies__{KIND}": text.digest})
        consents.filter(entry_number__in=agreed.values("number")).update(health_data_version=text.version)


class Migration(migrations.Migration):
    dependencies = [("consent", "0007_words_health_data_policy")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
