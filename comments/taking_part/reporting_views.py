"""The pages on which somebody reports a comment. Never cached; no cookie is asked for or set."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.models import Site

from comments.joining.cookie import commenter_from
from comments.pages.place import not_here, readable_comment
from comments.reading.public_html import paragraphs, shown
from comments.rules.reporting import Reporter, ReportRefusedError
from comments.rules.reporting import report as keep_report
from comments.taking_part.report_form import ReportForm
from portal.network import network_of
from portal.same_origin import same_origin_posts

INVALID, TOO_MANY = 422, 429


@never_cache
@same_origin_posts
@sensitive_post_parameters("words")
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest, comment_id: int) -> HttpResponse:
    """The form under one comment."""
    comment = readable_comment(comment_id, request)
    if comment is None:
        return not_here(request)
    if request.method != "POST":
        return _page(request, comment, ReportForm(about=comment.comment))
    form = ReportForm(request.POST, about=comment.comment)
    if not form.is_valid():
        return _page(request, comment, form, status=INVALID)
    category, words = form.cleaned_data["category"], form.cleaned_data["words"]
    try:
        keep_report(comment_id, category=category, words=words, reporter=_reporter(request))
    except ReportRefusedError as refused:
        if str(refused) == "gone":
            return not_here(request)
        form.add_error(None, _("Many reports came from your network during the last hour. Please try again later."))
        return _page(request, comment, form, status=TOO_MANY)
    return redirect("conversation_report_received")


@never_cache
@require_safe
def report_received(request: HttpRequest) -> HttpResponse:
    """Says what happens now."""
    return render(request, "conversation/report_received.html")


def _reporter(request: HttpRequest) -> Reporter:
    site = Site.find_for_request(request)
    return Reporter(network_of(request), commenter_from(request, site) if site else None)


def _page(request: HttpRequest, comment, form: ReportForm, status: int = 200) -> HttpResponse:
    words = {"name": shown(comment.user_name), "text": paragraphs(comment.comment)}
    return render(request, "conversation/report.html", {"comment": comment, "form": form, **words}, status=status)
