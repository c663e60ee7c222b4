import re
from pathlib import Path

import pytest
from django.conf import settings

from articles.rendering.anchors import LONGEST, RESERVED, Anchors, slug
from articles.rendering.headings import Heading, order_headings
from portal.markup import split


def ordered(html, taken=()):
    nodes, contents = order_headings(split(html), Anchors(taken))
    return "".join(node.html for node in nodes), contents


def levels(*written):
    html, _contents = ordered("".join(f"<h{level}>x</h{level}>" for level in written))
    return [int(node.name[1]) for node in split(html) if node.kind.value == "start"]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ([2, 3, 2], [2, 3, 2]),
        ([3], [2]),
        ([3, 3, 2, 3], [2, 2, 2, 3]),
        ([2, 4, 4, 3, 2], [2, 3, 3, 3, 2]),
        ([1, 2, 3], [2, 3, 4]),
        ([2, 6, 5, 4], [2, 3, 3, 3]),
    ],
)
def test_levels_begin_at_two_and_never_skip(written, shown):
    assert levels(*written) == shown


def test_headings_of_block_templates_are_put_in_order_too(rendered):
    care_card = {"type": "care_card", "value": {"urgency": "routine", "items": ["<p>x</p>"], "advice": ""}}
    body = rendered(care_card, "<h2>One</h2><h3>Two</h3>")
    assert [(heading.level, heading.text) for heading in body.contents] == [
        (2, "Talk to your doctor if"),
        (2, "One"),
        (3, "Two"),
    ]


def test_attributes_of_a_heading_stay(rendered):
    html, _contents = ordered('<h3 class="a>b" data-x=1>Title</h3>')
    assert html == '<h2 id="title" class="a>b" data-x=1>Title</h2>'


def test_contents_hold_plain_text_without_tokens_while_the_heading_keeps_its_number(rendered):
    body = rendered("<h2>Risk &amp; <b>benefit</b> [[ref:a]]</h2><p>x</p>")
    assert body.contents == (Heading(2, "Risk & benefit", "risk-benefit"),)
    assert '<h2 id="risk-benefit">Risk &amp; <b>benefit</b><sup class="citation">' in body.html


def test_contents_stop_at_level_three_and_leave_out_what_stands_aside():
    _html, contents = ordered("<h2>A</h2><h3>B</h3><h4>C</h4><aside><h2>D</h2></aside><details><h3>E</h3></details>")
    assert [heading.text for heading in contents] == ["A", "B"]


def test_heading_without_words_gets_no_anchor_and_no_line():
    assert ordered("<h2> [[ref:a]] </h2>") == ("<h2> [[ref:a]] </h2>", ())


def test_heading_keeps_an_id_of_its_own():
    html, contents = ordered('<h2 id="mine">Words</h2>')
    assert html == '<h2 id="mine">Words</h2>'
    assert contents[0].anchor == "mine"


def test_unclosed_heading_is_left_alone():
    assert ordered("<h3>Never closed<p>x</p>")[0] == "<h3>Never closed<p>x</p>"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("What a relapse means", "what-a-relapse-means"),
        ("Your doctor’s advice: 2 or more drugs?", "your-doctors-advice-2-or-more-drugs"),
        ("Café, Ångström & naïve Straße", "cafe-angstrom-naive-strasse"),
        ("Łódź, Ærø", "lodz-aero"),
        ("Лечение рецидива", "лечение-рецидива"),
        ("再発とは", "再発とは"),
        ("दवा की खुराक", "दवा-की-खुराक"),
        ("Θεραπεία", "θεραπεία"),
        ("β₂-microglobulin", "β2-microglobulin"),
        ("---", ""),
    ],
)
def test_anchor_is_made_of_the_words(text, expected):
    assert slug(text) == expected


def test_long_anchor_ends_at_a_word():
    assert slug("word " * 40) == "-".join(["word"] * 16)
    assert len(slug("x" * 200)) == LONGEST


def test_same_words_get_different_anchors_that_meet_no_other():
    _html, contents = ordered("<h2>Part</h2><h2>Part 2</h2><h2>Part</h2><h2>Part</h2>")
    assert [heading.anchor for heading in contents] == ["part", "part-2", "part-3", "part-4"]


@pytest.mark.parametrize("words", ["Main", "References", "Related", "Ref 1", "Cite 1 1", "Term x"])
def test_anchor_never_equals_an_id_of_the_page(words):
    _html, (heading,) = ordered(f"<h2>{words}</h2>")
    assert heading.anchor not in {"main", "references", "related"}
    assert not heading.anchor.startswith(("ref-", "cite-", "term-"))


def test_anchor_avoids_ids_that_blocks_use(rendered):
    body = rendered('<h2>Dose</h2><p><b id="dose">x</b></p>')
    assert body.contents[0].anchor == "dose-2"


def test_anchors_stay_when_sections_move(rendered):
    sections = ["<h2>One</h2><p>x</p>", "<h2>Two</h2><h3>Details</h3>", "<h2>Three</h2>"]
    first = {heading.text: heading.anchor for heading in rendered(*sections).contents}
    moved = {heading.text: heading.anchor for heading in rendered(*reversed(sections)).contents}
    assert first == moved


def test_every_id_in_templates_is_kept_from_headings():
    folder = Path(settings.TEMPLATES[0]["DIRS"][0])
    public = ["*.html", "articles/**/*.html", "conversation/**/*.html", "portal/**/*.html", "wagtailcore/**/*.html"]
    elsewhere = {"admin", "desk", "status"}  # pages without an article's headings
    pages = [path for pattern in public for path in folder.glob(pattern) if not elsewhere & set(path.parts)]
    pages = [path for path in pages if not path.name.strip("_").startswith(("join", "help", "transparency"))]
    used = {found for path in pages for found in re.findall(r'\bid="([\w-]+)"', path.read_text())}
    assert used <= RESERVED, f"Add to RESERVED in articles/rendering/anchors.py: {sorted(used - RESERVED)}"


def test_heading_that_is_a_link_names_another_page_and_not_a_section():
    html, contents = ordered('<h3><a href="/x/">Elsewhere</a></h3><h2>About <a href="/x/">this</a></h2>')
    assert html.startswith('<h2><a href="/x/">Elsewhere</a></h2>')
    assert [heading.text for heading in contents] == ["About this"]
