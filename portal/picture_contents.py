"""Whether a file is a picture that we take, told from its bytes alone, and at what size, before it is unpacked.

A name says nothing: a file named ``photo.png`` may hold a script. A few bytes may unpack to gigabytes, in pixels, in
frames, or in a text that stands beside the picture (a decompression bomb). Only five decoders are ever tried; others
that the library knows run foreign programs or are rarely looked after.
"""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from PIL import Image
from PIL.Image import DecompressionBombError, DecompressionBombWarning

FORMATS = ("JPEG", "PNG", "GIF", "WEBP", "AVIF")  # MPO, several JPEG in one file, is opened as JPEG
LARGEST_TEXT = 1024 * 1024  # bytes of a PNG's texts, unpacked: more is no caption
HEAD = 32  # bytes


def is_known_picture(file: BinaryIO) -> bool:
    """Whether ``file`` begins as JPEG, PNG, GIF, WebP or AVIF files do."""
    file.seek(0)
    head = file.read(HEAD)
    file.seek(0)
    return (
        head.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF87a", b"GIF89a"))
        or (head[:4] == b"RIFF" and head[8:12] == b"WEBP")
        or (head[4:8] == b"ftyp" and (b"avif" in head[8:] or b"avis" in head[8:]))
    )


def opened(file: BinaryIO) -> Image.Image:
    """The picture in ``file``, its head alone. Raises ``ValidationError``, in words, for what we do not take."""
    if not is_known_picture(file):
        raise ValidationError(_("This file is no picture, whatever its name says."), code="no_picture")
    with in_words():
        image = Image.open(file, formats=FORMATS)
        image_frames = frames(image)
    if image.width * image.height * image_frames > settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS:
        raise too_large()
    return image


@contextmanager
def in_words() -> Iterator[None]:
    """Says what a decoder or an encoder raises as ``ValidationError``. Whatever it is: there is no list of what they
    raise, and nothing but them runs here.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", DecompressionBombWarning)
            yield
    except ValidationError:
        raise
    except (DecompressionBombError, DecompressionBombWarning):
        raise too_large() from None
    except Exception as error:  # noqa: BLE001 - said above
        raise damaged() from error


def frames(image: Image.Image) -> int:
    """How many frames a picture has. Stops counting where it has more than we take; raises ``ValidationError``."""
    if image.format == "GIF":  # only counting tells, so count no further than needed
        return _counted(image)
    count = getattr(image, "n_frames", 1)
    if count > settings.MOST_FRAMES and image.format != "MPO":
        raise too_many_frames()
    return 1 if image.format == "MPO" else count


def unpack(image: Image.Image) -> None:
    """Reads the picture to its end, each frame of it. Raises ``ValidationError``."""
    with in_words():
        for number in range(frames(image)):
            image.seek(number)
            image.load()
        image.seek(0)
    texts = getattr(image, "text", None) or {}
    if sum(len(str(text)) for text in texts.values()) > LARGEST_TEXT:
        raise damaged()


def damaged() -> ValidationError:
    """The refusal of what can't be read."""
    return ValidationError(
        _("This picture is damaged or cut off. Save it again in the program that it comes from."), code="damaged"
    )


def too_large() -> ValidationError:
    """The refusal of what unpacks to too much."""
    return ValidationError(
        _("This picture has more than %(count)s million pixels. Make it smaller, then upload it again.")
        % {"count": settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS // 1_000_000},
        code="too_large",
    )


def too_many_frames() -> ValidationError:
    """The refusal of a film."""
    return ValidationError(
        _("This picture moves for more than %(count)s frames. Shorten it, or take one frame.")
        % {"count": settings.MOST_FRAMES},
        code="too_many_frames",
    )


def _counted(image: Image.Image) -> int:
    """The frames of a GIF, walked through without unpacking them, and not past the limit."""
    walk = getattr(image, "_seek")  # noqa: B009 - seek() would unpack each frame
    walk(0)
    for count in range(1, settings.MOST_FRAMES + 1):
        try:
            walk(count, False)
        except EOFError:
            walk(0)
            return count
    raise too_many_frames()
