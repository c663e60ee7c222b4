"""The file of a backup: a tar (POSIX.1-2001, pax) of parts, and at its end a manifest with size and SHA-256 of each.

The manifest comes last, so a file that was cut off has none. Names in it are plain relative paths; whatever else a tar
may hold (links, devices, ``..``) is refused, and nothing is unpacked before all of it was read and found right.
"""

import hashlib
import io
import json
import shutil
import tarfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO, Any

from portal.backup.errors import RestoreError

MANIFEST = "manifest.json"
FORMAT = 1
CHUNK = 1 << 20
MOST_OF_MANIFEST = 200 << 20  # bytes; a part takes some 150


class Hashing(io.RawIOBase):
    """Reads a file and remembers the digest of what was read."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file, self._hash, self.length = file, hashlib.sha256(), 0

    def read(self, size: int = -1) -> bytes:
        """As of any file."""
        data = self._file.read(size)
        self._hash.update(data)
        self.length += len(data)
        return data

    @property
    def digest(self) -> str:
        """64 hexadecimal digits."""
        return self._hash.hexdigest()


class Writer:
    """Writes parts, one after the other, and then the manifest."""

    def __init__(self, file: IO[bytes], *, at: float) -> None:
        self._tar = tarfile.open(fileobj=file, mode="w", format=tarfile.PAX_FORMAT)  # noqa: SIM115 - closed in finish
        self._at = at
        self.parts: dict[str, dict[str, Any]] = {}

    def add(self, name: str, file: IO[bytes], size: int) -> None:
        """Adds a part of exactly ``size`` bytes. Raises ``OSError`` if the file has fewer."""
        hashing = Hashing(file)
        self._tar.addfile(self._header(name, size), hashing)
        self.parts[name] = {"bytes": size, "sha256": hashing.digest}

    def finish(self, facts: dict[str, Any]) -> dict[str, Any]:
        """Writes the manifest and returns it."""
        manifest = {"format": FORMAT, **facts, "parts": self.parts}
        text = json.dumps(manifest, ensure_ascii=False, indent=1, sort_keys=True).encode()
        self._tar.addfile(self._header(MANIFEST, len(text)), io.BytesIO(text))
        self._tar.close()
        return manifest

    def _header(self, name: str, size: int) -> tarfile.TarInfo:
        header = tarfile.TarInfo(name)
        header.size, header.mtime, header.mode = size, self._at, 0o600
        return header


def checked_manifest(path: Path) -> dict[str, Any]:
    """The manifest of an archive in which every part is as it was written. Reads all of it, and changes nothing.

    Raises ``RestoreError`` with a sentence for whatever is not so.
    """
    found: dict[str, dict[str, Any]] = {}
    manifest: dict[str, Any] | None = None
    with _opened(path) as tar:
        for header, file in _members(path, tar):
            if manifest is not None:
                raise RestoreError(f"{path.name} has something after its end ({header.name}).")
            if header.name == MANIFEST:
                manifest = _manifest_in(path, file, header.size)
                continue
            if header.name in found:
                raise RestoreError(f"{path.name} holds {header.name} twice.")
            found[header.name] = _measured(file)
    if manifest is None:
        raise RestoreError(f"{path.name} has no manifest at its end: it was cut off, or is no backup of a portal.")
    _compare(path, manifest["parts"], found)
    return manifest


def extract(path: Path, folder: Path, wanted: Callable[[str], bool]) -> Iterator[tuple[str, Path]]:
    """Writes each wanted part into ``folder``, and gives its name and file. Call ``checked_manifest`` before."""
    with _opened(path) as tar:
        for header, file in _members(path, tar):
            if header.name != MANIFEST and wanted(header.name):
                target = folder / header.name
                target.parent.mkdir(parents=True, exist_ok=True)
                with target.open("xb") as copy:
                    shutil.copyfileobj(file, copy, CHUNK)
                yield header.name, target


def file_digest(path: Path) -> str:
    """SHA-256 of a whole file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _members(path: Path, tar: tarfile.TarFile) -> Iterator[tuple[tarfile.TarInfo, IO[bytes]]]:
    for header in tar:
        name = PurePosixPath(header.name)
        if not header.isreg() or name.is_absolute() or ".." in name.parts or str(name) != header.name:
            raise RestoreError(f"{path.name} holds something that no backup holds ({header.name!r}).")
        file = tar.extractfile(header)
        if file is not None:
            yield header, file


@contextmanager
def _opened(path: Path) -> Iterator[tarfile.TarFile]:
    """The tar, with what is wrong with it as a sentence."""
    try:
        with tarfile.open(path, "r:") as tar:
            yield tar
    except FileNotFoundError:
        raise RestoreError(f"There is no file {path}.") from None
    except (tarfile.TarError, EOFError, ValueError) as error:
        raise RestoreError(f"{path.name} is no backup of a portal, or is damaged ({type(error).__name__}).") from None
    except OSError as error:
        raise RestoreError(f"{path} can't be read ({error.strerror or type(error).__name__}).") from None


def _measured(file: IO[bytes]) -> dict[str, Any]:
    hashing = Hashing(file)
    while hashing.read(CHUNK):
        pass
    return {"bytes": hashing.length, "sha256": hashing.digest}


def _manifest_in(path: Path, file: IO[bytes], size: int) -> dict[str, Any]:
    if size > MOST_OF_MANIFEST:
        raise RestoreError(f"The manifest of {path.name} is too large to be one.")
    try:
        manifest = json.loads(file.read())
        is_ours = isinstance(manifest["parts"], dict) and isinstance(manifest["format"], int)
    except (ValueError, KeyError, TypeError):
        is_ours = False
    if not is_ours:
        raise RestoreError(f"The manifest of {path.name} can't be read.")
    if manifest["format"] > FORMAT:
        raise RestoreError(f"{path.name} was made by a newer portal, in a format that this one does not know.")
    return manifest


def _compare(path: Path, promised: dict[str, Any], found: dict[str, Any]) -> None:
    if missing := sorted(promised.keys() - found.keys()):
        raise RestoreError(f"{path.name} lacks {missing[0]}.")
    if extra := sorted(found.keys() - promised.keys()):
        raise RestoreError(f"{path.name} holds {extra[0]}, of which its manifest knows nothing.")
    for name, part in found.items():
        if part != promised[name]:
            raise RestoreError(f"{name} in {path.name} was altered: its digest is not the one in the manifest.")
