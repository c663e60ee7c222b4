"""Links in mails. A token is random and opaque; its SHA-256 alone is kept, so that the table opens nothing."""

import hashlib
import secrets
from datetime import timedelta
from typing import Any, Self

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

_BYTES = {"unsubscribe": 12}  # 96 bits, 16 characters: the shorter, the longer a host leaves one line of a header
_BYTES_ELSEWHERE = 15  # 120 bits


class Token(models.Model):
    """One link, for one kind of act."""

    class Kind(models.TextChoices):
        CONFIRM = "confirm", _("Confirm an address")
        PREFERENCES = "preferences", _("Change what one gets")
        UNSUBSCRIBE = "unsubscribe", _("Stop one kind of mail")
        ACCESS = "access", _("See what is held")
        SESSION = "session", _("Go on from an opened page")
        CORRECT = "correct", _("Confirm a new address")

    LIVES = {
        Kind.CONFIRM: timedelta(hours=48),
        Kind.PREFERENCES: timedelta(days=90),
        Kind.UNSUBSCRIBE: timedelta(days=730),  # CAN-SPAM asks for 30 days, CASL for 60
        Kind.ACCESS: timedelta(hours=24),
        Kind.SESSION: timedelta(minutes=30),
        Kind.CORRECT: timedelta(hours=48),
    }

    digest = models.CharField(_("digest"), max_length=64, unique=True)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices)
    request = models.ForeignKey("consent.Request", null=True, on_delete=models.CASCADE, related_name="tokens")
    contact = models.ForeignKey("consent.Contact", null=True, on_delete=models.CASCADE, related_name="tokens")
    purpose = models.ForeignKey("consent.Purpose", null=True, on_delete=models.CASCADE, related_name="+")
    created_at = models.DateTimeField(_("made"), default=timezone.now)
    expires_at = models.DateTimeField(_("expires"), db_index=True)
    used_at = models.DateTimeField(_("used"), null=True)

    class Meta:
        verbose_name = _("link")
        verbose_name_plural = _("links")

    def __str__(self):
        return f"{self.get_kind_display()} {self.pk}"

    @classmethod
    def issue(cls, kind: str, **bound: Any) -> str:
        """A new token of this kind, bound to ``request``, ``contact``, ``purpose``. Its text is known only now."""
        text = secrets.token_urlsafe(_BYTES.get(str(kind), _BYTES_ELSEWHERE))
        expires = timezone.now() + cls.LIVES[cls.Kind(kind)]
        cls.objects.create(digest=_digest(text), kind=kind, expires_at=expires, **bound)
        return text

    @classmethod
    def find(cls, kind: str, text: str, *, lock: bool = False) -> Self | None:
        """The token, unless it is of another kind or has expired. ``lock`` waits for whoever else uses it now."""
        tokens = cls.objects.select_for_update() if lock else cls.objects.all()
        return tokens.filter(digest=_digest(text), kind=kind, expires_at__gt=timezone.now()).first()

    @property
    def is_used(self) -> bool:
        """Whether its one act was done."""
        return self.used_at is not None


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
