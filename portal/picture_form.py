"""The upload form for pictures. Wagtail checks ending, kind, size and number of pixels from the head of the file; a
file that breaks off after its head would pass, and fail for readers.
"""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from PIL import Image, UnidentifiedImageError
from wagtail.images.forms import BaseImageForm


class PictureForm(BaseImageForm):
    """Refuses a picture that can't be read to its end."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            by_wagtail = self.fields["file"].to_python
            self.fields["file"].to_python = lambda data: read_to_the_end(by_wagtail, data)


def read_to_the_end(by_wagtail, data):
    """What Wagtail's own check makes of an upload. Raises ``ValidationError`` if the picture breaks off."""
    try:
        checked = by_wagtail(data)
        if checked:
            checked.seek(0)
            Image.open(checked).load()
            checked.seek(0)
    except (UnidentifiedImageError, OSError, SyntaxError) as error:
        raise ValidationError(
            _("This picture is damaged or cut off. Save it again in the program that it comes from."), code="damaged"
        ) from error
    return checked
