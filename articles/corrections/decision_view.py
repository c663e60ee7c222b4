"""The screen on which an editor decides on a report."""

from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic import PermissionCheckedMixin, WagtailAdminTemplateMixin

from articles.corrections.decision_form import DecisionForm
from articles.corrections.handling import was_approved_since
from articles.corrections.version import versions_of
from articles.models import CorrectionReport
from articles.review.current import Review, current_review


class DecisionView(PermissionCheckedMixin, WagtailAdminTemplateMixin, FormView):
    """What was reported, on which version, and the decision: to be made, or as it was made."""

    model = CorrectionReport
    permission_required = "change"
    form_class = DecisionForm
    template_name = "articles/admin/corrections/report.html"
    header_icon = "warning"

    @cached_property
    def report(self) -> CorrectionReport:
        return get_object_or_404(CorrectionReport.objects.select_related("article", "handled_by"), pk=self.kwargs["pk"])

    @cached_property
    def review(self) -> Review | None:
        return current_review(self.report.article) if self.report.article else None

    def get_page_title(self):
        return _("Report of an error")

    def get_page_subtitle(self):
        return self.report.article_title

    def get_breadcrumbs_items(self):
        queue = {"url": reverse("corrections:index"), "label": _("Reports of errors")}
        return [*self.breadcrumbs_items, queue, {"url": "", "label": self.report.article_title}]

    def get_form_kwargs(self):
        has_later_approval = self.review is not None and was_approved_since(self.report, self.review)
        return {**super().get_form_kwargs(), "has_later_approval": has_later_approval}

    def get_context_data(self, **kwargs):
        version = versions_of([self.report])[self.report.pk]
        return {**super().get_context_data(**kwargs), "report": self.report, "review": self.review, "version": version}

    def form_valid(self, form):
        try:
            form.decide(report_id=self.report.pk, user=self.request.user)
        except ValidationError as error:
            form.add_error(None, error)
            return self.form_invalid(form)
        messages.success(self.request, _("Your decision is recorded."))
        return redirect("corrections:index")

    def form_invalid(self, form):
        messages.validation_error(self.request, _("Nothing was recorded."), form)
        del self.report  # somebody may have decided meanwhile
        return super().form_invalid(form)
