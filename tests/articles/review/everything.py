"""An article with everything in it that a reviewer approves: every kind of block, references, pictures, two authors."""

import copy
import io

from django.core.files.images import ImageFile
from PIL import Image

from articles.models import ArticleAuthor, ArticlePage, ArticleSource, PeoplePage, PersonPage, Reference
from portal.models import Picture

TEXT = (
    '<h2 data-block-key="k1">What it means</h2>'
    '<p data-block-key="k2">It <b>may</b> come <i>back</i>, and <b><i>can</i></b> be treated.[[ref:a]] See'
    ' <a href="https://example.org/a?b=1&amp;c=2">a study</a>, <a id="{topic}" linktype="page">the topic</a>'
    " or 3&nbsp;of 10 &lt;in all&gt;.<br/>Next line [[ref:7]]</p>"
    '<h3 data-block-key="k3">How long</h3>'
    '<ul><li data-block-key="k4">one<ul><li data-block-key="k5">one a</li><li data-block-key="k6">one b</li></ul></li>'
    '<li data-block-key="k7">two</li></ul>'
    '<ol><li data-block-key="k8">first</li><li data-block-key="k9">second</li></ol>'
)
TABLE = {
    "caption": "How long it lasted[[ref:a]]",
    "columns": [
        {"type": "text", "heading": "Treatment"},
        {"type": "number", "heading": "Months"},
        {"type": "rich_text", "heading": "Notes"},
    ],
    "rows": [
        {"values": ["Two drugs", "1204.5", "<p>About <b>half</b></p>"]},
        {"values": ["Three drugs", "0", ""]},
    ],
}


def a_picture(name="marrow.png", colour="#e6d7c3") -> Picture:
    drawn = io.BytesIO()
    Image.new("RGB", (90, 60), colour).save(drawn, "PNG")
    return Picture.objects.create(
        title="Marrow", file=ImageFile(drawn, name=name), credit="Example Press", description="Cells in marrow"
    )


def every_block(*, topic, picture, article) -> list[dict]:
    """The body as it is stored."""
    image = {"image": picture.pk, "alt_text": "Six cells", "decorative": False}
    return [
        {"type": "key_points", "value": {"points": ["<p>It can be treated.[[ref:a]]</p>", "<p>Ask.</p>"]}},
        {"type": "text", "value": TEXT.replace("{topic}", str(topic.pk))},
        {"type": "callout", "value": {"title": "Bring somebody", "text": "<p>Two remember more.</p>"}},
        {"type": "details", "value": {"summary": "The dose", "text": "<p>By weight.</p>"}},
        {"type": "quotation", "value": {"quote": "It changed the visit.", "attribution": "A member"}},
        {
            "type": "care_card",
            "value": {"urgency": "urgent", "items": ["<p>you bleed</p>", "<p>you choke</p>"], "advice": "<p>Sit.</p>"},
        },
        {"type": "do", "value": {"items": ["<p>drink enough</p>"]}},
        {"type": "dont", "value": {"items": ["<p>do not wait</p>"]}},
        {
            "type": "questions",
            "value": {
                "title": "Questions",
                "introduction": "<p>Ask.</p>",
                "questions": ["What now?", "And if we wait?"],
            },
        },
        {"type": "table", "value": {"table": TABLE, "first_column_is_header": True, "note": "Rounded."}},
        {"type": "figure", "value": {"image": image, "caption": "Cells[[ref:a]]", "credit": "Drawn here"}},
        {"type": "related", "value": {"title": "Related", "articles": [article.pk]}},
        {"type": "sign_up", "value": {"title": "Hear from us", "introduction": "Twice a month.", "purposes": []}},
    ]


def everything(topic, other_article) -> ArticlePage:
    """A draft with everything, as it comes from the database."""
    Reference.objects.create(
        key="a", title="A study", authors="Moreau P", source="Journal", year=2021, details="22:1", doi="10.1000/a",
        pmid="123", url="https://example.org/a",
    )  # fmt: skip
    tied = Reference.objects.create(key="b", title="Another study", authors="Kumar S", year=2020)
    home = topic.get_parent()
    people = home.add_child(instance=PeoplePage(title="People", slug="people"))
    authors = [people.add_child(instance=PersonPage(title=f"{name} Example")) for name in ("Marta", "Nils")]
    page = ArticlePage(
        title="When myeloma comes back",
        slug="everything",
        summary="What a relapse means.",
        seo_title="Relapse of myeloma",
        search_description="What a relapse means and what comes next.",
        body=every_block(topic=topic, picture=a_picture(), article=other_article),
        live=False,
    )
    page.article_authors = [ArticleAuthor(person=person) for person in authors]
    page.sources = [ArticleSource(imported_number="7", reference=tied)]
    topic.add_child(instance=page)
    return ArticlePage.objects.get(pk=page.pk)


def raw(page) -> list[dict]:
    """A copy of the body as it is stored, which may be changed."""
    return copy.deepcopy([dict(child) for child in page.body.raw_data])


def with_body(page, stored) -> ArticlePage:
    """``page`` in memory with another stored body."""
    changed = copy.copy(page)
    changed.body = page.body.stream_block.to_python(copy.deepcopy(stored))
    return changed
