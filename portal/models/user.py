"""The account of a member of staff. Readers and commenters have none."""

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.core.exceptions import PermissionDenied
from django.db import models
from django.utils.translation import gettext_lazy as _


class User(AbstractUser):
    """A member of staff who signs in to the admin."""

    is_demo = models.BooleanField(
        _("demo account"),
        default=False,
        editable=False,
        help_text=_("Made by the demonstration. Such an account can't sign in anywhere else."),
    )

    class Meta(AbstractUser.Meta):
        abstract = False
        permissions = [("comment_drafts", _("Can read and comment on drafts of others"))]

    def save(self, *args, **kwargs):
        """Saves the account. Raises ``PermissionDenied`` for a demo account outside demonstration mode."""
        if self.is_demo and not settings.DEMO:
            raise PermissionDenied(_("A demo account can't be saved outside demonstration mode."))
        has_new_password = self.pk is not None and self._password is not None
        super().save(*args, **kwargs)
        if has_new_password:
            from portal.sign_in.password_change import after_change  # noqa: PLC0415 - models must be loaded first

            after_change(self)

    def __str__(self):
        return self.get_full_name() or self.username
