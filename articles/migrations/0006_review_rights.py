"""What each group may do in medical review (docs/roles.md), and the workflow: an editor, then a medical reviewer."""

from django.db import migrations


def every_right(model):
    return [(model, action) for action in ("add", "change", "delete", "view")]


RIGHTS = {
    "Editors": [*every_right("reviewboard"), ("credential", "view"), ("correctionreport", "change")],
    "Medical reviewers": [("reviewboard", "view")],
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


def add_steps(apps, schema_editor):
    """Puts the reviewer's step behind the editor's in "Editorial approval". Other workflows stay as they are."""
    content_types = apps.get_model("contenttypes.ContentType").objects
    workflow = apps.get_model("wagtailcore.Workflow").objects.filter(name="Editorial approval").order_by("pk").first()
    if workflow is None:
        return
    editorial_type, _ = content_types.get_or_create(app_label="articles", model="editorialapprovaltask")
    medical_type, _ = content_types.get_or_create(app_label="articles", model="medicalreviewtask")
    editorial = apps.get_model("articles.EditorialApprovalTask").objects.create(
        name="Editorial approval", content_type_id=editorial_type.pk
    )
    editorial.groups.set(apps.get_model("auth.Group").objects.filter(name="Editors"))
    medical = apps.get_model("articles.MedicalReviewTask").objects.create(
        name="Medical review", content_type_id=medical_type.pk
    )
    steps = apps.get_model("wagtailcore.WorkflowTask").objects
    before = steps.filter(workflow=workflow, task__name="Approval by an editor")
    order = before.values_list("sort_order", flat=True).first() or 0
    before.delete()
    task_before = apps.get_model("wagtailcore.Task").objects.filter(name="Approval by an editor")
    task_before.exclude(task_states__status="in_progress").update(active=False)  # unless a draft waits there
    steps.create(workflow=workflow, task_id=editorial.pk, sort_order=order)
    last = max(steps.filter(workflow=workflow).values_list("sort_order", flat=True))
    steps.create(workflow=workflow, task_id=medical.pk, sort_order=last + 1)
    workflow.name = "Editorial approval and medical review"
    workflow.save()


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0005_review"),
        ("portal", "0004_ledger"),
    ]

    operations = [
        migrations.RunPython(grant, migrations.RunPython.noop),
        migrations.RunPython(add_steps, migrations.RunPython.noop),
    ]
