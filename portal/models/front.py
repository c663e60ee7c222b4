"""How far the caches in front were told of changes, and which addresses are no page's any more."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class FrontState(models.Model):
    """One row. ``tags``: what is to be purged, by tag: ``due`` (seconds since 1970), ``after`` (the last page purged,
    where all are) and ``again`` (it changed meanwhile). ``position``: up to where changes were read.
    """

    position = models.TextField(_("position"), blank=True)
    tags = models.JSONField(_("to be purged"), default=dict, blank=True)
    rests_until = models.DateTimeField(_("rests until"), null=True, blank=True)
    leased_until = models.DateTimeField(_("leased until"), null=True, blank=True)
    failures = models.PositiveIntegerField(_("failures in a row"), default=0)

    class Meta:
        verbose_name = _("caches in front")
        verbose_name_plural = _("caches in front")

    def __str__(self):
        return f"{len(self.tags)} to be purged"


class GoneAddress(models.Model):
    """An address at which a page stood that was deleted, moved or renamed. Purged, then deleted."""

    address = models.TextField(_("address"))
    made_at = models.DateTimeField(_("made"), auto_now_add=True)

    class Meta:
        verbose_name = _("address without a page")
        verbose_name_plural = _("addresses without a page")

    def __str__(self):
        return self.address
