"""How far a job has come in a ledger: everything up to this number is done."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Progress(models.Model):
    """The mark of one job."""

    name = models.CharField(_("job"), max_length=40, unique=True)
    number = models.PositiveBigIntegerField(_("done up to"), default=0)

    class Meta:
        verbose_name = _("progress of a job")
        verbose_name_plural = _("progress of jobs")

    def __str__(self):
        return f"{self.name}: {self.number}"
