"""Where articles are listed: which of them are said to be reviewed, and at what cost."""

from datetime import timedelta
from xml.etree import ElementTree as ET

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import ArticlePage, Credential
from articles.review.signing import withdraw
from tests.articles.review.readers.asking import again, soup, words, write
from tests.reviewing import a_reviewer, add_live, sign, today

ATOM = "{http://www.w3.org/2005/Atom}"
LISTS = ["/", "/multiple-myeloma/", "/feed.xml", "/multiple-myeloma/feed.xml", "/search/?q=illness", "/people/ruth/"]


def entries(client, address):
    """What stands under each title of a list."""
    return {words(each.h3): words(each.select_one(".meta")) for each in soup(client, address).select(".entries > li")}


def reviewed_in_feed(client, address="/feed.xml"):
    feed = ET.fromstring(client.get(address).content)
    return {
        entry.find(f"{ATOM}title").text: [
            (category.get("term"), category.get("label"))
            for category in entry.findall(f"{ATOM}category")
            if category.get("scheme") == "https://schema.org/lastReviewed"
        ]
        for entry in feed.findall(f"{ATOM}entry")
    }


@pytest.fixture
def three(article, topic, ruth, people):
    """A reviewed article, one that changed since, and a story, all on one topic and with "illness" in them."""
    body = [{"type": "text", "value": "<p>The illness.</p>"}]
    changed = add_live(topic, ArticlePage(title="Changed", slug="changed", body=body))
    write(changed, summary="Something else.")
    add_live(topic, ArticlePage(title="My year", slug="year", kind="story", body=body))
    sign(article, draft=False)
    return article


@pytest.mark.parametrize("address", ["/", "/multiple-myeloma/", "/search/?q=illness"])
def test_lists_say_reviewed_of_those_texts_alone_that_are(client, three, address):
    found = entries(client, address)
    assert {title for title, meta in found.items() if "Reviewed" in meta} == {"When myeloma comes back"}
    assert {"Changed", "My year"} <= found.keys()
    day = today()
    assert f"Reviewed {day.day} {day:%B %Y}" in found["When myeloma comes back"]


def test_feed_tells_the_day_of_the_review_as_a_category(client, three):
    day = today()
    expected = [(day.isoformat(), f"Reviewed {day.day} {day:%B %Y}")]
    found = {"When myeloma comes back": expected, "Changed": [], "My year": []}
    assert reviewed_in_feed(client) == reviewed_in_feed(client, "/multiple-myeloma/feed.xml") == found


def test_a_feed_with_a_withdrawn_review_is_sent_again_whatever_the_reader_knows(client, three):
    first = client.get("/feed.xml")
    now = timezone.now().strftime("%a, %d %b %Y %H:%M:%S GMT")
    known = {"if-none-match": first["ETag"], "if-modified-since": now}
    assert client.get("/feed.xml", headers=known).status_code == 304
    withdraw(page_id=three.pk, user=a_reviewer(), note="Wrong.")
    assert client.get("/feed.xml", headers=known).status_code == 200
    assert client.get("/feed.xml", headers={"if-modified-since": now}).status_code == 200
    assert reviewed_in_feed(client)["When myeloma comes back"] == []


@pytest.mark.parametrize("address", [*LISTS, "/multiple-myeloma/relapse/"])
def test_whoever_keeps_a_copy_asks_before_showing_it_again(client, three, address):
    response = client.get(address)
    assert "no-cache" in response["Cache-Control"]
    assert "Last-Modified" not in response


def test_articles_that_a_text_recommends_say_whether_they_are_reviewed(client, three, topic, sibling):
    chosen = list(ArticlePage.objects.exclude(pk=sibling.pk).values_list("pk", flat=True))
    related = {"type": "related", "value": {"title": "See also", "articles": chosen}}
    page = again(sibling)
    page.body = [*page.body.raw_data, related]
    page.save_revision()
    sign(page)
    found = entries(client, "/multiple-myeloma/sibling/")
    assert {title for title, meta in found.items() if "Reviewed" in meta} == {"When myeloma comes back"}
    ArticlePage.objects.get(slug="changed").delete()  # names stand in the text; what is gone is only not listed
    assert "Reviewed by:" in words(soup(client, "/multiple-myeloma/sibling/").select_one(".review-line"))
    assert "Reviewed" in entries(client, "/multiple-myeloma/")["Bone pain"]


def test_a_persons_page_lists_what_stands_under_their_name_now(client, three, sibling):
    sign(sibling, draft=False)
    assert list(entries(client, "/people/ruth/")) == ["Bone pain", "When myeloma comes back"]
    sign(sibling, draft=False, user=a_reviewer("paula"))
    assert list(entries(client, "/people/ruth/")) == ["When myeloma comes back"]
    withdraw(page_id=three.pk, user=a_reviewer("paula"), note="Wrong.")
    assert entries(client, "/people/ruth/") == {}
    assert "Reviewed by Ruth" not in soup(client, "/people/ruth/").get_text()


def test_a_persons_page_tells_valid_qualifications_without_the_licence(client, ruth):
    Credential.objects.create(
        user=ruth.user, title="Registrar", body="A chamber", speciality="surgery",
        valid_from=today() - timedelta(days=900), valid_until=today() - timedelta(days=1),
    )  # fmt: skip
    page = soup(client, "/people/ruth/")
    told = words(page.select_one("section:has(#qualifications)"))
    assert "Consultant haematologist, haematology (General Medical Council)" in told
    assert "Haematology Review Board" in told
    assert "Registrar" not in told
    assert "1234567" not in page.get_text()
    assert "None at all" in page.get_text()
    assert not soup(client, "/people/ida/").select("#qualifications")


@pytest.mark.parametrize("address", LISTS)
def test_telling_reviews_takes_a_fixed_number_of_queries(client, three, topic, library, figure, address):
    def add(number):
        text = {"type": "text", "value": f"<p>The illness[[ref:{'abcdefgh'[number % 8]}]], {number}.</p>"}
        add_live(topic, ArticlePage(title=f"Article {number}", slug=f"n{number}", body=[text, figure]))

    def queries():
        client.get(address)
        with CaptureQueriesContext(connection) as captured:
            client.get(address)
        return len(captured)

    add(1)
    few = queries()
    for number in range(2, 14):
        add(number)
    assert queries() == few
