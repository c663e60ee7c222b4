"""The ledger of moderation: every step of every comment, by whom, under which rule in which version (DESIGN.md, M3).

Holds no text, no name and no address. What somebody wrote about a decision stands beside it, where it can be erased.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from comments.models.comment import State
from portal.models import LedgerEntry


class Decision(LedgerEntry):
    """One step. ``text_digest`` is the SHA-256 of the wording that it was about, ``undoes`` the number of another."""

    class Action(models.TextChoices):
        CONFIRM = "confirm", _("Author confirmed")
        APPROVE = "approve", _("Approved")
        TRUST = "trust", _("Published: trusted author")
        REDACT = "redact", _("Approved without some passages")
        KEEP = "keep", _("Kept after a report")
        REJECT = "reject", _("Rejected")
        SPAM = "spam", _("Marked as spam")
        ASK = "ask", _("Changes asked for")
        ESCALATE = "escalate", _("Escalated")
        RELEASE = "release", _("Returned to the queue")
        REMOVE = "remove", _("Taken down")
        RESTORE = "restore", _("Put back")
        EDIT = "edit", _("Changed by its author")
        RESEND = "resend", _("Sent again by its author")
        WITHDRAW = "withdraw", _("Withdrawn by its author")
        ERASE = "erase", _("Erased")
        UNDO = "undo", _("Undone")
        UPHOLD = "uphold", _("Upheld on appeal")
        OVERTURN = "overturn", _("Overturned on appeal")

    class Actor(models.TextChoices):
        MODERATOR = "moderator", _("Moderator")
        AUTHOR = "author", _("Author")
        SYSTEM = "system", _("Portal")

    comment_id = models.PositiveBigIntegerField(_("comment"), db_index=True)
    conversation_id = models.PositiveBigIntegerField(_("conversation"))
    site_id = models.PositiveBigIntegerField(_("community"))
    action = models.CharField(_("what was decided"), max_length=10, choices=Action.choices)
    actor = models.CharField(_("by"), max_length=10, choices=Actor.choices)
    moderator_id = models.PositiveBigIntegerField(_("account"), null=True, db_index=True)
    from_state = models.CharField(_("from"), max_length=12, choices=State.choices)
    to_state = models.CharField(_("to"), max_length=12, choices=State.choices)
    revision = models.PositiveSmallIntegerField(_("revision"))
    text_digest = models.CharField(_("digest of the text"), max_length=64)
    rule_code = models.CharField(_("rule"), max_length=30, blank=True)
    rules_digest = models.CharField(_("digest of the rules that the author accepted"), max_length=80, blank=True)
    rules_version = models.PositiveIntegerField(_("version of these rules"), null=True)
    undoes = models.PositiveBigIntegerField(_("undoes"), null=True)
    queued_at = models.DateTimeField(_("in the queue since"), null=True)

    class Meta(LedgerEntry.Meta):
        verbose_name = _("decision on a comment")
        verbose_name_plural = _("decisions on comments")
        indexes = [models.Index(fields=["site_id", "recorded_at"], name="decisions_by_time")]


class DecisionNote(models.Model):
    """What a moderator wrote to the author, or to colleagues, with a decision. Erased with the person."""

    decision_number = models.PositiveBigIntegerField(_("decision"), unique=True)
    comment = models.ForeignKey(
        "comments.Comment", on_delete=models.CASCADE, related_name="decision_notes", verbose_name=_("comment")
    )
    to_author = models.TextField(_("to the author"), max_length=1000, blank=True)
    to_colleagues = models.TextField(_("to colleagues"), max_length=1000, blank=True)

    class Meta:
        verbose_name = _("note on a decision")
        verbose_name_plural = _("notes on decisions")

    def __str__(self):
        return f"{self.decision_number}"
