"""No picture keeps what a camera, a program or an attacker wrote into it: place, time, device, names, comments, a
script behind the last pixel.

A photo of a patient or a clinic may carry GPS coordinates, and Wagtail hands Exif data on to JPEG and PNG renditions.
A file may be a picture and a web page or an archive at once (a polyglot). So every picture is written anew from its
pixels before it is stored: what is not kept can't be served. The turn of the camera (Exif orientation) and the numbers
of the colour profile stay, since without them a picture looks wrong. Where these can't be read, the picture is taken
without.
"""

import math
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from typing import Any, BinaryIO

from django.core.exceptions import ValidationError
from PIL import ExifTags, Image

from portal.picture_colours import without_words
from portal.picture_contents import frames, in_words, opened, unpack

OPTIONS: dict[str, dict[str, Any]] = {
    "JPEG": {"quality": "keep", "subsampling": "keep"},  # the same tables: as good as not compressed again
    "MPO": {"quality": 95},  # several pictures in one file, as telephones make them; the first is kept
    "WEBP": {"quality": 92},
    "AVIF": {"quality": 85},
    "PNG": {},
    "GIF": {},
}
TURNS = range(2, 9)  # of the camera; 1 is upright (Exif 2.3, tag 0x0112)
MOST_DPI = 10_000
TRIED = "written_anew"  # beside an upload: what a form tried is not done once more when it is saved


def _is_resolution(value: Any) -> bool:
    return isinstance(value, tuple) and len(value) == 2 and all(math.isfinite(x) and 1 <= x <= MOST_DPI for x in value)


# What stays of that which stands beside the pixels, each where it is what it should be.
KEPT: dict[str, Callable[[Any], bool]] = {
    "background": lambda value: isinstance(value, (int, tuple)),
    "dpi": _is_resolution,
    "duration": lambda value: isinstance(value, (int, float)) and 0 <= value < 2**16 * 10,
    "gamma": lambda value: isinstance(value, float),
    "loop": lambda value: isinstance(value, int) and 0 <= value < 2**16,
    "transparency": lambda value: isinstance(value, (int, bytes, tuple)),
}


def written_anew(file: BinaryIO) -> bytes | None:
    """The picture in ``file`` without anything beside its pixels, in its own format; ``None`` if it is no picture that
    we take (the upload form has words for such a file).
    """
    if written := getattr(file, TRIED, None):
        return written
    try:
        return write_anew(file)
    except ValidationError:
        return None


def write_anew(file: BinaryIO) -> bytes:
    """The same. Raises ``ValidationError``, in words, for what is no picture that we take, or can't be written."""
    file.seek(0)
    image = opened(BytesIO(file.read()))
    file.seek(0)
    unpack(image)
    with in_words():
        written = _rewritten(image)
    with suppress(AttributeError):  # a file of Python's own, which takes no note
        setattr(file, TRIED, written)
    return written


def _rewritten(image: Image.Image) -> bytes:
    image_format = image.format or ""
    moves = image_format not in ("MPO", "JPEG") and frames(image) > 1  # counted first: counting reads comments again
    options = {**OPTIONS[image_format], **_exif(image), "icc_profile": without_words(image)}
    if image_format == "GIF":
        options = {"comment": b""}
    image.info = {key: value for key, value in image.info.items() if key in KEPT and KEPT[key](value)}
    written = BytesIO()
    image.save(written, format="JPEG" if image_format == "MPO" else image_format, save_all=moves, **options)
    return written.getvalue()


def _exif(image: Image.Image) -> dict[str, Any]:
    """The turn of the camera alone."""
    turn, kept = None, Image.Exif()
    with suppress(Exception):  # whatever stands there in its place
        turn = image.getexif().get(ExifTags.Base.Orientation)
    if isinstance(turn, int) and turn in TURNS:
        kept[ExifTags.Base.Orientation] = turn
    return {"exif": kept.tobytes() if len(kept) else b"", "xmp": b""}
