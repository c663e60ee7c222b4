"""The page editor and the list of articles, where a medical review decides what may be done."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.test.utils.form_data import querydict_from_html

from articles.models import ArticlePage
from articles.review.submission import waiting_state
from tests.articles.review.desk.conftest import hand_in, reload, sign_before
from tests.reviewing import a_reviewer, add_live, sign


def edit_url(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def buttons(client, url):
    """The labels of the editor's buttons, the primary one first."""
    footer = BeautifulSoup(client.get(url).content, "html.parser").select_one("footer.footer")
    found = [one.get_text(" ", strip=True) for one in footer.select("nav .button")]
    return [label for label in found if label not in ("", "More actions")]


def review_part(client, page):
    """What the side panel says about the review."""
    panel = BeautifulSoup(client.get(edit_url(page)).content, "html.parser").select_one("[data-side-panel=publication]")
    return panel.get_text(" ", strip=True)


def save(client, page, button="", **changes):
    data = querydict_from_html(client.get(edit_url(page)).content.decode(), form_id="page-edit-form")
    body = {"body-count": "1", "body-0-type": "text", "body-0-order": "0", "body-0-deleted": ""}
    text = '{"blocks": [{"text": "The illness is active again.", "type": "unstyled"}], "entityMap": {}}'
    data.update({**body, "body-0-value": text, **changes, **({button: "1"} if button else {})})
    return client.post(edit_url(page), data)


def test_submitting_comes_next_to_saving_where_publishing_needs_a_review(client, editor, draft):
    client.force_login(editor)
    labels = buttons(client, edit_url(draft("New")))
    assert labels[1] == "Submit for medical review"
    assert "Publish: needs a medical review first" in labels
    assert "Publish" not in labels


def test_approved_text_can_be_published_as_ever(client, editor, article):
    client.force_login(editor)
    labels = buttons(client, edit_url(article))
    assert labels[0] == "Save draft"
    assert "Publish" in labels


def test_new_article_and_what_came_back_say_the_same(client, editor, reviewer, topic, changed):
    client.force_login(editor)
    new = reverse("wagtailadmin_pages:add", args=["articles", "articlepage", topic.pk])
    assert buttons(client, new)[1] == "Submit for medical review"
    state = waiting_state(changed)
    state.status = state.STATUS_REJECTED
    state.save()
    state.workflow_state.update()
    assert buttons(client, edit_url(changed))[1] == "Submit again for medical review"


def test_story_topic_and_an_authors_draft_keep_wagtails_buttons(client, editor, topic, sign_in_as, draft):
    story = add_live(topic, ArticlePage(title="A story", slug="story", kind="story"))
    author = sign_in_as("Authors")
    page = draft("By an author")
    ArticlePage.objects.filter(pk=page.pk).update(owner=author)
    assert buttons(client, edit_url(page))[0] == "Save draft"
    client.force_login(editor)
    for other in (story, topic):
        assert "Publish" in buttons(client, edit_url(other))


def test_submit_button_hands_the_draft_to_the_reviewers(client, editor, draft):
    page = draft("New", body=[{"type": "text", "value": "<p>The illness is active again.</p>"}])
    client.force_login(editor)
    save(client, page, "action-submit")
    assert waiting_state(reload(page))


def test_publish_button_that_is_pressed_all_the_same_says_why_and_loses_nothing(client, editor, draft):
    page = draft("New", body=[{"type": "text", "value": "<p>The illness is active again.</p>"}])
    client.force_login(editor)
    response = save(client, page, "action-publish", title="Another title")
    html = response.content.decode()
    assert "No medical reviewer has approved this exact text yet." in html
    assert 'value="Another title"' in html
    assert not reload(page).live


def test_reviewer_is_led_to_the_desk_and_offered_no_other_way_to_approve(client, reviewer, changed):
    client.force_login(reviewer)
    page = client.get(edit_url(changed)).content.decode()
    assert buttons(client, edit_url(changed)) == ["Review", "Save comments"]
    assert reverse("review", args=[changed.pk]) in page
    assert "data-workflow-action-name" not in page


