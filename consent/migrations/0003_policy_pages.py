"""Standard pages with the role of a policy become policy pages. Their addresses, revisions and history stay.

Live ones get their first version once all tables are as the code knows them: see ``consent.versions.first``.
"""

from django.db import migrations

POLICIES = ("privacy", "terms", "rules", "health-data")
# What Wagtail keeps by type and number of a page.
BY_OBJECT = ("wagtailcore.Revision", "wagtailcore.WorkflowState", "wagtailcore.ReferenceIndex")


def convert(apps, schema_editor):
    content_types = apps.get_model("contenttypes.ContentType").objects
    standard = content_types.filter(app_label="portal", model="standardpage").first()
    if standard is None:
        return
    policy, _ = content_types.get_or_create(app_label="consent", model="policypage")
    policy_page = apps.get_model("consent.PolicyPage")
    pages = apps.get_model("portal.StandardPage").objects.filter(role__in=POLICIES, content_type_id=standard.pk)
    numbers = list(pages.values_list("pk", flat=True))
    for number in numbers:
        policy_page(standardpage_ptr_id=number).save_base(raw=True)  # the row of its own table alone
    apps.get_model("wagtailcore.Page").objects.filter(pk__in=numbers).update(content_type_id=policy.pk)
    apps.get_model("wagtailcore.PageLogEntry").objects.filter(page_id__in=numbers).update(content_type_id=policy.pk)
    for model in BY_OBJECT:
        rows = apps.get_model(model).objects.filter(content_type_id=standard.pk, object_id__in=map(str, numbers))
        rows.update(content_type_id=policy.pk)


class Migration(migrations.Migration):
    dependencies = [
        ("consent", "0002_words_rights"),
        ("portal", "0005_jobs"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [migrations.RunPython(convert, migrations.RunPython.noop)]
