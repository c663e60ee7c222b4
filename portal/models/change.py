"""What changed of the public content: a row for each, written by triggers in the transaction that changed it.

So a row is there if and only if the change is, whatever made it: a form, a job, ``QuerySet.update``, a statement by
hand.
"""

from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _


class ContentChange(models.Model):
    """Pages that hold something named by ``tag`` are out of date; ``*`` names all of them.

    ``xact`` is PostgreSQL's number of the transaction that wrote it, by which rows are found that became visible
    late; 0 on SQLite, where one transaction writes at a time.
    """

    id = models.BigAutoField(primary_key=True)
    tag = models.CharField(_("what changed"), max_length=60)
    xact = models.BigIntegerField(_("transaction of PostgreSQL"), default=0, db_default=0, db_index=True)
    made_at = models.DateTimeField(_("made"), db_default=Now())

    class Meta:
        verbose_name = _("change of public content")
        verbose_name_plural = _("changes of public content")

    def __str__(self):
        return f"{self.tag} {self.pk}"
