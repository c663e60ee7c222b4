"""Who asked for mail, and what each person agreed to. A ``Request`` waits for its owner and vanishes after 48 hours; a
``Contact`` is an address whose owner confirmed it; a ``Consent`` is one purpose that they agreed to.
"""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from consent.keys.indexes import INDEX_LENGTH
from consent.models.sealed import HoldsAddress


class Request(HoldsAddress):
    """Somebody typed an address, ticked a box and sent it. Whether it is theirs is not known yet."""

    class Kind(models.TextChoices):
        SIGN_UP = "sign-up", _("Sign-up")
        ACCESS = "access", _("Request to see what is held")
        CORRECTION = "correction", _("New address of somebody who is known")
        COMMENT = "comment", _("Comment")

    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, default=Kind.SIGN_UP)
    site = models.ForeignKey(
        "wagtailcore.Site", on_delete=models.CASCADE, related_name="+", verbose_name=_("community")
    )
    language = models.CharField(_("language"), max_length=10)
    offer = models.JSONField(
        _("what they saw"), default=dict, help_text=_("Numbers of the versions of notice, policies and purposes.")
    )
    is_discreet = models.BooleanField(_("discreet"), default=False)
    corrects = models.ForeignKey(
        "consent.Contact",
        null=True,
        on_delete=models.CASCADE,
        related_name="corrections",
        verbose_name=_("whose new address it is"),
    )
    created_at = models.DateTimeField(_("made"), default=timezone.now)
    expires_at = models.DateTimeField(_("vanishes"), db_index=True)

    class Meta:
        verbose_name = _("request to confirm")
        verbose_name_plural = _("requests to confirm")
        indexes = [models.Index(fields=["lookup"], name="consent_request_lookup")]

    def __str__(self):
        return f"{self.get_kind_display()} {self.pk}"


class Contact(HoldsAddress):
    """An address whose owner confirmed it. One for the whole installation: consents belong to communities."""

    subject = models.CharField(
        _("reference in the ledger"), max_length=INDEX_LENGTH, db_index=True, help_text=_("Keyed. Survives erasure.")
    )
    language = models.CharField(_("language"), max_length=10)
    is_discreet = models.BooleanField(
        _("discreet"), default=False, help_text=_("Subject and sender of mail tell nothing of health.")
    )
    created_at = models.DateTimeField(_("made"), default=timezone.now)
    confirmed_at = models.DateTimeField(_("confirmed"), default=timezone.now)

    class Meta:
        verbose_name = _("contact")
        verbose_name_plural = _("contacts")
        constraints = [models.UniqueConstraint(fields=["lookup"], name="one_contact_an_address")]
        permissions = [("reveal_contact", _("Can see the address of a contact, giving a reason"))]

    def __str__(self):
        return f"{_('Contact')} {self.pk}"


class ConsentQuerySet(models.QuerySet):
    """Consents."""

    def given(self) -> "ConsentQuerySet":
        """Those that were not withdrawn, paused ones among them."""
        return self.filter(withdrawn_at=None)

    def active(self) -> "ConsentQuerySet":
        """Those that were not withdrawn and are not paused now."""
        return self.given().filter(Q(paused_until=None) | Q(paused_until__lte=timezone.now()))


class Consent(models.Model):
    """What one person agreed to for one purpose, as it stands now. How it came to be stands in the ledger."""

    contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="consents", verbose_name=_("contact"))
    purpose = models.ForeignKey(
        "consent.Purpose", on_delete=models.CASCADE, related_name="consents", verbose_name=_("purpose")
    )
    language = models.CharField(_("language of the words"), max_length=10)
    entry_number = models.PositiveBigIntegerField(_("entry in the ledger"))
    purpose_version = models.PositiveIntegerField(_("version of the purpose"))
    notice_version = models.PositiveIntegerField(_("version of the notice"))
    privacy_version = models.PositiveIntegerField(_("version of the privacy policy"), null=True)
    health_data_version = models.PositiveIntegerField(_("version of the consumer health data policy"), null=True)
    given_at = models.DateTimeField(_("given"))
    paused_until = models.DateTimeField(_("paused until"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)
    told_up_to = models.PositiveBigIntegerField(
        _("told of changes up to"), default=0, help_text=_("Number of the newest text on whose change they got mail.")
    )

    objects = ConsentQuerySet.as_manager()

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        constraints = [models.UniqueConstraint(fields=["contact", "purpose"], name="one_consent_a_purpose")]
        indexes = [models.Index(fields=["purpose", "withdrawn_at"], name="consent_by_purpose")]

    def __str__(self):
        return f"{self.contact}: {self.purpose}"

    @property
    def is_withdrawn(self) -> bool:
        """Whether the person took it back."""
        return self.withdrawn_at is not None

    @property
    def is_paused(self) -> bool:
        """Whether the person asked for silence for a while, and the while lasts."""
        return self.paused_until is not None and self.paused_until > timezone.now()
