import pytest

from articles.citations import superscripts
from articles.models import ArticleSource, Reference
from articles.rendering import render_body

ONE, TWO, THREE = ("<a>1</a>", "<a>2</a>", "<a>3</a>")


def test_numbers_follow_first_appearance(plain_citations):
    html = plain_citations("<p>x[[ref:c]] y[[ref:a]] z[[ref:c]]</p>")
    assert html == f"<p>x<sup>{ONE}</sup> y<sup>{TWO}</sup> z<sup>{ONE}</sup></p>"


@pytest.mark.parametrize(
    "tokens",
    ["[[ref:a,b]]", "[[ref:a]][[ref:b]]", "[[ref:a]] [[ref:b]]", "[[ref:a]], [[ref:b]]", "[[ref:a]]&nbsp;,\n[[ref:b]]"],
)
def test_adjacent_tokens_become_one_superscript(plain_citations, tokens):
    assert plain_citations(f"<p>x {tokens} y</p>") == f"<p>x<sup>{ONE},{TWO}</sup> y</p>"


def test_numbers_at_one_place_are_sorted_and_each_stands_once(plain_citations):
    html = plain_citations("<p>x[[ref:a]] y[[ref:b]] z[[ref:b,a]] [[ref:b]]</p>")
    assert html.endswith(f"z<sup>{ONE},{TWO}</sup></p>")


def test_three_in_a_row_are_drawn_together_and_two_are_not(plain_citations):
    html = plain_citations("<p>x[[ref:a]] y[[ref:b]] z[[ref:c,a,b,e,f]]</p>")
    assert html.endswith("z<sup><a>1</a>–<a>5</a></sup></p>")
    assert plain_citations("<p>[[ref:a]] x[[ref:b]] y[[ref:c,d]]</p>").endswith("y<sup><a>3</a>,<a>4</a></sup></p>")


def test_rows_and_single_numbers_mix(plain_citations):
    html = plain_citations("<p>[[ref:a,b,c,d,e,f,g]] x[[ref:a,b,c,e,g]]</p>")
    assert html.endswith("x<sup><a>1</a>–<a>3</a>,<a>5</a>,<a>7</a></sup></p>")


def test_screen_reader_hears_which_reference_of_how_many(html_of):
    html = html_of("<p>x[[ref:a]] y[[ref:b,c,d]]</p>")
    assert '<a href="#ref-1" id="cite-1-1" aria-label="reference 1 of 4">1</a>' in html
    assert '<a href="#ref-2" id="cite-2-1" aria-label="references 2 to 4 of 4">2</a>–' in html
    assert '–<a href="#ref-4" id="cite-4-1" aria-label="reference 4 of 4">4</a>' in html


def test_every_place_has_a_way_back_even_inside_a_row(rendered):
    references = rendered("<p>x[[ref:b]] y[[ref:a,b,c]] z[[ref:b]]</p>").references
    assert [(cited.number, cited.reference.key, cited.anchor) for cited in references] == [
        (1, "b", "ref-1"),
        (2, "a", "ref-2"),
        (3, "c", "ref-3"),
    ]
    assert [cited.backlinks for cited in references] == [
        ("cite-1-1", "cite-1-2", "cite-1-3"),
        ("cite-1-2",),
        ("cite-3-1",),
    ]


