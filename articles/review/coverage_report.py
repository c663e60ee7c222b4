"""The report "Review coverage": every article that needs a review, where it stands, and how that changed over time."""

from datetime import date

import django_filters
from django.forms import CheckboxSelectMultiple
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.pages.listing import SiteFilter
from wagtail.admin.views.reports import ReportView
from wagtail.models import Site
from wagtail.permissions import policy_registry

from articles.models import ArticlePage, CoverageDay, ReviewDecision
from articles.review.communities import Communities
from articles.review.coverage_picture import STATES, draw
from articles.review.status import STANDING_LABELS, Standing
from articles.review.survey import live_information, survey
from portal.spreadsheets import NeutralExportMixin


def in_full(day: date | None) -> str:
    """A day as a table shows it: Wagtail's own column tells a day to come as "just now"."""
    return date_format(day) if day else ""


class CoverageFilterSet(WagtailFilterSet):
    standing = django_filters.MultipleChoiceFilter(
        label=_("State of review"),
        choices=list(STANDING_LABELS.items()),
        widget=CheckboxSelectMultiple,
        method="filter_standing",
    )
    due_on = django_filters.DateFromToRangeFilter(
        label=_("Next review due"), widget=DateRangePickerWidget, method="filter_due"
    )
    site = SiteFilter(label=_("Community"), queryset=Site.objects.all(), widget=CheckboxSelectMultiple)

    class Meta:
        model = ArticlePage
        fields: list[str] = []

    def filter_standing(self, articles, name, value):
        reviews = self.request.reviews_by_article
        return articles.filter(pk__in=[pk for pk, review in reviews.items() if review.standing.value in value])

    def filter_due(self, articles, name, value):
        first, last = (edge.date() if edge else None for edge in (value.start, value.stop))
        due_days = {
            pk: review.decision.due_on for pk, review in self.request.reviews_by_article.items() if review.decision
        }
        return articles.filter(
            pk__in=[
                pk for pk, day in due_days.items() if day and (not first or day >= first) and (not last or day <= last)
            ]
        )


class CoverageReportView(NeutralExportMixin, ReportView):
    """One row an article. The state of each is worked out from its text at the moment of asking."""

    model = ArticlePage
    page_title = _("Review coverage")
    header_icon = "glasses"
    template_name = "articles/admin/coverage.html"
    filterset_class = CoverageFilterSet
    index_url_name = "review_coverage"
    index_results_url_name = "review_coverage_results"
    export_filename = "review-coverage"
    default_ordering = "title"
    list_export = ["title", "community", "standing", "reviewed_by", "reviewed_on", "due_on", "url"]
    export_headings = {
        "title": _("Title"),
        "community": _("Community"),
        "standing": _("State of review"),
        "reviewed_by": _("Reviewed by"),
        "reviewed_on": _("Last reviewed"),
        "due_on": _("Next review due"),
        "url": _("Address"),
    }
    columns = [
        TitleColumn(
            "title", label=_("Title"), get_url=lambda article: reverse("wagtailadmin_pages:edit", args=[article.pk])
        ),
        Column("community", label=_("Community")),
        Column("standing", label=_("State of review")),
        Column("reviewed_by", label=_("Reviewed by")),
        Column("reviewed_on", label=_("Last reviewed"), accessor=lambda article: in_full(article.reviewed_on)),
        Column("due_on", label=_("Next review due"), accessor=lambda article: in_full(article.due_on)),
    ]

    def get_queryset(self):
        pages = policy_registry.get_by_type(ArticlePage).explorable_instances(self.request.user)
        articles = live_information().filter(pk__in=pages.values("pk"))
        self.request.reviews_by_article = {page.pk: review for page, review in survey(articles)}
        return articles.defer_streamfields().order_by("title", "pk")

    def decorate_paginated_queryset(self, object_list):
        communities = Communities()
        for article in object_list:
            review = self.request.reviews_by_article[article.pk]
            told: ReviewDecision | None = review.decision or review.before
            article.community = communities.name_of(article)
            article.standing = STANDING_LABELS[Standing(review.standing)]
            article.reviewed_by = told.reviewer_name if told else ""
            article.reviewed_on = told.reviewed_on if told else None
            article.due_on = review.decision.due_on if review.decision else None
        return object_list

    def to_row_dict(self, item):
        row = super().to_row_dict(item)
        return {**row, "url": item.full_url or ""}

    def get_context_data(self, *args, **kwargs):
        sites = Site.objects.all()
        chosen = self.filters.form.cleaned_data.get("site") if self.filters and self.filters.form.is_valid() else None
        days = CoverageDay.objects.filter(site__in=chosen or sites)
        return {**super().get_context_data(*args, **kwargs), "picture": draw(list(days)), "states": STATES}
