"""What the review screen shows, and why a person can't decide."""

from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.models import Comment

from articles.models import ArticlePage, GlossaryTerm, Reference
from tests.articles.review.desk.conftest import hand_in, reload, sign_before
from tests.articles.review.desk.filling import hidden, screen
from tests.reviewing import a_reviewer, add_live, sign


def changes(html):
    """The words that the screen marks as new and as gone."""
    part = BeautifulSoup(html, "html.parser").select_one("#changes-content")
    for unseen in part.select(".w-sr-only"):
        unseen.extract()
    return [mark.get_text() for mark in part.select("ins")], [mark.get_text() for mark in part.select("del")]


def frame(client, html):
    """The text inside the frame of a review screen."""
    return client.get(BeautifulSoup(html, "html.parser").select_one("iframe")["src"])


def test_changed_words_are_marked(client, reviewer, changed):
    client.force_login(reviewer)
    assert changes(screen(client, changed)) == (["returns"], ["comes back"])


def test_changed_description_of_a_picture_is_marked(client, reviewer, article, editor, picture_block):
    sign(add_body(article, picture_block("Six cells"), editor))
    client.force_login(reviewer)
    hand_in(add_body(reload(article), picture_block("Seven cells"), editor), editor)
    new, gone = changes(screen(client, article))
    assert ("Seven" in " ".join(new), "Six" in " ".join(gone)) == (True, True)


def add_body(article, block, editor):
    article.body = [block]
    article.save_revision(user=editor)
    return article


def test_comparison_is_with_ones_own_last_approval_or_with_anybodys(client, reviewer, article, editor):
    article.title = "When myeloma returns"
    article.save_revision(user=editor)
    sign(article, user=a_reviewer("tom"))
    article.title = "When myeloma returns again"
    hand_in(article, editor)
    client.force_login(reviewer)
    assert changes(screen(client, article)) == (["returns", "again"], ["comes", "back"])
    anybodys = client.get(reverse("review", args=[article.pk]), {"since": "any"}).content.decode()
    assert changes(anybodys) == ([" again"], [])
    assert "Compared with the text that Tom Adler approved" in anybodys


def test_new_article_is_new_throughout(client, reviewer, draft, editor):
    client.force_login(reviewer)
    assert "No text of this article was ever approved" in screen(client, hand_in(draft("New"), editor))


def test_frame_shows_the_draft_to_reviewers_while_readers_see_the_approved_text(client, reviewer, changed):
    client.force_login(reviewer)
    response = frame(client, screen(client, changed))
    assert "When myeloma returns" in response.content.decode()
    assert response.headers["X-Frame-Options"] == "SAMEORIGIN"
    assert "When myeloma comes back" in client.get("/multiple-myeloma/relapse/").content.decode()


def test_frame_never_shows_another_text_than_the_one_that_would_be_signed(client, reviewer, changed, editor):
    client.force_login(reviewer)
    html = screen(client, changed)
    changed.title = "Another title"
    changed.save_revision(user=editor)
    response = frame(client, html)
    assert "The text changed since this screen was opened" in response.content.decode()
    assert "Another title" not in response.content.decode()


def test_both_texts_of_a_live_article_can_be_looked_at(client, reviewer, changed):
    client.force_login(reviewer)
    draft, live = screen(client, changed, "draft"), screen(client, changed, "live")
    assert hidden(draft)["shown"] != hidden(live)["shown"]
    assert "Approve and publish" in draft
    assert "Reviewed again, nothing to change" in live


def test_live_article_without_another_draft_shows_what_readers_see(client, reviewer, article):
    client.force_login(reviewer)
    html = screen(client, article)
    assert "What readers see now" in html
    assert "Newest draft" not in html
    assert "Not a word has changed." in html


def test_references_come_with_age_link_status_and_last_check(client, reviewer, draft, editor, today):
    Reference.objects.create(key="old", title="Old news", year=today.year - 9, doi="10.1000/old")
    Reference.objects.create(
        key="gone", title="Gone", status=Reference.Status.RETRACTED, status_note="Made up.", last_checked="2024-05-01"
    )
    page = draft("Cites", body=[{"type": "text", "value": "<p>One[[ref:old]] and two[[ref:gone]].</p>"}])
    client.force_login(reviewer)
    html = screen(client, hand_in(page, editor))
    rows = [
        row.get_text(" ", strip=True) for row in BeautifulSoup(html, "html.parser").select(".review-sources tbody tr")
    ]
    assert "9 years" in rows[0]
    assert "never" in rows[0]
    assert "undated" in rows[1]
    assert "Retracted" in rows[1]
    assert "Made up." in rows[1]
    assert "1 May 2024" in rows[1]
    assert 'href="https://doi.org/10.1000/old"' in html
    assert "Source 2 does not stand as it was" in html


