"""The two texts of an article that somebody may review: the newest draft, and the one that readers see."""

from typing import NamedTuple

from wagtail.models import Revision

from articles.models import ArticlePage
from articles.review import submission
from articles.review.canonical import digest_of

DRAFT, LIVE = "draft", "live"  # as they stand in addresses


class TextUnderReview(NamedTuple):
    """An article with the words to be reviewed, and the revision that holds them (none for a live text)."""

    page: ArticlePage
    revision: Revision | None
    is_live: bool


def draft_text(page: ArticlePage) -> TextUnderReview:
    """The newest draft of ``page``. A page that never had one gets one, so that it can be published."""
    revision = page.get_latest_revision()
    if revision is None:
        revision = page.save_revision(changed=not page.live)
    return TextUnderReview(revision.as_object(), revision, is_live=False)


def live_text(page: ArticlePage) -> TextUnderReview:
    """The text that readers see, or would see if the page were live."""
    return TextUnderReview(page, None, is_live=True)


def has_other_draft(page: ArticlePage) -> bool:
    """Whether the newest draft says something else than the live text."""
    if not page.live:
        return True
    revision = page.get_latest_revision()
    return revision is not None and digest_of(revision.as_object()) != digest_of(page)


def text_shown(page: ArticlePage, wanted: str = "") -> TextUnderReview:
    """The text that is asked for, else the draft that waits or is not live yet, else the live text. A draft that says
    what readers see already is the live text. Writes nothing.
    """
    must_be_draft = not page.live or submission.waiting_state(page) is not None
    if wanted == LIVE or not (must_be_draft or (wanted == DRAFT and has_other_draft(page))):
        return live_text(page)
    revision = page.get_latest_revision()
    return TextUnderReview(revision.as_object() if revision else page, revision, is_live=False)