def test_reviewer_who_edits_too_finds_no_stock_button_at_the_medical_step(client, reviewer, changed, editor):
    reviewer.groups.add(*editor.groups.all())
    client.force_login(reviewer)
    labels = buttons(client, edit_url(changed))
    assert labels[0] == "Review"
    assert not any(label.startswith(("Approve", "Request changes")) for label in labels)


def test_reviewer_at_the_medical_step_still_changes_nothing(client, reviewer, changed):
    assert not changed.permissions_for_user(reviewer).can_change()
    client.force_login(reviewer)
    save(client, changed, title="Changed by the reviewer")
    assert reload(changed).get_latest_revision_as_object().title == "When myeloma returns"


def test_editor_goes_on_writing_while_a_reviewer_reads(client, editor, changed):
    client.force_login(editor)
    page = client.get(edit_url(changed)).content.decode()
    assert "Locked by workflow" not in page
    assert "Editors may go on writing" in page
    save(client, changed, title="Went on writing")
    assert reload(changed).get_latest_revision_as_object().title == "Went on writing"
    assert waiting_state(reload(changed))


def test_panel_tells_where_draft_and_live_text_stand(client, editor, reviewer, changed):
    client.force_login(editor)
    part = review_part(client, changed)
    assert "This draft: Changed since review" in part
    assert "What readers see: Current , approved by Ruth Adler on" in part
    assert "It waits for a medical reviewer. You may go on writing" in part


def test_panel_tells_who_approved_and_when_the_next_review_is_due(client, editor, draft):
    page = draft("Late")
    sign_before(page, days=400, due_in=-3)
    client.force_login(editor)
    part = review_part(client, page)
    assert "This text: Overdue , approved by Ruth Adler on" in part
    assert "next review due on" in part


def test_panel_of_a_new_draft_and_of_a_story(client, editor, draft):
    client.force_login(editor)
    assert "It goes live once a medical reviewer has approved it" in review_part(client, draft("New"))
    assert "Medical review" not in review_part(client, draft("A story", kind="story"))


@pytest.mark.parametrize(("due_in", "words"), [(400, "Current"), (20, "Due soon"), (-3, "Overdue")])
def test_list_of_articles_tells_the_standing_and_filters_by_it(client, editor, draft, article, due_in, words):
    page = draft("This one")
    sign_before(page, days=300, due_in=due_in)
    draft("A draft")
    client.force_login(editor)
    url = reverse("articles_listing:index")
    rows = BeautifulSoup(client.get(url).content, "html.parser").select("table.listing tbody tr")
    told = {
        row.select_one("td.title a").get_text(strip=True): [cell.get_text(strip=True) for cell in row.select("td")]
        for row in rows
    }
    assert words in told["This one"]
    assert not {"Current", "Not reviewed"} & set(told["A draft"])
    standing = words.lower().replace(" ", "-")
    filtered = client.get(url, {"review": standing}).content.decode()
    assert "This one" in filtered
    assert (article.title in filtered) is (words == "Current")
    assert "A draft" not in filtered


def test_history_tells_every_decision_with_its_note_and_leads_to_the_desk(client, editor, reviewer, changed):
    client.force_login(reviewer)
    sign(changed, note="Well told.", user=a_reviewer("tom"))
    client.force_login(editor)
    html = client.get(reverse("wagtailadmin_pages:history", args=[changed.pk])).content.decode()
    text = " ".join(BeautifulSoup(html, "html.parser").get_text(" ").split())
    assert "Medical review by Tom Adler: Approved" in text
    assert "Medical review by Ruth Adler: Approved" in text
    assert "Well told." in text
    assert f"{reverse('review', args=[changed.pk])}#decisions-section" in html


def test_decision_on_a_page_that_is_gone_needs_no_history(article, reviewer):
    hand_in(article, reviewer)
    article.delete()
    assert not ArticlePage.objects.exists()