def test_contributors_terms_notes_and_decisions_are_shown(client, reviewer, changed, editor, community):
    GlossaryTerm.objects.create(
        term="illness", definition="What one is treated for.", locale=community.root_page.locale
    )
    block = changed.get_latest_revision_as_object().body[0]
    Comment.objects.create(page=changed, user=editor, text="Is this dose right?", contentpath=f"body.{block.id}")
    Comment.objects.create(
        page=changed, user=editor, text="Long settled.", contentpath="title", resolved_at=changed.first_published_at
    )
    client.force_login(reviewer)
    html = screen(client, changed)
    assert "Edith Brandt" in html
    assert "What one is treated for." in html
    assert "Is this dose right?" in html
    assert "Block 1, Text" in html
    assert "Long settled." not in html
    assert "by Ruth Adler on" in html


def test_what_blocks_publication_is_named(client, reviewer, draft, editor):
    page = draft("Blocked", body=[{"type": "text", "value": "<p>So[[ref:nobody-knows]].</p>"}])
    client.force_login(reviewer)
    html = screen(client, hand_in(page, editor))
    assert "This keeps the text from the public" in html
    assert "nobody-knows" in BeautifulSoup(html, "html.parser").select_one(".review-head").get_text()


def test_author_among_reviewers_is_told_why_not(client, reviewer, changed):
    changed.summary = "Words of the reviewer."
    changed.save_revision(user=reviewer)
    client.force_login(reviewer)
    html = screen(client, changed)
    assert "You contributed to this text." in html
    assert "action-approve" not in html
    client.force_login(a_reviewer("tom"))
    assert "action-approve" in screen(client, changed)


def test_draft_that_waits_for_an_editor_says_so(client, reviewer, topic, sign_in_as):
    author = sign_in_as("Authors")
    page = topic.add_child(instance=ArticlePage(title="By an author", slug="by", live=False, owner=author))
    hand_in(page, author)
    client.force_login(reviewer)
    html = screen(client, page)
    assert "The draft waits for an editor first." in html
    assert "action-approve" not in html


def test_story_and_alias_say_why_they_are_not_reviewed(client, reviewer, topic, article, community):
    story = add_live(topic, ArticlePage(title="A story", slug="story", kind="story"))
    alias = article.create_alias(parent=community.root_page)
    client.force_login(reviewer)
    assert "It is never reviewed." in screen(client, story)
    html = screen(client, alias)
    assert "This page is an alias" in html
    assert reverse("review", args=[article.pk]) in html
    assert "action-approve" not in html


def test_draft_that_nobody_handed_in_can_be_approved_and_the_screen_says_so(client, reviewer, draft):
    client.force_login(reviewer)
    html = screen(client, draft("Not handed in"))
    assert "Nobody has handed this draft in." in html
    assert "action-approve" in html


def test_draft_that_readers_see_already_is_shown_as_the_live_text(client, reviewer, changed):
    client.force_login(reviewer)
    sign(changed)
    assert "Reviewed again, nothing to change" in screen(client, changed, "draft")


def test_looking_writes_nothing(client, reviewer, topic):
    page = topic.add_child(instance=ArticlePage(title="Without a revision", slug="none", live=False))
    client.force_login(reviewer)
    screen(client, page)
    assert page.get_latest_revision() is None


def test_overdue_review_is_told_with_its_day(client, reviewer, draft):
    page = draft("Late")
    sign_before(page, days=400, due_in=-3)
    client.force_login(reviewer)
    assert "Overdue" in screen(client, page)


def test_what_people_typed_is_never_markup(client, reviewer, changed, editor):
    changed.title = "<script>alert(1)</script>"
    changed.save_revision(user=editor)
    client.force_login(reviewer)
    assert "<script>alert(1)" not in screen(client, changed)
