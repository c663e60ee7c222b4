"""The link to the status page of a comment. Whoever has it may do what its author may: change, withdraw, appeal.

Like the links of ``consent``: opaque, and its SHA-256 alone is kept. Most are random. One that a form leads to, whose
button may be pressed twice, follows from what that form holds, under a key of ours: the second press finds the first
one's link, and nothing new is kept.
"""

import base64
import hashlib
import secrets
from datetime import timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from consent.keys.indexes import indexes
from consent.keys.ring import Use

BYTES = 15
LIVES = timedelta(days=365)


class CommentLink(models.Model):
    """One link. A new one is made for each letter, since nobody knows the text of a random older one."""

    digest = models.CharField(_("digest"), max_length=64, unique=True)
    comment = models.ForeignKey(
        "comments.Comment", on_delete=models.CASCADE, related_name="links", verbose_name=_("comment")
    )
    created_at = models.DateTimeField(_("made"), default=timezone.now)
    expires_at = models.DateTimeField(_("expires"), db_index=True)

    class Meta:
        verbose_name = _("link to a comment")
        verbose_name_plural = _("links to comments")

    def __str__(self):
        return f"{self.comment_id}"

    @classmethod
    def issue(cls, comment_id: int, *, secret: str = "") -> str:
        """A new link. Its text is known only now, or to ``again`` from the same ``secret``."""
        text = _texts(secret)[0] if secret else secrets.token_urlsafe(BYTES)
        cls.objects.create(digest=_digest(text), comment_id=comment_id, expires_at=timezone.now() + LIVES)
        return text

    @classmethod
    def again(cls, secret: str) -> str:
        """The text of the link that was issued with ``secret``; empty if none was, or it is gone. Keeps nothing."""
        return next((text for text in _texts(secret) if cls.find(text)), "")

    @classmethod
    def find(cls, text: str) -> "CommentLink | None":
        """The link with its comment, unless it has expired. One query."""
        found = cls.objects.select_related("comment__conversation")
        return found.filter(digest=_digest(text), expires_at__gt=timezone.now()).first()


def _texts(secret: str) -> list[str]:
    """What follows from ``secret`` with every key of ours, the one in use first."""
    keyed = (index.partition(":")[2] for index in indexes(Use.LINK, secret))
    return [base64.urlsafe_b64encode(bytes.fromhex(digits)[:BYTES]).decode() for digits in keyed]


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
