"""The group "Data protection", and what it and the editors may do at the consent desk (docs/roles.md)."""

from django.db import migrations

ADMIN_ACCESS = ("wagtailadmin", "admin", "access_admin", "Can access Wagtail admin")
FIGURES = ("consent", "consent", "view_consent", "Can view consent")
RIGHTS = {
    "Data protection": [
        ADMIN_ACCESS,
        FIGURES,
        ("consent", "contact", "view_contact", "Can view contact"),
        ("consent", "contact", "change_contact", "Can change contact"),
        ("consent", "contact", "reveal_contact", "Can see the address of a contact, giving a reason"),
        ("consent", "suppression", "delete_suppression", "Can delete suppressed address"),
    ],
    "Editors": [FIGURES],
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
        ("consent", "0003_policy_pages"),
        ("portal", "0003_groups"),
    ]

    operations = [
        migrations.RunPython(grant, migrations.RunPython.noop),
    ]
