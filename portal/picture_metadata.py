"""No picture keeps what a camera, a program or an attacker wrote into it: place, time, device, names, comments, a
script behind the last pixel.

A photo of a patient or a clinic may carry GPS coordinates, and Wagtail hands Exif data on to JPEG and PNG renditions.
A file may be a picture and a web page or an archive at once (a polyglot). So every picture is written anew from its
pixels before it is stored: what is not kept can't be served. The turn of the camera (Exif orientation) and the colour
profile stay, since without them a picture looks wrong.
"""

from io import BytesIO
from typing import Any, BinaryIO

from django.core.exceptions import ValidationError
from PIL import ExifTags, Image

from portal.picture_contents import opened, unpack

KEPT = ("background", "dpi", "duration", "gamma", "loop", "transparency")  # of what stands beside the pixels
OPTIONS: dict[str, dict[str, Any]] = {
    "JPEG": {"quality": "keep", "subsampling": "keep"},  # the same tables: as good as not compressed again
    "MPO": {"quality": 95},  # several pictures in one file, as telephones make them; the first is kept
    "WEBP": {"quality": 92},
    "AVIF": {"quality": 85},
    "PNG": {},
    "GIF": {},
}


def written_anew(file: BinaryIO) -> bytes | None:
    """The picture in ``file`` without anything beside its pixels, in its own format; ``None`` if it is no picture that
    we take (the upload form has words for such a file).
    """
    try:
        image = opened(file)
        unpack(image)
    except ValidationError:
        return None
    written = BytesIO()
    image_format = image.format or ""
    options = {**OPTIONS[image_format], **_exif(image), "icc_profile": image.info.get("icc_profile")}
    if image_format == "GIF":
        options = {}
    image.info = {key: value for key, value in image.info.items() if key in KEPT}
    moves = getattr(image, "n_frames", 1) > 1 and image_format not in ("MPO", "JPEG")
    image.save(written, format="JPEG" if image_format == "MPO" else image_format, save_all=moves, **options)
    return written.getvalue()


def _exif(image: Image.Image) -> dict[str, Any]:
    """The turn of the camera alone."""
    kept = Image.Exif()
    orientation = image.getexif().get(ExifTags.Base.Orientation, 1)
    if orientation != 1:
        kept[ExifTags.Base.Orientation] = orientation
    return {"exif": kept.tobytes() if len(kept) else b"", "xmp": b""}
