"""No picture keeps what a camera or a program wrote into it: place, time, device, names, comments.

A photo of a patient or a clinic may carry GPS coordinates, and Wagtail hands Exif data on to JPEG and PNG renditions.
So metadata is taken out before the file is stored: what is not kept can't be served. The turn of the camera (Exif
orientation) and the colour profile stay, since without them a picture looks wrong.
"""

from io import BytesIO
from typing import Any, BinaryIO

from PIL import ExifTags, Image, UnidentifiedImageError

WRITTEN_BY_OTHERS = ("exif", "xmp", "XML:com.adobe.xmp", "comment", "photoshop", "Raw profile type exif", "mp")
OPTIONS: dict[str, dict[str, Any]] = {
    "JPEG": {"quality": "keep", "subsampling": "keep"},  # the same tables: as good as not compressed again
    "MPO": {"quality": 95},  # several pictures in one file, as telephones make them; the first is kept
    "WEBP": {"quality": 92},
    "AVIF": {"quality": 85},
    "PNG": {"optimize": True},
}


def without_metadata(file: BinaryIO) -> bytes | None:
    """The picture in ``file`` without metadata, in its own format; ``None`` if there is none or it is no picture."""
    file.seek(0)
    try:
        image = Image.open(file)
        image.load()
    except (UnidentifiedImageError, OSError, SyntaxError):
        return None  # the upload form has its own words for such a file
    if image.format not in OPTIONS or not _carries_metadata(image):
        return None
    orientation = image.getexif().get(ExifTags.Base.Orientation, 1)
    kept = Image.Exif()
    if orientation != 1:
        kept[ExifTags.Base.Orientation] = orientation
    written = BytesIO()
    image.info = {key: value for key, value in image.info.items() if key not in WRITTEN_BY_OTHERS}
    image.save(
        written,
        format="JPEG" if image.format == "MPO" else image.format,
        exif=kept.tobytes() if len(kept) else b"",
        xmp=b"",
        icc_profile=image.info.get("icc_profile"),
        save_all=getattr(image, "n_frames", 1) > 1 and image.format != "MPO",
        **OPTIONS[image.format],
    )
    return written.getvalue()


def _carries_metadata(image: Image.Image) -> bool:
    """Whether anything stands in the file beside the picture, its turn and its colours."""
    exif = set(image.getexif()) - {ExifTags.Base.Orientation}
    return bool(exif or getattr(image, "text", None) or set(WRITTEN_BY_OTHERS[1:]) & set(image.info))
