"""Articles of a usual length, with any number of references and comments."""

from articles.models import ArticleAuthor, ArticlePage, Reference, TopicPage
from comments.models.comment import State
from tests.conversing import a_comment
from tests.crowding import crowd
from tests.reviewing import add_live

SENTENCE = "The illness is active again and there are many ways to treat it, so ask which of them fits you best."
PARAGRAPHS = 32  # of two sentences with 20 words each: some 1,200 in all


def references(count: int) -> list[Reference]:
    """The first ``count`` entries of the library, made where they are missing."""
    entries = [
        Reference(
            key=f"study-{number}",
            authors="Moreau P, Kumar SK",
            title=f"Study {number}",
            source="Lancet Oncology",
            year=2021,
            details="22(3):e105-e118",
            doi=f"10.1000/{number}",
        )
        for number in range(count)
    ]
    Reference.objects.bulk_create(entries, ignore_conflicts=True)
    return entries


def body(count: int) -> list[dict]:
    """A text that cites ``count`` references."""
    per_paragraph = -(-count // PARAGRAPHS)
    keys = iter([f" [[ref:study-{number}]]" for number in range(count)])
    paragraphs = []
    for number in range(PARAGRAPHS):
        cited = "".join(next(keys, "") for _ in range(per_paragraph))
        heading = f"<h2>Question {number}</h2>" if number % 5 == 0 else ""
        paragraphs.append(f"{heading}<p>{SENTENCE}{cited} {SENTENCE}</p>")
    points = {"type": "key_points", "value": {"points": [f"<p>{SENTENCE}</p>"] * 2}}
    return [points, *({"type": "text", "value": text} for text in paragraphs)]


def an_article(topic: TopicPage, slug: str, *, cited: int, comments: int = 0, authors=()) -> ArticlePage:
    """A live, approved article."""
    references(cited)
    page = ArticlePage(title=slug.title(), slug=slug, summary="What to know of it.", body=body(cited))
    page.article_authors = [ArticleAuthor(person=person) for person in authors]
    page = add_live(topic, page)
    if comments:
        crowd(a_comment(page, state=State.PUBLISHED, text="What helped me was to write a list. " * 8), comments - 1)
    return page
