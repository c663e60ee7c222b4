"""What each group of staff may do with references, the glossary, synonyms and imports (docs/roles.md)."""

from django.db import migrations


def every_right(model):
    return [(model, action) for action in ("add", "change", "delete", "view")]


RIGHTS = {
    "Authors": [("reference", "add"), ("reference", "view"), ("glossaryterm", "view")],
    "Editors": [
        *every_right("reference"),
        *every_right("glossaryterm"),
        *every_right("synonymgroup"),
    ],
    "Medical reviewers": [("reference", "view"), ("glossaryterm", "view")],
}


def permission(apps, model, codename, name):
    """The permission row, made if Django has not made it yet: it does so only after all migrations."""
    content_type, _ = apps.get_model("contenttypes.ContentType").objects.get_or_create(
        app_label="articles", model=model
    )
    found, _ = apps.get_model("auth.Permission").objects.get_or_create(
        content_type=content_type, codename=codename, defaults={"name": name}
    )
    return found


def grant(apps, schema_editor):
    groups = apps.get_model("auth.Group").objects
    for name, rights in RIGHTS.items():
        group = groups.get(name=name)
        for model, action in rights:
            verbose_name = apps.get_model("articles", model)._meta.verbose_name
            group.permissions.add(permission(apps, model, f"{action}_{model}", f"Can {action} {verbose_name}"))
    groups.get(name="Editors").permissions.add(
        permission(apps, "articlepage", "import_articles", "Can import articles from files")
    )


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0002_initial"),
        ("portal", "0003_groups"),
    ]

    operations = [
        migrations.RunPython(grant, migrations.RunPython.noop),
    ]
