"""A policy page and the version in force say the same, by whatever route the page came to say it."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale, Page, PageViewRestriction, Site
from wagtail.test.utils.form_data import querydict_from_html

from consent.models import InForce, PolicyPage, TextVersion
from consent.rules.standing import Obstacle, obstacle
from consent.versions.offers import offer_of
from portal.ledger.proof import prove
from portal.models import HomePage
from tests.consenting import a_contact, an_offer

OTHER = "<h2>What we keep</h2><p>We keep your address for 60 days.</p>"


def stored(page):
    return PolicyPage.objects.get(pk=page.pk)


def versions(kind="privacy"):
    """(number, whether material, what changed) of each version."""
    found = TextVersion.objects.filter(kind=kind).order_by("version")
    return list(found.values_list("version", "is_material", "what_changed"))


def in_force(kind="privacy"):
    row = InForce.objects.filter(kind=kind, language="en").first()
    return row and row.version.version


def drafted(page, *, change="material", what_changed="We keep it longer.", **fields):
    """A revision of ``page`` with other words, as the editor's form would save it."""
    page = stored(page)
    for name, value in {"body": OTHER, **fields}.items():
        setattr(page, name, value)
    page.state(change=change, what_changed=what_changed)
    return page.save_revision()


def by_revision(client, page):
    drafted(page).publish()


def by_button(client, page):
    drafted(page)
    press(client, page, "action-publish")


def by_schedule(client, page):
    soon = timezone.now() + timedelta(hours=1)
    drafted(page, go_live_at=soon).publish()
    assert in_force() == 1
    past = timezone.now() - timedelta(minutes=1)
    page.revisions.filter(approved_go_live_at__isnull=False).update(approved_go_live_at=past)
    revision = page.revisions.order_by("-pk").first()
    revision.content["go_live_at"] = past.isoformat()
    revision.save()
    call_command("publish_scheduled", verbosity=0)


def by_workflow(client, page):
    drafted(page)
    draft = stored(page)
    state = draft.get_workflow().start(draft, None)
    while state.status == state.STATUS_IN_PROGRESS:
        state.current_task_state.approve()
        state.refresh_from_db()


def by_saving_the_page(client, page):
    page = stored(page)
    page.body = OTHER
    page.state(change="material", what_changed="We keep it longer.")
    page.save()


def press(client, page, button, **changes):
    """Opens the editor, changes the form and presses a button; the errors of the form by field."""
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    data = querydict_from_html(client.get(url).content.decode(), form_id="page-edit-form")
    data.update({"rules-count": "0", **changes, button: "1"})
    response = client.post(url, data)
    return dict(response.context["form"].errors) if response.status_code == 200 else {}


def test_the_first_publication_is_the_first_version(policy):
    text = TextVersion.objects.get()
    assert (text.kind, text.code, text.language, text.version) == ("privacy", "", "en", 1)
    assert text.is_material
    assert text.text.splitlines() == [
        "Privacy policy",
        "How we look after what you tell us.",
        "What we keep",
        "We keep your address for 30 days.",
    ]
    assert in_force() == 1


def test_a_draft_is_no_version(policy):
    drafted(policy)
    stored(policy).save(update_fields=["draft_title", "latest_revision"])
    assert versions() == [(1, True, "")]


@pytest.mark.parametrize("route", [by_revision, by_button, by_schedule, by_workflow, by_saving_the_page])
def test_every_route_to_readers_makes_a_version(client, sign_in_as, policy, route):
    sign_in_as("Editors")
    route(client, policy)
    assert "60 days" in stored(policy).body
    assert versions() == [(1, True, ""), (2, True, "We keep it longer.")]
    assert in_force() == 2


def test_the_same_words_make_no_new_version(policy):
    drafted(policy, body=stored(policy).body.replace("address", "<b>address</b>")).publish()
    drafted(policy, body=stored(policy).body, slug="data").publish()
    assert versions() == [(1, True, "")]


def test_a_typo_asks_nobody_again_and_a_material_change_does(policy):
    community = policy.get_site()
    consent = a_contact(community).consents.get()
    drafted(policy, change="editorial", what_changed="A typo.").publish()
    assert in_force() == 2
    assert obstacle(consent) is None
    drafted(policy, body="<p>We give it away.</p>", what_changed="We give it away.").publish()
    assert obstacle(consent) is Obstacle.CHANGED


def test_what_was_said_of_one_change_is_not_taken_for_the_next(policy):
    drafted(policy, change="editorial", what_changed="A typo.").publish()
    page = stored(policy)
    page.body = "<p>We give it away.</p>"
    page.save_revision().publish()
    assert versions() == [(1, True, ""), (2, False, "A typo."), (3, True, "")]


def test_version_and_page_are_published_together_or_not_at_all(policy, monkeypatch):
    revision = drafted(policy)

    def refuse(**values):
        raise DatabaseError

    monkeypatch.setattr(TextVersion, "append", refuse)
    with pytest.raises(DatabaseError), transaction.atomic():
        revision.publish()
    assert "30 days" in stored(policy).body


def test_a_version_can_not_be_changed_or_deleted(policy):
    table = TextVersion._meta.db_table
    for statement in (f"UPDATE {table} SET text = 'x'", f"DELETE FROM {table}"):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    drafted(policy).publish()
    assert prove(TextVersion).fault is None


def test_a_policy_that_nobody_can_open_is_not_in_force_and_nothing_is_asked_under_it(policy):
    community = policy.get_site()
    assert an_offer(community)
    stored(policy).unpublish()
    assert in_force() is None
    assert offer_of(community, "en", codes=["myeloma-news"]) is None
    policy = stored(policy)
    policy.save_revision().publish()
    assert in_force() == 1
    assert versions() == [(1, True, "")]
    assert offer_of(community, "en", codes=["myeloma-news"])


