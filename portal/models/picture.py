"""Pictures and their renditions: a model of our own from the first migration, since it can't be changed later."""

from os.path import basename, splitext

from django.core.files.base import ContentFile
from django.db import models
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition, Image
from wagtail.utils.file import hash_filelike

from portal.picture_metadata import written_anew


class Picture(AbstractImage):
    """An uploaded picture, with what it shows and who made it. Nothing is kept of the file beside its pixels."""

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
        """Saves the picture. A file that is new is written anew (``portal.picture_metadata``)."""
        if self.file and not self.file._committed:
            self._write_file_anew()
        super().save(*args, **kwargs)

    def _write_file_anew(self):
        written = written_anew(self.file.file)
        self.file.seek(0)
        if written is not None:
            self.file = ContentFile(written, name=safe_name(self.file.name))
            self.file_size = len(written)
            self.file_hash = hash_filelike(ContentFile(written))


def safe_name(name: str) -> str:
    """The name of a file with one ending and plain letters: ``photo.php.jpg`` becomes ``photo-php.jpg``."""
    stem, ending = splitext(basename(name.replace("\\", "/")))
    return f"{slugify(stem.replace('.', '-'))[:60] or 'picture'}{ending.lower()}"


class PictureRendition(AbstractRendition):
    """A picture in one size and format."""

    image = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["image", "filter_spec", "focal_point_key"], name="unique_rendition"),
        ]
