"""Counters against abuse, and the proof that the keys are the right ones."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from consent.keys.indexes import INDEX_LENGTH


class RateCount(models.Model):
    """How often something was done in a span of time. ``key`` is a keyed hash of a network or a mailbox."""

    action = models.CharField(_("action"), max_length=30)
    key = models.CharField(_("key"), max_length=INDEX_LENGTH)
    begins_at = models.DateTimeField(_("begins"))
    ends_at = models.DateTimeField(_("ends"), db_index=True)
    count = models.PositiveIntegerField(_("count"), default=0)

    class Meta:
        verbose_name = _("count")
        verbose_name_plural = _("counts")
        constraints = [models.UniqueConstraint(fields=["action", "key", "begins_at"], name="one_count_a_span")]

    def __str__(self):
        return f"{self.action}: {self.count}"


class KeyCheck(models.Model):
    """A key that this database was used with. Start refuses when it is missing or another one."""

    name = models.CharField(_("key"), max_length=8, unique=True)
    fingerprint = models.CharField(_("fingerprint"), max_length=64)
    first_used_at = models.DateTimeField(_("first used"), auto_now_add=True)

    class Meta:
        verbose_name = _("key in use")
        verbose_name_plural = _("keys in use")

    def __str__(self):
        return self.name
