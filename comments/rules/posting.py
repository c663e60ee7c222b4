"""The one door through which a comment comes in (DESIGN.md, M1 and M4).

One transaction keeps the request to confirm with its consent, the acceptance of the rules, and the comment. The form's
nonce makes a second sending of the same form find the first one's comment.
"""

from dataclasses import dataclass
from datetime import datetime

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from wagtail.models import Site

from articles.models import ArticlePage
from comments.models import (
    Comment,
    Commenter,
    CommentLink,
    CommentRevision,
    Conversation,
    ConversationSettings,
    RulesAcceptance,
)
from comments.rulebook import rulebook_in_force
from comments.rules.confirming import enter_queue
from comments.rules.consenting import consents
from comments.rules.entering import keep_findings, priority_of
from comments.rules.places import Obstacle, obstacle_in, open_article, parent_of
from comments.rules.sanctioning import forbidding, standing_sanctions
from comments.screening.detector import About
from comments.screening.running import screen
from consent.addresses import Address
from consent.models import Contact, Request, TextVersion
from consent.rules.asking import NoConsentError, ask
from consent.rules.holding import hold
from consent.versions.offers import Offer
from portal.prepared import prepared


class PlaceError(Exception):
    """Nothing can be said here any more. ``obstacle`` says why."""

    def __init__(self, obstacle: Obstacle) -> None:
        super().__init__(str(obstacle))
        self.obstacle = obstacle


class StaleRulesError(Exception):
    """The rules have changed since they were accepted, so that they have to be read again."""


class SanctionError(Exception):
    """A sanction keeps this person from commenting."""


@dataclass(frozen=True)
class Acceptance:
    """That the rules were accepted: which version, when, and whether this submission asked."""

    version: TextVersion
    at: datetime
    was_asked: bool = True


@dataclass(frozen=True)
class Asked:
    """The consent of somebody who is not known yet: address, what they saw, what they ticked."""

    address: Address
    offer: Offer
    chosen: tuple[str, ...]
    seen: str


@dataclass(frozen=True)
class Submission:
    """Everything that the steps of joining gathered. ``who``: a confirmed commenter, or a consent that waits for it."""

    nonce: str
    page_id: int
    parent_id: int | None
    language: str
    name: str
    text: str
    acceptance: Acceptance
    who: Commenter | Asked


@dataclass(frozen=True)
class Posted:
    """The comment, the text of a link to its status page, and whether it was kept just now."""

    comment: Comment
    link: str
    is_new: bool = True


@transaction.atomic
def post(submission: Submission, site: Site) -> Posted:
    """Keeps a comment. A second call with the same nonce keeps nothing and finds it.

    Raises ``PlaceError``, ``ParentError``, ``StaleRulesError``, ``SanctionError``, and whatever
    ``consent.rules.asking`` raises; then nothing is kept.
    """
    who = submission.who
    if known := posted_before(submission.nonce):
        return known
    page = open_article(submission.page_id, site)
    if page is None:
        raise PlaceError(Obstacle.GONE)
    _demand_rules(submission, site)
    if isinstance(who, Commenter):
        who = _held_commenter(who)
        _demand_right(who, site)
    found = screen(submission.text, _about(submission, site), name=submission.name)
    conversation = _held(page, site)
    if known := posted_before(submission.nonce):
        return known  # the same form came twice at once: the first one's comment stands
    request = None if isinstance(who, Commenter) else _ask(who, site)
    comment = _insert(submission, conversation, page, request, priority=priority_of(found))
    keep_findings(comment, found)
    if isinstance(who, Commenter):
        enter_queue(comment.pk, who, found)
        comment.refresh_from_db()
    return Posted(comment, CommentLink.issue(comment.pk, secret=submission.nonce))


def posted_before(nonce: str) -> Posted | None:
    """What a form with this nonce kept before, with the same link; None if it kept nothing. Keeps nothing."""
    if not _numbers(nonce):
        return None
    known = Comment.objects.filter(nonce=nonce).select_related("conversation__site").first()
    return Posted(known, CommentLink.again(nonce), is_new=False) if known else None


