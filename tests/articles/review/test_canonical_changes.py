"""One changed letter, one moved or missing piece in anything that readers see makes another canonical text, and the
comparison shows where.
"""

import copy
import json
import os
from collections.abc import Iterator
from contextlib import suppress

import pytest
from django.core.files.images import ImageFile

from articles.models import ArticleAuthor, ArticlePage, ArticleSource, Reference
from articles.review.canonical import canonical_text, digest_of
from articles.review.comparing import compare
from articles.review.current import current_review
from articles.review.errors import NotReviewableError
from portal.markup import Kind, attribute, split
from portal.models import Picture
from tests.articles.review.everything import a_picture, everything, raw, with_body
from tests.reviewing import sign

NAMES = {"type", "id"}  # what a piece is, not what it says; changed by other tests below


@pytest.fixture
def page(topic, article):
    return everything(topic, article)


def reload(page):
    return ArticlePage.objects.get(pk=page.pk)


def differs(page, changed, place=""):
    """Whether the texts of both differ, and a reader of the comparison is told where."""
    before, after = canonical_text(page), canonical_text(changed)
    assert before != after, place
    assert digest_of(page) != digest_of(changed)
    parts = compare(before, after)
    assert parts, place
    assert all(part.place and part.lines for part in parts)
    return True


def another(letter):
    return "z" if letter != "z" else "y"


def with_another_letter(text) -> Iterator[str]:
    """``text`` with each letter changed in its turn."""
    for at, letter in enumerate(text):
        if not letter.isspace():
            yield text[:at] + another(letter) + text[at + 1 :]


def with_another_letter_in_html(html) -> Iterator[str]:
    """``html`` with each letter of its text, and of what its links lead to, changed in its turn."""
    nodes = split(html)
    for at, node in enumerate(nodes):
        if node.kind is Kind.TEXT:
            changed = with_another_letter(node.html) if "&" not in node.html else [node.html + "z", "z" + node.html]
        elif node.kind is Kind.START and node.name == "a":
            name = "href" if attribute(node.html, "href") else "id"
            changed = [node.html.replace(f'{name}="', f'{name}="1'), node.html.replace(f'{name}="', 'title="')]
        else:
            continue
        for written in changed:
            yield "".join([*(other.html for other in nodes[:at]), written, *(other.html for other in nodes[at + 1 :])])


def with_one_change(value) -> Iterator:
    """``value`` with one change in its turn: a letter, a number, a tick, a piece that is gone, doubled or elsewhere."""
    match value:
        case bool():
            yield not value
        case int():
            yield value + 1
        case str() if value.startswith("<"):
            yield from with_another_letter_in_html(value)
            yield f"{value}<p>One more.</p>"
        case str():
            yield from with_another_letter(value)
            yield f"{value} more"
            yield from [""] if value else []
        case list():
            yield from with_one_item_changed(value)
        case dict():
            for name, inner in value.items():
                if name not in NAMES:
                    yield from ({**value, name: changed} for changed in with_one_change(inner))


def with_one_item_changed(items: list) -> Iterator[list]:
    for at, item in enumerate(items):
        yield from ([*items[:at], changed, *items[at + 1 :]] for changed in with_one_change(item))
        yield [*items[:at], *items[at + 1 :]]
        yield [*items[: at + 1], *items[at:]]
        if at + 1 < len(items) and items[at + 1] != item:
            yield [*items[:at], items[at + 1], item, *items[at + 2 :]]


def texts_with_one_change(page) -> Iterator[str]:
    """The canonical texts of ``page`` with each change in its turn, but for those that leave it without one."""
    for changed in with_one_change(raw(page)):
        table = next((block["value"]["table"] for block in changed if block["type"] == "table"), {"rows": []})
        if any(len(row["values"]) > len(table["columns"]) for row in table["rows"]):
            continue  # a cell without a column is never shown
        with suppress(NotReviewableError):  # another picture, or a number that is none
            yield canonical_text(with_body(page, changed))


def test_every_letter_and_every_piece_of_the_body_counts(page):
    texts = list(texts_with_one_change(page))
    assert canonical_text(page) not in texts
    assert len(texts) > 500


