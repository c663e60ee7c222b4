"""Who may compose and send newsletters: whoever has the one permission, for everything there is to do with an issue."""

from django.contrib.auth.models import AnonymousUser
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin.views.generic import PermissionCheckedMixin, WagtailAdminTemplateMixin
from wagtail.permission_policies import ModelPermissionPolicy

from consent.models import NewsletterIssue
from portal.models import User

PERMISSION = "consent.send_newsletter"


def may_send(user: User | AnonymousUser) -> bool:
    """Whether ``user`` may compose and send newsletters."""
    return user.has_perm(PERMISSION)


class NewsletterPolicy(ModelPermissionPolicy):
    """One permission for all."""

    def user_has_permission(self, user, action):
        return may_send(user)

    def user_has_any_permission(self, user, actions):
        return may_send(user)


class NewsletterScreen(PermissionCheckedMixin, WagtailAdminTemplateMixin):
    """A screen about newsletters, under the list of issues."""

    permission_policy = NewsletterPolicy(NewsletterIssue)
    permission_required = "send"
    header_icon = "mail"

    def get_breadcrumbs_items(self):
        issues = {"url": reverse("newsletters:index"), "label": _("Newsletters")}
        return [*self.breadcrumbs_items, issues, {"url": "", "label": self.get_page_title()}]


class IssueScreen(NewsletterScreen):
    """A screen about one issue."""

    @cached_property
    def issue(self) -> NewsletterIssue:
        issues = NewsletterIssue.objects.select_related("purpose__site", "purpose__topic", "made_by")
        return get_object_or_404(issues, pk=self.kwargs["pk"])

    def get_context_data(self, **kwargs):
        return {**super().get_context_data(**kwargs), "issue": self.issue}