def test_a_policy_is_not_in_force_while_its_page_is_restricted(policy):
    restriction = PageViewRestriction.objects.create(page=policy, restriction_type="login")
    assert in_force() is None
    restriction.delete()
    assert in_force() == 1


def test_a_deleted_page_ends_its_policy_unless_another_page_says_it(policy, community):
    other = community.root_page.add_child(instance=PolicyPage(title="Privacy", role="privacy", body="<p>New.</p>"))
    assert in_force() == 2
    stored(policy).delete()
    assert in_force() == 2
    stored(other).delete()
    assert in_force() is None
    assert len(versions()) == 2


def test_saving_the_base_of_a_page_counts_too(policy):
    page = Page.objects.get(pk=policy.pk)
    page.live = False
    page.save()
    assert in_force() is None


def test_each_language_and_each_community_has_versions_of_its_own(policy, community):
    spanish = Locale.objects.create(language_code="es")
    community.root_page.copy_for_translation(spanish).save_revision().publish()
    translated = stored(policy).copy_for_translation(spanish)
    translated.title, translated.body = "Política de privacidad", "<p>Guardamos su dirección.</p>"
    translated.save_revision().publish()
    home = Page.objects.get(depth=1).add_child(instance=HomePage(title="Migraine", slug="migraine"))
    policy.copy(to=home)
    assert InForce.objects.filter(language="en").count() == 1  # no community has that home page yet
    other = Site.objects.create(hostname="migraine.example", root_page=home)
    assert InForce.objects.get(site=other).version.version == 1
    assert InForce.objects.get(site=community, language="es").version.title == "Política de privacidad"


def test_a_policy_that_moves_to_another_community_is_in_force_there(policy, community):
    home = Page.objects.get(depth=1).add_child(instance=HomePage(title="Migraine", slug="migraine"))
    other = Site.objects.create(hostname="migraine.example", root_page=home)
    stored(policy).move(home, pos="last-child")
    assert InForce.objects.get().site == other


def test_a_community_that_gets_another_home_page_leaves_the_policies_under_the_old_one(policy, community):
    community.root_page = Page.objects.get(depth=1).add_child(instance=HomePage(title="Anew", slug="anew"))
    community.save()
    assert in_force() is None
    community.root_page.add_child(instance=PolicyPage(title="Privacy", role="privacy", body="<p>New.</p>"))
    assert in_force() == 2


def test_an_alias_is_as_private_as_its_source(policy, community):
    home = Page.objects.get(depth=1).add_child(instance=HomePage(title="Migraine", slug="migraine"))
    other = Site.objects.create(hostname="migraine.example", root_page=home)
    policy.create_alias(parent=home)
    assert InForce.objects.filter(site=other).exists()
    PageViewRestriction.objects.create(page=policy, restriction_type="login")
    assert not InForce.objects.exists()


def test_editor_says_what_changed_before_a_material_change_is_published(client, sign_in_as, policy):
    sign_in_as("Editors")
    assert "what_changed" in press(client, policy, "action-publish", title="Privacy")
    assert versions() == [(1, True, "")]
    assert press(client, policy, "action-publish", title="Privacy", what_changed="Another name.") == {}
    assert versions()[1:] == [(2, True, "Another name.")]
    assert press(client, policy, "action-publish", title="Our privacy", change="editorial") == {}
    assert versions()[2:] == [(3, False, "")]


def test_a_draft_and_the_same_words_need_no_sentence(client, sign_in_as, policy):
    sign_in_as("Editors")
    assert press(client, policy, "action-publish", slug="data") == {}
    assert press(client, policy, "no-button", title="Privacy") == {}
    assert stored(policy).get_latest_revision_as_object().title == "Privacy"


def test_the_form_forgets_what_was_said_of_a_published_change(client, sign_in_as, policy):
    sign_in_as("Editors")
    press(client, policy, "action-publish", title="Privacy", change="editorial", what_changed="A shorter name.")
    form = client.get(reverse("wagtailadmin_pages:edit", args=[policy.pk])).context["form"]
    assert (form["change"].value(), form["what_changed"].value()) == ("material", "")


def test_standard_pages_have_no_role_of_a_policy_and_policies_no_other(client, sign_in_as, community):
    sign_in_as("Editors")

    def roles(app, model):
        url = reverse("wagtailadmin_pages:add", args=[app, model, community.root_page.pk])
        response = client.get(url)
        return [value for value, _label in response.context["form"].fields["role"].choices], response

    standard, page = roles("portal", "standardpage")
    assert standard == ["", "about", "editorial-integrity"]
    assert "add a policy page instead" in page.content.decode()
    policies, _page = roles("consent", "policypage")
    assert [role for role in policies if role] == ["privacy", "terms", "rules", "health-data"]


def test_a_role_that_was_published_under_stays(client, sign_in_as, policy):
    sign_in_as("Editors")
    press(client, policy, "action-publish", role="terms")
    assert stored(policy).role == "privacy"
    assert TextVersion.objects.count() == 1


@pytest.mark.parametrize("view", ["unpublish", "delete"])
def test_editor_is_told_what_ends_before_a_policy_goes(client, sign_in_as, policy, view):
    sign_in_as("Editors")
    asked = client.get(reverse(f"wagtailadmin_pages:{view}", args=[policy.pk])).content.decode()
    assert "“Privacy policy” will no longer be in force" in asked
    assert in_force() == 1
