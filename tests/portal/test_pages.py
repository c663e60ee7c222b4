"""What readers find on each type of page, and how many queries it takes."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from articles.models import ArticleAuthor, ArticlePage, GlossaryTerm, PersonPage, Reference, TopicName, TopicPage
from portal.models import CommunitySettings
from tests.reviewing import add_live, save_and_publish

BUDGETS = {  # of home, topic and person, four tell which articles stand as reviewed; of the article, two
    "home": 20,
    "topic": 16,
    "article": 17,
    "story": 17,
    "people": 12,
    "person": 15,
    "glossary": 10,
    "standard": 9,
    "policy": 10,
    "not_found": 9,
}


@pytest.fixture
def read(client, library_of_pages):
    """``read("topic")``: the HTML of that type of page."""
    return lambda name: client.get(library_of_pages[name]).content.decode()


@pytest.fixture
def queries_of(client, library_of_pages):
    """``queries_of("topic")``: how many queries the page takes once its pictures exist."""

    def _queries_of(name):
        client.get(library_of_pages[name])
        with CaptureQueriesContext(connection) as captured:
            client.get(library_of_pages[name])
        return len(captured)

    return _queries_of


def test_every_page_keeps_within_its_queries(queries_of):
    taken = {name: queries_of(name) for name in BUDGETS}
    assert {name: count for name, count in taken.items() if count > BUDGETS[name]} == {}


def test_article_takes_as_many_queries_with_many_blocks_and_references(queries_of, article, every_block):
    few = queries_of("article")
    Reference.objects.bulk_create(Reference(key=f"k{n}", title=f"Study {n}") for n in range(60))
    cited = {"type": "text", "value": "".join(f"<p>It was found [[ref:k{n}]].</p>" for n in range(60))}
    story = ArticlePage.objects.get(slug="story")
    article.body = [block for _ in range(8) for block in every_block([story]) if block["type"] != "key_points"] + [
        cited
    ]
    save_and_publish(article)
    assert queries_of("article") == few


def test_lists_take_as_many_queries_when_they_are_long(queries_of, community, topic, picture):
    names = ("home", "topic", "people", "person", "glossary")
    few = {name: queries_of(name) for name in names}
    marta = PersonPage.objects.get(slug="marta")
    people = marta.get_parent()
    for number in range(10):
        people.add_child(instance=PersonPage(title=f"Person {number}", slug=f"p{number}", photo=picture))
        other = TopicPage(title=f"Topic {number}", slug=f"t{number}", picture=picture)
        other.names = [TopicName(name=f"Other name {number}")]
        community.root_page.add_child(instance=other)
        article = ArticlePage(title=f"Article {number}", slug=f"n{number}")
        article.article_authors = [ArticleAuthor(person=marta)]
        add_live(topic, article)
        GlossaryTerm.objects.create(term=f"term {number}", definition="What it is.", locale=topic.locale)
    many = {name: queries_of(name) for name in names}
    assert all(many[name] <= few[name] for name in names)  # the newest articles need no look at sources and pictures


def test_no_page_sets_a_cookie_and_all_are_the_same_for_everybody(client, library_of_pages):
    for name in BUDGETS:
        response = client.get(library_of_pages[name])
        assert not response.cookies, name
        assert "Cookie" not in response.get("Vary", ""), name
        html = response.content.decode()
        assert "csrf" not in html, name
        assert " style=" not in html, name
        assert "<style" not in html, name
        assert html.count("<h1") == 1, name


def test_no_page_asks_another_host(read):
    for name in BUDGETS:
        html = read(name)
        for attribute in ('src="', 'srcset="', 'rel="stylesheet" href="'):
            for value in html.split(attribute)[1:]:
                assert value.startswith("/"), name
                assert not value.startswith("//"), name


def test_home_greets_and_shows_where_to_start(read):
    html = read("home")
    start, topics = html.index(">Start here<"), html.index(">Topics<")
    assert start < html.index("When myeloma comes back") < topics
    assert "Plasma cell myeloma, MM" in html[topics:]
    assert html.index(">New and updated<") < html.index("The day I rang the bell")


def test_topic_keeps_information_and_stories_apart(read):
    html = read("topic")
    information, stories = html.index('id="information"'), html.index('id="stories"')
    assert information < html.index("/multiple-myeloma/relapse/") < stories < html.index("/multiple-myeloma/story/")
    assert "<li>MM</li>" in html
    assert 'href="/a-to-z/">All topics from A to Z' in html


def test_person_shows_qualification_interests_and_what_they_wrote(read):
    html = read("person")
    assert "Haematologist" in html
    assert "Disclosed interests" in html
    assert "/multiple-myeloma/relapse/" in html.split("Written by Marta Example")[1]


def test_glossary_jumps_to_letters_that_have_terms(read):
    html = read("glossary")
    assert 'href="#letter-r"' in html
    assert 'id="letter-r"' in html
    assert 'href="#letter-q"' not in html
    assert "A quiet time." in html


def test_information_says_who_reviewed_and_who_wrote_it(read):
    html = read("article")
    assert "Reviewed by: Ruth Adler, Consultant haematologist" in html
    assert '<a href="/check/">How we check our articles</a>' in html
    assert "Written by" in html
    assert '<a href="/people/marta/">Marta Example</a>, MD' in html
    assert "About this information" in html


def test_story_says_that_it_is_one_persons_experience(read):
    html = read("story")
    assert "One person’s experience" in html
    assert "medically reviewed" not in html
    assert "About this story" in html


def test_disclaimer_is_the_communitys_own(client, library_of_pages, community):
    CommunitySettings.objects.filter(site=community).update(
        disclaimer_information="<p>Ask your own doctor.</p>", disclaimer_story="<p>One opinion.</p>"
    )
    assert b"<p>Ask your own doctor.</p>" in client.get(library_of_pages["article"]).content
    assert b"<p>One opinion.</p>" in client.get(library_of_pages["story"]).content


def test_dates_stand_in_full_in_the_zone_of_the_community(client, article):
    late = datetime.datetime(2026, 3, 1, 23, 30, tzinfo=datetime.UTC)  # 2 March in Berlin
    ArticlePage.objects.filter(pk=article.pk).update(first_published_at=late, last_published_at=late)
    html = client.get("/multiple-myeloma/relapse/").content.decode()
    assert 'Written <time datetime="2026-03-02">2 March 2026</time>' in html
    assert "Updated <time" not in html


def test_dates_follow_the_language():
    from portal.templatetags.portal_tags import full_date  # noqa: PLC0415

    with translation.override("de"):
        assert full_date(datetime.date(2026, 3, 2)) == '<time datetime="2026-03-02">2. März 2026</time>'
    assert full_date(None) == ""


def test_reader_without_script_gets_the_whole_sheet_of_questions(read):
    sheet = read("article").split('class="question-list"')[1].split("<template>")[0]
    assert "What now?" in sheet
    assert "button" not in sheet


def test_recommended_article_that_is_not_public_is_left_out(client, library_of_pages):
    ArticlePage.objects.filter(slug="story").update(live=False)
    html = client.get(library_of_pages["article"]).content.decode()
    assert "/multiple-myeloma/story/" not in html
