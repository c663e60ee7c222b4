"""Sources that fell, on the dashboard: for those who may change the library. Registers its hooks."""

from collections import Counter

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail import hooks
from wagtail.log_actions import LogFormatter

from articles.library.flagging import LOG_ACTION
from articles.library.freshness import articles_citing_fallen, fallen_references
from articles.models import Reference
from portal.admin.dashboard import MOST, ListPanel, may

AFTER_PORTAL = 20  # portal.wagtail_hooks arranges the panels first


class FallenSourcesPanel(ListPanel):
    """What articles cite and does not stand any more, with the number of articles. Leads to them."""

    name = "fallen_sources"
    order = 190
    heading = _("Sources that fell")
    empty = _("No article cites a source that is known to be retracted, corrected or superseded.")

    @property
    def more_url(self):
        return f"{reverse(Reference.snippet_viewset.get_url_name('list'))}?status={Reference.Status.RETRACTED}"

    @cached_property
    def lines(self):
        fallen = list(fallen_references())
        citing = Counter(source.pk for sources in articles_citing_fallen(fallen).values() for source in sources)
        cited = [reference for reference in fallen if citing[reference.pk]][: MOST + 1]
        usage = Reference.snippet_viewset.get_url_name("usage")
        return [
            {
                "title": str(reference),
                "url": reverse(usage, args=[reference.pk]),
                "when": reference.status_on,
                "note": _note(reference, citing[reference.pk]),
            }
            for reference in cited
        ]


def _note(reference: Reference, articles: int) -> str:
    count = ngettext("in %(count)d article", "in %(count)d articles", articles) % {"count": articles}
    return f"{reference.get_status_display()}, {count}"


@hooks.register("construct_homepage_panels", order=AFTER_PORTAL)
def add_fallen_sources(request, panels):
    """Adds the panel for those who can do something about it."""
    if may(request.user, Reference, "change"):
        panels.append(FallenSourcesPanel(request.user))


@hooks.register("register_log_actions")
def register_reference_status(actions):
    """What the history of a reference says when a published list changed its status."""

    @actions.register_action(LOG_ACTION)
    class ReferenceStatus(LogFormatter):
        label = _("Status changed by a published list")

        def format_message(self, log_entry):
            states = dict(Reference.Status.choices)
            after, since = (log_entry.data.get(name, "") for name in ("after", "since"))
            return _t("By a published list: %(status)s, %(day)s") % {"status": states.get(after, ""), "day": since}
