"""docs/roles.md tells who may do what; here every cell of its table is tried in the admin."""

from datetime import date
from pathlib import Path

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Comment, Locale, Task
from wagtail.test.utils.form_data import querydict_from_html, rich_text

from articles.models import (
    ArticlePage,
    CorrectionReport,
    Credential,
    GlossaryTerm,
    MedicalReviewTask,
    Reference,
    ReviewBoard,
    SynonymGroup,
)
from articles.review.current import current_review
from articles.review.errors import SigningRefusedError
from articles.review.signing import withdraw
from consent.models import NewsletterIssue, Notice, Purpose, Suppression, TextVersion
from portal.models import Picture, User
from tests.consenting import ANNA, a_contact
from tests.portal import moderating
from tests.reviewing import enter_approval, publish, sign

ROLES = ["Authors", "Editors", "Medical reviewers", "Moderators", "Lead moderators", "Data protection"]
FILED = {"channel": "letter", "reference": "2026-114", "is_sure": "on"}
TABLE = Path(__file__).parents[2] / "docs" / "roles.md"


def cells():
    """Each row of the table as (action, role, whether it is allowed)."""
    rows = [
        [cell.strip() for cell in line.strip("|\n").split("|")]
        for line in TABLE.read_text().splitlines()
        if line.startswith("| ") and not line.startswith("| ---")
    ]
    head, *body = rows
    return [
        (row[0], role, {"yes": True, "no": False}[cell])
        for row in body
        for role, cell in zip(head[1:], row[1:], strict=True)
    ]


@pytest.fixture
def draft(topic):
    """A draft that somebody else wrote."""
    return _draft(topic, owner=User.objects.create(username="somebody-else"))


def _draft(topic, owner):
    draft = ArticlePage(title="A draft", slug=f"draft-{owner.pk}", summary="One sentence.", live=False, owner=owner)
    topic.add_child(instance=draft)
    draft.save_revision(user=owner)
    return draft


def _edit(client, page, **buttons):
    """Opens the editor, changes the title and sends the form; whether that was allowed."""
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    response = client.get(url)
    if response.status_code != 200:
        return False
    data = querydict_from_html(response.content.decode(), form_id="page-edit-form")
    data.update({"title": "Changed", "body-count": "0", **buttons})  # the script sends the count
    client.post(url, data)
    return ArticlePage.objects.get(pk=page.pk).get_latest_revision_as_object().title == "Changed"


def _opens(client, name, *args):
    return client.get(reverse(name, args=args)).status_code == 200


def comment(client, user, topic, draft):
    url = reverse("wagtailadmin_pages:edit", args=[draft.pk])
    response = client.get(url)
    if response.status_code != 200:
        return False
    data = querydict_from_html(response.content.decode(), form_id="page-edit-form")
    data.update(
        {
            "body-count": "0",
            "comments-TOTAL_FORMS": "1",
            "comments-INITIAL_FORMS": "0",
            "comments-0-text": "Is this dose still right?",
            "comments-0-contentpath": "summary",
            "comments-0-position": "",
            "comments-0-replies-TOTAL_FORMS": "0",
            "comments-0-replies-INITIAL_FORMS": "0",
        }
    )
    client.post(url, data)
    return Comment.objects.filter(page=draft, user=user, text="Is this dose still right?").exists()


def write_a_draft(client, user, topic, draft):
    url = reverse("wagtailadmin_pages:add", args=["articles", "articlepage", topic.pk])
    response = client.get(url)
    if response.status_code != 200:
        return False
    data = querydict_from_html(response.content.decode(), form_id="page-edit-form")
    data.update({"title": "Written here", "slug": "written-here", "summary": "One sentence.", "body-count": "0"})
    client.post(url, data)
    return ArticlePage.objects.filter(slug="written-here", live=False, owner=user).exists()


def submit_own(client, user, topic, draft):
    own = _draft(topic, owner=user)
    return _edit(client, own, **{"action-submit": "1"}) and own.workflow_in_progress


