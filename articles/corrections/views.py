"""The pages on which a reader reports an error. They are never cached; the article itself stays free of cookies."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from articles.corrections.forms import ReportForm
from articles.corrections.place import article_at
from articles.corrections.reporting import TooManyReportsError
from articles.corrections.reporting import report_error as keep_report
from articles.models.correction import LONGEST_PASSAGE
from articles.review.canonical import digest_of
from consent.posting.limits import FORM, limit_posts
from portal.network import network_of
from portal.serving import serve

TOO_MANY = 429
limit_posts(FORM, "report_error")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def report_error(request: HttpRequest, path: str) -> HttpResponse:
    """The form under the article at ``path``. ``?passage=`` fills in the words that somebody marked."""
    article = article_at(request, path)
    if article is None:
        return serve(request, f"{path}report-error/")  # a page may have this name
    if request.method != "POST":
        passage = request.GET.get("passage", "").replace("\x00", "")[:LONGEST_PASSAGE]
        form = ReportForm(article=article, initial={"passage": passage, "version": digest_of(article)})
        return _page(request, article, form)
    form = ReportForm(request.POST, article=article)
    if not form.is_valid():
        return _page(request, article, form)
    del form.cleaned_data["website"]
    try:
        keep_report(article=article, network=network_of(request), **form.cleaned_data)
    except TooManyReportsError:
        form.add_error(None, _("Many reports came in during the last hour. Please send yours again later."))
        return _page(request, article, form, status=TOO_MANY)
    return redirect("report_error_thanks", path)


@never_cache
@require_safe
def thanks(request: HttpRequest, path: str) -> HttpResponse:
    """Says what happens now."""
    article = article_at(request, path)
    if article is None:
        return serve(request, f"{path}report-error/thank-you/")
    return render(request, "articles/report_error_thanks.html", {"article": article})


def _page(request: HttpRequest, article, form: ReportForm, status: int = 200) -> HttpResponse:
    return render(request, "articles/report_error.html", {"article": article, "form": form}, status=status)
