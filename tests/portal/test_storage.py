"""Files are whole or not there, whatever happens while they are written."""

import errno
import os

import pytest
from django.core.files.base import ContentFile

from portal.storage import WholeFileStorage


class FillsUp(ContentFile):
    """A file of which a part fits on the disk."""

    def chunks(self, chunk_size=None):
        yield b"the first part"
        raise OSError(errno.ENOSPC, "No space left on device")


@pytest.fixture
def storage(tmp_path):
    return WholeFileStorage(location=tmp_path)


def files_in(folder):
    return [path.name for path in folder.rglob("*") if path.is_file()]


def test_a_file_that_does_not_fit_leaves_nothing(storage, tmp_path):
    with pytest.raises(OSError, match="No space left"):
        storage.save("pictures/one.png", FillsUp(b"all of it"))
    assert files_in(tmp_path) == []


def test_a_file_has_its_name_and_nothing_else_is_left(storage, tmp_path):
    assert storage.save("pictures/one.png", ContentFile(b"all of it")) == "pictures/one.png"
    assert files_in(tmp_path) == ["one.png"]
    assert (tmp_path / "pictures/one.png").read_bytes() == b"all of it"


def test_a_name_that_somebody_takes_meanwhile_stays_theirs(storage, tmp_path, monkeypatch):
    link = os.link

    def taken_first(source, target):
        monkeypatch.undo()
        (tmp_path / "one.png").write_bytes(b"theirs")
        link(source, target)

    monkeypatch.setattr(os, "link", taken_first)
    name = storage.save("one.png", ContentFile(b"ours"))
    assert name != "one.png"
    assert (tmp_path / "one.png").read_bytes() == b"theirs"
    assert (tmp_path / name).read_bytes() == b"ours"


def test_a_disk_without_links_will_do(storage, tmp_path, monkeypatch):
    def refuse(*_names):
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", refuse)
    storage.save("one.png", ContentFile(b"all of it"))
    assert files_in(tmp_path) == ["one.png"]
