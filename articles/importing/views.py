"""Importing in the admin: upload, report, report as JSON."""

from django.core.exceptions import PermissionDenied
from django.http import JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from articles.importing.forms import ImportForm
from articles.importing.permissions import may_import, may_see
from articles.importing.upload import import_upload
from articles.models import ImportRun

RECENT_RUNS = 10


@require_http_methods(["GET", "HEAD", "POST"])
def upload(request):
    """Takes files and imports them, or shows the form."""
    if not may_import(request.user):
        raise PermissionDenied
    form = ImportForm(request.POST or None, request.FILES or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        run = import_upload(user=request.user, **form.cleaned_data)
        return redirect("import_report", run.pk)
    context = {
        "form": form,
        "runs": ImportRun.objects.filter(user=request.user).select_related("parent")[:RECENT_RUNS],
        "page_title": _("Import articles"),
        "header_title": _("Import articles"),
        "header_icon": "upload",
    }
    return render(request, "articles/importing/upload.html", context)


@require_GET
def report(request, run_id):
    """What became of every file and line of an upload."""
    run = _run_for(request, run_id)
    context = {
        "run": run,
        "files": run.report["files"],
        "header_title": _("Report on an import"),
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": reverse("import_articles"), "label": _("Import articles")},
            {"url": "", "label": _("Report")},
        ],
        "page_title": _("Report on an import"),
        "header_icon": "upload",
    }
    return render(request, "articles/importing/report.html", context)


@require_GET
def report_json(request, run_id):
    """The report as a file for programs."""
    run = _run_for(request, run_id)
    response = JsonResponse(run.report, json_dumps_params={"ensure_ascii": False, "indent": 2})
    response["Content-Disposition"] = f'attachment; filename="import-{run.pk}.json"'
    return response


def _run_for(request, run_id: int) -> ImportRun:
    run = get_object_or_404(ImportRun.objects.select_related("parent", "user"), pk=run_id)
    if not may_see(request.user, run):
        raise PermissionDenied
    return run
