"""What one gets, and one step to change each of it: stopping is as easy as starting was (GDPR, article 7 (3)).

The link was mailed to the owner of the address, works as often as they like, and holds nothing but itself.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone, translation
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods

from consent.by_link.answers import gone, later, see_other
from consent.journal import JournalError
from consent.models import Consent, ConsentEntry, Contact, Token
from consent.rules.asking import NoConsentError, StaleWordingError
from consent.rules.preferring import set_discreet, set_language
from consent.rules.renewing import outdated, renew
from consent.rules.withdrawing import pause, resume, withdraw, withdraw_all
from consent.versions.labels import labels_of
from portal.private_pages import private_page
from portal.same_origin import same_origin_posts

LINK = ConsentEntry.Method.LINK
PAUSES = {"1": timedelta(days=30), "3": timedelta(days=91), "6": timedelta(days=183)}  # months
DONE = ("stopped", "paused", "resumed", "stopped-all", "discreet", "not-discreet", "language", "agreed")


@dataclass(frozen=True)
class Row:
    """One thing that somebody gets."""

    consent: Consent
    label: str
    is_waiting: bool  # for an agreement to changed words


@private_page
@require_http_methods(["GET", "HEAD", "POST"])
@same_origin_posts
@sensitive_variables("token", "found", "contact")
def preferences(request: HttpRequest, token: str) -> HttpResponse:
    """The page behind a link in every mail."""
    found = Token.find(Token.Kind.PREFERENCES, token)
    contact = found.contact if found else None
    if contact is None:
        return gone(request)
    if request.method == "POST":
        try:
            done = _carry_out(contact, request.POST)
        except (NoConsentError, StaleWordingError) as refusal:
            return _page(request, token, contact, refusal=type(refusal).__name__)
        except JournalError:
            return later(request)
        with translation.override(contact.language if done == "language" else translation.get_language()):
            return see_other(reverse("preferences", args=[token]) + (f"?done={done}" if done else ""))
    return _page(request, token, contact)


def _page(request: HttpRequest, token: str, contact: Contact, *, refusal: str = "") -> HttpResponse:
    consents = list(
        contact.consents.given().select_related("purpose__site").order_by("purpose__site", "purpose__sort_order", "pk")
    )
    renewals = outdated(contact)
    waiting = {consent.pk for renewal in renewals for consent in renewal.consents}
    words = labels_of(consents)
    context = {
        "token": token,
        "contact": contact,
        "rows": [Row(consent, words[consent.pk], consent.pk in waiting) for consent in consents],
        "renewals": renewals,
        "has_communities": len({consent.purpose.site_id for consent in consents}) > 1,
        "languages": settings.LANGUAGES,
        "done": request.GET.get("done") if request.GET.get("done") in DONE else "",
        "refusal": refusal,
    }
    return render(
        request,
        "consent/preferences.html",
        context,
        status=HTTPStatus.UNPROCESSABLE_ENTITY if refusal else HTTPStatus.OK,
    )


def _carry_out(contact: Contact, sent: QueryDict) -> str:
    """Does what a button says and returns the word for it; empty for what no button of ours says."""
    act = ACTS.get(sent.get("act", ""))
    return act(contact, sent) if act else ""


def _consent(contact: Contact, sent: QueryDict) -> Consent | None:
    """The consent that a button belongs to, if it is one of this person's and still stands."""
    return {str(each.pk): each for each in contact.consents.given()}.get(sent.get("consent", ""))


def _stop(contact: Contact, sent: QueryDict) -> str:
    if consent := _consent(contact, sent):
        withdraw(consent, method=LINK)
    return "stopped"


def _stop_all(contact: Contact, sent: QueryDict) -> str:
    withdraw_all(contact, method=LINK)
    return "stopped-all"


def _pause(contact: Contact, sent: QueryDict) -> str:
    consent, span = _consent(contact, sent), PAUSES.get(sent.get("months", ""))
    if consent is None or span is None:
        return ""
    pause(consent, until=timezone.now() + span, method=LINK)
    return "paused"


def _resume(contact: Contact, sent: QueryDict) -> str:
    if (consent := _consent(contact, sent)) is None:
        return ""
    resume(consent, method=LINK)
    return "resumed"


def _discreet(contact: Contact, sent: QueryDict) -> str:
    is_discreet = sent.get("discreet") == "yes"
    set_discreet(contact, is_discreet)
    return "discreet" if is_discreet else "not-discreet"


def _language(contact: Contact, sent: QueryDict) -> str:
    language = str(sent.get("language", ""))
    try:
        set_language(contact, language)
    except ValueError:
        return ""
    contact.language = language
    return "language"


def _agree(contact: Contact, sent: QueryDict) -> str:
    renewals = {f"{each.site.pk}:{each.offer.language}": each for each in outdated(contact)}
    if (renewal := renewals.get(sent.get("renewal", ""))) is None:
        return ""
    renew(
        contact=contact,
        site=renewal.site,
        language=renewal.offer.language,
        chosen=sent.getlist("purpose"),
        seen=sent.get("seen", ""),
    )
    return "agreed"


ACTS: dict[str, Callable[[Contact, QueryDict], Any]] = {
    "stop": _stop,
    "stop-all": _stop_all,
    "pause": _pause,
    "resume": _resume,
    "discreet": _discreet,
    "language": _language,
    "agree": _agree,
}
