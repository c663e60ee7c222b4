"""Scheduled publication: a text that must not go live loses its date, its editor hears of it, all others go live."""

import logging
from collections.abc import Iterator

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Revision

from articles.models import ArticlePage
from articles.publication.gate import refusal, why_not_live
from portal.staff_outbox import Written, send

logger = logging.getLogger(__name__)
LOG_ACTION = "articles.publication_refused"


def due_and_refused() -> Iterator[tuple[Revision, list[str]]]:
    """Scheduled revisions of articles whose hour has come and that must not go live, with the reasons."""
    due = Revision.objects.filter(approved_go_live_at__lt=timezone.now()).order_by("approved_go_live_at")
    for revision in due:
        page = revision.as_object()
        if isinstance(page, ArticlePage) and (reasons := why_not_live(page)):
            yield revision, reasons


def unschedule(revision: Revision, reasons: list[str]) -> None:
    """Takes the date off ``revision``, writes why into the page's history, and tells the one who made it."""
    page = revision.as_object()
    with transaction.atomic():
        revision.approved_go_live_at = None
        revision.save(update_fields=["approved_go_live_at"])
        log(instance=page, action=LOG_ACTION, revision=revision, data={"reasons": reasons})
        _tell(revision, page, refusal(page, reasons))


def _tell(revision: Revision, page: ArticlePage, sentence: str) -> None:
    logger.warning("Scheduled publication refused: page %s, revision %s", page.pk, revision.pk)
    if not revision.user:
        return
    subject = _("Not published: %(title)s") % {"title": page.title}
    text = _("%(reasons)s\n\nIts date was taken off. Mend the draft and publish it again.") % {"reasons": sentence}
    send([Written(revision.user, "not published", subject, text)])
