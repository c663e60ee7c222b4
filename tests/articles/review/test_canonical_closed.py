"""What can't be told for certain has no digest: no approval, no line, and no error page."""

import os
from contextlib import suppress

import pytest
from django.core.files.storage import FileSystemStorage
from wagtail import blocks

from articles.models import ArticlePage, ReviewDecision
from articles.review.canonical import body_digest, canonical_text, digest_of
from articles.review.current import current_review, current_reviews
from articles.review.errors import NotReviewableError, SigningRefusedError
from articles.review.file_digest import file_digest
from articles.review.rich_text import paragraphs
from articles.review.signing import approve
from portal.models import Picture
from tests.articles.review.everything import everything, raw, with_body
from tests.reviewing import a_reviewer, declaration, sign


@pytest.fixture
def page(topic, article):
    """A live, approved article with everything."""
    page = everything(topic, article)
    page.save_revision()
    sign(page)
    return ArticlePage.objects.get(pk=page.pk)


def reload(page):
    return ArticlePage.objects.get(pk=page.pk)


def has_no_line(page, client):
    """Whether nobody is told that ``page`` is reviewed, and it is shown nevertheless."""
    stored = reload(page)
    assert digest_of(stored) == ""
    assert not current_review(stored).is_shown
    assert not current_reviews([stored])[page.pk].is_shown
    with pytest.raises(NotReviewableError):
        canonical_text(stored)
    with pytest.raises(SigningRefusedError):
        approve(page_id=page.pk, shown="", user=a_reviewer(), declaration=declaration(), draft=False)
    response = client.get(page.url)
    assert response.status_code == 200
    return "Ruth Adler" not in response.content.decode()


def test_an_approved_text_has_a_line(page):
    assert current_review(page).is_shown


@pytest.mark.parametrize("damage", ["unlink", "unreadable", "row"])
def test_a_picture_that_is_gone_takes_the_line_with_it(page, client, damage):
    picture = Picture.objects.get()
    if damage == "row":
        picture.delete()
    else:
        os.unlink(picture.file.path)
        if damage == "unreadable":
            os.mkdir(picture.file.path)
    assert has_no_line(page, client)


@pytest.mark.parametrize("name", ["", "../../etc/passwd", "a\0b.png"])
def test_a_file_with_a_name_that_leads_nowhere_takes_the_line_with_it(page, name):
    Picture.objects.update(file=name.replace("\0", "") if name != "a\0b.png" else "gone.png")
    assert not current_review(reload(page)).is_shown
    with pytest.raises(NotReviewableError):
        file_digest(Picture().file.storage, name)


def test_a_storage_with_errors_of_its_own_takes_the_line_with_it(page, monkeypatch):
    def refuse(*args, **kwargs):
        raise RuntimeError("403 from the bucket")

    file_digest.__globals__["_digest"].cache_clear()
    monkeypatch.setattr(FileSystemStorage, "open", refuse)
    assert not current_review(reload(page)).is_shown


def test_a_storage_without_files_on_this_machine_is_read_by_its_own_word(page, monkeypatch):
    shown = current_review(reload(page))

    def nowhere(*args, **kwargs):
        raise NotImplementedError

    with monkeypatch.context() as patch:
        patch.setattr("articles.review.file_digest.Path.stat", nowhere)
        assert current_review(reload(page)) == shown


