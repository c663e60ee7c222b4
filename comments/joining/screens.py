"""What somebody is shown next. Each answer is a ``Screen``: a step, its ticket, what was typed, and what is wrong."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from http import HTTPStatus
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from comments.joining.place import Place
from comments.joining.ticket import Step, Ticket, new_nonce
from comments.joining.typed import Typed, without_agreement
from comments.models import Comment, Commenter, RulesAcceptance, Sanction
from comments.rulebook import Rulebook
from comments.rules.consenting import consents
from comments.rules.places import ParentError
from comments.rules.sanctioning import forbidding, standing_sanctions
from consent.models import TextVersion

NO_PARENT = _(
    "The comment that you wanted to answer is no longer shown. What you write here will stand as a new comment."
)


class SanctionedError(Exception):
    """Somebody who is known may not comment now."""

    def __init__(self, sanction: Sanction) -> None:
        super().__init__("sanctioned")
        self.sanction = sanction


@dataclass(frozen=True)
class Visit:
    """One request to a place: who is known by their cookie, and what they typed."""

    place: Place
    network: str
    commenter: Commenter | None = None
    typed: Typed = field(default_factory=Typed)


@dataclass(frozen=True)
class Screen:
    """One step as it is shown. ``message``: a sentence above the form, ``before``: the rules that the person knew."""

    ticket: Ticket
    typed: Typed
    status: HTTPStatus = HTTPStatus.OK
    message: Any = ""
    errors: Mapping[str, str] = field(default_factory=dict)
    parent: Comment | None = None
    before: TextVersion | None = None
    preview: str = field(default="", repr=False)
    is_crisis: bool = False
    is_sent_before: bool = False
    challenge: str = ""
    wait: int = 0

    @property
    def step(self) -> Step:
        """The step that is shown."""
        return self.ticket.step


def begin(
    visit: Visit, *, parent_id: int | None = None, message: Any = "", status: HTTPStatus = HTTPStatus.OK
) -> Screen:
    """The first step that this person has not done yet, with a new ticket. Raises ``SanctionedError``."""
    place, now, parent = visit.place, timezone.now(), None
    try:
        parent = place.parent(parent_id)
    except ParentError:
        message, status = message or NO_PARENT, HTTPStatus.CONFLICT if status is HTTPStatus.OK else status
    ticket = Ticket(
        site=place.site.pk,
        page=place.article.pk,
        language=place.language,
        step=Step.PRIVACY,
        begun=now,
        made=now,
        nonce=new_nonce(),
        parent=parent.pk if parent else None,
        seen=place.offer.digest,
        rules=place.rules.version.pk,
    )
    typed, before = without_agreement(visit.typed), None
    if visit.commenter and is_known(visit.commenter, place):
        before = last_accepted(visit.commenter, place.rules)
        ticket = _of_known(ticket, visit.commenter, place.rules, before)
        typed = replace(typed, name=typed.name or visit.commenter.name)
    shown = before if ticket.step is Step.RULES else None
    return Screen(ticket, typed, status, message, parent=parent, before=shown)


def is_known(commenter: Commenter, place: Place) -> bool:
    """Whether somebody may skip the first step: their consent stands. Raises ``SanctionedError``."""
    contact = commenter.contact
    if contact is None or not consents(contact, place.site):
        return False
    if sanction := forbidding(standing_sanctions(contact, place.site.pk)):
        raise SanctionedError(sanction)
    return True


def last_accepted(commenter: Commenter, rules: Rulebook) -> TextVersion | None:
    """The version of these rules, in their language, that somebody accepted last."""
    theirs = RulesAcceptance.objects.filter(
        comment__commenter__contact=commenter.contact_id,
        comment__commenter__site=commenter.site_id,
        version__language=rules.version.language,
    )
    newest = theirs.select_related("version").order_by("-accepted_at", "-pk").first()
    return newest.version if newest else None


def _of_known(ticket: Ticket, commenter: Commenter, rules: Rulebook, accepted: TextVersion | None) -> Ticket:
    if accepted is None or not rules.accepts(accepted):
        return ticket.at(Step.RULES, commenter=commenter.pk)
    return ticket.at(Step.WORDS, commenter=commenter.pk, rules=accepted.pk, accepted=timezone.now(), was_asked=False)
