"""The group "Lead moderators", and what it, moderators and editors may do with conversations (docs/roles.md)."""

from django.db import migrations

ADMIN_ACCESS = ("wagtailadmin", "admin", "access_admin", "Can access Wagtail admin")
MODERATE = ("comments", "comment", "moderate_comment", "Can moderate the conversation")
LEAD = ("comments", "comment", "lead_moderation", "Can lift sanctions and see reports on moderation")
CONVERSATIONS = ("comments", "conversation", "change_conversation", "Can change conversation")
SETTINGS = ("comments", "conversationsettings", "change_conversationsettings", "Can change conversation")
RIGHTS = {
    "Moderators": [ADMIN_ACCESS, MODERATE, CONVERSATIONS],
    "Lead moderators": [ADMIN_ACCESS, MODERATE, LEAD, CONVERSATIONS, SETTINGS],
    "Editors": [CONVERSATIONS, SETTINGS],
}


def permission(apps, app_label, model, codename, name):
    """The permission row, made if Django has not made it yet: it does so only after all migrations."""
    content_type, _ = apps.get_model("contenttypes.ContentType").objects.get_or_create(app_label=app_label, model=model)
    found, _ = apps.get_model("auth.Permission").objects.get_or_create(
        content_type=content_type, codename=codename, defaults={"name": name}
    )
    return found


def grant(apps, schema_editor):
    for name, rights in RIGHTS.items():
        group, _ = apps.get_model("auth.Group").objects.get_or_create(name=name)
        group.permissions.add(*(permission(apps, *right) for right in rights))


class Migration(migrations.Migration):
    dependencies = [
        ("comments", "0001_initial"),
        ("portal", "0003_groups"),
    ]

    operations = [
        migrations.RunPython(grant, migrations.RunPython.noop),
    ]
