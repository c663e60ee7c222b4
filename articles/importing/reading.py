"""From the bytes of a file to its lines. Every file that can't be read gets a sentence that says why and what to do.

Limits keep one bad file from taking the machine's memory or the run's time; a long article for patients stays far
below each of them.
"""

import codecs
import hashlib
import re
from pathlib import PurePath

from django.utils.translation import gettext as _

from articles.importing.characters import OVERRIDES
from articles.importing.markdown_text import read_markdown
from articles.importing.pieces import Source, UnreadableError
from articles.importing.plain_text import read_plain_text
from articles.importing.web_page import read_web_page
from articles.importing.word import read_word

MEGABYTE = 1024 * 1024
LARGEST_FILE = 10  # megabytes
MOST_CHARACTERS = 1_000_000
MOST_PIECES = 5_000
LONGEST_PIECE = 50_000  # characters
EXTENSIONS = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".docx": "word",
}
_BOMS = [
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
]
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{2,20})", re.IGNORECASE)
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html[\s>])", re.IGNORECASE | re.DOTALL
)
_MARKDOWN_HEADING = re.compile(r"^#{1,6} \S", re.MULTILINE)


def read(name: str, data: bytes) -> Source:
    """The file ``name`` with the content ``data``, as lines. Raises ``UnreadableError``."""
    kind = EXTENSIONS.get(PurePath(name.replace("\\", "/")).suffix.lower())
    if kind is None:
        raise UnreadableError(_("Files of this kind can't be imported. Save the article as .txt, .md, .html or .docx."))
    if len(data) > LARGEST_FILE * MEGABYTE:
        raise UnreadableError(
            _("The file is larger than %(size)s MB. Save the article alone, without pictures.") % {"size": LARGEST_FILE}
        )
    if not data.strip():
        raise UnreadableError(_("The file is empty."))
    source = Source(name, hashlib.sha256(data).hexdigest())
    if kind == "word":
        read_word(data, source)
    else:
        _read_text(_decoded(data, kind, source), kind, source)
    _check(source)
    return source


def _read_text(text: str, kind: str, source: Source) -> None:
    if len(text) > MOST_CHARACTERS:
        raise UnreadableError(
            _("The file has more than %(count)s characters. Split it into articles.")
            % {"count": f"{MOST_CHARACTERS:,}"}
        )
    longest = max(len(line) for line in text.split("\n"))
    if longest > LONGEST_PIECE and kind != "html":
        raise UnreadableError(
            _("The file has a line of %(count)s characters, which no article has.") % {"count": f"{longest:,}"}
        )
    if OVERRIDES.search(text):
        source.needs_person.append(
            _("Signs that reverse the direction of text were taken out: check that it reads as it should.")
        )
    if kind == "html" or (kind == "text" and _HTML.match(text)):
        read_web_page(text, source)
    elif kind == "markdown" or len(_MARKDOWN_HEADING.findall(text)) >= 2:
        read_markdown(text, source)
    else:
        read_plain_text(text, source)


def _decoded(data: bytes, kind: str, source: Source) -> str:
    """The text of a file: by its byte order mark, as UTF-8, by the page's own word, else as Windows text."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _strictly(data, encoding)
    if encoding := _wide_encoding(data):
        return _strictly(data, encoding)
    if b"\x00" in data or data.startswith((b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0", b"{\\rtf")):
        raise UnreadableError(_("The file holds no text, although its name says so. Save it again as text."))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    named = _CHARSET.search(data[:4096]) if kind == "html" else None
    text = _single_byte(data, named[1].decode("ascii", "replace") if named else "cp1252")
    _check_letters(text)
    if named is None:
        source.needs_person.append(
            _("The file isn't UTF-8 and was read as Windows-1252 text: check its accents and quotation marks.")
        )
    return text


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise UnreadableError(
            _("The file says that it is %(encoding)s, but isn't. Save it as UTF-8.") % {"encoding": encoding.upper()}
        ) from None


def _wide_encoding(data: bytes) -> str:
    """UTF-16 without a mark: every other byte of Western text is zero."""
    sample = data[:2000]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if half >= 2 and odd > half * 0.6 and even < half * 0.1:
        return "utf-16-le"
    return "utf-16-be" if half >= 2 and even > half * 0.6 and odd < half * 0.1 else ""


def _single_byte(data: bytes, encoding: str) -> str:
    try:
        if codecs.lookup(encoding).name in ("iso8859-1", "ascii"):
            encoding = "cp1252"  # what browsers do (WHATWG Encoding Standard)
        return data.decode(encoding)
    except (LookupError, UnicodeDecodeError, ValueError):
        return data.decode("cp1252", "replace")


def _check_letters(text: str) -> None:
    """Raises ``UnreadableError`` for bytes that make no text in any encoding that we know."""
    sample = text[:20_000]
    odd = sum(character == "\ufffd" or (character < " " and character not in "\t\r\n\f\v") for character in sample)
    letters = sum(character.isalpha() or character.isspace() for character in sample)
    if odd > len(sample) * 0.02 or letters < len(sample) * 0.5:
        raise UnreadableError(_("The file holds no text, although its name says so. Save it again as text."))


def _check(source: Source) -> None:
    if not source.pieces or not any(character.isalnum() for piece in source.pieces for character in piece.text):
        raise UnreadableError(_("The file holds no text."))
    if len(source.pieces) > MOST_PIECES:
        raise UnreadableError(
            _("The file has more than %(count)s lines. Split it into articles.") % {"count": f"{MOST_PIECES:,}"}
        )
    if (longest := max(len(piece.text) for piece in source.pieces)) > LONGEST_PIECE:
        raise UnreadableError(
            _("The file has a paragraph of %(count)s characters, which no article has.") % {"count": f"{longest:,}"}
        )
