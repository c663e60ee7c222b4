"""What was decided on a comment, to its author: the rule in the version that they accepted, and what they can do.

Mail may be read by others, so no word of the comment stands in it, and none that a moderator wrote about it: both stand
on the status page, to which a link leads.
"""

from comments.letters.addressing import preferences_link, recipient
from comments.models import Comment, CommentLink, Decision
from comments.rules.answering import APPEALED, DECIDED
from comments.rules.authoring import may_resend
from comments.rules.standing import answer_of, standing_decision
from consent.links import link
from consent.mail.frame import framed_letter
from consent.mail.letter import Letter, NotToBeSentError, writes
from consent.models import OutgoingMail, Purpose

Action = Decision.Action
TEMPLATES = {
    Action.APPROVE: "comment-published",
    Action.TRUST: "comment-published",
    Action.REDACT: "comment-published",
    Action.RESTORE: "comment-published",
    Action.OVERTURN: "comment-published",
    Action.REJECT: "comment-rejected",
    Action.REMOVE: "comment-rejected",
    Action.ASK: "comment-changes",
    Action.UPHOLD: "comment-upheld",
}


@writes(DECIDED)
def decision(mail: OutgoingMail) -> Letter:
    """The letter on a decision, if it still stands. Raises ``NotToBeSentError``."""
    contact, address, _consent = recipient(mail, Purpose.Kind.COMMENTS)
    decided, comment = _decided(mail)
    if comment.commenter is None or comment.commenter.contact_id != contact.pk:
        raise NotToBeSentError("not-theirs")
    status = CommentLink.issue(comment.pk)
    return framed_letter(
        TEMPLATES[Action(decided.action)],
        to=address,
        site=mail.site,
        language=mail.language,
        is_discreet=contact.is_discreet,
        context={
            "action": decided.action,
            "answer": answer_of(comment, decided),
            "may_resend": may_resend(comment),
            "comment_url": _link(mail, "conversation_comment", str(comment.pk)),
            "status_url": _link(mail, "conversation_status", status),
            "preferences_url": preferences_link(mail, contact),
        },
    )


writes(APPEALED)(decision)  # what became of an appeal is a decision like others


def _link(mail: OutgoingMail, name: str, token: str) -> str:
    return link(name, site=mail.site, language=mail.language, token=token)


def _decided(mail: OutgoingMail) -> tuple[Decision, Comment]:
    """The decision and its comment. Raises ``NotToBeSentError`` for one that was undone or overtaken."""
    decided = Decision.objects.filter(number=int(mail.subject_id)).first()
    if decided is None or decided.action not in TEMPLATES:
        raise NotToBeSentError("no-decision")
    found = Comment.objects.select_related("acceptance__version", "commenter")
    comment = found.filter(pk=decided.comment_id).first()
    if comment is None:
        raise NotToBeSentError("gone")
    stands = standing_decision(comment.pk)
    if stands is None or stands.number != decided.number or comment.state != decided.to_state:
        raise NotToBeSentError("overtaken")
    return decided, comment