@pytest.mark.parametrize(
    "stored",
    [
        [{"type": "callout", "value": "no dictionary"}],
        [{"type": "callout", "value": ["no dictionary"]}],
        [{"type": "key_points", "value": {"points": "no list"}}],
        [{"type": "key_points", "value": {"points": {"a": 1}}}],
        [{"type": "table", "value": {"table": {"columns": [{}], "rows": []}}}],
        [{"type": "table", "value": {"table": {"columns": [{"type": "nothing", "heading": ""}], "rows": []}}}],
        [{"type": "table", "value": {"table": {"columns": [{"type": "number"}], "rows": [{"values": ["ten"]}]}}}],
        [{"type": "figure", "value": {"image": {"image": "x", "alt_text": "", "decorative": False}}}],
        [{"type": "figure", "value": {"image": 1}}],
        [{"type": "figure", "value": {"caption": "A picture that is not there"}}],
        [{"type": "text", "value": '<p>a</p><embed embedtype="image" id="1" format="left" alt="b"/>'}],
        [{"type": "text", "value": '<p>a<img src="/media/other.png"/></p>'}],
        [{"type": "text", "value": '<iframe src="https://example.org"></iframe>'}],
        [{"type": "text", "value": "<div>" * 50 + "deep"}],
        [{"value": "no type"}],
        [{"type": "callout"}],
    ],
    ids=str,
)
def test_a_text_that_is_stored_otherwise_than_its_blocks_expect_has_no_digest(page, stored):
    broken = with_body(page, [])
    broken.body = page.body.stream_block.to_python([])
    broken.body._raw_data, broken.body._bound_blocks = stored, [None] * len(stored)
    assert digest_of(broken) == body_digest(broken) == ""
    assert not current_review(broken).is_shown
    assert not current_reviews([broken])[page.pk].is_shown


def test_a_kind_of_block_that_nobody_declared_has_no_digest(page, monkeypatch):
    children = page.body.stream_block.child_blocks
    raw_html = blocks.RawHTMLBlock()
    raw_html.set_name("raw")
    monkeypatch.setitem(children, "raw", raw_html)
    stored = [*raw(page), {"type": "raw", "value": "<p>Whatever</p>"}]
    assert digest_of(with_body(page, stored)) == ""
    assert digest_of(with_body(page, [*raw(page), {"type": "unknown", "value": "never shown"}])) == digest_of(page)


def test_one_page_without_a_digest_takes_no_line_from_another(page, topic):
    second = ArticlePage(title="Second", slug="second", body=[{"type": "text", "value": "<p>Two.</p>"}], live=False)
    topic.add_child(instance=second)
    sign(second)
    os.unlink(Picture.objects.get().file.path)
    found = current_reviews([reload(page), reload(second)])
    assert (found[page.pk].is_shown, found[second.pk].is_shown) == (False, True)


def test_many_pages_at_once_are_told_what_each_is_told_alone(page, topic, django_assert_max_num_queries):
    others = []
    body = [block for block in raw(page) if "[[ref:7]]" not in str(block)]
    for number in range(4):
        other = ArticlePage(title=f"Number {number}", slug=f"n-{number}", body=body, live=False)
        others.append(topic.add_child(instance=other))
    sign(others[0])
    pages = [reload(each) for each in (page, *others)]
    alone = {each.pk: current_review(reload(each)) for each in pages}
    with django_assert_max_num_queries(6):
        together = current_reviews(pages)
    assert together == alone
    assert [together[each.pk].is_shown for each in pages] == [True, True, False, False, False]


def test_no_entry_of_the_ledger_stands_for_a_text_without_a_digest(page):
    decision = current_review(page).decision
    values = {field.attname: getattr(decision, field.attname) for field in decision._meta.concrete_fields[5:]}
    ReviewDecision.append(**values | {"digest": "", "snapshot": ""})
    os.unlink(Picture.objects.get().file.path)
    assert not current_review(reload(page)).is_shown


@pytest.mark.parametrize(
    "soup", ["<b>", "<div>", "<ul><li>", "a<!-- -->", "[<!-- -->", "[[ref:a<!---->", "<p>a", "</p>", "<a href=x>a"]
)
def test_reading_takes_linear_time(soup, grows_linearly):
    def read(size):
        with suppress(NotReviewableError):
            paragraphs.__wrapped__(soup * (size // len(soup)))

    assert grows_linearly(read)


def test_a_page_that_was_never_saved_has_no_line(topic):
    assert not current_review(ArticlePage(title="New", path=topic.path)).is_shown
