"""Outgoing mail, one line each, without a word on whom it goes to. Shows what stands behind a count of the desk."""

from typing import Any

import django_filters
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe
from wagtail.admin.paginator import WagtailPaginator
from wagtail.admin.ui.tables import Column, DateColumn, Table

from consent.desk.access import looks_up
from consent.desk.delivery import PERIOD, letter_name
from consent.desk.frame import DELIVERY, framed
from consent.models import OutgoingMail

PAGE_SIZE = 50


class MailFilterSet(django_filters.FilterSet):
    """By state, letter and reason, exactly. What matches nothing shows an empty list."""

    state = django_filters.CharFilter()
    kind = django_filters.CharFilter()
    reason = django_filters.CharFilter()

    class Meta:
        model = OutgoingMail
        fields: list[str] = []


@require_safe
@looks_up
def mails(request) -> HttpResponse:
    """The mails of the last 30 days that the address asks for, newest first."""
    recent = OutgoingMail.objects.filter(created_at__gt=timezone.now() - PERIOD).select_related("site")
    filters = MailFilterSet(request.GET, recent.order_by("-created_at", "pk"))
    found = filters.qs if filters.is_valid() else recent.none()
    paginator: Paginator = WagtailPaginator(found, PAGE_SIZE)
    page = paginator.get_page(request.GET.get("p"))
    context: dict[str, Any] = {
        "table": mail_table(page.object_list) if page.object_list else None,
        "page_obj": page if paginator.num_pages > 1 else None,
        "elided_page_range": paginator.get_elided_page_range(page.number),
        "list_url": reverse("consent_mails"),
    }
    under = {_t("Delivery and jobs"): reverse(DELIVERY)}
    return render(request, "consent/desk/mails.html", framed(request, _t("Outgoing mail"), under=under, **context))


def mail_table(rows) -> Table:
    """Letter, state and time of each mail."""
    return Table(
        [
            Column("kind", label=_("Letter"), accessor=lambda mail: letter_name(mail.kind)),
            Column("state", label=_("State"), accessor="get_state_display"),
            Column("reason", label=_("Why")),
            Column("attempts", label=_("Attempts"), classname="portal-wide"),
            DateColumn("created_at", label=_("Made")),
            DateColumn("settled_at", label=_("Settled"), classname="portal-wide"),
        ],
        rows,
        caption=_t("Outgoing mail"),
    )
