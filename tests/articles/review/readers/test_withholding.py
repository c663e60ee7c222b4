"""One changed letter in anything that is reviewed, and the review is gone from every place that tells of it."""

import copy
from xml.etree import ElementTree as ET

import pytest
from django.core.files.base import ContentFile

from articles.models import ArticleAuthor, ArticleSource, PersonPage, Reference
from articles.review.signing import withdraw
from portal.models import Picture
from tests.articles.review.readers.asking import ARTICLE, again, line, medical_page, soup, words, write
from tests.reviewing import a_reviewer


def in_body(page, old, new):
    """Changes the text of some block."""

    def changed(value):
        if isinstance(value, str):
            return value.replace(old, new)
        if isinstance(value, dict):
            return {key: changed(inner) for key, inner in value.items()}
        return [changed(inner) for inner in value] if isinstance(value, list) else value

    body = changed(copy.deepcopy(list(page.body.raw_data)))
    assert body != list(page.body.raw_data)
    write(page, body=body)


def in_file(page):
    picture = Picture.objects.get()
    picture.file.storage.delete(picture.file.name)
    picture.file.storage.save(picture.file.name, ContentFile(b"other bytes"))


def another_author(page):
    other = page.article_authors.first().person.get_parent().add_child(instance=PersonPage(title="Tom Marble"))
    ArticleAuthor.objects.filter(article=page).update(person=other)


CHANGES = {
    "title": lambda page: write(page, title="When myeloma comes bacK"),
    "summary": lambda page: write(page, summary=page.summary + "!"),
    "title for search engines": lambda page: write(page, seo_title="Relapse of myelomas"),
    "description for search engines": lambda page: write(page, search_description="What a relapse of myeloma Means."),
    "paragraph": lambda page: in_body(page, "again", "agaim"),
    "bold": lambda page: in_body(page, "<b>active</b>", "active"),
    "caption": lambda page: in_body(page, "Marrow", "Narrow"),
    "alternative text": lambda page: in_body(page, "Cells", "Cell"),
    "cell of a table": lambda page: in_body(page, "Each month", "Each week"),
    "heading of a column": lambda page: in_body(page, "When", "Where"),
    "citation": lambda page: in_body(page, "[[ref:a]]", "[[ref:c]]"),
    "title of a reference": lambda page: Reference.objects.filter(key="a").update(title="Source B"),
    "year of a reference behind a number": lambda page: Reference.objects.filter(key="b").update(year=2021),
    "reference that a number is tied to": lambda page: ArticleSource.objects.filter(article=page).update(
        reference=Reference.objects.get(key="c")
    ),
    "author": another_author,
    "file of a picture": in_file,
    "description of a picture": lambda page: Picture.objects.update(description="Cells of the marrow"),
    "credit of a picture": lambda page: Picture.objects.update(credit="Somebody"),
}


def places(client, page):
    """Where it is told that the article is reviewed."""
    topic = soup(client, "/multiple-myeloma/")
    feed = ET.fromstring(client.get("/feed.xml").content)
    found = client.get("/search/", {"q": "relapse"}).content.decode()
    history = soup(client, f"{ARTICLE}review-history/")
    preview = again(page).make_preview_request().content.decode()
    told = {
        "line": "Ruth Adler" in line(client),
        "end of the page": "Ruth Adler" in words(soup(client).select_one("section.how-reviewed")),
        "JSON-LD": "reviewedBy" in medical_page(client) or "lastReviewed" in medical_page(client),
        "listing": "Reviewed" in words(topic.select_one(".entries")),
        "read next": "Reviewed" in words(soup(client, "/multiple-myeloma/sibling/").select_one(".related")),
        "search": "Reviewed" in found,
        "feed": any(
            "scheme" in category.attrib
            for entry in feed.findall("{http://www.w3.org/2005/Atom}entry")
            if "myeloma" in entry.find("{http://www.w3.org/2005/Atom}title").text
            for category in entry.findall("{http://www.w3.org/2005/Atom}category")
        ),
        "preview": "Last reviewed" in preview,
        "history": bool(history.select(".review-event-current")),
        "reviewer's page": "comes back" in soup(client, "/people/ruth/").get_text(),
    }
    return {place for place, is_told in told.items() if is_told}


ALL = {
    *("line", "end of the page", "JSON-LD", "listing", "read next"),
    *("search", "feed", "preview", "history", "reviewer's page"),
}


@pytest.fixture
def alone(whole_article, sibling):
    """``whole_article``, beside an article without a review."""
    withdraw(page_id=sibling.pk, user=a_reviewer("paula"), note="Not mine.")
    return whole_article


def test_an_approved_text_is_told_everywhere(client, alone):
    assert places(client, alone) == ALL


@pytest.mark.parametrize("part", CHANGES)
def test_one_change_withholds_the_review_everywhere(client, alone, part):
    CHANGES[part](alone)
    assert places(client, alone) == set()
    assert "Changed since its last review" in line(client)
