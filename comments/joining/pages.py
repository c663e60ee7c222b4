"""The pages of joining: one for all steps, one where nothing can be said, one with help for somebody in danger."""

from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.models import Site

from articles.models import ArticlePage
from comments.help.lines import Help, help_for
from comments.joining.hint import hints, patterns_for_script
from comments.joining.place import Place
from comments.joining.screens import Screen
from comments.joining.ticket import Step, Ticket
from comments.joining.typed import Typed
from comments.models import Sanction
from comments.reading.public_html import paragraphs
from comments.rules.entering import is_crisis
from comments.rules.places import Obstacle
from comments.screening.detector import About
from comments.screening.running import screen as find_in
from consent.models import TextVersion
from portal.comparing import changed_lines

TITLES = {
    Step.PRIVACY: _("Your privacy"),
    Step.RULES: _("Our rules"),
    Step.WORDS: _("Your words"),
}
INBOX = _("Your inbox")
FIELDS = {  # where each error is mended
    "email": "join-email",
    "purpose": "join-purpose-1",
    "agreed": "join-agreed",
    "name": "join-name",
    "text": "join-text",
}


def step_page(request: HttpRequest, place: Place, screen: Screen) -> HttpResponse:
    """The page of the step that is next."""
    context = {
        "article": place.article,
        "place": place,
        "screen": screen,
        "typed": screen.typed,
        "ticket": screen.ticket.sealed(),
        "is_known": screen.ticket.commenter is not None,
        "steps": steps_of(screen.ticket),
        "title": TITLES[screen.step],
        "summary": [(FIELDS[name], sentence) for name, sentence in screen.errors.items()],
        "changes": changed_lines(screen.before.text, place.rules.version.text) if screen.before else (),
        "new_versions": _new_versions(screen.before, place.rules.version),
        "help": _help(request, screen.typed, is_crisis_found=screen.is_crisis, is_refused=bool(screen.message)),
    }
    if screen.step is Step.WORDS:
        context |= _words(place, screen)
    response = render(request, "conversation/join.html", context, status=screen.status)
    if screen.wait:
        response["Retry-After"] = str(screen.wait)
    return response


def steps_of(ticket: Ticket) -> list[tuple[Any, str]]:
    """The steps that this person takes, each with what it is now: ``done``, ``current`` or empty."""
    known = ticket.commenter is not None
    order = [Step.RULES, Step.WORDS] if known else list(Step)
    if known and not ticket.was_asked:
        order = [Step.WORDS]
    at = order.index(ticket.step)
    states = ["done"] * at + ["current"] + [""] * (len(order) - at - 1)
    found: list[tuple[Any, str]] = [(TITLES[step], state) for step, state in zip(order, states, strict=True)]
    return found if known else [*found, (INBOX, "")]


def stopped_page(
    request: HttpRequest, obstacle: Obstacle, article: ArticlePage | None, typed: Typed | None = None
) -> HttpResponse:
    """Why nothing can be said here now, with what was typed, to be copied."""
    words = typed or Typed()
    context = {"obstacle": str(obstacle), "article": article, "typed": words, "help": _help(request, words)}
    status = HTTPStatus.OK if typed is None else HTTPStatus.CONFLICT
    return render(request, "conversation/join_stopped.html", context, status=status)


def sanctioned_page(
    request: HttpRequest, sanction: Sanction | None, article: ArticlePage | None, typed: Typed | None = None
) -> HttpResponse:
    """That somebody may not comment now, why and until when. Shown to the one who is known alone."""
    words = typed or Typed()
    context = {"sanction": sanction, "article": article, "typed": words, "help": _help(request, words)}
    return render(request, "conversation/join_sanctioned.html", context, status=HTTPStatus.FORBIDDEN)


def help_page(request: HttpRequest, site: Site, link: str) -> HttpResponse:
    """After a comment that sounds as if somebody were in danger: whom to call now; then where the comment stands."""
    context = {"help": help_for(request, site), "link": link}
    return render(request, "conversation/join_help.html", context)


def _help(request: HttpRequest, typed: Typed, *, is_crisis_found: bool = False, is_refused: bool = True) -> Help | None:
    """Whom to call, if what somebody typed sounds as if they were in danger. Also where it is refused, for whatever
    reason: nobody else will read it then (DESIGN.md, M7).
    """
    site = Site.find_for_request(request)
    if site is None:
        return None
    if not is_crisis_found and is_refused and typed.text:
        is_crisis_found = is_crisis(find_in(typed.text, About(language=get_language() or "", site_id=site.pk)))
    return help_for(request, site) if is_crisis_found else None


def _words(place: Place, screen: Screen) -> dict[str, Any]:
    preview = screen.preview
    return {
        "patterns": patterns_for_script(place.language),
        "preview": paragraphs(preview) if preview else "",
        "hints": hints(preview, place.language) if preview else [],
    }


def _new_versions(before: TextVersion | None, newest: TextVersion) -> list[TextVersion]:
    """What editors said of each change since the version that somebody knew, the oldest first."""
    if before is None:
        return []
    since = TextVersion.objects.filter(
        site_id=newest.site_id, kind=newest.kind, code=newest.code, language=newest.language
    )
    return list(since.filter(version__gt=before.version).exclude(what_changed="").order_by("version"))
