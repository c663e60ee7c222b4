"""Pictures are written anew from their pixels: without a word that stood beside them, whatever is damaged."""

import random
import struct
import zlib
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import ExifTags, Image, ImageChops, ImageCms, PngImagePlugin
from wagtail.admin.forms.account import AvatarPreferencesForm
from wagtail.users.models import UserProfile

from portal.models import Picture
from portal.picture_form import check_contents
from portal.picture_metadata import written_anew
from tests.portal.security.test_uploaded_pictures import chunk, editor, upload  # noqa: F401 - a fixture

SECRET = b"GPS 52.1 patient Jane Doe"
DAMAGED = "This picture is damaged or cut off."


def noise(mode="RGB", number=0):
    chance = random.Random(number)
    return Image.frombytes("RGB", (24, 20), chance.randbytes(24 * 20 * 3)).convert(mode)


def made(kind, mode="RGB", frames=1, **options):
    """A picture file, moving if it has several frames."""
    pictures = [noise(mode, number) for number in range(frames)]
    if frames > 1:
        options |= {"save_all": True, "append_images": pictures[1:], "duration": 50}
    written = BytesIO()
    pictures[0].save(written, kind, **options)
    return written.getvalue()


def texts():
    found = PngImagePlugin.PngInfo()
    found.add_text("Comment", SECRET.decode())
    found.add_itxt("XML:com.adobe.xmp", SECRET.decode())
    return found


def with_comments_on_each_frame(gif):
    """A GIF with a comment before each picture."""
    comment = b"\x21\xfe" + bytes([len(SECRET)]) + SECRET + b"\0"
    return gif.replace(b"\x21\xf9\x04", comment + b"\x21\xf9\x04")


MOVING = {
    "comment.gif": made("GIF", "P", 3, comment=SECRET),
    "comments.gif": with_comments_on_each_frame(made("GIF", "P", 3)),
    "text.png": made("PNG", "RGBA", 3, pnginfo=texts()),
    "late.png": made("PNG", "RGBA", 3)[:-12] + chunk(b"tEXt", b"Comment\0" + SECRET) + chunk(b"IEND", b""),
    "xmp.webp": made("WEBP", "RGBA", 3, xmp=SECRET, exif=b"Exif\0\0" + SECRET),
    "xmp.avif": made("AVIF", "RGBA", 3, xmp=SECRET),
}


@pytest.mark.parametrize("name", list(MOVING))
def test_a_picture_that_moves_keeps_its_frames_and_no_word(name):
    assert SECRET in MOVING[name]
    written = written_anew(BytesIO(MOVING[name]))
    assert SECRET not in written
    assert b"Jane" not in written
    before, after = Image.open(BytesIO(MOVING[name])), Image.open(BytesIO(written))
    assert after.n_frames == before.n_frames == 3
    assert before.info.get("duration") == after.info.get("duration")
    if name.endswith((".gif", ".png")):
        for number in range(3):
            before.seek(number)
            after.seek(number)
            assert not ImageChops.difference(before.convert("RGB"), after.convert("RGB")).getbbox()


@pytest.mark.parametrize(
    "content",
    [
        made("GIF", "P", comment=SECRET),
        made("PNG", pnginfo=texts()),
        made("JPEG", comment=SECRET),
        made("WEBP", xmp=SECRET),
        made("AVIF", xmp=SECRET),
    ],
    ids=["gif", "png", "jpeg", "webp", "avif"],
)
def test_a_picture_that_stands_still_keeps_no_word_either(content):
    assert SECRET not in written_anew(BytesIO(content))


def turned(value, kind="JPEG"):
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = value
    return made(kind, exif=exif)


def orientation_of(content):
    return Image.open(BytesIO(written_anew(BytesIO(content)))).getexif().get(ExifTags.Base.Orientation)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_the_turn_of_the_camera_stays(kind):
    turn = 6 if kind != "AVIF" else None  # which turns by a box of its own
    assert orientation_of(turned(6, kind)) in (turn, 6)


@pytest.mark.parametrize("value", [0, 9, 255, 65535])
def test_a_turn_that_is_none_is_left_out(value):
    assert orientation_of(turned(value)) is None


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("damage", [b"XX\x00*", b"MM\xff*", b"II*\x01", b"\0\0\0\0"])
def test_a_picture_whose_camera_wrote_nonsense_is_taken(client, editor, kind, damage):  # noqa: F811
    content = turned(6, kind)
    content = with_sums(content.replace(b"MM\x00*", damage).replace(b"II*\x00", damage))
    assert damage in content
    upload(client, content, f"photo.{kind.lower()}")
    assert not Image.open(Picture.objects.get().file).getexif()


def with_sums(content):
    """A PNG with the check sums that its parts should have; other files as they are."""
    if not content.startswith(b"\x89PNG"):
        return content
    content, place = bytearray(content), 8
    while place + 12 <= len(content):
        (length,) = struct.unpack_from(">I", content, place)
        if place + 12 + length > len(content):
            break
        content[place + 8 + length : place + 12 + length] = struct.pack(
            ">I", zlib.crc32(content[place + 4 : place + 8 + length])
        )
        place += 12 + length
    return bytes(content)


