"""The page behind the link to one comment. Opening it changes nothing, whoever opens it and however often; buttons do.

Unknown, expired and forged links, and those of another community, are answered alike: nothing is told of anybody.
"""

from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods
from wagtail.models import Site

from comments.help.lines import help_for
from comments.models import Comment, CommentLink
from comments.models.comment import State
from comments.rules.appealing import open_appeal
from comments.rules.authoring import RESENDABLE, rewrite, withdraw
from comments.rules.consenting import standing_consent
from comments.rules.deciding import ConflictError, NotAllowedError
from comments.rules.entering import about, is_crisis
from comments.rules.follow_ups import follow, unfollow
from comments.screening.running import screen
from comments.status.forms import AppealForm, RewriteForm
from comments.status.told import commented, told
from consent.by_link.answers import see_other
from consent.models import Purpose
from portal.private_pages import private_page
from portal.same_origin import same_origin_posts

DONE = ("changed", "sent", "withdrawn", "appealed", "followed", "unfollowed")
WHY_NOT = ("sanction", "closed", "consent", "memorial")  # what the page has a sentence for
Answered = HttpResponse | str  # a page that says what is wrong, or the word for what was done


@private_page
@require_http_methods(["GET", "HEAD", "POST"])
@same_origin_posts
@sensitive_post_parameters("text", "words")
@sensitive_variables("token", "link", "comment")
def status(request: HttpRequest, token: str) -> HttpResponse:
    """Shows where a comment stands; a button changes, withdraws, appeals, follows or stops following."""
    site = Site.find_for_request(request)
    link = CommentLink.find(token)
    comment = commented(link.comment_id, site) if link and site else None
    if comment is None:
        return render(request, "conversation/status/gone.html", status=HTTPStatus.GONE)
    act = ACTS.get(request.POST.get("act", "")) if request.method == "POST" else None
    if act is None:
        return _page(request, comment)
    answered = act(request, comment)
    if isinstance(answered, HttpResponse):
        return answered
    return see_other(reverse("conversation_status", args=[token]) + (f"?done={answered}" if answered else ""))


def _page(
    request: HttpRequest,
    comment: Comment,
    *,
    rewriting: RewriteForm | None = None,
    appealing: AppealForm | None = None,
    failed: str = "",
    typed: str = "",
    is_in_danger: bool = False,
    status: int = HTTPStatus.OK,
) -> HttpResponse:
    """``failed``: a word for why nothing was done; ``typed``: what was typed where no form can show it any more;
    ``is_in_danger``: whether it sounds as if somebody were.
    """
    site = comment.conversation.site
    shown = told(comment, site)
    context = {
        "told": shown,
        "help": help_for(request, site) if shown.needs_help or is_in_danger else None,
        "rewriting": rewriting or RewriteForm.of(comment),
        "appealing": appealing or AppealForm(),
        "failed": failed,
        "typed": typed,
        "done": _done(request, comment),
    }
    return render(request, "conversation/status/page.html", context, status=status)


def _done(request: HttpRequest, comment: Comment) -> str:
    """What was just done, if the address says so and it is true."""
    done = request.GET.get("done", "")
    is_true = {
        "changed": comment.revision > 1,
        "sent": comment.revision > 1 and comment.state not in RESENDABLE,
        "withdrawn": comment.state == State.WITHDRAWN,
        "appealed": getattr(comment, "appeal", None) is not None,
    }
    return done if done in DONE and is_true.get(done, True) else ""


@sensitive_variables("form", "typed")
def _rewrite(request: HttpRequest, comment: Comment) -> Answered:
    form = RewriteForm(request.POST)
    if not form.is_valid():
        return _page(request, comment, rewriting=form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    typed = form.cleaned_data["text"]
    try:
        rewrite(comment.pk, typed, revision=form.cleaned_data["revision"])
    except ConflictError as conflict:
        return _failed(request, comment, "conflict" if conflict.comment else "gone", typed)
    except NotAllowedError as refusal:
        why = str(refusal)
        return _failed(request, comment, why if why in WHY_NOT else "late", typed)
    return "sent" if comment.state in RESENDABLE else "changed"


def _failed(request: HttpRequest, comment: Comment, failed: str, typed: str) -> HttpResponse:
    """The page as it stands now, with what was typed: in the form if it can be sent again, else to be copied."""
    newest = commented(comment.pk, comment.conversation.site)
    if newest is None:
        return render(request, "conversation/status/gone.html", {"typed": typed}, status=HTTPStatus.GONE)
    rewriting = RewriteForm.of(newest, typed) if failed == "conflict" else None
    shown = told(newest, newest.conversation.site)
    is_shown_in_form = rewriting is not None and (shown.may_edit or shown.may_resend)
    return _page(
        request,
        newest,
        rewriting=rewriting,
        failed=failed,
        typed="" if is_shown_in_form else typed,
        is_in_danger=bool(typed) and is_crisis(screen(typed, about(newest))),
        status=HTTPStatus.CONFLICT,
    )


def _withdraw(request: HttpRequest, comment: Comment) -> Answered:
    try:
        withdraw(comment.pk)
    except ConflictError:
        return _failed(request, comment, "gone", "")
    return "withdrawn"


@sensitive_variables("form")
def _appeal(request: HttpRequest, comment: Comment) -> Answered:
    form = AppealForm(request.POST)
    if not form.is_valid():
        return _page(request, comment, appealing=form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    words = form.cleaned_data["words"]
    if not told(comment, comment.conversation.site).may_appeal:
        return _failed(request, comment, "no-appeal", words)
    try:
        open_appeal(comment.pk, words)
    except (ConflictError, NotAllowedError):
        return _failed(request, comment, "no-appeal", words)
    return "appealed"


def _follow(_request: HttpRequest, comment: Comment) -> Answered:
    contact = comment.commenter.contact if comment.commenter else None
    if contact is None or standing_consent(contact, comment.conversation.site, Purpose.Kind.FOLLOW_UPS) is None:
        return ""
    follow(contact, comment.conversation)
    return "followed"


def _unfollow(_request: HttpRequest, comment: Comment) -> Answered:
    contact = comment.commenter.contact if comment.commenter else None
    if contact is not None:
        unfollow(contact, comment.conversation)
    return "unfollowed"


ACTS: dict[str, Callable[[HttpRequest, Comment], Answered]] = {
    "rewrite": _rewrite,
    "withdraw": _withdraw,
    "appeal": _appeal,
    "follow": _follow,
    "unfollow": _unfollow,
}
