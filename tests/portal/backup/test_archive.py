"""The file of a backup: what was written comes out again, and whatever was done to it since is found before anything
is unpacked.
"""

import io
import json
import tarfile

import pytest

from portal.backup.archive import MANIFEST, Writer, checked_manifest, extract
from portal.backup.errors import RestoreError

PARTS = {"database": b"rows" * 5000, "media/pictures/a.png": b"\x89PNG" * 900, "further/erasures.jsonl": b""}


@pytest.fixture
def archive(tmp_path):
    """An archive with three parts."""
    path = tmp_path / "portal.tar"
    with path.open("wb") as file:
        writer = Writer(file, at=0)
        for name, content in PARTS.items():
            writer.add(name, io.BytesIO(content), len(content))
        writer.finish({"portal": "1.0"})
    return path


def written_anew(path, change):
    """The same archive after ``change`` to the list of its members."""
    with tarfile.open(path) as tar:
        members = [(member, tar.extractfile(member).read()) for member in tar]
    members = change(members)
    with tarfile.open(path, "w") as tar:
        for member, content in members:
            member.size = len(content)
            tar.addfile(member, io.BytesIO(content))


def refusal(path):
    """The sentence with which an archive is refused."""
    with pytest.raises(RestoreError) as refused:
        checked_manifest(path)
    return str(refused.value)


def test_what_was_written_comes_out_again(archive, tmp_path):
    assert checked_manifest(archive)["portal"] == "1.0"
    found = dict(extract(archive, tmp_path / "out", lambda name: name != "database"))
    assert {name: file.read_bytes() for name, file in found.items()} == {
        name: content for name, content in PARTS.items() if name != "database"
    }


def test_a_file_that_was_cut_off_is_refused_wherever_it_was_cut(archive):
    whole = archive.read_bytes()
    for length in (0, 100, 513, len(whole) // 2, len(whole) - 10_300):
        archive.write_bytes(whole[:length])
        assert "cut off" in refusal(archive) or "damaged" in refusal(archive)


def test_a_changed_byte_is_found_in_every_part(archive):
    whole = archive.read_bytes()
    for content in (b"rowsrows", b"\x89PNG\x89PNG"):
        place = whole.index(content) + 3
        archive.write_bytes(whole[:place] + b"\x00" + whole[place + 1 :])
        assert "was altered" in refusal(archive)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda members: members[1:], "lacks database"),
        (lambda members: members[:-1], "no manifest at its end"),
        (lambda members: [*members, members[0]], "after its end"),
        (lambda members: [members[0], *members], "twice"),
        (lambda members: [(tarfile.TarInfo("media/b.png"), b"new"), *members], "knows nothing"),
        (lambda members: [(tarfile.TarInfo("../escaped"), b"new"), *members], "no backup holds"),
        (lambda members: [(tarfile.TarInfo("/etc/escaped"), b"new"), *members], "no backup holds"),
        (lambda members: [*members[:-1], (members[-1][0], b"{")], "can't be read"),
        (lambda members: [*members[:-1], (members[-1][0], b'{"parts": [], "format": 1}')], "can't be read"),
    ],
)
def test_an_archive_with_other_members_is_refused(archive, change, sentence):
    written_anew(archive, change)
    assert sentence in refusal(archive)


def test_a_link_in_an_archive_is_refused(archive):
    with tarfile.open(archive, "w") as tar:
        link = tarfile.TarInfo("media/a.png")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/hostname"
        tar.addfile(link)
    assert "no backup holds" in refusal(archive)


def test_something_else_and_nothing_at_all_are_refused(tmp_path):
    (tmp_path / "notes.tar").write_text("no tar")
    assert "is no backup" in refusal(tmp_path / "notes.tar")
    assert "There is no file" in refusal(tmp_path / "gone.tar")


def test_an_archive_in_a_format_of_the_future_is_refused(archive):
    def newer(members):
        manifest = json.loads(members[-1][1]) | {"format": 99}
        return [*members[:-1], (tarfile.TarInfo(MANIFEST), json.dumps(manifest).encode())]

    written_anew(archive, newer)
    assert "newer portal" in refusal(archive)
