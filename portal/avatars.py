"""The picture of an account: Wagtail takes any file that Pillow can open, unpacks it whatever its size, and stores it
as it came. Here it is held to what every other picture is held to, and written anew.
"""

import os
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils.translation import gettext as _
from wagtail.admin.forms.account import AvatarPreferencesForm

from portal.models.picture import safe_name
from portal.picture_form import check_contents
from portal.picture_metadata import written_anew

LARGEST = 2  # megabytes; it is shown at the size of a stamp


class AvatarField(forms.ImageField):
    """Refuses in words what is no picture that we take."""

    def to_python(self, data: Any) -> Any:
        """The upload as Django checks it, once its bytes were looked at."""
        if data and getattr(data, "size", 0):
            if os.path.splitext(data.name)[1].lower()[1:] not in settings.WAGTAILIMAGES_EXTENSIONS:
                raise ValidationError(_("Take a picture in JPEG, PNG, GIF, WebP or AVIF."), code="extension")
            if data.size > LARGEST * 1024 * 1024:
                raise ValidationError(_("Take a picture of at most %(size)s MB.") % {"size": LARGEST}, code="size")
            check_contents(data)
        return super().to_python(data)


def take_over() -> None:
    """Puts the field into Wagtail's form for one's own account."""
    label = AvatarPreferencesForm.base_fields["avatar"].label
    AvatarPreferencesForm.base_fields["avatar"] = AvatarField(label=label, required=False)


def write_anew(instance: Any, **_signal: Any) -> None:
    """Before a profile is saved: a new picture without anything beside its pixels."""
    avatar = instance.avatar
    if avatar and not avatar._committed and (written := written_anew(avatar.file)) is not None:
        instance.avatar = ContentFile(written, name=safe_name(avatar.name))