@prepared
def _numbers(nonce: str) -> QuerySet:
    return Comment.objects.filter(nonce=nonce).values_list("pk")


def _about(submission: Submission, site: Site) -> About:
    commenter_id = submission.who.pk if isinstance(submission.who, Commenter) else None
    return About(language=submission.language, site_id=site.pk, commenter_id=commenter_id)


def _demand_rules(submission: Submission, site: Site) -> None:
    rules = rulebook_in_force(site, submission.language)
    if rules is None:
        raise PlaceError(Obstacle.NOT_OFFERED)
    accepted = submission.acceptance
    if not rules.accepts(accepted.version) or (accepted.was_asked and accepted.version != rules.version):
        raise StaleRulesError


def _demand_right(commenter: Commenter, site: Site) -> None:
    if commenter.contact is None or commenter.site_id != site.pk or commenter.is_memorial:
        raise SanctionError
    if not consents(commenter.contact, site):
        raise NoConsentError
    if forbidding(standing_sanctions(commenter.contact, site.pk)):
        raise SanctionError


def _held_commenter(commenter: Commenter) -> Commenter:
    """The commenter as they are now, held so that nobody erases them meanwhile. Raises ``SanctionError`` if gone."""
    contact = Contact.objects.filter(commenters=commenter.pk).first()
    if contact:
        hold(contact.address)
    found = Commenter.objects.select_related("contact").filter(pk=commenter.pk).first()
    if found is None:
        raise SanctionError
    return found


def _ask(asked: Asked, site: Site) -> Request:
    return ask(
        site=site,
        address=asked.address,
        offer=asked.offer,
        chosen=asked.chosen,
        seen=asked.seen,
        kind=Request.Kind.COMMENT,
    )


def _held(page: ArticlePage, site: Site) -> Conversation:
    """The conversation under ``page``, locked with it; begun if there is none. Raises ``PlaceError``."""
    conversation = _locked.first(page.pk)
    if conversation is None:
        Conversation.objects.get_or_create(page_id=page.pk, defaults={"site": site, "title": page.title})
        conversation = _locked.first(page.pk)
    if conversation is None:
        raise PlaceError(Obstacle.GONE)
    settings = ConversationSettings.of(site)
    obstacle = obstacle_in(conversation, page, settings) if settings.is_open else Obstacle.NOT_OFFERED
    if obstacle:
        raise PlaceError(obstacle)
    return conversation


@prepared
def _locked(page: int) -> QuerySet[Conversation]:
    found = Conversation.objects.select_for_update(of=("self", "page"), no_key=True).select_related("page")
    return found.filter(page=page, page__live=True)


def _insert(
    submission: Submission, conversation: Conversation, page: ArticlePage, request: Request | None, *, priority: int
) -> Comment:
    parent = parent_of(conversation, submission.parent_id)
    conversation.newest_seq += 1
    Conversation.objects.filter(pk=conversation.pk).update(newest_seq=conversation.newest_seq)
    root = parent.root_ref if parent else conversation.newest_seq
    comment = Comment(
        content_type=ContentType.objects.get_for_model(page),
        object_pk=str(page.pk),
        site_id=1,
        user_name=submission.name,
        comment=submission.text,
        submit_date=timezone.now(),
        is_public=False,  # nothing of xtd's own ever shows one of ours
        parent_id=parent.pk if parent else 0,
        thread_id=parent.thread_id or parent.pk if parent else 0,
        level=1 if parent else 0,
        order=conversation.newest_seq,
        conversation=conversation,
        seq=conversation.newest_seq,
        root_ref=root,
        in_reply_to=parent,
        request=request,
        nonce=submission.nonce,
        language=submission.language,
        priority=priority,
    )
    comment.save(force_insert=True)
    accepted = submission.acceptance
    RulesAcceptance.objects.create(
        comment=comment, version=accepted.version, accepted_at=accepted.at, was_asked=accepted.was_asked
    )
    CommentRevision.objects.create(comment=comment, number=1, text=submission.text)
    return comment
