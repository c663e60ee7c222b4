from csv import DictReader
from io import BytesIO, StringIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from articles.models import ArticleAuthor, ArticlePage, ArticleTopic, PeoplePage, PersonPage, TopicPage
from tests.reviewing import add_live, save_and_publish


@pytest.fixture
def person(community):
    people = community.root_page.add_child(instance=PeoplePage(title="People", slug="people"))
    return people.add_child(instance=PersonPage(title="Ada Example", slug="ada", credentials="MD"))


@pytest.fixture
def story(community, person):
    """A draft under another topic that names the first one as a further topic."""
    other = community.root_page.add_child(instance=TopicPage(title="Lymphoma", slug="lymphoma"))
    story = ArticlePage(title="My first year", slug="first-year", kind="story", summary="One sentence.", live=False)
    other.add_child(instance=story)
    story.article_authors.add(ArticleAuthor(person=person))
    story.save()
    return story


def listed(client, **filters):
    response = client.get(reverse("articles_listing:index_results"), filters)
    assert response.status_code == 200
    return {page.title for page in response.context["object_list"]}


def test_articles_of_all_topics_are_listed(client, sign_in_as, article, story):
    sign_in_as("Editors")
    assert listed(client) == {article.title, story.title}


@pytest.mark.parametrize(
    ("filters", "finds_article", "finds_story"),
    [
        ({"kind": "story"}, False, True),
        ({"status": "live"}, True, False),
        ({"status": "draft"}, False, True),
        ({"last_published_at_from": "2001-01-01"}, True, False),
    ],
)
def test_listing_filters(client, sign_in_as, article, story, filters, finds_article, finds_story):
    save_and_publish(article)
    sign_in_as("Editors")
    titles = listed(client, **filters)
    assert (article.title in titles, story.title in titles) == (finds_article, finds_story)


def test_topic_filter_finds_articles_under_it_and_those_that_name_it(client, sign_in_as, topic, article, story):
    sign_in_as("Editors")
    assert listed(client, topic=topic.pk) == {article.title}
    story.further_topics.add(ArticleTopic(topic=topic))
    story.save()
    assert listed(client, topic=topic.pk) == {article.title, story.title}


def test_author_filter(client, sign_in_as, article, story, person):
    sign_in_as("Editors")
    assert listed(client, author=person.pk) == {story.title}


def test_live_article_with_a_newer_draft_is_found_as_changed(client, sign_in_as, article, story):
    sign_in_as("Editors")
    assert listed(client, status="changed") == set()
    article.title = "Anew"
    article.save_revision()
    assert len(listed(client, status="changed")) == 1


def test_reviewer_opens_the_listing_and_moderator_does_not(client, sign_in_as, article):
    sign_in_as("Medical reviewers")
    assert client.get(reverse("articles_listing:index")).status_code == 200
    sign_in_as("Moderators")
    assert client.get(reverse("articles_listing:index")).status_code == 302


def test_author_chooses_a_topic_and_is_led_to_the_form(client, sign_in_as, topic):
    sign_in_as("Authors")
    response = client.post(reverse("articles_listing:choose_parent"), {"parent_page": topic.pk})
    assert response.url == reverse("wagtailadmin_pages:add", args=["articles", "articlepage", topic.pk])


def test_listing_asks_no_more_queries_for_more_articles(client, sign_in_as, topic, person):
    sign_in_as("Editors")

    def add(number):
        page = ArticlePage(title=f"Article {number}", slug=f"n{number}", summary="One.")
        page.article_authors = [ArticleAuthor(person=person)]
        add_live(topic, page)

    def queries():
        with CaptureQueriesContext(connection) as captured:
            listed(client)
        return len(captured)

    add(1)
    add(2)
    queries()
    few = queries()
    for number in range(3, 23):
        add(number)
    assert queries() <= few + 2


def test_list_is_exported_with_authors_and_runs_no_formula(client, sign_in_as, story):
    sign_in_as("Editors")
    story.title = story.draft_title = '=HYPERLINK("https://example.org")'
    story.save()
    exported = {kind: client.get(reverse("articles_listing:index"), {"export": kind}) for kind in ("csv", "xlsx")}
    (row,) = DictReader(StringIO(exported["csv"].getvalue().decode()))
    assert (row["Title"], row["Author names"]) == (f"'{story.title}", "Ada Example")
    _headings, cells = load_workbook(BytesIO(exported["xlsx"].getvalue())).active.iter_rows()
    assert (cells[1].value, cells[1].data_type, cells[3].value) == (f"'{story.title}", "s", "Ada Example")


@pytest.mark.parametrize("words", ['"', '"after', "when's \"after", '"the words"'])
@pytest.mark.parametrize("listing", ["articles_listing:index", "wagtailadmin_pages:search", "reference_chooser:choose"])
def test_quotation_mark_in_a_search_is_no_error(client, sign_in_as, article, listing, words):
    sign_in_as("Editors")
    assert client.get(reverse(listing), {"q": words}).status_code == 200


def test_quotation_mark_keeps_nothing_from_being_found(client, sign_in_as, article):
    sign_in_as("Editors")
    assert listed(client, q='"myeloma') == {article.title}
    assert listed(client, q='"comes back"') == {article.title}


def test_people_are_listed_with_their_credentials(client, sign_in_as, person):
    sign_in_as("Editors")
    page = client.get(reverse("people_listing:index")).content.decode()
    assert "Ada Example" in page
    assert "MD" in page


def test_listing_names_the_community_and_sorts_by_it(client, sign_in_as, article):
    sign_in_as("Editors")
    response = client.get(reverse("articles_listing:index"), {"ordering": "community"})
    assert [page.community for page in response.context["object_list"]] == ["Blood Cancer Community"]
