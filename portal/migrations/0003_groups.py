"""The four groups of staff and what each may do, as docs/roles.md tells it.

Wagtail makes the groups "Editors" and "Moderators" of its own, with other rights: here, moderators watch over
conversations and publish nothing, and drafts are approved by editors. Groups that exist keep their members.
"""

from django.db import migrations
from django.db.models import Count

PAGE = ("wagtailcore", "page")
IMAGE = ("wagtailimages", "image")
COLLECTION = ("wagtailcore", "collection")
ADMIN_ACCESS = ("wagtailadmin", "admin", "access_admin", "Can access Wagtail admin")

# Wagtail's own wording, so that the rows are those that Wagtail would have made.
NAMES = {
    "add_page": "Can add page",
    "change_page": "Can change page",
    "publish_page": "Publish any page",
    "lock_page": "Lock/unlock pages you've locked",
    "unlock_page": "Unlock any page",
    "bulk_delete_page": "Delete pages with children",
    "choose_image": "Can choose image",
}

WHOLE_TREE = {
    "Authors": ["add_page"],
    "Editors": ["add_page", "change_page", "publish_page", "lock_page", "unlock_page", "bulk_delete_page"],
    "Medical reviewers": ["lock_page"],
    "Moderators": [],
}
ALL_PICTURES = {
    "Authors": ["add_image", "choose_image"],
    "Editors": ["add_image", "change_image", "delete_image", "choose_image"],
    "Medical reviewers": [],
    "Moderators": [],
}
ALL_COLLECTIONS = {"Editors": ["add_collection", "change_collection", "delete_collection"]}
EVERYWHERE = {
    "Authors": [ADMIN_ACCESS],
    "Editors": [
        ADMIN_ACCESS,
        ("portal", "communitysettings", "change_communitysettings", "Can change community"),
        ("portal", "communitysettings", "view_communitysettings", "Can view community"),
        ("wagtailredirects", "redirect", "add_redirect", "Can add redirect"),
        ("wagtailredirects", "redirect", "change_redirect", "Can change redirect"),
        ("wagtailredirects", "redirect", "delete_redirect", "Can delete redirect"),
        ("simple_translation", "simpletranslation", "submit_translation", "Can submit translations"),
    ],
    "Medical reviewers": [
        ADMIN_ACCESS,
        ("portal", "user", "comment_drafts", "Can read and comment on drafts of others"),
    ],
    "Moderators": [ADMIN_ACCESS],
}


def permission(apps, app_label, model, codename, name=None):
    """The permission row, made if Django has not made it yet: it does so only after all migrations."""
    content_type, _ = apps.get_model("contenttypes.ContentType").objects.get_or_create(app_label=app_label, model=model)
    found, _ = apps.get_model("auth.Permission").objects.get_or_create(
        content_type=content_type,
        codename=codename,
        defaults={"name": name or NAMES.get(codename) or f"Can {codename.replace('_', ' ')}"},
    )
    return found


def make_groups(apps, schema_editor):
    root_page = apps.get_model("wagtailcore.Page").objects.filter(depth=1).first()
    root_collection = apps.get_model("wagtailcore.Collection").objects.filter(depth=1).first()
    for name, rights in EVERYWHERE.items():
        group, _ = apps.get_model("auth.Group").objects.get_or_create(name=name)
        group.permissions.set([permission(apps, *right) for right in rights])

        on_pages = apps.get_model("wagtailcore.GroupPagePermission").objects
        on_pages.filter(group=group).delete()
        for codename in WHOLE_TREE[name] if root_page else []:
            on_pages.create(group=group, page=root_page, permission=permission(apps, *PAGE, codename))

        on_files = apps.get_model("wagtailcore.GroupCollectionPermission").objects
        on_files.filter(group=group).delete()
        rights_on_files = [permission(apps, *IMAGE, codename) for codename in ALL_PICTURES[name]]
        rights_on_files += [permission(apps, *COLLECTION, codename) for codename in ALL_COLLECTIONS.get(name, [])]
        for right in rights_on_files if root_collection else []:
            on_files.create(group=group, collection=root_collection, permission=right)


def let_editors_approve(apps, schema_editor):
    """Turns Wagtail's default workflow, "Moderators approval", into "Editorial approval"."""
    editors = apps.get_model("auth.Group").objects.get(name="Editors")
    tasks = apps.get_model("wagtailcore.GroupApprovalTask").objects
    workflows = apps.get_model("wagtailcore.Workflow").objects
    if workflows.filter(name="Editorial approval").exists():
        return
    task = tasks.annotate(size=Count("groups")).filter(size=1, groups__name="Moderators").order_by("pk").first()
    if task is None:
        content_type, _ = apps.get_model("contenttypes.ContentType").objects.get_or_create(
            app_label="wagtailcore", model="groupapprovaltask"
        )
        task = tasks.create(content_type=content_type)
    task.name = "Approval by an editor"
    task.save()
    task.groups.set([editors])
    workflow = workflows.filter(workflow_tasks__task_id=task.pk).order_by("pk").first() or workflows.create()
    workflow.name = "Editorial approval"
    workflow.save()
    apps.get_model("wagtailcore.WorkflowTask").objects.get_or_create(
        workflow=workflow, task_id=task.pk, defaults={"sort_order": 0}
    )
    root = apps.get_model("wagtailcore.Page").objects.filter(depth=1).first()
    if root:
        apps.get_model("wagtailcore.WorkflowPage").objects.get_or_create(page=root, defaults={"workflow": workflow})


class Migration(migrations.Migration):
    dependencies = [
        ("portal", "0002_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("simple_translation", "0001_initial"),
        ("wagtailadmin", "0006_formstate"),
        ("wagtailcore", "0098_apitoken"),
        ("wagtailimages", "0027_image_description"),
        ("wagtailredirects", "0008_add_verbose_name_plural"),
    ]

    operations = [
        migrations.RunPython(make_groups, migrations.RunPython.noop),
        migrations.RunPython(let_editors_approve, migrations.RunPython.noop),
    ]
