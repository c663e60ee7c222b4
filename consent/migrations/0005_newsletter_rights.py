"""Editors compose and send newsletters (docs/roles.md)."""

from django.db import migrations


def grant(apps, schema_editor):
    """Grants it. Django makes rows of permissions only after all migrations, so it is made here if it is missing."""
    content_type, _made = apps.get_model("contenttypes.ContentType").objects.get_or_create(
        app_label="consent", model="newsletterissue"
    )
    permission, _made = apps.get_model("auth.Permission").objects.get_or_create(
        content_type=content_type,
        codename="send_newsletter",
        defaults={"name": "Can compose and send newsletters"},
    )
    apps.get_model("auth.Group").objects.get(name="Editors").permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [
        ("consent", "0004_desk_rights"),
        ("portal", "0003_groups"),
    ]

    operations = [migrations.RunPython(grant, migrations.RunPython.noop)]
