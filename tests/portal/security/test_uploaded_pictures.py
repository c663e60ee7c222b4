"""Pictures as staff upload them and as readers get them."""

import hashlib
import re
import struct
import time
import zipfile
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import ExifTags, Image
from wagtail.admin.forms.account import AvatarPreferencesForm
from wagtail.users.models import UserProfile

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


def test_every_picture_is_written_anew_from_its_pixels(client, editor):
    noisy = Image.effect_noise((64, 48), 80).convert("RGB")
    plain = BytesIO()
    noisy.save(plain, "PNG")
    upload(client, plain.getvalue() + b"<script>alert(1)</script>", "plain.png")
    stored = Path(Picture.objects.get().file.path).read_bytes()
    assert b"script" not in stored
    assert Image.open(BytesIO(stored)).tobytes() == noisy.tobytes()


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("drawing.svg", b'<svg xmlns="http://www.w3.org/2000/svg"/>', "Not a supported image format."),
        ("drawing.png", b'<svg xmlns="http://www.w3.org/2000/svg"/>', "This file is no picture"),
        ("notes.jpg", b"These are only words.", "This file is no picture"),
        ("page.gif", b"<!doctype html><script>alert(1)</script>", "This file is no picture"),
        ("letter.png", b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", "This file is no picture"),
        ("photo.png", photo("JPEG"), "The extension does not match the file format"),
        ("head.jpg", photo("JPEG")[:300], "This picture is damaged or cut off."),
        ("half.jpg", photo("JPEG")[:-900], "This picture is damaged or cut off."),
    ],
    ids=["svg", "disguised", "words", "page", "postscript", "other", "head", "half"],
)
def test_file_that_is_no_picture_is_refused_in_words(client, editor, name, content, sentence):
    response = upload(client, content, name)
    assert sentence in response.content.decode()
    assert not Picture.objects.exists()


def test_picture_with_too_many_pixels_is_refused_in_words(client, editor):
    response = upload(client, photo("PNG", size=(8000, 5001)), "huge.png")
    assert "This picture has more than 40 million pixels." in response.content.decode()
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


def chunk(kind, content):
    """A part of a PNG."""
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def png(*parts, width=1, height=1):
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    rest = b"".join(parts) + chunk(b"IDAT", zlib.compress(b"\0\0\0\0")) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + head + rest


def film(frames, size=(2, 2)):
    """A GIF that moves."""
    pictures = [Image.new("RGB", size, (number % 250, 0, 0)) for number in range(frames)]
    written = BytesIO()
    pictures[0].save(written, "GIF", save_all=True, append_images=pictures[1:], duration=20)
    return written.getvalue()


BOMBS = {
    "wide.png": png(width=60_000, height=60_000),
    "flat.png": png(width=2**31 - 1, height=1),
    "words.png": png(*[chunk(b"zTXt", b"C%d\0\0" % number + zlib.compress(b"a" * 1_000_000)) for number in range(3)]),
    "word.png": png(chunk(b"zTXt", b"Comment\0\0" + zlib.compress(b"a" * 200_000_000))),
    "colours.png": png(chunk(b"iCCP", b"x\0\0" + zlib.compress(b"a" * 200_000_000))),
    "long.gif": film(301),
    "head.gif": b"GIF89a" + b"\xff\xff\xff\xff" + b"\x80\0\0" + b"\0" * 6,
    "head.webp": b"RIFF\x00\x00\x00\x00WEBPVP8X",
    "head.avif": b"\0\0\0\x1cftypavif\0\0\0\0avifmif1",
    "zero.png": png(width=0, height=0),
}


@pytest.mark.parametrize("name", list(BOMBS))
def test_what_unpacks_to_too_much_is_refused_in_words_and_in_time(client, editor, name):
    begun = time.process_time()
    response = upload(client, BOMBS[name], name)
    assert response.status_code == 200
    assert "This picture" in response.content.decode()
    assert not Picture.objects.exists()
    assert time.process_time() - begun < 3


def test_many_large_frames_are_refused_before_they_are_unpacked(client, editor):
    response = upload(client, film(20, size=(1500, 1500)), "film.gif")
    assert "This picture has more than 40 million pixels." in response.content.decode()


def test_a_picture_that_moves_a_little_is_taken_and_still_moves(client, editor):
    upload(client, film(5), "film.gif")
    assert Image.open(Picture.objects.get().file).n_frames == 5


@pytest.mark.parametrize("kind", ["JPEG", "GIF", "WEBP", "AVIF"])
def test_a_file_that_is_a_picture_and_an_archive_at_once_is_stored_as_a_picture_alone(client, editor, kind):
    archive = BytesIO()
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("run.js", "alert(1)")
    written = BytesIO()
    Image.new("RGB", (32, 32), "teal").save(written, kind)
    upload(client, written.getvalue() + archive.getvalue(), f"both.{kind.lower()}")
    stored = Path(Picture.objects.get().file.path).read_bytes()
    assert b"run.js" not in stored
    assert not zipfile.is_zipfile(BytesIO(stored))


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("photo.php.jpg", "photo-php"),
        ("../../etc/passwd.jpg", "passwd"),
        ("<script>.jpg", "script"),
        ("Ünïcödé bild.JPG", "unicode-bild"),
        ("%00.jpg", "00"),
        (".jpg.jpg", "jpg"),
    ],
)
def test_file_names_are_made_plain(client, editor, given, kept):
    upload(client, photo(), given)
    assert re.fullmatch(rf"original_images/{kept}(_\w{{7}})?\.jpg", Picture.objects.get().file.name)


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("a.svg", b"<svg/>", "Take a picture in JPEG"),
        ("a.eps", b"%!PS-Adobe", "Take a picture in JPEG"),
        ("a.png", b"%!PS-Adobe", "This file is no picture"),
        ("a.png", BOMBS["wide.png"], "This picture has more than 40 million pixels."),
        ("a.jpg", b"\xff\xd8\xff" + b"0" * (2 * 1024 * 1024), "Take a picture of at most 2 MB."),
    ],
    ids=["svg", "eps", "disguised", "bomb", "large"],
)
def test_the_picture_of_an_account_is_held_to_the_same(editor, name, content, sentence):
    form = AvatarPreferencesForm({}, {"avatar": SimpleUploadedFile(name, content)}, instance=UserProfile(user=editor))
    assert sentence in form.errors["avatar"][0]


def test_the_picture_of_an_account_is_written_anew(editor):
    upload = SimpleUploadedFile("me.php.jpg", photo(size=(200, 200)))
    form = AvatarPreferencesForm({}, {"avatar": upload}, instance=UserProfile(user=editor))
    assert form.is_valid(), form.errors
    stored = form.save().avatar
    assert SECRET.encode() not in Path(stored.path).read_bytes()
    assert re.search(r"_me-php\.jpg$", stored.name)
