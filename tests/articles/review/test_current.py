"""Which texts stand under a reviewer's name: the approved one, word for word, and no other."""

import pytest

from articles.models import ArticlePage
from articles.publication.gate import PublicationRefusedError
from articles.review.comparing import compare
from articles.review.current import current_review
from articles.review.status import Standing
from tests.reviewing import sign


def reload(page):
    return ArticlePage.objects.get(pk=page.pk)


def test_an_approved_text_stands_under_the_reviewers_name(article):
    review = current_review(reload(article))
    assert review.is_shown
    assert review.decision.reviewer_name == "Ruth Adler"
    assert review.standing is Standing.CURRENT


def test_one_changed_letter_withholds_the_line(article):
    ArticlePage.objects.filter(pk=article.pk).update(summary=article.summary.replace("W", "w"))
    review = current_review(reload(article))
    assert not review.is_shown
    assert review.standing is Standing.CHANGED
    assert review.before


def test_a_changed_text_cant_be_published_and_its_draft_stays(article):
    article.title = "Another title"
    revision = article.save_revision()
    with pytest.raises(PublicationRefusedError, match="changed since"):
        revision.publish()
    assert reload(article).title == "When myeloma comes back"
    assert reload(article).get_latest_revision_as_object().title == "Another title"


def test_an_approval_brings_the_draft_to_readers(article):
    article.title = "Another title"
    article.save_revision()
    decision = sign(article)
    assert reload(article).title == "Another title"
    assert current_review(reload(article)).decision == decision


def test_what_changed_is_told_word_by_word(article):
    before = current_review(reload(article)).decision.snapshot
    article.title = "When myeloma returns"
    article.save_revision()
    after = sign(article).snapshot
    [part] = compare(before, after)
    assert part.place == "Title"
    assert [(words.how.value, words.text) for words in part.lines[0].words] == [
        ("same", "When myeloma "),
        ("removed", "comes back"),
        ("added", "returns"),
    ]