def approve(client, user, topic, draft):
    state = draft.get_workflow().start(draft, draft.owner)
    url = reverse("wagtailadmin_pages:workflow_action", args=[draft.pk, "approve", state.current_task_state.pk])
    client.post(url, {"comment": ""})
    return ArticlePage.objects.get(pk=draft.pk).current_workflow_task.specific == MedicalReviewTask.objects.get()


def sign_without_credential(client, user, topic, draft):
    with pytest.raises(SigningRefusedError, match="You have no credential that is valid today"):
        sign(draft, user=user)
    return ArticlePage.objects.get(pk=draft.pk).live


def publish_unreviewed(client, user, topic, draft):
    _edit(client, draft, **{"action-publish": "1"})
    return ArticlePage.objects.get(pk=draft.pk).live


def publish_approved(client, user, topic, draft):
    draft.title = "Changed"
    draft.save_revision(user=draft.owner)
    enter_approval(draft)
    return publish_unreviewed(client, user, topic, draft)


def withdraw_review(client, user, topic, draft):
    publish(draft)
    try:
        withdraw(page_id=draft.pk, user=user, note="The dose is wrong.")
    except SigningRefusedError:
        return False
    return not current_review(ArticlePage.objects.get(pk=draft.pk)).is_shown


def take_offline(client, user, topic, draft):
    publish(draft)
    client.post(reverse("wagtailadmin_pages:unpublish", args=[draft.pk]))
    return not ArticlePage.objects.get(pk=draft.pk).live


def publish_policy(client, user, topic, draft):
    url = reverse("wagtailadmin_pages:add", args=["consent", "policypage", topic.get_parent().pk])
    response = client.get(url)
    if response.status_code != 200:
        return False
    data = querydict_from_html(response.content.decode(), form_id="page-edit-form")
    data.update(
        {
            "title": "Privacy",
            "slug": "privacy",
            "role": "privacy",
            "body": rich_text("<p>Words.</p>"),
            "rules-count": "0",
            "action-publish": "1",
        }
    )
    client.post(url, data)
    return TextVersion.objects.filter(kind="privacy", published_by=user.pk).exists()


def delete_purpose(client, user, topic, draft):
    purpose = Purpose.objects.create(site=topic.get_site(), code="news")
    client.post(reverse(Purpose.snippet_viewset.get_url_name("delete"), args=[purpose.pk]))
    return not Purpose.objects.exists()


def delete_draft(client, user, topic, draft):
    client.post(reverse("wagtailadmin_pages:delete", args=[draft.pk]))
    return not ArticlePage.objects.filter(pk=draft.pk).exists()


def translate(client, user, topic, draft):
    Locale.objects.create(language_code="es")
    return _opens(client, "simple_translation:submit_page_translation", draft.pk)


def change_picture(client, user, topic, draft):
    picture = Picture.objects.create(
        title="A cell", file="cell.png", width=1, height=1, file_size=1, uploaded_by_user=draft.owner
    )
    return client.post(reverse("wagtailimages:delete", args=[picture.pk])).url == reverse("wagtailimages:index")


def withdraw_approval(client, user, topic, draft):
    sign(draft)
    client.post(reverse("review_withdraw", args=[draft.pk]), {"note": "A new warning."})
    return not current_review(ArticlePage.objects.get(pk=draft.pk)).is_shown


def with_credential(action):
    """The same action by somebody with a credential that is valid today."""

    def act(client, user, topic, draft):
        Credential.objects.create(user=user, title="Haematologist", body="GMC", valid_from=date(2020, 1, 1))
        return action(client, user, topic, draft)

    return act


def an_issue(topic):
    purpose = Purpose.objects.create(site=topic.get_site(), code="news")
    return NewsletterIssue.objects.create(purpose=purpose, since=timezone.now(), until=timezone.now())


def open_desk(client, user, topic, draft):
    return _opens(client, "review_desk")


def look_up(client, user, topic, draft):
    a_contact(topic.get_site())
    return client.post(reverse("consent_find"), {"email": ANNA}).status_code == 200


