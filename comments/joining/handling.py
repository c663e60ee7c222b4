"""What becomes of a form of any step. Nothing is kept before the last one is sent, and then at most one comment.

Each step asks again whatever may have changed since the one before: place, words, rules, the comment that is answered,
the person. Whatever is refused shows the step from which to go on, with everything that was typed. Nobody's address is
looked up here, so that known, unknown and suppressed ones are answered alike (DESIGN.md, C4).
"""

from dataclasses import replace
from http import HTTPStatus
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from comments.joining.screens import NO_PARENT, Screen, Visit, begin, is_known
from comments.joining.sending import send
from comments.joining.ticket import AgedTicketError, ForgedTicketError, Step, Ticket, open_ticket
from comments.joining.typed import check_privacy, check_words, without_agreement
from comments.models import Comment
from comments.rules.entering import is_crisis
from comments.rules.places import ParentError
from comments.rules.posting import Posted, StaleRulesError
from comments.screening.detector import About
from comments.screening.running import screen
from consent.rules.asking import NoConsentError, StaleWordingError

CONFLICT, ERRORS = HTTPStatus.CONFLICT, HTTPStatus.UNPROCESSABLE_ENTITY
FORGED = _("We could not make out where you were. Nothing was sent. Please begin here; your words are kept below.")
AGED = _("This page was open for very long. Nothing was sent. Please begin here; your words are kept below.")
NOT_KNOWN = _("This device no longer knows you. Please begin here; your words are kept below.")
OTHER_STEP = _("Please go on here. Nothing was sent yet.")
WORDS_CHANGED = _(
    "Our words have changed since you opened the page. Nothing was sent. Please read them and choose again."
)
RULES_CHANGED = _("Our rules have changed since you opened the page. Nothing was sent. Your words are kept.")
PLEASE_LOOK = _("Nothing was sent yet. Please have a look at this:")


def handle(visit: Visit) -> Screen | Posted:
    """Takes one step. Raises ``SanctionedError``, ``PlaceError`` and ``SanctionError``."""
    place, typed = visit.place, visit.typed
    try:
        ticket = open_ticket(typed.ticket, site=place.site.pk, page=place.article.pk, language=place.language)
    except ForgedTicketError:
        return begin(visit, message=FORGED, status=ERRORS)
    except AgedTicketError as aged:
        old = aged.ticket
        kept = replace(visit, typed=replace(typed, email=typed.email or old.address))
        return begin(kept, parent_id=old.parent, message=AGED, status=ERRORS)
    try:
        parent = place.parent(ticket.parent)
    except ParentError:
        return _again(visit, ticket.at(ticket.step, parent=None), None, message=NO_PARENT, status=CONFLICT)
    if ticket.commenter is not None and not _is_still_known(visit, ticket):
        return begin(visit, parent_id=ticket.parent, message=NOT_KNOWN, status=CONFLICT)
    if typed.act == "back":
        return _back(visit, ticket, parent)
    act = ACTS.get((ticket.step, typed.act))
    if act is None:
        return _again(visit, ticket, parent, message=OTHER_STEP, status=ERRORS)
    return act(visit, ticket, parent)


def _again(visit: Visit, ticket: Ticket, parent: Comment | None, **values: Any) -> Screen:
    """The same step once more."""
    return Screen(ticket, _with_address(visit, ticket), parent=parent, **values)


def _with_address(visit: Visit, ticket: Ticket):
    typed = visit.typed
    return replace(typed, email=ticket.address) if ticket.step is Step.PRIVACY and not typed.email else typed


def _is_still_known(visit: Visit, ticket: Ticket) -> bool:
    known = visit.commenter
    return known is not None and known.pk == ticket.commenter and is_known(known, visit.place)


def _back(visit: Visit, ticket: Ticket, parent: Comment | None) -> Screen:
    """One step back, with everything that was typed and ticked."""
    if ticket.step is Step.WORDS:
        return _rules(visit, ticket, parent)
    if ticket.commenter is not None:
        return _again(visit, ticket, parent)
    typed = replace(visit.typed, email=ticket.address, chosen=ticket.chosen)
    if ticket.seen != visit.place.offer.digest:
        typed = without_agreement(typed)
    return Screen(ticket.at(Step.PRIVACY, seen=visit.place.offer.digest), typed, parent=parent)


