"""An issue is made of what is new since the one before. Where nothing is new, there is none."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from consent.models import NewsletterIssue, Purpose
from consent.newsletter.sources import entries_of, what_is_new
from portal.models import User

FIRST_LOOKS_BACK = timedelta(days=31)  # the first issue of a purpose
MOST_ARTICLES = 25  # in one language: nobody reads on, and mail programs cut long letters off
LONGEST_INTRODUCTION = 600  # characters


class ComposingRefusedError(ValidationError):
    """An issue that can't be made or changed. Holds a sentence for the editor."""


@transaction.atomic
def compose(purpose: Purpose, until: datetime | None = None, *, by: User | None = None) -> NewsletterIssue | None:
    """A draft with what is new up to ``until`` (now), or None. Raises ``ComposingRefusedError`` beside a draft."""
    purpose = Purpose.objects.select_for_update().select_related("site").get(pk=purpose.pk)
    if purpose.kind != Purpose.Kind.NEWSLETTER:
        raise ComposingRefusedError(_("This purpose is not a newsletter."))
    if purpose.issues.in_the_making().exists():
        raise ComposingRefusedError(_("An issue of this newsletter is being made already. Send it or cancel it first."))
    until = until or timezone.now()
    since = news_since(purpose, until)
    articles = _shown(purpose, what_is_new(purpose, since, until))
    if not articles:
        return None
    return NewsletterIssue.objects.create(purpose=purpose, articles=articles, since=since, until=until, made_by=by)


def news_since(purpose: Purpose, until: datetime) -> datetime:
    """Where the news of the next issue begin: where those of the last one that was sent end."""
    last = purpose.issues.filter(state__in=NewsletterIssue.GOES_OUT_IN).order_by("-until").first()
    return last.until if last else until - FIRST_LOOKS_BACK


def languages_of(purpose: Purpose) -> list[str]:
    """The languages in which people may have agreed to ``purpose``."""
    return sorted({words.language for words in purpose.words.all()})


def _shown(purpose: Purpose, ids: Sequence[int]) -> list[int]:
    """Those of ``ids`` that some reader of the newsletter can be shown, language by language."""
    languages = languages_of(purpose)
    return [
        entry.page_id for language in languages for entry in entries_of(ids, purpose.site, language)[:MOST_ARTICLES]
    ]


@transaction.atomic
def change(issue: NewsletterIssue, *, introductions: Mapping[str, str], articles: Sequence[int]) -> NewsletterIssue:
    """Sets the words above the articles, and their order; one that is not named any more is taken out.

    Raises ``ComposingRefusedError`` for an issue that is on its way, and for articles that were not in it.
    """
    issue = NewsletterIssue.objects.select_for_update().get(pk=issue.pk)
    if not issue.may_change:
        raise ComposingRefusedError(_("This issue is on its way and can't be changed any more."))
    if not set(articles) <= set(issue.articles):
        raise ComposingRefusedError(_("An article was named that is not in this issue."))
    kept = {language: text.strip()[:LONGEST_INTRODUCTION] for language, text in introductions.items() if text.strip()}
    issue.introductions, issue.articles = kept, list(dict.fromkeys(articles))
    issue.save(update_fields=["introductions", "articles"])
    return issue