def test_every_way_back_leads_to_an_id_that_stands_once(rendered):
    body = rendered("<p>x[[ref:b]] y[[ref:a,b,c,d,e]] z[[ref:b]][[ref:c]]</p><p>[[ref:h,g,b]]</p>")
    for cited in body.references:
        for backlink in cited.backlinks:
            assert body.html.count(f'id="{backlink}"') == 1


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("common [[ref:a]].", f"common<sup>{ONE}</sup>."),
        ("common [[ref:a]] .", f"common<sup>{ONE}</sup>."),
        ("common. [[ref:a]] Next", f"common.<sup>{ONE}</sup> Next"),
        ("(common [[ref:a]] )", f"(common<sup>{ONE}</sup>)"),
        ("<b>common </b>[[ref:a]], next", f"<b>common</b><sup>{ONE}</sup>, next"),
        ("common&nbsp;[[ref:a]] next", f"common<sup>{ONE}</sup> next"),
    ],
)
def test_number_stands_at_the_word_and_before_what_closes(plain_citations, written, shown):
    assert plain_citations(f"<p>{written}</p>") == f"<p>{shown}</p>"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ('<a href="/x/">word [[ref:a]]</a>.', f"<a>word</a><sup>{ONE}</sup>."),
        ('<a href="/x/">one [[ref:a]] two</a> more', f"<a>one two</a><sup>{ONE}</sup> more"),
        ('<a href="/x/">one [[ref:a]] two[[ref:b]]</a> [[ref:c]]', "<a>one two</a><sup><a>1</a>–<a>3</a></sup>"),
        ('<a href="/x/"><b>word[[ref:a]]</b></a>', f"<a><b>word</b></a><sup>{ONE}</sup>"),
    ],
)
def test_citation_in_a_link_comes_after_it(plain_citations, written, shown):
    assert plain_citations(f"<p>{written}</p>") == f"<p>{shown}</p>"


def test_tokens_meet_across_formatting_so_that_1_and_2_never_read_as_12(plain_citations):
    assert plain_citations("<p><b>x[[ref:a]]</b>[[ref:b]]</p>") == f"<p><b>x<sup>{ONE},{TWO}</sup></b></p>"


def test_unknown_key_shows_nothing_to_readers_and_a_mark_in_preview(html_of):
    text = "<p>x [[ref:nobody]], [[ref:a]] y</p>"
    assert "nobody" not in html_of(text)
    assert "<mark" not in html_of(text)
    preview = html_of(text, is_preview=True)
    assert '<mark class="citation-problem">no reference has the key nobody</mark>' in preview
    assert "</sup><mark" in preview


def test_place_with_unknown_keys_alone_leaves_no_trace(html_of):
    assert html_of("<p>x [[ref:nobody]], [[ref:no-one]] y.</p>") == "<p>x y.</p>"


@pytest.mark.parametrize(
    "written",
    ["[[ref:<b>a</b>]]", "[[ref:a", "[[ref:a<i>]]</i>", "[<b>[ref:a]]</b>", "[[re<b>f:a]]</b>", "[[ref:a b]]"],
)
def test_broken_token_never_shows_to_readers_and_is_named_in_preview(html_of, written):
    live = html_of(f"<p>Before {written}</p>")
    assert "ref" not in live
    assert "[" not in live
    assert "]" not in live
    assert "Before" in live
    preview = html_of(f"<p>Before {written}</p>", is_preview=True)
    assert '<mark class="citation-problem">broken citation: ref:a' in preview
    assert "[[" not in preview


def test_token_that_is_written_with_entities_is_a_token(plain_citations):
    assert plain_citations("<p>x &#91;&#x5b;ref:a&rsqb;]</p>") == f"<p>x<sup>{ONE}</sup></p>"


def test_preview_mark_escapes_what_was_typed(html_of):
    assert "<script>" not in html_of("<p>x [[ref:&lt;script&gt;alert]]</p>", is_preview=True)


def test_imported_number_without_a_reference_stays_as_it_is(html_of):
    assert html_of("<p>x [[ref:2]] y [[ref:1]]</p>") == "<p>x<sup>2</sup> y<sup>1</sup></p>"


def test_imported_number_is_never_given_to_a_reference(plain_citations, rendered):
    text = "<p>x[[ref:a]] y[[ref:1]] z[[ref:b]] [[ref:1]]</p>"
    assert plain_citations(text) == "<p>x<sup><a>2</a></sup> y<sup>1</sup> z<sup>1,<a>3</a></sup></p>"
    assert [cited.number for cited in rendered(text).references] == [2, 3]


