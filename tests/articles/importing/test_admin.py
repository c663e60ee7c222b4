"""Importing by upload: who may, what they see, what is kept."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from wagtail.models import GroupPagePermission

from articles.models import ArticlePage, ImportRecord, ImportRun
from portal.models import User
from tests.articles.importing.pages import SCRAPED


@pytest.fixture
def sign_in(client, topic):
    """Signs somebody in who may work under the topic; ``rights`` name what else they may."""

    def run(name, *rights, pages=("add", "change")):
        user = User.objects.create_user(name, password="a long enough password")
        group = Group.objects.create(name=f"group of {name}")
        group.permissions.add(Permission.objects.get(codename="access_admin"))
        for right in rights:
            group.permissions.add(Permission.objects.get(codename=right))
        for action in pages:
            permission = Permission.objects.get(content_type__app_label="wagtailcore", codename=f"{action}_page")
            GroupPagePermission.objects.create(group=group, page=topic, permission=permission)
        user.groups.add(group)
        client.force_login(user)
        return user

    return run


def upload(client, topic, *files, **data):
    files = [SimpleUploadedFile(name, content.encode()) for name, content in files]
    return client.post("/admin/import/", {"uploads": files, "parent": topic.pk, **data}, follow=True)


def test_editor_imports_several_files_and_reads_the_report(client, topic, sign_in):
    edith = sign_in("edith", "import_articles")
    response = upload(client, topic, ("page.txt", SCRAPED), ("empty.txt", ""))
    page = ArticlePage.objects.get()
    assert (page.owner, page.live) == (edith, False)
    assert page.latest_revision.user == edith
    html = response.content.decode()
    assert f'href="/admin/pages/{page.pk}/edit/"' in html
    assert "By providing your email address" in html
    assert "The file is empty." in html
    run = ImportRun.objects.get()
    assert (run.user, run.parent_id) == (edith, topic.pk)
    download = client.get(f"/admin/import/{run.pk}/report.json")
    assert download["Content-Disposition"] == f'attachment; filename="import-{run.pk}.json"'
    assert [file["status"] for file in download.json()["files"]] == ["imported", "failed"]


def test_looking_only_writes_no_draft(client, topic, sign_in):
    sign_in("edith", "import_articles")
    response = upload(client, topic, ("page.txt", SCRAPED), dry_run="on")
    assert b"Only looked at." in response.content
    assert not ArticlePage.objects.exists()
    assert not ImportRecord.objects.exists()


def test_menu_offers_the_import_to_those_who_may(client, topic, sign_in):
    sign_in("edith", "import_articles")
    assert b"/admin/import/" in client.get("/admin/").content


@pytest.mark.parametrize(("rights", "pages"), [((), ("add", "change")), (("import_articles",), ("change",))])
def test_others_may_not_import(client, topic, sign_in, rights, pages):
    sign_in("olga", *rights, pages=pages)
    assert client.get("/admin/import/").status_code == 302
    assert b'href="/admin/import/"' not in client.get("/admin/").content
    upload(client, topic, ("page.txt", SCRAPED))
    assert not ArticlePage.objects.exists()


def test_page_where_one_may_not_add_is_no_choice(client, topic, sign_in, community):
    sign_in("edith", "import_articles")
    response = upload(client, community.root_page, ("page.txt", SCRAPED))
    assert b"Select a valid choice" in response.content
    assert not ArticlePage.objects.exists()


def test_report_of_somebody_elses_import_is_closed_to_outsiders(client, topic, sign_in):
    sign_in("edith", "import_articles")
    upload(client, topic, ("page.txt", SCRAPED))
    run = ImportRun.objects.get()
    sign_in("olga", pages=())
    assert client.get(f"/admin/import/{run.pk}/").status_code == 302
    assert client.get(f"/admin/import/{run.pk}/report.json").status_code == 302


def test_form_without_files_says_so(client, topic, sign_in):
    sign_in("edith", "import_articles")
    response = client.post("/admin/import/", {"parent": topic.pk})
    assert b"This field is required." in response.content


def test_editor_of_the_draft_sees_the_claim_of_review_and_readers_do_not(client, topic, sign_in):
    sign_in("edith", "import_articles")
    upload(client, topic, ("page.txt", SCRAPED))
    page = ArticlePage.objects.get()
    form = client.get(f"/admin/pages/{page.pk}/edit/").content
    assert b"Example Medical Board" in form
    assert b"2023-03" in form
    draft = page.get_latest_revision_as_object()
    draft.kind = ArticlePage.Kind.STORY  # information would wait for its sources
    draft.save_revision().publish()
    client.logout()
    public = client.get(page.get_url())
    assert b"Example Medical Board" not in public.content
    assert b"March 2023" not in public.content


def test_article_that_was_not_imported_has_no_note(client, article, sign_in):
    sign_in("edith", "import_articles")
    assert b"nothing here confirms" not in client.get(f"/admin/pages/{article.pk}/edit/").content
