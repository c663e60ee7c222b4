"""Nobody approves a text that they helped to write, whatever becomes of revisions, accounts and copies. Whoever only
read it may.
"""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.actions.convert_alias import ConvertAliasPageAction
from wagtail.management.commands.purge_revisions import purge_revisions
from wagtail.models import Locale, Revision
from wagtail.test.utils.form_data import querydict_from_html

from articles.models import ArticleAuthor, ArticlePage, Contribution, Credential, PeoplePage, PersonPage
from articles.review.contributors import contributors_to, has_contributed
from articles.review.current import current_review
from articles.review.errors import SigningRefusedError
from portal.ledger.proof import prove
from portal.models import User
from tests.reviewing import a_reviewer, sign

WORDS = [{"type": "text", "value": "<p>Take one tablet a day.</p>"}]


def reload(page):
    return ArticlePage.objects.get(pk=page.pk)


def contributors(page):
    return {contributor.username for contributor in contributors_to(reload(page))}


def is_refused(page, user):
    """Whether the reviewer ``user`` may not sign, and somebody else may."""
    with pytest.raises(SigningRefusedError, match="You contributed to this text"):
        sign(page, user=user)
    return sign(page, user=a_reviewer("outsider")).is_approval


@pytest.fixture
def vera(db):
    """A reviewer who also writes, with all the rights that there are."""
    vera = a_reviewer("vera")
    vera.is_superuser = True
    vera.save()
    return vera


@pytest.fixture
def anna(db):
    anna = User.objects.create_user("anna", password="not-used")
    anna.groups.add(Group.objects.get(name="Editors"))
    return anna


@pytest.fixture
def page(topic, vera, anna):
    """A draft by Anna, in which Vera changed a word before Anna went on."""
    page = ArticlePage(title="Tablets", slug="tablets", body=WORDS, live=False, owner=anna)
    topic.add_child(instance=page)
    for user, title in ((anna, "Tablets"), (vera, "One tablet"), (anna, "One tablet a day")):
        page = reload(page).get_latest_revision_as_object() if Revision.objects.exists() else page
        page.title = title
        page.save_revision(user=user)
    return reload(page)


def test_whoever_changed_a_word_contributed(page, vera, anna):
    assert contributors(page) == {"anna", "vera"}
    assert is_refused(page, vera)


def test_purging_revisions_frees_nobody(page, vera):
    purge_revisions()
    assert not Revision.objects.filter(user=vera).exists()
    assert is_refused(page, vera)


def test_purging_revisions_that_the_ledger_never_saw_frees_nobody(page, vera):
    """As they are when a portal is upgraded, or loaded from a file."""
    first = Revision.objects.filter(object_id=str(page.pk)).order_by("pk").first()
    unseen = Revision(content_object=page, user=a_reviewer("walter"), content=first.content, object_str="x")
    unseen.base_content_type, unseen.created_at = first.base_content_type, first.created_at
    unseen.content["title"] = "Walter's title"
    Revision.objects.bulk_create([unseen])
    assert "walter" in contributors(page)
    purge_revisions()
    assert not Revision.objects.filter(user__username="walter").exists()
    assert is_refused(page, a_reviewer("walter"))


def test_an_account_that_is_deleted_and_made_anew_is_the_same_person(page, vera):
    vera.delete()
    purge_revisions()
    again = a_reviewer("Vera")
    assert again.pk != vera.pk
    assert is_refused(page, again)


def test_an_account_with_another_name_is_the_same_person(page, vera):
    vera.username = "dr-vera"
    vera.save()
    assert is_refused(page, vera)


def test_a_copy_by_somebody_else_was_written_by_the_same(page, vera, anna):
    copied = reload(page).copy(update_attrs={"slug": "copy"}, keep_live=False, user=anna)
    assert is_refused(copied, vera)
    bare = reload(page).copy(update_attrs={"slug": "bare"}, keep_live=False, user=anna, copy_revisions=False)
    assert is_refused(bare, vera)


def test_a_text_that_somebody_else_puts_into_another_page_was_written_by_the_same(page, vera, anna, topic):
    other = ArticlePage(title="Other", slug="other", live=False, owner=anna)
    topic.add_child(instance=other)
    other.save_revision(user=anna)
    assert "vera" not in contributors(other)
    other.body = WORDS
    other.save_revision(user=anna)
    assert is_refused(other, vera)


def test_whoever_copied_a_text_did_not_write_the_original(page, anna, topic):
    copyist = a_reviewer("carl")
    reload(page).copy(update_attrs={"slug": "copy"}, keep_live=False, user=copyist)
    draft = reload(page).get_latest_revision_as_object()
    draft.title = "Another title"
    draft.save_revision(user=anna)
    assert "carl" not in contributors(page)