def test_tied_number_behaves_as_any_reference(client, write, library):
    page = write("<p>x[[ref:a]] y[[ref:2]] z[[ref:1]]</p>", kind="story")  # information waits for all its sources
    page.sources = [ArticleSource(imported_number="2", reference=library["c"]), ArticleSource(imported_number="1")]
    page.save()
    html = client.get(page.url).content.decode()
    assert 'aria-label="reference 3 of 3">3</a></sup> z<sup>1</sup>' in html
    assert "Source C" in html


def test_number_and_key_of_one_reference_share_its_number(write, library):
    page = write("<p>x[[ref:2]] y[[ref:a,2]]</p>")
    page.sources = [ArticleSource(imported_number="2", reference=library["a"])]
    (cited,) = render_body(page).references
    assert (cited.number, cited.backlinks) == (1, ("cite-1-1", "cite-1-2"))


def test_sources_count_before_they_are_saved(write, library):
    """Previews render an article whose sources are in memory only."""
    page = write("<p>x[[ref:7]]</p>")
    page.sources = [ArticleSource(imported_number="7", reference=library["a"])]
    assert [cited.reference for cited in render_body(page, is_preview=True).references] == [library["a"]]


def test_citations_are_numbered_over_the_whole_body(rendered):
    table = {
        "caption": "Tests [[ref:d]]",
        "columns": [{"type": "text", "heading": "When [[ref:e]]"}],
        "rows": [{"values": ["Daily [[ref:f]]"]}],
    }
    body = rendered(
        {"type": "key_points", "value": {"points": ["<p>One[[ref:c]]</p>", "<p>Two</p>"]}},
        {"type": "callout", "value": {"title": "Mind", "text": "<p>x[[ref:b]]</p>"}},
        {"type": "table", "value": {"table": table, "first_column_is_header": True, "note": "Note [[ref:g]]"}},
        {"type": "questions", "value": {"title": "Ask", "introduction": "", "questions": ["Why [[ref:h]]?"]}},
        "<p>x[[ref:a,c]]</p>",
    )
    assert {cited.number: cited.reference.key for cited in body.references} == dict(enumerate("cbdefgha", start=1))
    assert "[[" not in body.html


def test_table_that_names_its_caption_twice_cites_once(rendered):
    """The name of the scrolling region repeats the caption in an attribute."""
    table = {"caption": "Tests [[ref:a]]", "columns": [{"type": "text", "heading": ""}], "rows": []}
    (cited,) = rendered({"type": "table", "value": {"table": table}}).references
    assert len(cited.backlinks) == 1


def test_summary_of_details_loses_tokens(rendered):
    body = rendered({"type": "details", "value": {"summary": "Doses [[ref:a]]", "text": "<p>x[[ref:b]]</p>"}})
    assert "Doses</summary>" in body.html
    assert [cited.reference.key for cited in body.references] == ["b"]


@pytest.mark.parametrize("count", [5, 60])
def test_rendering_takes_three_queries_however_many_references(
    write, django_assert_num_queries, django_assert_max_num_queries, count
):
    Reference.objects.bulk_create(Reference(key=f"k-{number}", title="T") for number in range(count))
    page = write("".join(f"<p>x[[ref:k-{number}]] y[[ref:{number + 1}]]</p>" for number in range(count)))
    page.body.stream_block.render(page.body)
    with django_assert_num_queries(3):
        assert len(render_body(page).references) == count


def test_article_without_citations_asks_only_for_the_glossary(write, django_assert_num_queries):
    page = write("<p>Nothing to see.</p>")
    with django_assert_num_queries(1):
        render_body(page)


def test_labels_are_translated(rendered, monkeypatch):
    german = {"reference %(number)d of %(total)d": "Quelle %(number)d von %(total)d"}
    monkeypatch.setattr(superscripts, "_", german.get)
    assert 'aria-label="Quelle 1 von 1"' in rendered("<p>x[[ref:a]]</p>").html
