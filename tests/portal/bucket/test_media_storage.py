"""Pictures in S3-compatible storage: what was uploaded is for staff, what is made of it for readers."""

import os
import subprocess
import sys
import urllib.error
import urllib.request
from io import BytesIO

import pytest
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from PIL import Image

from portal.environment import PROJECT_DIR
from portal.models import Picture, PictureRendition
from portal.pictures import FIGURE, picture_html
from portal.settings.files import storages as storages_by_setting
from tests.portal.bucket.store import BUCKET, running_store
from tests.portal.test_start import PRODUCTION

SHOW_STORAGES = """
from portal.environment import choose_settings
choose_settings()
import django
django.setup()
from django.core.files.storage import storages
from portal.models import PictureRendition
print(type(storages["default"]).__name__, type(PictureRendition._meta.get_field("file").storage).__name__)
"""


@pytest.fixture
def store(settings, monkeypatch):
    """A running store, to which the portal is pointed."""
    with running_store() as store:
        settings.MEDIA_S3 = {
            "bucket": BUCKET,
            "endpoint": store.address,
            "region": "eu-central",
            "key_id": "name-of-a-key",
            "secret": "made-up-for-this-test",
        }
        cache.clear()  # Wagtail keeps renditions there
        settings.STORAGES = {**settings.STORAGES, **storages_by_setting(in_bucket=True)}
        # Django asks for the storage of a field once, when the model is made.
        monkeypatch.setattr(PictureRendition._meta.get_field("file"), "storage", storages["renditions"])
        yield store


@pytest.fixture
def picture(store, db):
    drawn = BytesIO()
    Image.new("RGB", (640, 480), "#7a1f3d").save(drawn, "JPEG")
    return Picture.objects.create(title="Two hands", file=ContentFile(drawn.getvalue(), name="hands.jpg"))


def status_without_signature(address):
    try:
        with urllib.request.urlopen(address, timeout=10) as response:
            return response.status
    except urllib.error.HTTPError as error:
        return error.code


def test_an_upload_is_kept_where_only_staff_can_read_it(store, picture):
    [name] = store.files
    assert name == "originals/original_images/hands.jpg"
    assert status_without_signature(f"{store.address}/{BUCKET}/{name}") == 403
    with urllib.request.urlopen(picture.file.url, timeout=10) as response:  # signed, for ten minutes
        assert response.read() == store.files[name]
    assert "X-Amz-Expires=600" in picture.file.url


def test_readers_get_pictures_from_the_portals_own_host(store, picture):
    html = str(picture_html(picture, FIGURE, alt="Two hands"))
    assert 'src="/media/images/hands' in html
    assert store.address not in html
    public = [name for name in store.files if name.startswith("public/images/hands")]
    assert public
    assert all(status_without_signature(f"{store.address}/{BUCKET}/{name}") == 200 for name in public)
    assert all("immutable" in store.headers[name]["cache-control"] for name in public)
    assert all(
        status_without_signature(f"{store.address}/{BUCKET}/{name}") == 403 for name in set(store.files) - {*public}
    )


def test_a_page_is_shown_without_its_picture_while_the_store_is_away(store, picture, caplog):
    store.is_away = True
    assert picture_html(picture, FIGURE, alt="Two hands") == ""
    assert "can't be read" in caplog.text
    assert "made-up-for-this-test" not in caplog.text
    with pytest.raises(OSError, match="store of pictures can't be used"):
        storages["default"].listdir("")
    store.is_away = False
    assert "<picture>" in picture_html(picture, FIGURE, alt="Two hands")


def test_two_uploads_of_one_name_are_two_files(store, db):
    storage = storages["default"]
    first, second = (storage.save("hands.jpg", ContentFile(content)) for content in (b"one", b"two"))
    assert first != second
    assert (storage.open(first).read(), storage.open(second).read()) == (b"one", b"two")
    assert storage.size(first) == 3
    storage.delete(first)
    assert (storage.exists(first), storage.exists(second)) == (False, True)
    with pytest.raises(OSError, match="does not exist"):
        storage.open(first)


@pytest.mark.any_database
def test_a_bucket_that_is_named_is_used_from_the_start(tmp_path, settings):
    on_disk = "portal.storage.WholeFileStorage"
    assert {settings.STORAGES[name]["BACKEND"] for name in ("default", "renditions")} == {on_disk}
    told = subprocess.run(
        [sys.executable, "-c", SHOW_STORAGES],
        cwd=PROJECT_DIR,
        env={**os.environ, **PRODUCTION, "DATA_DIR": str(tmp_path), "MEDIA_S3_BUCKET": "pictures"},
        text=True,
        capture_output=True,
        timeout=120,
    )
    assert told.stdout.strip() == "Originals Renditions", told.stderr
