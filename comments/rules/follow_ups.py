"""Mail about new comments in a conversation: gathered, at most once a day to one person, never about their own, and
stopped in one step. Only who agreed to just that gets any (GDPR, article 6 (1) (a); DESIGN.md, C2 and C5).
"""

from datetime import datetime, timedelta

from django.core import signing
from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from comments.models import Comment, Conversation, FollowUp
from comments.rules.consenting import standing_consent
from comments.rules.places import open_article
from consent.models import Consent, Contact, Purpose, Request
from consent.outbox import enqueue

KIND = "comment-follow-up"  # of letter
REST = timedelta(days=1)  # between two letters about one conversation
SETTLES = timedelta(minutes=2)  # what was published within them may not be committed yet
BATCH = 200
LINK_LIVES = timedelta(days=730)  # as links that stop mail do
_SALT = "comments.follow-up"


def follows(contact: Contact, conversation: Conversation | int) -> bool:
    """Whether somebody follows a conversation."""
    return FollowUp.objects.filter(contact=contact, conversation=conversation, stopped_at=None).exists()


@transaction.atomic
def follow(contact: Contact, conversation: Conversation | int) -> None:
    """From now on they hear of new comments. Asking twice does no harm."""
    if not Contact.objects.select_for_update(no_key=True).filter(pk=contact.pk).exists():
        return
    if not follows(contact, conversation):
        pk = conversation.pk if isinstance(conversation, Conversation) else conversation
        FollowUp.objects.create(contact=contact, conversation_id=pk)


def unfollow(contact: Contact, conversation: Conversation | int) -> None:
    """They hear nothing more of a conversation."""
    wishes = FollowUp.objects.filter(contact=contact, conversation=conversation, stopped_at=None)
    wishes.update(stopped_at=timezone.now())


def follow_if_asked(request: Request, contact: Contact, conversation: Conversation | int) -> None:
    """Begins a follow-up for who ticked that box and confirmed."""
    codes = [chosen["code"] for chosen in request.offer.get("purposes", [])]
    wanted = Purpose.objects.filter(site=request.site_id, code__in=codes, kind=Purpose.Kind.FOLLOW_UPS)
    if wanted.exists():
        follow(contact, conversation)


def stop_link(follow_up: FollowUp) -> str:
    """The text of a link that stops one follow-up: signed, and nothing but its number."""
    return signing.dumps(follow_up.pk, salt=_SALT)


def linked(text: str) -> FollowUp | None:
    """The follow-up that a link stops, stopped or not. None for any other text."""
    try:
        pk = signing.loads(text, salt=_SALT, max_age=LINK_LIVES)
    except signing.BadSignature:
        return None
    return FollowUp.objects.select_related("conversation__site", "contact").filter(pk=pk).first()


def stop(follow_up: FollowUp) -> None:
    """Stops one, and any other of the same person for the same conversation."""
    unfollow(follow_up.contact, follow_up.conversation)


def news(follow_up: FollowUp, since: datetime, until: datetime):
    """Comments that readers see and that were first published in between, the person's own left out; oldest first."""
    return _news(follow_up.conversation_id, follow_up.contact_id, since, until).order_by("published_at", "pk")


def _news(conversation, contact, since, until):
    own = Q(commenter__contact=contact) & Q(commenter__contact__isnull=False)
    found = Comment.objects.published().filter(conversation=conversation)
    return found.filter(published_at__gt=since, published_at__lte=until).exclude(own)


def queue_digests() -> str:
    """Queues a letter for each follow-up that has news. Returns a line on it."""
    until = (timezone.now() - SETTLES).replace(microsecond=0)
    mails, last = 0, 0
    while True:
        pks = list(_due(until).filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:BATCH])
        mails += sum(_queue(pk, until) for pk in pks)
        if len(pks) < BATCH:
            return f"{mails} letters queued"
        last = pks[-1]


def _due(until: datetime):
    fresh = _news(OuterRef("conversation"), OuterRef("contact"), OuterRef("told_until"), until)
    wishes = FollowUp.objects.filter(stopped_at=None, told_until__lte=timezone.now() - REST)
    return wishes.filter(Exists(fresh))


@transaction.atomic
def _queue(pk: int, until: datetime) -> bool:
    """Queues one, unless it was done, stopped or may not be done. The letter and the mark are one transaction."""
    follow_up = _due(until).select_for_update(of=("self",)).filter(pk=pk).first()
    if follow_up is None:
        return False
    conversation, contact = follow_up.conversation, follow_up.contact
    if conversation.page_id is None or is_double(follow_up) or _took_back(follow_up):
        FollowUp.objects.filter(pk=pk).update(stopped_at=timezone.now())
        return False
    consent = standing_consent(contact, conversation.site, Purpose.Kind.FOLLOW_UPS)
    if consent is None or open_article(conversation.page_id, conversation.site) is None:
        return False
    since = int(follow_up.told_until.timestamp())
    FollowUp.objects.filter(pk=pk).update(told_until=until)
    return enqueue(
        kind=KIND,
        key=f"follow-up:{pk}:{since}",
        site=conversation.site,
        language=consent.language,
        contact=contact,
        about=f"{pk}:{since}:{int(until.timestamp())}",
        priority=7,
    )


def is_double(follow_up: FollowUp) -> bool:
    """Whether they have an older wish for the same: two contacts of one person were joined."""
    same = FollowUp.objects.filter(contact=follow_up.contact_id, conversation=follow_up.conversation_id)
    return same.filter(stopped_at=None, pk__lt=follow_up.pk).exists()


def _took_back(follow_up: FollowUp) -> bool:
    """Whether they agreed to such mail no longer. Agreeing again some day begins no old follow-up anew."""
    consents = Consent.objects.filter(
        contact=follow_up.contact_id,
        purpose__site=follow_up.conversation.site_id,
        purpose__kind=Purpose.Kind.FOLLOW_UPS,
    )
    return not consents.given().exists()
