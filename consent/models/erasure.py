"""What stays when somebody is gone, and who looked at an address. None of it holds an address."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from consent.keys.indexes import INDEX_LENGTH


class Suppression(models.Model):
    """An address that is never written to again: a keyed look-up and the reason.

    ``family``: that of the mailbox behind it (``Address.family``), if that is asked to confirm nothing any more, under
    whichever spelling.
    """

    class Reason(models.TextChoices):
        NOT_ME = "not-me", _("Somebody else typed the address")
        ASKED = "asked", _("The owner asked for it")
        COMPLAINT = "complaint", _("Reported as unwanted")
        BOUNCE = "bounce", _("The mailbox does not exist")

    lookup = models.CharField(_("look-up of the address"), max_length=INDEX_LENGTH, unique=True)
    family = models.CharField(
        _("look-up of its mailbox"), max_length=INDEX_LENGTH, blank=True, default="", db_default="", editable=False
    )
    reason = models.CharField(_("reason"), max_length=20, choices=Reason.choices)
    created_at = models.DateTimeField(_("since"), default=timezone.now)

    class Meta:
        verbose_name = _("suppressed address")
        verbose_name_plural = _("suppressed addresses")
        indexes = [models.Index(fields=["family"], name="suppression_of_family")]

    def __str__(self):
        return f"{self.get_reason_display()}, {self.created_at:%Y-%m-%d}"


class Erasure(models.Model):
    """Somebody was erased (GDPR, article 17). After a restore from a backup this is done again."""

    subject = models.CharField(_("reference in the ledger"), max_length=INDEX_LENGTH, db_index=True)
    erased_at = models.DateTimeField(_("erased"), default=timezone.now)

    class Meta:
        verbose_name = _("erasure")
        verbose_name_plural = _("erasures")

    def __str__(self):
        return f"{self.erased_at:%Y-%m-%d %H:%M}"


class AddressReveal(models.Model):
    """A member of staff saw an address in full. The row is written before it is shown."""

    contact = models.ForeignKey(
        "consent.Contact", null=True, on_delete=models.SET_NULL, related_name="reveals", verbose_name=_("contact")
    )
    subject = models.CharField(_("reference in the ledger"), max_length=INDEX_LENGTH, db_index=True)
    user_id = models.PositiveBigIntegerField(_("account"))
    username = models.CharField(_("member of staff"), max_length=150)
    reason = models.CharField(_("reason"), max_length=500, blank=True)
    revealed_at = models.DateTimeField(_("when"), default=timezone.now)

    class Meta:
        verbose_name = _("revealed address")
        verbose_name_plural = _("revealed addresses")
        ordering = ["-revealed_at", "-pk"]

    def __str__(self):
        return f"{self.username}, {self.revealed_at:%Y-%m-%d %H:%M}"
