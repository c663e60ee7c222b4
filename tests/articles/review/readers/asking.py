"""Pages as their readers see them, for tests of what is said about reviews."""

import json

from bs4 import BeautifulSoup

from articles.models import ArticlePage

ARTICLE = "/multiple-myeloma/relapse/"


def soup(client, address=ARTICLE, **extra):
    """The page at an address."""
    response = client.get(address, **extra)
    assert response.status_code == 200, address
    return BeautifulSoup(response.content, "html.parser")


def words(element):
    """The text of an element, with single spaces."""
    return " ".join(element.get_text().split())


def facts(element):
    """The first list of facts in an element, by their names."""
    return {words(row.dt): words(row.dd) for row in element.select_one("dl.review-facts").select("div")}


def line(client, address=ARTICLE):
    """The words of an article's review line."""
    return words(soup(client, address).select_one(".review-line"))


def medical_page(client, address=ARTICLE):
    """What an article says of itself to machines."""
    script = soup(client, address).find("script", type="application/ld+json").string
    return next(node for node in json.loads(script)["@graph"] if node["@type"] == "MedicalWebPage")


def again(page):
    """The article as it is in the database."""
    return ArticlePage.objects.get(pk=page.pk)


def write(page, **fields):
    """Changes an article behind everybody's back, as raw SQL or a fixture would."""
    if "body" in fields:
        fields["body"] = ArticlePage._meta.get_field("body").to_python(fields["body"])
    ArticlePage.objects.filter(pk=page.pk).update(**fields)
