"""What goes wrong around the portal; a page of every type, and an article with a block of every kind."""

import io

import pytest
from django.core.files.images import ImageFile
from django.db import OperationalError
from django.db.backends.base.base import BaseDatabaseWrapper
from PIL import Image

from articles.models import (
    ArticleAuthor,
    ArticlePage,
    GlossaryPage,
    GlossaryTerm,
    PeoplePage,
    PersonPage,
    Reference,
    TopicIndexPage,
    TopicName,
)
from consent.models import PolicyPage
from portal.models import Picture, StandardPage
from portal.models.pages import FeaturedPage
from tests.reviewing import save_and_publish


@pytest.fixture
def picture(db):
    """A picture of 900 by 600 pixels."""
    drawn = io.BytesIO()
    Image.new("RGB", (900, 600), "#e6d7c3").save(drawn, "PNG")
    return Picture.objects.create(title="Marrow", file=ImageFile(drawn, name="marrow.png"), credit="Example Press")


@pytest.fixture
def every_block(picture):
    """``every_block(articles)``: a body with each kind of block, recommending ``articles``."""

    def _every_block(articles=()):
        questions = {"title": "Questions", "introduction": "", "questions": ["What now?", "What if we wait [[ref:a]]?"]}
        table = {
            "caption": "How long it lasted",
            "columns": [
                {"type": "text", "heading": "Treatment"},
                {"type": "number", "heading": "Months"},
                {"type": "rich_text", "heading": ""},
            ],
            "rows": [{"values": ["Two drugs", "1204.5", "<p>About <b>half</b></p>"]}],
        }
        return [
            {"type": "key_points", "value": {"points": ["<p>It can be treated [[ref:a]].</p>", "<p>Ask.</p>"]}},
            {"type": "text", "value": "<h2>What it means</h2><p>In remission you feel well.</p><h3>How long</h3>"},
            *[
                {"type": "text", "value": f'<p>See <a linktype="page" id="{article.pk}">what it was like</a>.</p>'}
                for article in articles
            ],
            {"type": "callout", "value": {"title": "Bring somebody", "text": "<p>Two remember more.</p>"}},
            {"type": "details", "value": {"summary": "The dose", "text": "<p>By weight.</p>"}},
            {"type": "quotation", "value": {"quote": "It changed the visit.", "attribution": "A member"}},
            {"type": "care_card", "value": {"urgency": "emergency", "items": ["<p>you choke</p>"], "advice": ""}},
            {"type": "do", "value": {"items": ["<p>drink enough</p>"]}},
            {"type": "dont", "value": {"items": ["<p>do not wait</p>"]}},
            {"type": "questions", "value": questions},
            {"type": "table", "value": {"table": table, "first_column_is_header": True, "note": "Rounded."}},
            {
                "type": "figure",
                "value": {
                    "image": {"image": picture.pk, "alt_text": "Six cells", "decorative": False},
                    "caption": "Cells",
                    "credit": "",
                },
            },
            {"type": "related", "value": {"title": "Related", "articles": [article.pk for article in articles]}},
        ]

    return _every_block


@pytest.fixture
def library_of_pages(community, topic, article, picture, every_block):
    """A page of every type by address, each filled; ``/multiple-myeloma/relapse/`` holds every block."""
    home = community.root_page
    Reference.objects.create(key="a", title="A study", authors="Moreau P", year=2021, doi="10.1000/a")
    GlossaryTerm.objects.create(term="remission", definition="A quiet time.", locale=home.locale)
    topic.picture = picture
    topic.introduction = "A cancer of plasma cells."
    topic.names = [TopicName(name="Plasma cell myeloma"), TopicName(name="MM", kind=TopicName.Kind.SHORT_FORM)]
    topic.save()
    home.add_child(instance=TopicIndexPage(title="A to Z", slug="a-to-z"))
    home.add_child(instance=GlossaryPage(title="Glossary", slug="glossary"))
    people = home.add_child(instance=PeoplePage(title="People", slug="people"))
    person = people.add_child(
        instance=PersonPage(
            title="Marta Example",
            slug="marta",
            credentials="MD",
            position="Haematologist",
            photo=picture,
            biography="<p>Treats people.</p>",
            interests="None.",
        )
    )
    home.add_child(
        instance=StandardPage(
            title="How we check", slug="check", role="editorial-integrity", body="<h2>How</h2><p>So.</p>"
        )
    )
    home.add_child(
        instance=PolicyPage(title="Privacy policy", slug="privacy", role="privacy", body="<h2>What</h2><p>Little.</p>")
    )
    story = topic.add_child(
        instance=ArticlePage(title="The day I rang the bell", slug="story", kind="story", body=article.body)
    )
    article.body = every_block([story])
    article.article_authors = [ArticleAuthor(person=person)]
    for page in (article, story):
        save_and_publish(page)
    for order, page in enumerate((topic, article, people)):
        FeaturedPage.objects.create(home=home, page=page, sort_order=order)
    return {
        "home": "/",
        "topic": "/multiple-myeloma/",
        "article": "/multiple-myeloma/relapse/",
        "story": "/multiple-myeloma/story/",
        "people": "/people/",
        "person": "/people/marta/",
        "glossary": "/glossary/",
        "standard": "/check/",
        "policy": "/privacy/",
        "not_found": "/nothing-here/",
    }


@pytest.fixture
def no_database():
    """Every question to the database fails. Ask for it last, so that it is back before other fixtures tidy up."""

    def gone(self, *args, **kwargs):
        raise OperationalError("connection to server at 10.1.2.3 failed: password of user portal")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(BaseDatabaseWrapper, "cursor", gone)
        yield
