"""What readers can read of published words: every version of a policy, and any text under its digest.

A version never changes, so neither does what stands here of it; only until when it was in force is told later. None of
it is for search engines: most of these words no longer hold.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe
from wagtail.models import Site

from consent.models import InForce, PolicyPage, TextVersion
from consent.versions.policies import versions_of
from portal.comparing import changed_lines


@dataclass(frozen=True)
class Row:
    """A version, when the next one took its place, and whether it holds now."""

    text: TextVersion
    replaced_at: datetime | None
    is_in_force: bool


@require_safe
def history(request: HttpRequest, page: PolicyPage) -> HttpResponse:
    """The list of all versions, the newest first."""
    rows = _rows(list(versions_of(page).defer("text", "content")))
    if not rows:
        raise Http404
    return TemplateResponse(request, "consent/policy_versions.html", {**page.get_context(request), "rows": rows})


@require_safe
def one_version(request: HttpRequest, page: PolicyPage, number: int) -> HttpResponse:
    """One version whole, with what changed against the one before."""
    rows = {row.text.version: row for row in _rows(list(versions_of(page)))}
    if number not in rows:
        raise Http404
    row, before = rows[number], rows.get(number - 1)
    lines = changed_lines(before.text.text, row.text.text) if before else []
    context = {**page.get_context(request), "row": row, "lines": lines}
    return TemplateResponse(request, "consent/policy_version.html", context)


@require_safe
def words(request: HttpRequest, digest: str) -> HttpResponse:
    """Whatever the community published under ``digest``: the digest is what the ledger and a receipt name."""
    site = Site.find_for_request(request)
    found = TextVersion.objects.filter(site_id=site.pk, digest=digest) if site else TextVersion.objects.none()
    texts = list(found.order_by("-version"))
    if not texts:
        raise Http404
    text = texts[0]
    series = TextVersion.objects.filter(site_id=text.site_id, kind=text.kind, code=text.code, language=text.language)
    rows = _rows(list(series.defer("text", "content").order_by("-version")))
    same = [row for row in rows if row.text.digest == digest]
    response = TemplateResponse(request, "consent/words.html", {"text": text, "rows": same})
    patch_cache_control(response, no_cache=True)
    return response


def _rows(texts: Sequence[TextVersion]) -> list[Row]:
    """The versions of one text, the newest first, each with what became of it. One query."""
    current = set(InForce.objects.filter(version__in=[text.pk for text in texts]).values_list("version_id", flat=True))
    replaced: datetime | None = None
    rows: list[Row] = []
    for text in texts:
        rows.append(Row(text, replaced, text.pk in current))
        replaced = text.published_at
    return rows
