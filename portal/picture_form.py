"""The upload form for pictures. A file is looked at before anything unpacks it (``portal.picture_contents``), then by
Wagtail, which compares its ending and its kind, and is then read to its end and written anew: one that breaks off
would fail for readers, and one that can't be written could not be kept.
"""

import os
from typing import Any

from django.core.exceptions import ValidationError
from wagtail.images.forms import BaseImageForm

from portal.picture_metadata import write_anew


class PictureForm(BaseImageForm):
    """Refuses what is no picture, what unpacks to too much, and what can't be read to its end."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            field = self.fields["file"]
            by_wagtail = field.to_python
            field.to_python = lambda data: checked(field, by_wagtail, data)


def checked(field, by_wagtail, data):
    """What Wagtail's own check makes of an upload. Raises ``ValidationError`` for a file that we do not take."""
    if not data or not getattr(data, "size", 0):
        return by_wagtail(data)  # which has words for a missing file
    if os.path.splitext(data.name)[1].lower()[1:] not in field.allowed_image_extensions:
        raise ValidationError(field.error_messages["invalid_image_extension"], code="invalid_image_extension")
    if data.size <= field.max_upload_size:  # else Wagtail has words for it, and unpacks nothing before it says them
        check_contents(data)
    return by_wagtail(data)


def check_contents(file) -> None:
    """Raises ``ValidationError`` unless ``file`` holds a picture that we take, whole, and can be written anew."""
    write_anew(file)
