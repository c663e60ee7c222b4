"""What tests of the public side of reviews share: an approved article in which everything occurs that is reviewed."""

import io

import pytest
from django.core.files.images import ImageFile
from PIL import Image

from articles.models import ArticleAuthor, ArticlePage, ArticleSource, PeoplePage, PersonPage
from portal.models import Picture
from tests.articles.review.readers.asking import again
from tests.reviewing import a_reviewer, add_live, sign


@pytest.fixture
def people(community):
    """The list of people at ``/people/``, with the author Ida Quartz."""
    people = community.root_page.add_child(instance=PeoplePage(title="People", slug="people"))
    people.add_child(instance=PersonPage(title="Ida Quartz", slug="ida"))
    return people


@pytest.fixture
def ruth(people):
    """The reviewer's page at ``/people/ruth/``. Whatever she signs from now on names it."""
    person = PersonPage(title="Ruth Adler", slug="ruth", interests="None at all", user=a_reviewer())
    return people.add_child(instance=person)


@pytest.fixture
def picture(db):
    """A picture of 40 by 30 pixels."""
    drawn = io.BytesIO()
    Image.new("RGB", (40, 30), "white").save(drawn, "PNG")
    return Picture.objects.create(title="Marrow", file=ImageFile(drawn, name="marrow.png"))


@pytest.fixture
def figure(picture):
    """A block that shows the picture."""
    image = {"image": picture.pk, "decorative": False, "alt_text": "Cells"}
    return {"type": "figure", "value": {"image": image, "caption": "Marrow"}}


@pytest.fixture
def whole_article(article, ruth, library, figure):
    """``article`` with an author, citations by key and by number, a picture, a table and descriptions; approved."""
    columns, rows = [{"type": "text", "heading": "When"}], [{"values": ["Each month"]}]
    article.seo_title = "Relapse of myeloma"
    article.search_description = "What a relapse of myeloma means."
    article.body = [
        {"type": "text", "value": "<h2>Relapse</h2><p>The illness is <b>active</b> again.[[ref:a]] And[[ref:7]].</p>"},
        figure,
        {"type": "table", "value": {"table": {"caption": "Tests", "columns": columns, "rows": rows}}},
    ]
    article.article_authors = [ArticleAuthor(person=PersonPage.objects.get(slug="ida"))]
    article.sources = [ArticleSource(imported_number="7", reference=library["b"])]
    article.save_revision()
    sign(article)
    return again(article)


@pytest.fixture
def sibling(topic):
    """A second approved article on the topic, at ``/multiple-myeloma/sibling/``."""
    body = [{"type": "text", "value": "<p>It hurts.</p>"}]
    return add_live(topic, ArticlePage(title="Bone pain", slug="sibling", body=body))