def test_a_translation_was_written_by_the_same(page, vera, anna):
    spanish = Locale.objects.create(language_code="es")
    translated = reload(page).copy_for_translation(spanish, copy_parents=True)
    translated.save_revision(user=anna)
    assert is_refused(translated, vera)


def test_an_alias_that_became_a_page_was_written_by_the_same(page, vera, anna):
    sign(page, user=a_reviewer("outsider"))
    alias = reload(page).create_alias(update_slug="alias")
    alias.unpublish()
    converted = ConvertAliasPageAction(reload(alias), user=anna).execute(skip_permission_checks=True)
    assert is_refused(converted, vera)


def test_whoever_stands_in_the_byline_wrote_it_even_if_added_later(page, community):
    ruth = a_reviewer()
    sign(page)
    assert current_review(reload(page)).is_shown
    people = community.root_page.add_child(instance=PeoplePage(title="People", slug="people"))
    draft = reload(page)
    draft.article_authors = [ArticleAuthor(person=people.add_child(instance=PersonPage(title="Ruth", user=ruth)))]
    draft.save_revision()
    assert is_refused(page, ruth)


def test_the_owner_of_a_page_wrote_it(topic):
    ruth = a_reviewer()
    page = ArticlePage(title="Mine", slug="mine", body=WORDS, live=False, owner=ruth)
    topic.add_child(instance=page)
    assert is_refused(page, ruth)


def test_a_reviewer_who_commented_may_sign(page, client):
    """The editor keeps comments and nothing else, in a revision of the reviewer's."""
    ruth = a_reviewer()
    client.force_login(ruth)
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    data = querydict_from_html(client.get(url).content.decode(), form_id="page-edit-form")
    data.update({
        "title": "Changed by the reviewer",
        "comments-TOTAL_FORMS": "1",
        "comments-INITIAL_FORMS": "0",
        "comments-0-id": "",
        "comments-0-text": "Is that so?",
        "comments-0-contentpath": "title",
        "comments-0-position": "",
        "comments-0-resolved": "",
        "comments-0-DELETE": "",
        "comments-0-replies-TOTAL_FORMS": "0",
        "comments-0-replies-INITIAL_FORMS": "0",
    })  # fmt: skip
    client.post(url, data)
    newest = reload(page).get_latest_revision()
    assert (newest.user, newest.as_object().title) == (ruth, "One tablet a day")
    assert newest.as_object().wagtail_admin_comments.get().text == "Is that so?"
    assert "ruth" not in contributors(page)
    earlier = Revision.objects.get(pk=page.latest_revision_id)
    earlier.delete()
    newest.delete()
    assert "ruth" not in contributors(page)
    draft = reload(page)
    draft.title = "One tablet a day"
    draft.save_revision(user=User.objects.get(username="anna"))
    assert sign(page, user=ruth).is_approval


def test_a_reviewer_who_saved_without_a_change_and_then_with_one_wrote_it(page):
    ruth = a_reviewer()
    draft = reload(page).get_latest_revision_as_object()
    revision = draft.save_revision(user=ruth)
    assert "ruth" not in contributors(page)
    draft.title = "Two tablets a day"
    assert draft.save_revision(user=ruth, overwrite_revision=revision) == revision
    assert is_refused(page, ruth)


def test_one_contribution_is_recorded_once(page, vera):
    before = Contribution.objects.count()
    for revision in Revision.objects.filter(object_id=str(page.pk)):
        revision.save()
    assert Contribution.objects.count() == before
    assert prove(Contribution).fault is None


def test_names_of_any_length_are_recorded(page):
    long = User.objects.create(username="l" * 150, first_name="F" * 150, last_name="L" * 150)
    draft = reload(page)
    draft.title = "Another title"
    draft.save_revision(user=long)
    assert has_contributed(long, contributors_to(reload(page)))
    reviewer = a_reviewer("ruth")
    User.objects.filter(pk=reviewer.pk).update(first_name="F" * 150, last_name="L" * 150)
    assert sign(page, user=User.objects.get(pk=reviewer.pk)).reviewer_name.startswith("FFF")


@pytest.mark.parametrize("why", ["expired", "not yet", "inactive", "none"])
def test_without_a_credential_that_holds_today_nobody_signs(page, why):
    ruth = a_reviewer()
    if why == "inactive":
        User.objects.filter(pk=ruth.pk).update(is_active=False)
    elif why == "none":
        Credential.objects.all().delete()
    else:
        name, day = ("valid_until", "2020-01-02") if why == "expired" else ("valid_from", "2999-01-01")
        Credential.objects.update(**{name: day})
    ruth = User.objects.get(pk=ruth.pk)
    ruth.is_superuser = True
    ruth.save()
    with pytest.raises(SigningRefusedError, match="no credential that is valid today"):
        sign(page, user=ruth)
    assert sign(page, user=a_reviewer("outsider")).is_approval
