import pytest
from wagtail.models import Locale, Site

from articles.models import GlossaryTerm
from articles.rendering import render_body
from articles.rendering.term_index import Term, TermIndex, term_index


@pytest.fixture
def explain(db):
    """``explain(term, definition, other forms, site)`` adds a term to the glossary."""
    locale = Locale.get_default()

    def _explain(term, definition="Explained.", other_forms="", site=None, language=locale):
        return GlossaryTerm.objects.create(
            term=term, definition=definition, other_forms=other_forms, site=site, locale=language
        )

    return _explain


def found(text, *forms):
    """The words in ``text`` that are found, for terms with these forms (a term's other forms on further lines)."""
    terms = tuple(Term(*form.partition("\n")[::2], "Explained.") for form in forms)
    return [text[use.start : use.end] for use in TermIndex(terms).uses(text)]


def test_first_use_of_a_term_opens_its_explanation(html_of, rendered, explain):
    explain("remission", "A time without signs of illness.")
    button = '<button type="button" class="term" popovertarget="term-remission">Remission</button>'
    html = f'<span class="unbroken">{button}</span>'
    assert html_of("<p>Remission comes. Then remission goes.</p>") == f"<p>{html} comes. Then remission goes.</p>"
    (explained,) = rendered("<p>In remission.</p>").terms
    assert explained == ("term-remission", "remission", "A time without signs of illness.")


def test_bracket_and_quotation_mark_that_open_before_a_term_stay_on_its_line(html_of, explain):
    explain("remission")
    html = html_of("<p>The quiet time (“remission”).</p>")
    assert html.startswith('<p>The quiet time <span class="unbroken">(“<button')
    assert html.endswith("remission</button></span>”).</p>")


def test_reader_finds_the_explanation_on_the_page(client, write, explain):
    explain("remission", "A time without signs of illness.")
    html = client.get(write("<p>In remission.</p>").url).content.decode()
    assert html.count('id="term-remission"') == 1
    assert "A time without signs of illness." in html


def test_term_is_explained_once_whichever_form_comes_first(html_of, explain):
    explain("stem cell", other_forms="stem cells")
    html = html_of("<p>Stem cells are young. A stem cell divides.</p>")
    assert html.count("<button") == 1
    assert ">Stem cells</button></span> are" in html


def test_longest_form_is_taken_and_what_it_holds_is_explained_later(html_of, explain):
    explain("stem cell")
    explain("stem cell transplant")
    html = html_of("<p>A stem cell transplant replaces a stem cell.</p>")
    assert ">stem cell transplant</button></span> replaces a <span" in html


@pytest.mark.parametrize(
    ("text", "form", "words"),
    [
        ("Relapse, relapses and relapsed", "relapse", ["Relapse"]),
        ("an MI; the Mi tribe, mi", "MI", ["MI"]),
        ("IgG and IGG and igg", "IgG", ["IgG", "IGG", "igg"]),
        ("remission-free, non-remission, remission", "remission", ["remission"]),
        ("the patient's wish", "patient", ["patient"]),
        ("a T‑cell and a T-cell", "T-cell", ["T‑cell", "T-cell"]),
        ("Crohn’s disease", "Crohn's disease", ["Crohn’s disease"]),
        ("bone\u00a0marrow and bone\nmarrow", "bone marrow", ["bone\u00a0marrow", "bone\nmarrow"]),
        ("del(17p) is a loss, del(17p)x", "del(17p)", ["del(17p)", "del(17p)"]),
        ("R&amp;D and amp", "R&D", ["R&amp;D"]),
        ("this &amp; that, 2 &lt; 3", "amp\nlt", []),
        ("ÄRZTE und ärzte", "Ärzte", ["ÄRZTE", "ärzte"]),
        ("Лечение и лечение", "лечение", ["Лечение", "лечение"]),
        ("दवा दवाई", "दवा", ["दवा"]),
        ("CD20 and anti-CD20", "CD20", ["CD20"]),
        ("İstanbul remission", "remission", ["remission"]),
        ("", "remission", []),
        ("remission", "...", []),
    ],
)
def test_whole_words_are_found(text, form, words):
    assert found(text, form) == words


def test_decomposed_letters_match_composed_ones(html_of, explain):
    explain("anémie")
    assert "<button" in html_of("<p>L'ane\u0301mie passe.</p>")


def test_words_apart_by_wide_space_match(html_of, explain):
    explain("bone marrow")
    assert ">bone marrow</button>" in html_of("<p>The bone  \n marrow.</p>")


@pytest.mark.parametrize(
    "html",
    [
        '<p><a href="/x/">remission</a></p>',
        "<h2>remission</h2>",
        "<h3>The <b>remission</b></h3>",
        "<table><tr><th>remission</th></tr></table>",
        "<p>x<sup>remission</sup></p>",
        "<p><code>remission</code></p>",
        "<p><button>remission</button></p>",
        "<label>remission</label>",
        "<details><summary>remission</summary></details>",
        '<p><img alt="remission"></p>',
    ],
)
def test_some_places_are_never_explained(html_of, explain, html):
    explain("remission")
    assert 'class="term"' not in html_of(html)
    assert ">remission</button>" in html_of(f"{html}<p>remission</p>")


def test_explanations_are_those_of_the_community_and_shared_ones(write, community, explain):
    elsewhere = Site.objects.create(hostname="elsewhere.example", root_page_id=1, is_default_site=False)
    elsewhere.root_page = community.root_page.get_parent().add_child(
        instance=type(community.root_page)(title="Elsewhere", slug="elsewhere")
    )
    elsewhere.save()
    explain("relapse", "Of this community.", site=community)
    explain("relapse", "Shared.")
    explain("remission", "Shared.")
    explain("migraine", "Of another community.", site=elsewhere)
    terms = render_body(write("<p>relapse remission migraine</p>")).terms
    assert {explained.term: explained.definition for explained in terms} == {
        "relapse": "Of this community.",
        "remission": "Shared.",
    }


def test_terms_of_another_language_are_not_used(html_of, explain):
    explain("remission", language=Locale.objects.create(language_code="de"))
    assert "<button" not in html_of("<p>remission</p>")


def test_explanation_never_shows_a_token(rendered, explain):
    explain("remission", "A quiet time [[ref:a]].")
    assert rendered("<p>remission</p>").terms[0].definition == "A quiet time."


def test_terms_with_the_same_slug_get_different_anchors(rendered, explain):
    explain("café")
    explain("CAFE")
    body = rendered("<p>café CAFE</p>")
    assert [term.anchor for term in body.terms] == ["term-cafe", "term-cafe-2"]


def test_index_is_remembered_by_content():
    one = term_index((Term("a", "", "x"),))
    assert term_index((Term("a", "", "x"),)) is one
    assert term_index((Term("a", "", "y"),)) is not one


def test_explaining_costs_one_query_and_the_same_with_many_terms(write, explain, django_assert_num_queries):
    explain("remission")
    page = write("<p>remission</p>")
    with django_assert_num_queries(1):
        render_body(page)
    for number in range(20):
        explain(f"word{number}")
    with django_assert_num_queries(1):
        render_body(page)
