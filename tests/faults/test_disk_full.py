"""The disk is full: people are told so in words, nothing is half kept, and with room everything works again.

A full database is SQLite's own limit on its pages, a full folder of media the system's limit on the length of files
that a process writes: both work for every account, and need no disk of their own.
"""

import io
import os
import resource
from pathlib import Path

import pytest
from django.db import connection
from django.urls import reverse
from PIL import Image

from consent.models import ConsentEntry, OutgoingMail, Request
from portal.ledger.proof import prove
from portal.models import Picture
from tests.faults.acts.conversation import LONG_TEXT, send_comment
from tests.faults.apps import FULL
from tests.faults.browsing import fields_of
from tests.faults.conftest import wait_until
from tests.faults.world import build, signed_in

TOLD = "This did not work just now"
ROOM = 8_000_000  # bytes a file: more than the database has, less than the picture
BOUNDARY = "for-tests-only"
LONGEST_TEXT = (LONG_TEXT * 11)[:4900].strip()  # for which no page of the database has room

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL has a disk of its own")
def test_full_database_keeps_nothing_half_and_goes_on_when_there_is_room(site, portal, server, tmp_path):
    world = build(site)
    web = portal.serve()
    portal.work()
    act = send_comment(world, web.browser(), text=LONGEST_TEXT)
    assert act.browser.get(world.path).status == 200
    wait_until(lambda: not OutgoingMail.objects.filter(state="waiting").exists())
    with connection.cursor() as cursor:
        cursor.execute("VACUUM")
    before = (Request.objects.count(), ConsentEntry.objects.count(), OutgoingMail.objects.count())
    full = tmp_path / FULL
    full.touch()
    act.send()
    answer = act.answers[-1]
    assert answer.status == 503
    assert TOLD in answer.words
    assert LONGEST_TEXT in answer.soup.select_one("textarea").get_text()
    assert "Traceback" not in answer.words
    assert act.browser.get(world.path).status == 200
    assert act.happened() == 0
    assert (Request.objects.count(), ConsentEntry.objects.count(), OutgoingMail.objects.count()) == before
    assert prove(ConsentEntry).fault is None

    full.unlink()
    act.fields = fields_of(answer.soup.select_one("main form"))
    act.send()
    assert act.is_acknowledged
    assert act.happened() == 1
    wait_until(lambda: not OutgoingMail.objects.filter(state="waiting").exists())
    assert len(server.ids) == len(set(server.ids))


def a_large_picture():
    """Some 9 MB that no format makes smaller."""
    picture = Image.frombytes("RGB", (1800, 1700), os.urandom(1800 * 1700 * 3))
    file = io.BytesIO()
    picture.save(file, "PNG", compress_level=0)
    assert ROOM < len(file.getvalue()) < 10_000_000
    return file.getvalue()


def upload(browser, picture):
    """What the admin's page for pictures sends."""
    token = browser.get(reverse("wagtailimages:add_multiple")).soup.select_one("input[name=csrfmiddlewaretoken]")[
        "value"
    ]
    parts = {"csrfmiddlewaretoken": token, "title": "Noise"}
    body = b"".join(
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
        for name, value in parts.items()
    )
    head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="files[]"; filename="noise.png"\r\n'
    body += f"{head}Content-Type: image/png\r\n\r\n".encode() + picture + f"\r\n--{BOUNDARY}--\r\n".encode()
    headers = {
        "Content-Type": f"multipart/form-data; boundary={BOUNDARY}",
        "X-Requested-With": "XMLHttpRequest",
        "X-CSRFToken": token,
    }
    return browser.post(reverse("wagtailimages:add_multiple"), body, **headers)


def give_room(web, room):
    """How long a file of the server's may become. None: as long as the machine allows."""
    for process in web.workers:
        _now, most = resource.prlimit(process, resource.RLIMIT_FSIZE)
        resource.prlimit(process, resource.RLIMIT_FSIZE, (most if room is None else room, most))


def files_in(folder):
    return [path for path in Path(folder).rglob("*") if path.is_file()]


def test_full_media_folder_keeps_no_half_a_picture_and_takes_it_when_there_is_room(site, portal, tmp_path):
    world = build(site)
    web = portal.serve()
    editor = world.staff("Editors")
    browser = web.browser(**signed_in(editor))
    picture = a_large_picture()
    assert web.workers
    give_room(web, ROOM)
    answer = upload(browser, picture)
    assert answer.status == 503
    assert TOLD in answer.words
    assert not Picture.objects.exists()
    assert files_in(tmp_path / "media") == []
    assert browser.get(world.path).status == 200

    give_room(web, None)
    answer = upload(browser, picture)
    assert answer.status == 200, answer.words[:500]
    kept = Picture.objects.get()
    original = Path(tmp_path / "media" / kept.file.name)
    assert Image.open(original).size == (1800, 1700)
