"""A comment: xtd's row, and on a table of our own whatever the conversation asks for (an index can't span tables).

Its text is shown to readers as ``html``, made once when the comment is published and empty in every other state, so
that no query can show what is not published (DESIGN.md, M2). ``state`` changes in ``comments.rules.deciding`` alone.
"""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_comments_xtd.models import XtdComment

LONGEST = 5000  # characters of a comment
LONGEST_NAME = 40


class State(models.TextChoices):
    """Where a comment stands. Readers see one of these."""

    UNCONFIRMED = "unconfirmed", _("Waits for its author to open a link")
    PENDING = "pending", _("Waits for a moderator")
    ESCALATED = "escalated", _("Escalated")
    CHANGES = "changes", _("Waits for changes by its author")
    PUBLISHED = "published", _("Published")
    REJECTED = "rejected", _("Not published")
    SPAM = "spam", _("Spam")
    REMOVED = "removed", _("Taken down")
    WITHDRAWN = "withdrawn", _("Withdrawn by its author")


QUEUED = (State.PENDING, State.ESCALATED)


class CommentQuerySet(models.QuerySet):
    """Comments."""

    def published(self) -> "CommentQuerySet":
        """Those that readers see."""
        return self.filter(state=State.PUBLISHED)

    def queued(self) -> "CommentQuerySet":
        """Those that wait for a moderator, the most urgent first."""
        return self.filter(state__in=QUEUED).order_by("priority", "queued_at", "pk")


class Comment(XtdComment):
    """One comment under one article. An address, an IP address or an account never stands in it (M5)."""

    State = State

    xtdcomment_ptr = models.OneToOneField(
        XtdComment, parent_link=True, primary_key=True, on_delete=models.CASCADE, related_name="ours"
    )
    state = models.CharField(_("state"), max_length=12, choices=State.choices, default=State.UNCONFIRMED)
    conversation = models.ForeignKey(
        "comments.Conversation", on_delete=models.PROTECT, related_name="comments", verbose_name=_("conversation")
    )
    seq = models.PositiveIntegerField(_("place"), help_text=_("In the conversation. Never given twice."))
    root_ref = models.PositiveIntegerField(_("place of the comment that began the thread"))
    in_reply_to = models.ForeignKey(
        "self", null=True, on_delete=models.SET_NULL, related_name="answers", verbose_name=_("in reply to")
    )
    commenter = models.ForeignKey(
        "comments.Commenter", null=True, on_delete=models.SET_NULL, related_name="comments", verbose_name=_("author")
    )
    request = models.ForeignKey(
        "consent.Request",
        null=True,
        on_delete=models.CASCADE,
        related_name="comments",
        verbose_name=_("request to confirm"),
        help_text=_("While the author is not confirmed. The comment goes when it goes."),
    )
    nonce = models.CharField(_("nonce of the form"), max_length=43, unique=True, editable=False)
    language = models.CharField(_("language"), max_length=10)
    revision = models.PositiveSmallIntegerField(_("revision"), default=1)
    html = models.TextField(_("as readers see it"), blank=True, editable=False)
    helpful_count = models.PositiveIntegerField(_("found helpful by"), default=0)
    queued_at = models.DateTimeField(_("in the queue since"), null=True)
    published_at = models.DateTimeField(_("published"), null=True)
    priority = models.PositiveSmallIntegerField(_("priority"), default=5, help_text=_("The lowest goes first."))
    claimed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("claimed by")
    )
    claimed_until = models.DateTimeField(_("claimed until"), null=True)

    objects = CommentQuerySet.as_manager()

    class Meta:
        verbose_name = _("comment")
        verbose_name_plural = _("comments")
        constraints = [models.UniqueConstraint(fields=["conversation", "seq"], name="one_comment_a_place")]
        indexes = [
            models.Index(fields=["state", "priority", "queued_at"], name="comment_queue"),
            models.Index(fields=["conversation", "state", "root_ref", "seq"], name="comment_thread"),
            models.Index(fields=["commenter", "state"], name="comment_by_author"),
            models.Index(fields=["claimed_until"], condition=Q(claimed_until__isnull=False), name="comment_claims"),
        ]
        permissions = [
            ("moderate_comment", _("Can moderate the conversation")),
            ("lead_moderation", _("Can lift sanctions and see reports on moderation")),
        ]

    def __str__(self):
        return f"{self._meta.verbose_name} {self.pk}"

    def save(self, *args, **kwargs):
        """Saves the row as it is: places are given by ``comments.rules.posting``, not by xtd.

        Raises ``ValueError`` for one with an address, an IP address or an account in it.
        """
        if self.user_email or self.user_url or self.ip_address or self.user_id:
            raise ValueError("Who wrote a comment is known to consent alone.")
        if self.submit_date is None:
            self.submit_date = timezone.now()
        models.Model.save(self, *args, **kwargs)

    @property
    def is_published(self) -> bool:
        """Whether readers see it."""
        return self.state == State.PUBLISHED

    @property
    def is_confirmed(self) -> bool:
        """Whether its author opened the link that was sent to them."""
        return self.commenter_id is not None


class CommentRevision(models.Model):
    """One wording of a comment. The newest is the comment; older ones are seen by moderators and their author alone."""

    class Kind(models.TextChoices):
        ORIGINAL = "original", _("As it was sent")
        EDIT = "edit", _("Changed by its author")
        REDACTION = "redaction", _("Passages taken out by a moderator")

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="revisions", verbose_name=_("comment"))
    number = models.PositiveSmallIntegerField(_("number"))
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices, default=Kind.ORIGINAL)
    text = models.TextField(_("text"))
    made_at = models.DateTimeField(_("made"), default=timezone.now)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("moderator")
    )

    class Meta:
        verbose_name = _("wording of a comment")
        verbose_name_plural = _("wordings of comments")
        constraints = [models.UniqueConstraint(fields=["comment", "number"], name="one_wording_a_number")]
        ordering = ["comment", "number"]

    def __str__(self):
        return f"{self.comment_id}: {self.number}"
