"""What has one canonical text looks the same in a browser, however odd its HTML is."""

import json
import random
from pathlib import Path

from articles.review.errors import NotReviewableError
from articles.review.rich_text import paragraphs

WHAT_IS_SHOWN = Path(__file__).with_name("what_is_shown.js").read_text()
TAGS = [
    "<b>", "</b>", "<i>", "</i>", "<strong>", "</strong>", "<p>", "</p>", "<p data-block-key='x'>", "<ul>", "</ul>",
    "<ol>", "</ol>", "<li>", "</li>", "<li></li>", "<h2>", "</h2>", "<br/>", "<br>", "<!-- a note -->", "<a href='x'>",
    "<a href='y z=1'>", "<a href='y' title='1'>", "<a href='x' href='y'>", "</a>", "<div>", "</div>", "<hr/>", "<span>",
    "</span>", "<sup>", "</sup>",
]  # fmt: skip
WORDS = ["a", "b", " ", "\n", "&nbsp;", "&amp;", "&lt;", "[[ref:a]]", "[[re", "f:a]]"]
WHOLE = [
    "<p>a</p>", "<p>a b</p>", "<p><b>a</b>b</p>", "<ul><li>a</li></ul>", "<ol><li>a</li></ol>", "<h2>a</h2>",
    "<ol><li>a</li><li>b</li></ol>", "<p>a<br/>b</p>",
]  # fmt: skip


def soups(count):
    """Random HTML, each followed by two others that differ from it in one piece."""
    chosen = random.Random(20260101)
    for _ in range(count):
        source = TAGS + WORDS + (WHOLE if chosen.random() < 0.6 else [])
        pieces = [chosen.choice(source) for _ in range(chosen.randint(1, 7))]
        yield "".join(pieces)
        for _ in range(2):
            at = chosen.randrange(len(pieces))
            instead = chosen.choice(([], [chosen.choice(source)], [pieces[at], chosen.choice(source)]))
            yield "".join([*pieces[:at], *instead, *pieces[at + 1 :]])


def test_one_canonical_text_has_one_look(chromium):
    tab = chromium.new_page()
    written = list(soups(4000))
    seen = {}
    for html, look in zip(written, tab.evaluate(WHAT_IS_SHOWN, written), strict=True):
        try:
            text = json.dumps(paragraphs(html), sort_keys=True)
        except NotReviewableError:
            continue
        before, first = seen.setdefault(text, (look, html))
        assert look == before, (first, html)
    tab.close()
    assert 3000 < len(seen) < 9000
