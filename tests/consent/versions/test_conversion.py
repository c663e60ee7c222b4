"""Standard pages that were policies before there were policy pages become such, with all that belongs to them."""

from importlib import import_module

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db.migrations import Migration
from wagtail.models import Page, PageLogEntry, ReferenceIndex

from consent.models import InForce, PolicyPage, TextVersion
from consent.versions.first import publish_first_versions
from portal.models import StandardPage, User

convert = import_module("consent.migrations.0003_policy_pages").convert


@pytest.fixture
def old_pages(community):
    """A live privacy policy with a draft in hand, terms that are a draft, and a page about us."""
    home, by = community.root_page, User.objects.create(username="edith")
    found = {}
    for role in ("about", "privacy", "terms"):
        page = StandardPage(
            title=role, slug=role, role=role, body=f'<p>Our <a linktype="page" id="{home.pk}">words</a>.</p>'
        )
        page.live = False
        home.add_child(instance=page)
        revision = page.save_revision(user=by, log_action=True)
        if role != "terms":
            revision.publish()
        found[role] = page
    draft = StandardPage.objects.get(slug="privacy")
    draft.body = "<p>A draft.</p>"
    draft.save_revision(user=by)
    return found


def converted():
    """As ``migrate`` does: the conversion, and then what hangs on its end."""
    convert(apps, None)
    publish_first_versions(using="default", plan=[(Migration("0003_policy_pages", "consent"), False)])


def test_old_policies_become_policy_pages_and_live_ones_get_their_first_version(client, old_pages):
    converted()
    assert sorted(PolicyPage.objects.values_list("slug", flat=True)) == ["privacy", "terms"]
    assert type(Page.objects.get(slug="about").specific) is StandardPage
    assert [(text.kind, text.version, text.text) for text in TextVersion.objects.all()] == [
        ("privacy", 1, "privacy\nOur words.")
    ]
    assert b"Version 1, in force since" in client.get("/privacy/").content


def test_their_revisions_history_and_references_stay_theirs(old_pages):
    converted()
    page = Page.objects.get(slug="privacy").specific
    assert isinstance(page, PolicyPage)
    draft = page.get_latest_revision_as_object()
    assert isinstance(draft, PolicyPage)
    assert draft.body == "<p>A draft.</p>"
    assert page.revisions.count() == 2
    assert {entry.content_type.model for entry in PageLogEntry.objects.filter(page=page)} == {"policypage"}
    assert {row.content_type.model for row in ReferenceIndex.objects.filter(object_id=str(page.pk))} == {"policypage"}
    page.get_latest_revision().publish()
    assert TextVersion.objects.count() == 2


def test_converting_twice_does_no_harm_and_other_migrations_publish_nothing(old_pages):
    convert(apps, None)
    convert(apps, None)
    publish_first_versions(using="default", plan=[(Migration("0002_words_rights", "consent"), False)])
    publish_first_versions(using="default", plan=[(Migration("0003_policy_pages", "consent"), True)])
    assert not TextVersion.objects.exists()
    converted()
    assert InForce.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_migrate_itself_converts(old_pages):
    try:
        call_command("migrate", "consent", "0002", verbosity=0)
    finally:
        call_command("migrate", verbosity=0)
    assert InForce.objects.get().kind == "privacy"
