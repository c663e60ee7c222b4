"""A block that leaves a part to its default reads the same, whoever looks and in whichever language."""

from django.utils import translation

from articles.models import ArticlePage
from articles.review.canonical import canonical_content, digest_of

QUESTIONS = {"questions": ["What comes next?"]}  # without a title: the block has one of ours
TITLE = "Questions to ask your doctor"


def with_questions(**values):
    return ArticlePage(title="Relapse", body=[{"type": "questions", "value": QUESTIONS | values}])


def test_the_blocks_own_title_is_reviewed(db):
    (block,) = canonical_content(with_questions())["body"]
    assert block["value"]["title"] == TITLE
    assert digest_of(with_questions()) == digest_of(with_questions(title=TITLE))


def test_the_digest_is_the_same_in_every_language(db):
    expected = digest_of(with_questions())
    with translation.override("es"):
        assert digest_of(with_questions()) == expected
        assert digest_of(with_questions(title="Otra")) != expected
