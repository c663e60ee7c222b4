"""A .docx file as lines: mammoth makes a page of it, which is read like any other. A piece is a paragraph with text.

The archive is checked before anything is unpacked: how much it holds, and that no part defines XML entities, which
Word never writes (billion laughs, external entities).
"""

import io
import re
import zipfile
import zlib

import mammoth
from django.utils.translation import gettext as _

from articles.importing.pieces import Source, UnreadableError
from articles.importing.web_page import read_web_page

MOST_UNPACKED = 60 * 1024 * 1024  # bytes, pictures included
MOST_XML = 12 * 1024 * 1024  # bytes of any one part
MOST_PARTS = 2000
_ENTITIES = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_STYLES = """
p[style-name='Title'] => h1.imported-title:fresh
p[style-name='Subtitle'] => p:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
"""


def read_word(data: bytes, source: Source) -> None:
    """Adds the pieces and lines of a Word file to ``source``. Raises ``UnreadableError``."""
    _check_archive(data)
    try:
        page = mammoth.convert_to_html(
            io.BytesIO(data),
            style_map=_STYLES,
            convert_image=mammoth.images.img_element(_no_picture),
            external_file_access=False,
        ).value
    except Exception as error:  # noqa: BLE001  (mammoth and its XML parser raise whatever a broken file makes them raise)
        raise UnreadableError(_("The Word file is damaged. Open it in a word processor and save it again.")) from error
    read_web_page(f"<body>{page}</body>", source)
    for place, piece in enumerate(source.pieces):
        source.pieces[place] = type(piece)(place + 1, piece.text)


def _no_picture(_image) -> dict[str, str]:
    return {"src": ""}


def _check_archive(data: bytes) -> None:
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise UnreadableError(
            "This is a Word file of the old kind or one with a password. Save it as .docx without one."
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            if "word/document.xml" not in archive.namelist():
                raise UnreadableError(_("The file isn't a Word file, although its name says so."))
            if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
                raise UnreadableError(_("The Word file unpacks to far more than an article holds."))
            for part in parts:
                if part.filename.lower().endswith((".xml", ".rels")):
                    _check_part(archive, part)
    except (
        zipfile.BadZipFile,
        zipfile.LargeZipFile,
        NotImplementedError,
        RuntimeError,
        EOFError,
        OSError,
        ValueError,
        zlib.error,
    ) as error:
        raise UnreadableError(_("The Word file is damaged. Open it in a word processor and save it again.")) from error


def _check_part(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """Reads one part, at most as much as is allowed: the size that the archive states may be a lie."""
    with archive.open(part) as opened:
        content = opened.read(MOST_XML + 1)
    if len(content) > MOST_XML:
        raise UnreadableError(_("The Word file unpacks to far more than an article holds."))
    if _ENTITIES.search(content.replace(b"\x00", b"")):
        raise UnreadableError(_("The Word file defines XML entities, which Word never writes. It was not opened."))
