"""Files that are broken or meant to harm: each gets a sentence, none harms, the others are still imported."""

import json
import time

import pytest
from django.core.management import call_command

from articles.citations.tokens import TOKEN
from articles.importing.pieces import UnreadableError
from articles.importing.reading import LARGEST_FILE, MEGABYTE
from articles.models import ArticlePage
from tests.articles.importing.word_files import word_file

BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
BROKEN = {
    "empty.txt": b"",
    "blank.txt": b" \n\n\t\n",
    "signs.txt": b"--- *** ...\n",
    "zeros.txt": b"text\x00\x01\x02 and more\x00\xff" * 20,
    "noise.txt": bytes(range(128, 256)) * 40,
    "archive.txt": b"PK\x03\x04" + b"\x00" * 200,
    "huge.txt": b"a line of text\n" * (MEGABYTE * LARGEST_FILE // 15 + 10),
    "long.txt": b"word " * 200_000,
    "many.txt": b"a\n\n" * 20_000,
    "wrong.docx": b"this is no archive",
    "old.docx": b"\xd0\xcf\x11\xe0" + b"\x00" * 600,
    "other.docx": word_file("Hello")[:200],
    "entities.docx": word_file("Hello", prologue=BOMB),
    "outside.docx": word_file("Hello", prologue=OUTSIDE),
    "bomb.docx": word_file("Hello", extra={"word/big.xml": "<a>" + " " * 40_000_000 + "</a>"}),
    "parts.docx": word_file("Hello", extra={f"word/{number}.bin": "x" for number in range(2500)}),
    "empty.docx": word_file(""),
    "deep.html": b"<div>" * 20_000 + b"deep" + b"</div>" * 20_000,
    "scripts.html": b"<script>alert(1)</script><style>p{}</style>",
    "picture.png": b"\x89PNG",
    "utf16.txt": b"\xff\xfea\x00b\x00\x00\xd8a",
    "noextension": b"Hello",
}


@pytest.mark.parametrize("name", BROKEN)
def test_broken_file_gets_a_sentence_in_time(read_file, name):
    start = time.monotonic()
    with pytest.raises(UnreadableError) as caught:
        read_file(BROKEN[name], name)
    assert str(caught.value).endswith(".")
    assert time.monotonic() - start < 20


def test_good_files_are_imported_beside_bad_ones(topic, tmp_path):
    (tmp_path / "bad.docx").write_bytes(b"nothing")
    (tmp_path / "good.txt").write_text("A title of a page\n\nSome prose stands here. It has two sentences.\n")
    (tmp_path / "worse.txt").write_bytes(b"")
    report = tmp_path / "report.json"
    names = [str(tmp_path / name) for name in ("bad.docx", "good.txt", "worse.txt", "missing.txt", "")]
    with pytest.raises(SystemExit) as caught:
        call_command("import_articles", *names, "--under", "multiple-myeloma", "--report", str(report))
    assert caught.value.code == 1
    files = json.loads(report.read_text())["files"]
    assert [file["status"] for file in files] == ["failed", "imported", "failed", "failed", "failed"]
    assert all(file["needs_person"] for file in files)
    assert len({frozenset(file) for file in files}) == 1


def test_markup_in_any_format_never_survives(read_file):
    text = (
        "A title of a page\n\nRest <b onclick=alert(1)>helps</b> <script>alert(1)</script> "
        "<img src=x onerror=alert(2)> p < 0.05.\n"
    )
    for name in ("page.txt", "page.md", "page.html"):
        page = read_file(text, name)
        assert "alert" not in page.text
        assert "<img" not in page.text
        assert "onclick" not in page.text
        assert "helps" in page.text + page.understood.summary


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScript:alert(1)",
        " java\tscript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "//example.org/x",
        "https://user:word@example.org/",
        "file:///etc/passwd",
        "https://[::1",
    ],
)
def test_dangerous_address_is_no_link(read_file, address):
    html = read_file(f"<h1>T</h1><p>See <a href='{address}'>here</a>. And more.</p>", "p.html")
    assert "<a " not in html.text
    markdown = read_file(f"# T\n\nSee [here](<{address}>). And more.\n", "p.md")
    assert "<a " not in markdown.text


def test_citation_typed_in_the_text_is_no_citation(read_file):
    typed = "[[ref:known]] [[ REF:x]] [<b>[ref:x]]</b> [[[ref:y]]"
    for name in ("page.txt", "page.md", "page.html"):
        body = f"It {typed} is so. And more.\n\nQuestions to ask your doctor\n\n• What {typed}?\n• Why?\n"
        page = read_file(f"<h1>T</h1>\n\n{body}", name)
        assert not TOKEN.search(page.text)
        assert any("[[ref:" in sentence for sentence in page.report["needs_person"]) or name == "page.html"


def test_direction_overrides_and_invisible_signs_are_taken_out_and_named(read_file):
    page = read_file("A title of a page\n\nTake \u202e05\u202c mg.\u200b And\u2066 more\ufeff.\n\u200b\u200b\n")
    assert "Take 05 mg. And more." in page.text
    assert page.dropped[4] == "nothing but invisible characters"
    assert any("direction" in sentence for sentence in page.report["needs_person"])


@pytest.mark.parametrize(
    "name",
    ["../../etc/passwd.txt", "a\nb\x1b[31m.txt", "‮txt.exe.md", "x" * 300 + ".txt", "..txt", "C:\\temp\\page.txt"],
)
def test_name_of_a_file_does_no_harm(topic, name, capsys):
    from articles.importing.report import as_text
    from articles.importing.run import File
    from articles.importing.run import import_file as import_one

    report = import_one(File(name, b"Some prose stands here.\n\nAnd it goes on here.\n"), parent=topic)
    assert report["status"] in ("imported", "failed")
    assert "\x1b" not in as_text(report)
    assert "\n" not in as_text(report).split(":")[0]


def test_pages_of_the_same_name_get_addresses_of_their_own(import_file):
    for number in range(3):
        import_file(f"A title of a page\n\nSome prose stands here, number {number}. And more.\n")
    assert len(set(ArticlePage.objects.values_list("slug", flat=True))) == 3