def see_address(client, user, topic, draft):
    address = reverse("consent_reveal", args=[a_contact(topic.get_site()).pk])
    return ANNA in client.post(address, {"reason": "She asks by letter which one we have."}).content.decode()


def carry_out_request(client, user, topic, draft):
    contact = a_contact(topic.get_site())
    client.post(reverse("consent_withdraw_all", args=[contact.pk]), FILED)
    return not contact.consents.given().exists()


def allow_mail_again(client, user, topic, draft):
    row = Suppression.objects.create(lookup="of-an-address", reason=Suppression.Reason.ASKED)
    client.post(reverse("consent_lift", args=[row.pk]), FILED)
    return not Suppression.objects.exists()


ACTIONS = {
    "Open the admin": lambda client, user, topic, draft: _opens(client, "wagtailadmin_home"),
    "Write a draft": write_a_draft,
    "Change a draft of one's own": lambda client, user, topic, draft: _edit(client, _draft(topic, owner=user)),
    "Submit a draft of one's own for approval": submit_own,
    "Read a draft of somebody else": lambda client, user, topic, draft: _opens(
        client, "wagtailadmin_pages:view_draft", draft.pk
    ),
    "Comment on a draft of somebody else": comment,
    "Change a draft of somebody else": lambda client, user, topic, draft: _edit(client, draft),
    "Delete a draft of somebody else": delete_draft,
    "Approve what was submitted, before the medical review": approve,
    "Sign a medical review without a credential": sign_without_credential,
    "Withdraw a medical review": withdraw_review,
    "Publish what a reviewer approved": publish_approved,
    "Publish what no reviewer approved": publish_unreviewed,
    "Take a page offline": take_offline,
    "Translate a page": translate,
    "Add a picture": lambda client, user, topic, draft: _opens(client, "wagtailimages:add"),
    "Change a picture of somebody else": change_picture,
    "Add a reference": lambda client, user, topic, draft: _opens(client, Reference.snippet_viewset.get_url_name("add")),
    "Change a reference": lambda client, user, topic, draft: _opens(
        client,
        Reference.snippet_viewset.get_url_name("edit"),
        Reference.objects.create(key="moreau-2021", title="A trial").pk,
    ),
    "Decide on a reported error": lambda client, user, topic, draft: _opens(
        client,
        "corrections:decide",
        CorrectionReport.objects.create(article=draft, article_title=draft.title, message="It is wrong.").pk,
    ),
    "Add a glossary term": lambda client, user, topic, draft: _opens(
        client, GlossaryTerm.snippet_viewset.get_url_name("add")
    ),
    "Add synonyms": lambda client, user, topic, draft: _opens(client, SynonymGroup.snippet_viewset.get_url_name("add")),
    "Add a redirect": lambda client, user, topic, draft: _opens(client, "wagtailredirects:add"),
    "Import articles": lambda client, user, topic, draft: _opens(client, "import_articles"),
    "Change a community's settings": lambda client, user, topic, draft: _opens(
        client, "wagtailsettings:edit", "portal", "communitysettings", topic.get_site().pk
    ),
    "Open the reviewer's desk": open_desk,
    "Open the reviewer's desk with a valid credential": with_credential(open_desk),
    "Withdraw a medical approval": withdraw_approval,
    "Withdraw a medical approval with a valid credential": with_credential(withdraw_approval),
    "See the review boards": lambda client, user, topic, draft: _opens(
        client, ReviewBoard.snippet_viewset.get_url_name("list")
    ),
    "Change a review board": lambda client, user, topic, draft: _opens(
        client, ReviewBoard.snippet_viewset.get_url_name("edit"), ReviewBoard.objects.create(name="A board").pk
    ),
    "See the reviewers' credentials": lambda client, user, topic, draft: _opens(
        client, Credential.snippet_viewset.get_url_name("list")
    ),
    "Enter a credential": lambda client, user, topic, draft: _opens(
        client, Credential.snippet_viewset.get_url_name("add")
    ),
    "Change sign-up and mail of a community": lambda client, user, topic, draft: _opens(
        client, "wagtailsettings:edit", "consent", "consentsettings", topic.get_site().pk
    ),
    "Publish a policy": publish_policy,
    "Write a notice beside a sign-up box": lambda client, user, topic, draft: _opens(
        client, Notice.snippet_viewset.get_url_name("add")
    ),
    "Write a purpose for which an address is used": lambda client, user, topic, draft: _opens(
        client, Purpose.snippet_viewset.get_url_name("add")
    ),
    "Delete a purpose": delete_purpose,
    "Compose a newsletter": lambda client, user, topic, draft: _opens(client, "newsletters:compose"),
    "Send a newsletter": lambda client, user, topic, draft: _opens(client, "newsletters:send", an_issue(topic).pk),
    "See the consent desk's figures": lambda client, user, topic, draft: _opens(client, "consent_desk"),
    "Look a person up by their address": look_up,
    "See a person's address, giving a reason": see_address,
    "Carry out a person's request": carry_out_request,
    "Allow mail again to a suppressed address": allow_mail_again,
    **moderating.ACTIONS,
    "Manage accounts": lambda client, user, topic, draft: _opens(client, "wagtailusers_users:index"),
}