SEEDS = {
    "a.jpg": turned(6),
    "b.jpg": made("JPEG", "CMYK"),
    "a.png": turned(6, "PNG"),
    "b.png": made("PNG", "RGBA", 3),
    "a.gif": made("GIF", "P"),
    "b.gif": MOVING["comments.gif"],
    "a.webp": turned(6, "WEBP"),
    "b.webp": made("WEBP", "RGBA", 3),
    "a.avif": made("AVIF"),
    "b.avif": made("AVIF", "RGBA", 3),
}


def damaged(name, number):
    """One of many ways to damage a file, the same in each run."""
    chance, content = random.Random(f"{name} {number}"), bytearray(SEEDS[name])
    for _time in range(chance.randint(1, 4)):
        place = chance.randrange(min(len(content), chance.choice((64, 200, 10_000))))
        content[place] = chance.choice((0, 1, 128, 255, chance.randrange(256)))
    return with_sums(bytes(content))


@pytest.mark.parametrize("name", list(SEEDS))
def test_whatever_is_damaged_is_taken_or_refused_in_words(name):
    outcomes = set()
    for number in range(120):
        content = damaged(name, number)
        try:
            check_contents(BytesIO(content))
        except ValidationError as refusal:
            outcomes.add(refusal.code)
        else:
            outcomes.add("taken")
            assert SECRET not in written_anew(BytesIO(content))
    assert outcomes - {"taken"}, "some are refused"


def no_clock():
    """A film whose second has no parts (ISO/IEC 14496-12, section 8.4.2)."""
    content = made("AVIF", "RGBA", 3)
    place = content.index(b"mdhd") + 4
    place += 20 if content[place] else 12
    return content[:place] + bytes(4) + content[place + 4 :]


def broken_frames():
    content = made("AVIF", "RGBA", 3)
    return content[: len(content) // 2] + bytes(len(content) - len(content) // 2)


@pytest.mark.parametrize("content", [no_clock(), broken_frames()], ids=["clock", "frames"])
def test_a_film_that_is_damaged_is_refused_in_words(client, editor, content):  # noqa: F811
    response = upload(client, content, "film.avif")
    assert response.status_code == 200
    assert DAMAGED in response.content.decode()
    form = AvatarPreferencesForm(
        {}, {"avatar": SimpleUploadedFile("film.avif", content)}, instance=UserProfile(user=editor)
    )
    assert DAMAGED in form.errors["avatar"][0]


def test_a_picture_is_written_once(monkeypatch):
    saved, save = [], Image.Image.save
    monkeypatch.setattr(
        Image.Image, "save", lambda self, *args, **kwargs: saved.append(1) or save(self, *args, **kwargs)
    )
    check_contents(photo := SimpleUploadedFile("photo.jpg", SEEDS["a.jpg"]))
    assert written_anew(photo) == written_anew(photo)
    assert len(saved) == 1


def profile(name="sRGB"):
    return ImageCms.ImageCmsProfile(ImageCms.createProfile(name)).tobytes()


def profile_of(content):
    return Image.open(BytesIO(content)).info.get("icc_profile")


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_a_colour_profile_keeps_its_numbers_and_no_word(kind):
    given = profile()
    assert b"desc" in given
    written = written_anew(BytesIO(made(kind, icc_profile=given)))
    kept = profile_of(written)
    assert b"rXYZ" in kept
    for word in (b"desc", b"cprt", b"dmnd", b"lcms", b"b\0u\0i\0l\0t", "built-in".encode("utf-16-be")):
        assert word not in kept
    colours, pairs = noise(), []
    for each in (given, kept):
        to = ImageCms.createProfile("LAB")
        pairs.append(ImageCms.profileToProfile(colours, BytesIO(each), to, outputMode="LAB").tobytes())
    assert pairs[0] == pairs[1]


def test_a_profile_that_is_none_is_left_out():
    for given in (SECRET, profile()[:200], profile() + b"\0" * 2**20, b"\0" * 200, profile("LAB")):
        written = written_anew(BytesIO(made("JPEG", icc_profile=given)))
        assert SECRET not in written
        assert profile_of(written) is None
    assert profile_of(written_anew(BytesIO(made("JPEG", "CMYK", icc_profile=profile())))) is None, "it is for RGB"


def test_a_profile_whose_parts_lie_over_each_other_does_not_grow():
    parts = [b"A2B0", b"A2B1", b"A2B2", b"B2A0", b"B2A1", b"B2A2", b"gamt"]
    table = struct.pack(">I", len(parts)) + b"".join(struct.pack(">4sII", name, 0, 2**20) for name in parts)
    given = (profile()[:128] + table).ljust(2**20 - 1, b"\1")
    written = written_anew(BytesIO(made("JPEG", icc_profile=given)))
    assert profile_of(written) is None
    assert len(written) < 10_000


@pytest.mark.parametrize("value", [0, 1, 0x80000000, 0xFFFFFFFF])
@pytest.mark.parametrize("kind", [b"pHYs", b"gAMA"])
def test_numbers_beside_the_pixels_that_can_not_be_are_left_out(kind, value):
    plain = made("PNG")
    told = struct.pack(">IIB", value, value, 1) if kind == b"pHYs" else struct.pack(">I", value)
    written = written_anew(BytesIO(plain[:33] + chunk(kind, told) + plain[33:]))
    assert Image.open(BytesIO(written)).tobytes() == Image.open(BytesIO(plain)).tobytes()