def test_the_comparison_tells_of_every_letter_and_every_piece(page):
    before = canonical_text(page)
    for text in list(texts_with_one_change(page))[::7]:
        assert compare(before, text), text


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        ("may", "<i>may</i>"),
        ("<b>may</b>", "may"),
        ("<b>may</b>", "<i>may</i>"),
        ("<h3", "<h2"),
        ("<h3", "<p"),
        ("<ul>", "<ol>"),
        ("</li></ol>", "</li></ol><ol><li>third</li></ol>"),
        ('</li><li data-block-key="k9">', '</li></ol><ol><li data-block-key="k9">'),
        ('</li><li data-block-key="k9">', "<br/>"),
        ('<li data-block-key="k8">', "<li></li><li>"),
        ("<br/>", " "),
        ("<br/>", "</p><p>"),
        ("[[ref:a]]", "[[ref:7]]"),
        ("[[ref:a]]", ""),
        ("[[ref:a]]", "[[ref:a,7]]"),
        ("[[ref:a]]", "[[re<!-- -->f:a]]"),
        ('href="https://example.org/a?b=1', 'href="http://example.org/a?b=1'),
        ('linktype="page"', 'linktype="document"'),
        ("3&nbsp;of", "3 of"),
        (" See", " <sub>See</sub>"),
        (" See", ' <span class="quiet">See</span>'),
    ],
)
def test_every_way_of_writing_the_text_counts(page, was, becomes):
    stored = raw(page)
    assert was in stored[1]["value"]
    for tag in ("h3", "ul"):
        if was == f"<{tag}" or was == f"<{tag}>":
            stored[1]["value"] = stored[1]["value"].replace(f"</{tag}>", f"</{becomes.strip('<>')}>")
    stored[1]["value"] = stored[1]["value"].replace(was, becomes, 1)
    assert differs(page, with_body(page, stored))


def test_kinds_and_order_of_blocks_count(page):
    stored = raw(page)
    texts = {at: block for at, block in enumerate(stored) if block["type"] in ("do", "dont")}
    for at, block in texts.items():
        changed = copy.deepcopy(stored)
        changed[at]["type"] = "dont" if block["type"] == "do" else "do"
        assert differs(page, with_body(page, changed))
    for kind in ("do", "dont", "key_points", "callout"):  # they have words of their own
        assert differs(page, with_body(page, [*stored, {"type": kind, "value": {}}]), kind)


@pytest.mark.parametrize("urgency", ["routine", "emergency"])
def test_how_urgent_a_care_card_is_counts(page, urgency):
    stored = raw(page)
    stored[5]["value"]["urgency"] = urgency
    assert differs(page, with_body(page, stored))


def test_a_picture_that_becomes_decorative_counts(page):
    stored = raw(page)
    stored[10]["value"]["image"]["decorative"] = True
    assert differs(page, with_body(page, stored))
    silent = raw(page)
    silent[10]["value"]["image"]["alt_text"] = ""
    assert differs(with_body(page, silent), with_body(page, stored))


def test_the_first_column_and_the_kind_of_a_column_count(page):
    stored = raw(page)
    stored[9]["value"]["first_column_is_header"] = False
    assert differs(page, with_body(page, stored))
    stored = raw(page)
    stored[9]["value"]["table"]["columns"][1]["type"] = "text"
    assert differs(page, with_body(page, stored))


@pytest.mark.parametrize("name", ["title", "summary", "seo_title", "search_description"])
def test_every_letter_of_a_field_counts(page, name):
    for text in [*with_another_letter(getattr(page, name)), "", f"{getattr(page, name)}."]:
        changed = copy.copy(page)
        setattr(changed, name, text)
        assert differs(page, changed)


def test_the_kind_counts_and_a_story_has_no_review(page):
    changed = copy.copy(page)
    changed.kind = "story"
    assert differs(page, changed)
    assert not current_review(changed).is_shown


def test_who_wrote_it_and_in_which_order_counts(page):
    first, second = [row.person for row in page.article_authors.all()]
    for people in ([second, first], [first], [], [first, second, first]):
        changed = reload(page)
        changed.article_authors = [ArticleAuthor(person=person) for person in people]
        assert differs(page, changed)
        assert differs(page, changed.save_revision().as_object())
    page.article_authors = [ArticleAuthor(person=second), ArticleAuthor(person=first)]
    before = canonical_text(reload(page))
    page.save()
    assert canonical_text(reload(page)) != before


