"""When each of the portal's regular jobs last ran. The row is its lock: two workers never run one job at once."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class JobRun(models.Model):
    """One regular job."""

    name = models.CharField(_("job"), max_length=60, unique=True)
    due_at = models.DateTimeField(_("due"))
    leased_until = models.DateTimeField(_("leased until"), null=True)
    started_at = models.DateTimeField(_("last begun"), null=True)
    finished_at = models.DateTimeField(_("last finished"), null=True)
    has_failed = models.BooleanField(_("failed"), default=False)
    outcome = models.CharField(_("outcome"), max_length=200, blank=True, help_text=_("Counts, or the kind of error."))

    class Meta:
        verbose_name = _("regular job")
        verbose_name_plural = _("regular jobs")
        ordering = ["name"]

    def __str__(self):
        return self.name
