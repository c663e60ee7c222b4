"""What changed between two texts is told part by part, each paired with what it was."""

from articles.models import ArticleAuthor, ArticlePage, PeoplePage, PersonPage, Reference
from articles.review.comparing import compare
from tests.reviewing import sign


def told(before, after):
    return [
        (part.place, ["".join(f"{words.how.value[0]}:{words.text}|" for words in line.words) for line in part.lines])
        for part in compare(before.snapshot, after.snapshot)
    ]


def text(html):
    return [{"type": "text", "value": html}]


def signed(article, **fields):
    page = ArticlePage.objects.get(pk=article.pk)
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision()
    return sign(page)


def test_a_new_author_does_not_tear_a_changed_paragraph_apart(article, community):
    people = community.root_page.add_child(instance=PeoplePage(title="People", slug="people"))
    ida = people.add_child(instance=PersonPage(title="Ida Quartz"))
    before = signed(article, body=text("<p>The illness is active again.</p>"))
    after = signed(
        article, article_authors=[ArticleAuthor(person=ida)], body=text("<p>The illness is active once more.</p>")
    )
    assert told(before, after) == [
        ("Author", ["a:Ida Quartz|"]),
        ("Block 1, Text", ["s:The illness is active |r:again|a:once more|s:.|"]),
    ]


def test_a_source_is_compared_with_itself(article, library):
    before = signed(article, body=text("<p>Active.[[ref:a]][[ref:b]]</p>"))
    Reference.objects.filter(key="b").update(year=2021)
    after = signed(article)
    assert told(before, after) == [("Reference b", ["s:Buthor B. Source B. |r:2020|a:2021|s: (journal-article, b)|"])]


def test_citations_are_told_by_the_keys_of_their_sources(article, library):
    before = signed(article, body=text("<p>Active again.[[ref:a]]</p>"))
    after = signed(article, body=text("<p>Active again.[[ref:a,b]]</p>"))
    [(_place, lines), *_rest] = told(before, after)
    assert lines == ["s:Active again.[a|a:,b|s:]|"]