@pytest.mark.parametrize("key", ["a", "b"])
@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("type", "guideline"),
        ("authors", "Moreau Q"),
        ("title", "A Study"),
        ("source", "Journals"),
        ("year", 2022),
        ("year", None),
        ("details", "22:2"),
        ("doi", "10.1000/c"),
        ("pmid", "124"),
        ("url", "https://example.org/b"),
    ],
)
def test_whatever_readers_see_of_a_reference_counts(page, key, name, value):
    before = canonical_text(page)
    Reference.objects.filter(key=key).update(**{name: value})
    after = canonical_text(reload(page))
    assert after != before
    assert compare(before, after)


def test_to_which_reference_a_number_is_tied_counts(page):
    before = canonical_text(page)
    twin = Reference.objects.get(key="b")
    twin.pk, twin.key = None, "twin"  # reads the same, and is another source
    twin.save()
    row = ArticleSource.objects.get(article=page)
    for reference in (twin, Reference.objects.get(key="a"), None):
        row.reference = reference
        row.save()
        after = canonical_text(reload(page))
        assert after != before
        assert compare(before, after)
    row.delete()
    assert canonical_text(reload(page)) != before


def test_a_reference_that_is_cited_with_entities_for_brackets_counts(page):
    changed = with_body(page, [{"type": "text", "value": "<p>Yes.&#91;[ref:b]&#x5d;</p>"}])
    before = canonical_text(changed)
    assert json.loads(before)["references"].keys() == {"b"}
    Reference.objects.filter(key="b").update(title="Another title")
    assert canonical_text(with_body(page, [{"type": "text", "value": "<p>Yes.&#91;[ref:b]&#x5d;</p>"}])) != before


@pytest.mark.parametrize("change", [{"credit": "Somebody else"}, {"description": "Cells in blood"}, {"credit": ""}])
def test_what_is_said_with_a_picture_counts(page, change):
    before = canonical_text(page)
    Picture.objects.update(**change)
    after = canonical_text(reload(page))
    assert after != before
    assert compare(before, after)


def test_a_file_of_the_same_name_and_a_stale_hash_counts(page):
    """As code may do it, without telling the picture."""
    before = canonical_text(page)
    picture = Picture.objects.get()
    old_hash, name = picture.file_hash, picture.file.name
    other = a_picture("other.png", "#000000")
    with other.file.open() as file, picture.file.storage.open(name, "wb") as target:
        target.write(file.read())
    picture = Picture.objects.get(pk=picture.pk)
    assert (picture.file_hash, picture.file.name) == (old_hash, name)
    after = canonical_text(reload(page))
    assert after != before
    assert compare(before, after)


def test_a_file_of_the_same_size_and_the_same_time_counts(page):
    picture = Picture.objects.get()
    path = picture.file.path
    before, times = canonical_text(page), os.stat(path)
    with open(path, "r+b") as file:
        data = bytearray(file.read())
        data[-20] ^= 1
        file.seek(0)
        file.write(data)
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert canonical_text(reload(page)) != before


def test_another_file_for_a_picture_counts(page):
    before = canonical_text(page)
    picture = Picture.objects.get()
    with a_picture("third.png", "#00ff00").file.open() as file:
        picture.file = ImageFile(file, name="marrow.png")
        picture.save()
    assert canonical_text(reload(page)) != before


def test_a_change_by_whatever_way_withholds_the_line_at_once(page):
    page.save_revision()
    decision = sign(page)
    changes = [
        lambda: Reference.objects.filter(key="a").update(title="A Study"),
        lambda: Reference.objects.filter(key="a").update(title="A study"),
        lambda: Picture.objects.update(credit="Somebody"),
        lambda: Picture.objects.update(credit="Example Press"),
        lambda: ArticlePage.objects.filter(pk=page.pk).update(summary="Something else."),
        lambda: ArticlePage.objects.filter(pk=page.pk).update(summary=page.summary),
    ]
    for number, change in enumerate(changes):
        change()
        assert current_review(reload(page)).is_shown is (number % 2 == 1)
    assert current_review(reload(page)).decision == decision
