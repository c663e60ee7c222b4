"""Who may write notices and purposes, and set what a community's mail says of its sender (docs/roles.md). Nobody deletes
a notice or a purpose: the right is given to no group.
"""

from django.db import migrations

RIGHTS = {
    "Editors": [
        *((model, action) for model in ("notice", "purpose") for action in ("add", "change", "view")),
        ("consentsettings", "change"),
        ("consentsettings", "view"),
    ]
}


def permission(apps, model, action):
    """The permission row, made if Django has not made it yet: it does so only after all migrations."""
    content_type, _ = apps.get_model("contenttypes.ContentType").objects.get_or_create(app_label="consent", model=model)
    name = f"Can {action} {apps.get_model('consent', model)._meta.verbose_name}"
    found, _ = apps.get_model("auth.Permission").objects.get_or_create(
        content_type=content_type, codename=f"{action}_{model}", defaults={"name": name}
    )
    return found


def grant(apps, schema_editor):
    for name, rights in RIGHTS.items():
        group = apps.get_model("auth.Group").objects.get(name=name)
        for model, action in rights:
            group.permissions.add(permission(apps, model, action))


class Migration(migrations.Migration):
    dependencies = [
        ("consent", "0001_initial"),
        ("portal", "0003_groups"),
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [migrations.RunPython(grant, migrations.RunPython.noop)]
