"""Pictures as staff upload them and as readers get them."""

import hashlib
from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import ExifTags, Image

from portal.models import Picture

SECRET = "taken by a patient"


def photo(kind="JPEG", size=(640, 480), orientation=1, **options):
    """A picture file as a telephone writes it: with place, device and comment."""
    image = Image.new("RGB", size, "#7a1f3d")
    image.paste("#fbf8f2", (0, 0, size[0] // 4, size[1]))
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    exif[ExifTags.Base.ImageDescription] = SECRET
    exif[ExifTags.IFD.GPSInfo] = {ExifTags.GPS.GPSLatitude: (52.0, 31.0, 12.0), ExifTags.GPS.GPSLatitudeRef: "N"}
    written = BytesIO()
    image.save(written, kind, exif=exif, xmp=f"<x:xmpmeta>{SECRET}</x:xmpmeta>".encode(), **options)
    return written.getvalue()


def upload(client, content, name="photo.jpg", **data):
    data = {"title": "A photo", "description": "Two hands.", "credit": "", "tags": "", "collection": 1, **data}
    return client.post(reverse("wagtailimages:add"), {"file": SimpleUploadedFile(name, content), **data})


@pytest.fixture
def editor(sign_in_as, community):
    return sign_in_as("Editors")


@pytest.mark.parametrize(
    ("kind", "name"), [("JPEG", "a.jpg"), ("PNG", "a.png"), ("WEBP", "a.webp"), ("AVIF", "a.avif")]
)
def test_upload_keeps_nothing_that_a_camera_wrote(client, editor, kind, name):
    content = photo(kind)
    assert SECRET.encode() in content
    upload(client, content, name)
    stored = Path(Picture.objects.get().file.path).read_bytes()
    assert SECRET.encode() not in stored
    exif = Image.open(BytesIO(stored)).getexif()
    assert not exif.get_ifd(ExifTags.IFD.GPSInfo)


@pytest.mark.parametrize("spec", ["fill-200x200|format-jpeg", "width-200|format-webp", "width-200|format-avif"])
def test_renditions_carry_no_metadata(client, editor, spec):
    upload(client, photo())
    rendition = Path(Picture.objects.get().get_rendition(spec).file.path).read_bytes()
    assert SECRET.encode() not in rendition
    assert not Image.open(BytesIO(rendition)).getexif()


def test_photo_taken_upright_stays_upright(client, editor):
    upload(client, photo(orientation=6))
    picture = Picture.objects.get()
    rendition = picture.get_rendition("width-240|format-jpeg")
    assert rendition.height > rendition.width


def test_size_and_hash_are_those_of_the_stored_file(client, editor):
    upload(client, photo())
    picture = Picture.objects.get()
    assert picture.file_size == Path(picture.file.path).stat().st_size
    assert picture.file_hash == hashlib.sha1(Path(picture.file.path).read_bytes()).hexdigest()


def test_picture_without_metadata_is_stored_byte_for_byte(client, editor):
    plain = BytesIO()
    Image.new("RGB", (64, 48), "white").save(plain, "PNG")
    upload(client, plain.getvalue(), "plain.png")
    assert Path(Picture.objects.get().file.path).read_bytes() == plain.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("drawing.svg", b'<svg xmlns="http://www.w3.org/2000/svg"/>', "Not a supported image format."),
        ("notes.jpg", b"These are only words.", "Upload a valid image."),
        ("photo.png", photo("JPEG"), "The extension does not match the file format"),
        ("head.jpg", photo("JPEG")[:300], "This picture is damaged or cut off."),
        ("half.jpg", photo("JPEG")[:-900], "This picture is damaged or cut off."),
    ],
)
def test_file_that_is_no_picture_is_refused_in_words(client, editor, name, content, sentence):
    response = upload(client, content, name)
    assert sentence in response.content.decode()
    assert not Picture.objects.exists()


def test_picture_with_too_many_pixels_is_refused_in_words(client, editor):
    response = upload(client, photo("PNG", size=(8000, 5001)), "huge.png")
    assert "This file has too many pixels" in response.content.decode()
    assert not Picture.objects.exists()


def test_file_that_is_too_big_is_refused_in_words(client, editor):
    response = upload(client, photo("JPEG") + b"\0" * (10 * 1024 * 1024), "big.jpg")
    assert "This file is too big" in response.content.decode()
    assert not Picture.objects.exists()


def test_cards_are_cut_around_the_focal_point(client, editor):
    upload(client, photo(size=(800, 200)))
    picture = Picture.objects.get()
    picture.focal_point_x, picture.focal_point_y = 50, 100
    picture.focal_point_width = picture.focal_point_height = 60
    picture.save()
    left = Image.open(picture.get_rendition("fill-200x200|format-png").file).convert("RGB")
    assert left.getpixel((20, 100))[0] > 240, "the light strip at the left edge is in the cut"


def test_description_is_proposed_as_alternative_text(client, editor):
    upload(client, photo())
    assert Picture.objects.get().default_alt_text == "Two hands."
