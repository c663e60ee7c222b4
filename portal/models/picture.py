"""Pictures and their renditions: a model of our own from the first migration, since it can't be changed later."""

from django.core.files.base import ContentFile
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition, Image
from wagtail.utils.file import hash_filelike

from portal.picture_metadata import without_metadata


class Picture(AbstractImage):
    """An uploaded picture, with what it shows and who made it. What a camera wrote into the file is not kept."""

    description = models.CharField(
        _("description"),
        max_length=255,
        blank=True,
        default="",
        help_text=_(
            "What the picture shows, in a sentence for people who can't see it. Proposed as the description wherever "
            "the picture is used. Leave it empty only for a picture that decorates."
        ),
    )
    credit = models.CharField(
        _("credit"),
        max_length=255,
        blank=True,
        help_text=_("Who made the picture and under which licence. Shown under it unless an article says otherwise."),
    )

    admin_form_fields = (*Image.admin_form_fields, "credit")

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")

    def save(self, *args, **kwargs):
        """Saves the picture. A file that is new is stored without metadata (``portal.picture_metadata``)."""
        if self.file and not self.file._committed:
            self._drop_metadata()
        super().save(*args, **kwargs)

    def _drop_metadata(self):
        cleaned = without_metadata(self.file.file)
        self.file.seek(0)
        if cleaned is not None:
            self.file = ContentFile(cleaned, name=self.file.name)
            self.file_size = len(cleaned)
            self.file_hash = hash_filelike(ContentFile(cleaned))


class PictureRendition(AbstractRendition):
    """A picture in one size and format."""

    image = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["image", "filter_spec", "focal_point_key"], name="unique_rendition"),
        ]
