"""What keeps drafts from the public, on the dashboard: problems that block, and imports that need a person.

Both look at a bounded number of the newest drafts only: a dashboard is opened often.
"""

from django.db.models import F
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.permissions import policy_registry

from articles.admin.dashboard import articles_url
from articles.admin.listing import DRAFT
from articles.importing.permissions import may_import
from articles.models import ArticlePage
from articles.models.imported import ImportRecord
from articles.publication.problems import blocking_problems
from portal.admin.dashboard import MOST, ListPanel, line

LOOKED_AT = 12  # the newest drafts or imports that are asked for problems


def first_and_how_many(sentences: list[str]) -> str:
    """The first sentence, and how many more there are."""
    more = len(sentences) - 1
    if not more:
        return str(sentences[0])
    return ngettext("%(first)s (and %(more)d more)", "%(first)s (and %(more)d more)", more) % {
        "first": sentences[0],
        "more": more,
    }


def text_of(page: ArticlePage) -> ArticlePage:
    """The newest draft of ``page``, to be read and never saved: without the queries that check its foreign keys."""
    if page.latest_revision is None:
        return page
    return ArticlePage.from_serializable_data(page.latest_revision.content, check_fks=False)


class BlockedDraftsPanel(ListPanel):
    """The newest drafts that can't be published as they are, each with the first reason."""

    name = "blocked_drafts"
    order = 200
    heading = _("Drafts that can't be published yet")
    empty = _("Nothing stands in the way of the newest drafts.")

    @property
    def more_url(self):
        return articles_url(status=DRAFT)

    @cached_property
    def lines(self):
        pages = policy_registry.get_by_type(ArticlePage).instances_user_has_permission_for(self.user, "change")
        newest = (
            ArticlePage.objects.filter(pk__in=pages.values("pk"), has_unpublished_changes=True)
            .select_related("latest_revision")
            .order_by(F("latest_revision_created_at").desc(nulls_last=True), "-pk")[:LOOKED_AT]
        )
        found = [(page, [problem.message for problem in blocking_problems(text_of(page))]) for page in newest]
        return [
            line(page, when=page.latest_revision_created_at, note=first_and_how_many(reasons))
            for page, reasons in found
            if reasons
        ]


class ImportsPanel(ListPanel):
    """Imported drafts that are not published and about which the importer asks a person something."""

    name = "imports"
    order = 210
    heading = _("Imports that need a person")
    empty = _("No imported draft waits for an answer.")

    @property
    def more_url(self):
        return reverse("import_articles")

    @cached_property
    def lines(self):
        records = (
            ImportRecord.objects.filter(page__live=False)
            .select_related("page")
            .defer("page__body")
            .order_by("-imported_at")[: 2 * LOOKED_AT]
        )
        questions = [(record, record.report.get("needs_person") or []) for record in records]
        return [
            line(record.page, when=record.imported_at, note=first_and_how_many(asked))
            for record, asked in questions
            if asked
        ][: MOST + 1]


def add_unfinished_work(request, panels):
    """Adds both panels for those who can do something about them."""
    user = request.user
    if policy_registry.get_by_type(ArticlePage).user_has_any_permission(user, {"add", "change"}):
        panels.append(BlockedDraftsPanel(user))
    if may_import(user):
        panels.append(ImportsPanel(user))
