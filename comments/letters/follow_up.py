"""New comments in a conversation that somebody follows: who wrote, and where it stands. No word of any comment: it may
be withdrawn or taken down before the letter is read.

``List-Unsubscribe`` stops all such mail with one click (RFC 8058); a link in the text stops this conversation alone.
"""

from datetime import UTC, datetime

from comments.letters.addressing import preferences_link, recipient
from comments.models import FollowUp
from comments.rules.follow_ups import KIND, is_double, news, stop_link
from comments.rules.places import open_article
from consent.links import link, unsubscribe_link
from consent.mail.frame import framed_letter
from consent.mail.letter import Letter, NotToBeSentError, writes
from consent.models import OutgoingMail, Purpose, Token

MOST = 10  # names in one letter


@writes(KIND)
def follow_up(mail: OutgoingMail) -> Letter:
    """The letter on what was new, and still is there. Raises ``NotToBeSentError``."""
    contact, address, consent = recipient(mail, Purpose.Kind.FOLLOW_UPS)
    pk, since, until = (int(part) for part in mail.subject_id.split(":"))
    wish = FollowUp.objects.select_related("conversation").filter(pk=pk, contact=contact, stopped_at=None).first()
    if wish is None:
        raise NotToBeSentError("stopped")
    if is_double(wish):  # the older one tells of the same
        raise NotToBeSentError("twice")
    page = open_article(wish.conversation.page_id, mail.site) if wish.conversation.page_id else None
    if page is None:
        raise NotToBeSentError("page-gone")
    since = max(since, *_told_for_doubles(wish))
    comments = news(wish, datetime.fromtimestamp(since, UTC), datetime.fromtimestamp(until, UTC))
    count = comments.count()
    if not count:
        raise NotToBeSentError("nothing-left")
    stop = Token.issue(Token.Kind.UNSUBSCRIBE, contact=contact, purpose=consent.purpose)
    return framed_letter(
        KIND,
        to=address,
        site=mail.site,
        language=mail.language,
        is_discreet=contact.is_discreet,
        headers=_headers(mail, wish, stop),
        context={
            "title": page.title,
            "count": count,
            "further": max(0, count - MOST),
            "comments": [
                (
                    each.user_name,
                    link("conversation_comment", site=mail.site, language=mail.language, token=str(each.pk)),
                )
                for each in comments[:MOST]
            ],
            "stop_url": link("conversation_follow", site=mail.site, language=mail.language, token=stop_link(wish)),
            "preferences_url": preferences_link(mail, contact),
        },
    )


def _told_for_doubles(wish: FollowUp) -> list[int]:
    """Up to when they were told for other wishes of theirs for the same: two contacts of one person were joined."""
    others = FollowUp.objects.filter(contact=wish.contact_id, conversation=wish.conversation_id).exclude(pk=wish.pk)
    if not (pks := [str(pk) for pk in others.values_list("pk", flat=True)]):
        return [0]
    sent = OutgoingMail.objects.filter(kind=KIND, contact=wish.contact_id, state=OutgoingMail.State.SENT)
    told = [about.split(":") for about in sent.values_list("subject_id", flat=True)]
    return [0, *(int(until) for pk, _since, until in told if pk in pks)]


def _headers(mail: OutgoingMail, wish: FollowUp, stop: str) -> dict[str, str]:
    """RFC 2369, RFC 2919 and RFC 8058, as newsletters have them. The list is named by a number."""
    return {
        "List-Id": f"<conversation-{wish.conversation_id}.{mail.site.hostname}>",
        "List-Unsubscribe": f"<{unsubscribe_link(site=mail.site, token=stop)}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "Precedence": "bulk",
    }
