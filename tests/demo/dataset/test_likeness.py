"""What stands in the data set is what the portal's own functions would have made of it."""

import pytest
from django.urls import reverse

from articles.models import ArticlePage, SearchEntry, SearchWord
from articles.review.canonical import body_digest, digest_of
from articles.review.current import current_reviews
from articles.review.desk.lists import list_url
from articles.search.entries import entry_values, findable, vocabulary
from comments.models import Comment
from comments.models.comment import State
from comments.reading.public_html import comment_html
from consent.addresses import Address
from consent.models import ConsentEntry, Contact
from consent.rules.standing import obstacle
from consent.versions.words_agreed import version_agreed
from demo.dataset.people import address_of
from demo.dataset.words import LONG_REFERENCES, LONG_WORDS
from portal.models import User
from tests.demo.dataset.test_making import comments_of_the_set, of_the_set

pytestmark = [pytest.mark.usefixtures("demo_site"), pytest.mark.django_db]


def test_every_article_stands_as_reviewed_in_its_very_words():
    pages = list(of_the_set())
    reviews = current_reviews(pages)
    assert all(reviews[page.pk].is_shown for page in pages)
    assert len({review.digest for review in reviews.values()}) == len(pages)


def test_the_revision_of_an_article_holds_what_is_live():
    for page in of_the_set()[8:12]:
        draft = page.latest_revision.as_object()
        assert digest_of(draft) == digest_of(page)
        assert (draft.title, draft.slug, draft.pk) == (page.title, page.slug, page.pk)
        assert page.live_revision_id == page.latest_revision_id


def test_the_ledger_knows_who_wrote_each_article():
    from articles.models import Contribution

    for page in of_the_set():
        row = Contribution.objects.get(page_id=page.pk)
        assert (row.revision_id, row.username, row.body_digest) == (
            page.latest_revision_id,
            "editor",
            body_digest(page),
        )


def test_search_knows_of_an_article_what_it_would_write_itself():
    page = of_the_set()[10]
    entry = SearchEntry.objects.get(page_id=page.pk)
    values = entry_values(findable(page))
    assert {name: getattr(entry, name) for name in values} == values
    words = SearchWord.objects.filter(entry=entry).values_list("folded", "written")
    assert dict(words) == vocabulary(findable(page))


def test_the_kept_html_of_a_comment_is_what_publishing_would_make():
    for comment in comments_of_the_set():
        assert comment.html == (comment_html(comment) if comment.state == State.PUBLISHED else "")


def test_a_comment_answers_one_that_is_shown_in_the_same_conversation():
    answers = comments_of_the_set().filter(in_reply_to__isnull=False).select_related("in_reply_to")
    assert answers
    for answer in answers:
        assert answer.in_reply_to.state == State.PUBLISHED
        assert answer.in_reply_to.conversation_id == answer.conversation_id
        assert answer.root_ref == answer.in_reply_to.seq < answer.seq


def test_an_address_opens_and_its_consent_can_be_proved():
    contact = Contact.objects.of(Address.stored(address_of(7))).get()
    assert str(contact.address) == address_of(7)
    consent = contact.consents.get()
    entry = ConsentEntry.objects.get(number=consent.entry_number)
    assert (entry.action, entry.subject) == ("confirmed", contact.subject)
    assert obstacle(consent) is None
    assert consent.health_data_version == version_agreed(consent.purpose.site_id, entry.policies, "health-data")


def test_readers_see_an_article_with_its_review_and_its_comments(client):
    page = of_the_set()[0]
    html = client.get(page.relative_url(page.get_site())).content.decode()
    assert "Miriam Halvorsen" in html or "Haematology Review Board" in html
    assert html.count('<article class="comment"') == min(20, shown_under(page))


def shown_under(page):
    """How many comments readers see."""
    return Comment.objects.published().filter(conversation__page=page.pk).count()


def test_the_first_articles_are_as_long_as_the_measurements_say():
    page = of_the_set()[0]
    assert len(page.plain_text().split()) >= LONG_WORDS
    html = page.latest_revision.content["body"]
    assert html.count("[[ref:") == LONG_REFERENCES


def test_search_finds_an_article_by_its_number(client):
    page = of_the_set()[6]
    html = client.get(reverse("search"), {"q": "text 7"}).content.decode()
    assert page.slug in html


def test_the_queue_shows_what_waits(client):
    client.force_login(User.objects.get(username="moderator"))
    html = client.get(reverse("conversation:queue")).content.decode()
    waiting = comments_of_the_set().filter(state=State.PENDING).order_by("queued_at").first()
    assert waiting.user_name in html


def test_the_desk_counts_the_articles(client):
    client.force_login(User.objects.get(username="reviewer"))
    assert client.get(list_url("queue")).status_code == 200
    assert ArticlePage.objects.live().count() >= of_the_set().count()
