"""The screen "Report on moderation" in the admin, and its downloads. For lead moderators."""

from collections.abc import Iterator, Sequence
from typing import Any

from django import forms
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.dates import WEEKDAYS
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.models import Site

from comments.desk.access import leads
from comments.desk.report_file import report_file
from comments.knowing.durations import in_words
from comments.knowing.pictures import columns
from comments.knowing.report import ModerationReport, moderation_report
from comments.knowing.spans import DAYS, last_days
from comments.knowing.waiting import BANDS, MOST
from comments.models import Decision
from portal.models import CommunitySettings

USUAL = 90  # days


class ReportForm(forms.Form):
    """Which community, and how far back."""

    site = forms.ModelChoiceField(
        Site.objects.order_by("site_name", "pk"),
        required=False,
        label=gettext_lazy("Community"),
        empty_label=gettext_lazy("All communities"),
    )
    days = forms.TypedChoiceField(choices=list(DAYS.items()), coerce=int, required=False, label=gettext_lazy("Time"))


@require_safe
@leads
def report(request: HttpRequest) -> HttpResponseBase:
    """Every figure of a span, with pictures; or the same as a file. Without a choice that there is: the usual one."""
    form = ReportForm(request.GET if {"site", "days"} & set(request.GET) else {"days": USUAL})
    chosen = form.cleaned_data if form.is_valid() else {}
    sites: Sequence[Site] = [chosen["site"]] if chosen.get("site") else list(Site.objects.order_by("site_name", "pk"))
    zone = CommunitySettings.for_site(sites[0]).zone if len(sites) == 1 else timezone.get_current_timezone()
    span = last_days(chosen.get("days") or USUAL, [site.pk for site in sites], zone)
    figures = moderation_report(span, get_language() or "")
    names = {site.pk: site.site_name or site.hostname for site in sites}
    if request.GET.get("export") in ("csv", "xlsx"):
        return report_file(figures, names, request.GET["export"])
    return render(request, "conversation/desk/moderation_report.html", _context(request, form, figures, names))


def _context(
    request: HttpRequest, form: ReportForm, figures: ModerationReport, names: dict[int, str]
) -> dict[str, Any]:
    title, address = _("Report on moderation"), request.GET.copy()
    address.pop("export", None)
    bands = [sum(row.bands[place] for row in figures.waiting.values()) for place in range(len(BANDS) + 1)]
    return {
        "page_title": title,
        "header_title": title,
        "header_icon": "history",
        "breadcrumbs_items": [{"url": reverse("wagtailadmin_home"), "label": _("Home")}, {"url": "", "label": title}],
        "form": form,
        "query": address.urlencode(),
        "figures": figures,
        "most": MOST,
        "waiting": [
            {"name": names[site], "found": row, "is_sample": row.read < row.decisions}
            | {name: in_words(getattr(row, name)) for name in ("median", "ninety", "ninety_five")}
            for site, row in figures.waiting.items()
        ],
        "bands": list(zip(_bands(), bands, strict=True)),
        "band_labels": list(_bands()),
        "waiting_picture": columns([(number, 0) for number in bands]) if any(bands) else None,
        "kinds": [(_label(Decision.Action, a), _label(Decision.Actor, by), number) for a, by, number in figures.kinds],
        "rules": list(_rules(figures, names)),
        "volumes": [volume for volume in _volumes(figures) if any(volume["picture"].highest)],
        "is_empty": not figures.kinds,
    }


def _bands() -> Iterator[str]:
    """The bands of waiting times, in words."""
    for edge in BANDS:
        yield _("up to %(time)s") % {"time": in_words(edge)}
    yield _("longer")


def _label(choices: Any, value: str) -> str:
    return str(dict(choices.choices).get(value, value))


def _rules(figures: ModerationReport, names: dict[int, str]) -> Iterator[dict[str, Any]]:
    for row in figures.rules:
        words = figures.words.get((row.site, row.code))
        yield {"row": row, "sentence": words.sentence if words else row.code, "name": names[row.site]}


def _volumes(figures: ModerationReport) -> Iterator[dict[str, Any]]:
    """The pictures by the hour and by the day, with the rows of their tables."""
    hours = [(f"{row.place:02}:00", row) for row in figures.hours]
    days = [(str(WEEKDAYS[row.place - 1]), row) for row in figures.days]
    for name, title, rows in (
        ("hours", _("By the hour of the day"), hours),
        ("days", _("By the day of the week"), days),
    ):
        picture = columns([(row.received, row.decided) for _words, row in rows])
        labels = [label if name == "days" else row.place for label, row in rows]
        yield {"name": name, "title": title, "rows": rows, "picture": picture, "labels": labels}
