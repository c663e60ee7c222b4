"""The list of issues: of which newsletter, where each stands, and how many mails it became."""

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.generic import IndexView

from consent.desk.newsletter_access import NewsletterPolicy
from consent.models import NewsletterIssue
from consent.newsletter.counting import counts_of


class IssueFilterSet(WagtailFilterSet):
    """Issues by where they stand."""

    state = ChoiceFilter(label=_("State"), empty_label=_("Any"), choices=NewsletterIssue.State.choices)

    class Meta:
        model = NewsletterIssue
        fields = ["state"]


def words_of(issue: NewsletterIssue) -> str:
    """The words of the newsletter, in one of its languages."""
    return next((words.label for words in issue.purpose.words.all()), issue.purpose.code)


def goes_out(issue: NewsletterIssue) -> str:
    """The time in full: Wagtail's column would say "Just now" of whatever is planned."""
    if issue.send_at is None or issue.state == NewsletterIssue.State.CANCELLED:
        return ""
    return date_format(timezone.localtime(issue.send_at), "DATETIME_FORMAT")


class IssuesView(IndexView):
    """The list."""

    model = NewsletterIssue
    permission_policy = NewsletterPolicy(NewsletterIssue)
    any_permission_required = ["send"]
    page_title = _("Newsletters")
    header_icon = "mail"
    results_template_name = "wagtailadmin/generic/listing_results.html"  # says our words where the list is empty
    index_url_name = "newsletters:index"
    index_results_url_name = "newsletters:index_results"
    edit_url_name = "newsletters:issue"
    add_url_name = "newsletters:compose"
    add_item_label = _("Compose an issue")
    default_ordering = ["-created_at", "-pk"]
    paginate_by = 50
    is_searchable = False
    filterset_class = IssueFilterSet

    @cached_property
    def columns(self):
        return [
            TitleColumn("purpose", label=_("Newsletter"), accessor=words_of, get_url=self.get_edit_url),
            Column("community", label=_("Community"), accessor="purpose.site.site_name", classname="portal-wide"),
            Column("state", label=_("State"), accessor="get_state_display"),
            Column("send_at", label=_("Goes out"), accessor=goes_out),
            Column("queued", label=_("Recipients"), accessor="counts.queued"),
            Column("sent", label=_("Sent"), accessor="counts.sent"),
            Column("left_out", label=_("Left out"), accessor="counts.left_out", classname="portal-wide"),
            Column("failed", label=_("Failed"), accessor="counts.failed"),
        ]

    @cached_property
    def no_results_message(self):
        if self.is_filtering:
            return _t("No issue matches.")
        return _t("No issue was made so far. Compose one, and nobody gets it before you say so.")

    def get_base_queryset(self):
        return super().get_base_queryset().select_related("purpose__site").prefetch_related("purpose__words")

    def get_table(self, object_list):
        issues = list(object_list)
        counts = counts_of(issues)
        for issue in issues:
            issue.counts = counts[issue.pk]
        return super().get_table(issues)