def _privacy(visit: Visit, ticket: Ticket, parent: Comment | None) -> Screen:
    if ticket.seen != visit.place.offer.digest:
        return _words_changed(visit, ticket, parent)
    checked = check_privacy(visit.typed, visit.place)
    if checked.errors:
        return _again(visit, ticket, parent, message=PLEASE_LOOK, errors=checked.errors, status=ERRORS)
    return _rules(visit, ticket.at(Step.RULES, address=str(checked.address), chosen=visit.typed.chosen), parent)


def _words_changed(visit: Visit, ticket: Ticket, parent: Comment | None) -> Screen:
    typed = replace(without_agreement(visit.typed), email=visit.typed.email or ticket.address)
    fresh = ticket.at(Step.PRIVACY, seen=visit.place.offer.digest, chosen=())
    return Screen(fresh, typed, CONFLICT, WORDS_CHANGED, parent=parent)


def _rules(visit: Visit, ticket: Ticket, parent: Comment | None, **values: Any) -> Screen:
    """The rules in force; what changed since those that the ticket knew."""
    before = visit.place.version_of_rules(ticket.rules)
    newest = visit.place.rules.version
    fresh = ticket.at(Step.RULES, rules=newest.pk, accepted=None, was_asked=True)
    changed = before if before and before.pk != newest.pk else None
    return Screen(fresh, replace(visit.typed, agreed=False), parent=parent, before=changed, **values)


def _agree(visit: Visit, ticket: Ticket, parent: Comment | None) -> Screen:
    if ticket.rules != visit.place.rules.version.pk:
        return _rules(visit, ticket, parent, message=RULES_CHANGED, status=CONFLICT)
    if not visit.typed.agreed:
        errors = {"agreed": str(_("Please tick the box when you have read the rules."))}
        return _again(visit, ticket, parent, message=PLEASE_LOOK, errors=errors, status=ERRORS)
    known = visit.commenter.name if visit.commenter and ticket.commenter else ""
    typed = replace(visit.typed, name=visit.typed.name or known)
    return Screen(ticket.at(Step.WORDS, accepted=timezone.now(), was_asked=True), typed, parent=parent)


def _stale(visit: Visit, ticket: Ticket, parent: Comment | None) -> Screen | None:
    """The step that has to be done again, if words or rules have changed."""
    if ticket.commenter is None and ticket.seen != visit.place.offer.digest:
        return _words_changed(visit, ticket, parent)
    rules, accepted = visit.place.rules, visit.place.version_of_rules(ticket.rules)
    if accepted is None or not rules.accepts(accepted) or (ticket.was_asked and accepted != rules.version):
        return _rules(visit, ticket, parent, message=RULES_CHANGED, status=CONFLICT)
    return None


def _preview(visit: Visit, ticket: Ticket, parent: Comment | None) -> Screen:
    if stale := _stale(visit, ticket, parent):
        return stale
    place, checked = visit.place, check_words(visit.typed, visit.place)
    if checked.errors:
        return _again(visit, ticket, parent, message=PLEASE_LOOK, errors=checked.errors, status=ERRORS)
    about = About(language=place.language, site_id=place.site.pk, commenter_id=ticket.commenter)
    found = screen(checked.text, about, name=checked.name)
    typed = replace(visit.typed, name=checked.name)
    shown = ticket.at(Step.WORDS)
    return Screen(shown, typed, parent=parent, preview=checked.text, is_crisis=is_crisis(found))


def _send(visit: Visit, ticket: Ticket, parent: Comment | None) -> Screen | Posted:
    if stale := _stale(visit, ticket, parent):
        return stale
    checked = check_words(visit.typed, visit.place)
    if checked.errors:
        return _again(visit, ticket, parent, message=PLEASE_LOOK, errors=checked.errors, status=ERRORS)
    try:
        return send(visit, ticket, parent, checked)
    except StaleRulesError:
        return _rules(visit, ticket, parent, message=RULES_CHANGED, status=CONFLICT)
    except StaleWordingError:
        return _words_changed(visit, ticket, parent)
    except ParentError:
        return _again(visit, ticket.at(Step.WORDS, parent=None), None, message=NO_PARENT, status=CONFLICT)
    except NoConsentError:
        return begin(visit, parent_id=ticket.parent, message=NOT_KNOWN, status=CONFLICT)


ACTS = {
    (Step.PRIVACY, "privacy"): _privacy,
    (Step.RULES, "rules"): _agree,
    (Step.WORDS, "preview"): _preview,
    (Step.WORDS, "send"): _send,
}
