"""The screens with figures: counts, delivery and jobs, and what is processed. They name nobody and change nothing."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from consent.desk.access import may_look_up, sees_figures
from consent.desk.delivery import STATES, delivery
from consent.desk.figures import PurposeFigures, figures
from consent.desk.frame import DELIVERY, DESK, PROCESSING, framed
from consent.desk.growth import KINDS, MONTH, SPAN_LABELS, SPANS, growth
from consent.desk.growth_picture import draw
from consent.desk.job_states import job_states
from consent.desk.small_numbers import told
from consent.models import Purpose
from consent.register.personal_data import declared


@require_safe
@sees_figures
def overview(request) -> HttpResponse:
    """How many there are, and how that changed."""
    exactly = may_look_up(request.user)
    found = figures()
    chosen = _chosen(request.GET.get("purpose", ""), found.purposes)
    by = request.GET.get("by", MONTH)
    by = by if by in SPANS else MONTH
    context: dict[str, Any] = {
        "exactly": exactly,
        "contacts": told(found.contacts, exactly=exactly),
        "pending": told(found.pending, exactly=exactly),
        "suppressed_in_all": told(sum(number for _label, number in found.suppressed), exactly=exactly),
        "suppressed": [(label, told(number, exactly=exactly)) for label, number in found.suppressed],
        "rows": [_told_row(row, exactly=exactly) for row in found.purposes],
        "chosen": chosen,
        "by": by,
        "spans": list(SPAN_LABELS.items()),
        "kinds": KINDS,
        "picture": draw(growth(chosen, by=by), exactly=exactly),
    }
    return render(request, "consent/desk/overview.html", framed(request, _("Consent desk"), tab=DESK, **context))


@require_safe
@sees_figures
def delivery_and_jobs(request) -> HttpResponse:
    """Whether mail goes out, and whether the regular jobs run."""
    exactly = may_look_up(request.user)
    context: dict[str, Any] = {
        "delivery": delivery(exactly=exactly),
        "states": STATES,
        "jobs": job_states(),
        "exactly": exactly,
    }
    return render(
        request, "consent/desk/delivery.html", framed(request, _("Delivery and jobs"), tab=DELIVERY, **context)
    )


@require_safe
@sees_figures
def processing(request) -> HttpResponse:
    """The record of processing (GDPR, article 30), as the code declares it."""
    title = _("What we process, and why")
    declarations = [(data, data.model._meta.label) for data in declared()]  # a template would call the class
    return render(
        request, "consent/desk/processing.html", framed(request, title, tab=PROCESSING, declarations=declarations)
    )


def _chosen(text: str, rows: list[PurposeFigures]) -> Purpose | None:
    """The purpose that an address asks for, or None for all."""
    return next((row.purpose for row in rows if str(row.purpose.pk) == text), None)


def _told_row(row: PurposeFigures, *, exactly: bool) -> dict[str, Any]:
    return {"purpose": row.purpose} | {name: told(number, exactly=exactly) for name, number in row.numbers.items()}
