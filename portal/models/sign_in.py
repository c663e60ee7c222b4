"""What is kept of how staff sign in. Secrets are sealed, codes and addresses kept as keyed digests."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class SecondFactor(models.Model):
    """A device with which a member of staff proves that it is them, besides the password."""

    class Kind(models.TextChoices):
        APP = "app", _("Authenticator app")
        PASSKEY = "passkey", _("Passkey")

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="second_factors")
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    name = models.CharField(_("name"), max_length=60)
    sealed = models.TextField(_("secret or public key, sealed"))
    credential = models.CharField(_("digest of a passkey's id"), max_length=64, blank=True)
    host = models.CharField(_("host that a passkey is for"), max_length=253, blank=True)
    counter = models.BigIntegerField(_("time step, or a passkey's count of signatures"), default=0)
    created_at = models.DateTimeField(_("set up"), auto_now_add=True)
    last_used_at = models.DateTimeField(_("last used"), null=True)

    class Meta:
        verbose_name = _("second factor")
        verbose_name_plural = _("second factors")
        ordering = ["created_at", "pk"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["credential"], condition=~Q(credential=""), name="one_row_for_a_passkey")
        ]

    def __str__(self):
        return self.name


class RecoveryCode(models.Model):
    """A code that is good once, in place of a second factor. The row is gone when it was used."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="recovery_codes")
    digest = models.CharField(_("keyed digest"), max_length=64)

    class Meta:
        verbose_name = _("recovery code")
        verbose_name_plural = _("recovery codes")
        default_permissions = ()

    def __str__(self):
        return f"recovery code {self.pk}"


class FailedTry(models.Model):
    """A try to sign in that failed or is under way. ``key``: a keyed digest of what is counted."""

    key = models.CharField(_("what is counted"), max_length=64)
    made_at = models.DateTimeField(_("made"))

    class Meta:
        verbose_name = _("failed try")
        verbose_name_plural = _("failed tries")
        default_permissions = ()
        indexes = [
            models.Index(fields=["key", "made_at"], name="failed_tries_of_a_key"),
            models.Index(fields=["made_at"], name="failed_tries_by_age"),
        ]

    def __str__(self):
        return f"try {self.pk}"


class StaffSession(models.Model):
    """A browser in which a member of staff is signed in, as they see it in their list."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="staff_sessions")
    key = models.CharField(_("key of the session"), max_length=40, unique=True)
    browser = models.CharField(_("browser"), max_length=60, help_text=_("Family and system, no version."))
    network = models.CharField(_("network"), max_length=60, help_text=_("Without the part that names one device."))
    started_at = models.DateTimeField(_("signed in"))
    seen_at = models.DateTimeField(_("last step"))

    class Meta:
        verbose_name = _("session of staff")
        verbose_name_plural = _("sessions of staff")
        ordering = ["-seen_at"]
        default_permissions = ()

    def __str__(self):
        return f"session {self.pk}"