@pytest.mark.parametrize(("action", "role", "allowed"), cells())
def test_role_may_do_what_the_table_says(client, sign_in_as, topic, draft, action, role, allowed):
    user = sign_in_as(role)
    assert ACTIONS[action](client, user, topic, draft) is allowed


def test_table_names_every_action_that_is_tried():
    assert {action for action, _, _ in cells()} == set(ACTIONS)
    assert {role for _, role, _ in cells()} == set(ROLES)


def test_every_draft_goes_to_the_editors_and_then_to_a_medical_reviewer(topic):
    workflow = topic.get_workflow()
    assert workflow.name == "Editorial approval and medical review"
    editorial, medical = [task.specific for task in workflow.tasks]
    assert list(editorial.groups.values_list("name", flat=True)) == ["Editors"]
    assert isinstance(medical, MedicalReviewTask)
    assert Task.objects.filter(active=True).count() == 2


def test_moderators_have_no_say_over_pages(db):
    moderators = Group.objects.get(name="Moderators")
    assert not moderators.page_permissions.exists()
    assert not moderators.collection_permissions.exists()


def test_reviewers_form_keeps_the_comment_and_leaves_the_text_alone(client, sign_in_as, topic, draft):
    reviewer = sign_in_as("Medical reviewers")
    draft.body = [{"type": "text", "value": "<p>As it was.</p>"}]
    draft.save_revision(user=draft.owner)
    url = reverse("wagtailadmin_pages:edit", args=[draft.pk])
    data = querydict_from_html(client.get(url).content.decode(), form_id="page-edit-form")
    data.update({"title": "Changed", "summary": "Changed", "body-count": "0", "article_authors-TOTAL_FORMS": "9"})
    client.post(url, data)
    latest = ArticlePage.objects.get(pk=draft.pk).get_latest_revision_as_object()
    assert (latest.title, latest.summary) == ("A draft", "One sentence.")
    assert latest.body[0].value.source == "<p>As it was.</p>"
    assert not reviewer.has_perm("wagtailcore.change_page")


def test_reviewer_is_offered_neither_copying_nor_submitting(client, sign_in_as, topic, draft):
    reviewer = sign_in_as("Medical reviewers")
    may = draft.permissions_for_user(reviewer)
    assert may.can_edit()
    assert not any(
        [may.can_copy(), may.can_submit_for_moderation(), may.can_delete(), may.can_move(), may.can_publish()]
    )
    assert not topic.permissions_for_user(reviewer).can_add_subpage()
    assert client.get(reverse("wagtailadmin_pages:copy", args=[draft.pk])).status_code == 302


def test_reviewer_has_one_button_that_says_what_it_does(client, sign_in_as, draft):
    sign_in_as("Medical reviewers")
    page = client.get(reverse("wagtailadmin_pages:edit", args=[draft.pk])).content.decode()
    assert "Save comments" in page
    assert "Changes to the text are not kept." in page
    assert "Save draft" not in page
