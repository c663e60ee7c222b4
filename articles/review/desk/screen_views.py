"""The review screen in the admin, the text that it shows, and how an approval is withdrawn."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.admin import messages
from wagtail.utils.decorators import xframe_options_sameorigin_override

from articles.models import ArticlePage, Credential, ReviewDecision
from articles.publication.gate import PublicationRefusedError
from articles.review import signing
from articles.review.canonical import digest_of
from articles.review.comparing import compare
from articles.review.desk import forms
from articles.review.desk.access import may_open_desk, may_read_review
from articles.review.desk.forms import DecisionForm, WithdrawForm
from articles.review.desk.frame import framed, review_url
from articles.review.desk.outcome import sentence_for
from articles.review.desk.screen import ReviewScreen
from articles.review.desk.shown import unpacked
from articles.review.eligibility import may_withdraw
from articles.review.errors import SigningRefusedError
from articles.review.texts import text_shown

SIGN = {forms.APPROVE: signing.approve, forms.CHANGES: signing.request_changes, forms.DECLINE: signing.decline}


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def review(request, page_id):
    """Shows a text with everything that a decision rests on, and takes the decision."""
    page = _article(request, page_id)
    screen = _screen(request, page)
    form = DecisionForm(request.POST if request.method == "POST" else None, screen=screen)
    if form.is_bound:
        if form.is_valid() and (decision := _sign(request.user, form)):
            messages.success(request, sentence_for(decision, page))
            return redirect("review_desk" if may_open_desk(request.user) else "wagtailadmin_home")
        screen = _screen(request, page)  # as it is now: somebody may have changed it
    context = framed(
        screen.text.page.title,
        under={_("Medical review"): reverse("review_desk")},
        screen=screen,
        form=form,
        new=_new_since_shown(form, screen),
        media=form.media,
    )
    return render(request, "articles/review/desk/screen.html", context)


def _screen(request, page: ArticlePage) -> ReviewScreen:
    page = ArticlePage.objects.get(pk=page.pk)
    wanted, since = request.GET.get("text", ""), request.GET.get("since", "")
    return ReviewScreen(page, request.user, wanted=wanted, since=since)


def _sign(user, form: DecisionForm) -> ReviewDecision | None:
    """The decision; ``None``, with the reasons on the form, if it was refused."""
    values, screen = form.cleaned_data, form.screen
    try:
        return SIGN[form.action](
            page_id=screen.page.pk,
            shown=values["shown"],
            seen=values["seen"],
            user=user,
            declaration=form.declaration,
            draft=not screen.text.is_live,
        )
    except (SigningRefusedError, PublicationRefusedError) as refusal:
        form.refuse(refusal.reasons)
        return None


def _new_since_shown(form: DecisionForm, screen: ReviewScreen) -> dict | None:
    """What changed since the form was shown; ``None`` if nothing did."""
    shown = form.data.get("shown", "") if form.is_bound else ""
    if not shown or shown == screen.digest:
        return None
    before = unpacked(form.data.get("shown_text", ""), shown)
    return {"parts": compare(before, screen.snapshot) if before and screen.snapshot else []}


@never_cache
@require_safe
@xframe_options_sameorigin_override
def review_text(request, page_id):
    """The text as readers will see it, for the frame on the review screen: the one that was shown there, or none."""
    page = _article(request, page_id)
    text = text_shown(page, request.GET.get("text", ""))
    if digest_of(text.page) != request.GET.get("shown", ""):
        return render(request, "articles/review/desk/text_changed.html", {"url": review_url(page.pk)})
    return text.page.make_preview_request(request, text.page.default_preview_mode)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request, page_id):
    """Asks why an approval is withdrawn, and withdraws it."""
    page = _article(request, page_id)
    if not may_withdraw(request.user, page):
        raise PermissionDenied
    digest = request.GET.get("digest", "")
    form = WithdrawForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            decision = signing.withdraw(
                page_id=page.pk, user=request.user, note=form.cleaned_data["note"], digest=digest
            )
        except SigningRefusedError as refusal:
            for reason in refusal.reasons:
                form.add_error(None, reason)
        else:
            messages.success(request, sentence_for(decision, page))
            return redirect(review_url(page.pk))
    title = page.get_admin_display_title()
    context = framed(
        _("Withdraw the approval"),
        under={_("Medical review"): reverse("review_desk"), title: review_url(page.pk)},
        page=page,
        form=form,
        approval=signing.approval_to_withdraw(page, digest),
        media=form.media,
    )
    return render(request, "articles/review/desk/withdraw.html", context)


def _article(request, page_id: int) -> ArticlePage:
    """The article, for those who may read its reviews. What somebody sends whose credential just ended is shown again
    with the reason: a refusal here would lose it.
    """
    page = get_object_or_404(ArticlePage, pk=page_id)
    is_sent = request.method == "POST" and Credential.objects.filter(user=request.user).exists()
    if not (is_sent or may_read_review(request.user, page)):
        raise PermissionDenied
    return page
