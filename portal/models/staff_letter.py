"""A letter to a member of staff that has not left yet. It is gone once it left."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class StaffLetter(models.Model):
    """Kept as it was written, for the address that the account has when it leaves."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        related_name="letters",
        verbose_name=_("to"),
        db_constraint=False,  # an account that is deleted at this moment must not undo what the letter tells
    )
    name = models.CharField(_("name in the log"), max_length=60)
    subject = models.CharField(_("subject"), max_length=255)
    text = models.TextField(_("text"))
    written_at = models.DateTimeField(_("written"))
    due_at = models.DateTimeField(_("next try"), db_index=True)

    class Meta:
        verbose_name = _("letter to staff")
        verbose_name_plural = _("letters to staff")
        ordering = ["pk"]
        default_permissions = ()

    def __str__(self):
        return f"{self.name} to account {self.user_id}"
