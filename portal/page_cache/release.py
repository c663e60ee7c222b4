"""The release that runs, as a digest of what pages are made with: code, templates, words, static files, packages.

Two releases may run at one time, while one replaces the other. Neither serves what the other's templates made.
"""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from portal.environment import PROJECT_DIR

FOLDERS = ("portal", "consent", "articles", "comments", "demo", "templates", "static", "locale")
KINDS = (".py", ".html", ".txt", ".mo", ".css", ".js", ".svg")


def digest_of_release(*settings: str) -> str:
    """16 hexadecimal digits. ``settings``: those that pages depend on."""
    digest = hashlib.sha256(repr(settings).encode())
    for file in (*_files(), PROJECT_DIR / "requirements.txt"):
        digest.update(f"{file.relative_to(PROJECT_DIR).as_posix()}\n".encode())
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()[:16]


def _files() -> Iterable[Path]:
    for folder in FOLDERS:
        yield from sorted(file for file in (PROJECT_DIR / folder).rglob("*") if file.suffix in KINDS)
