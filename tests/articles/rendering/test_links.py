import pytest
from django.utils import translation
from wagtail.models import Locale
from wagtail.rich_text import expand_db_html

from articles.rendering import render_body


def link(page):
    return f'<a id="{page.pk}" linktype="page">there</a>'


def html(page):
    return str(render_body(page).html)


def test_link_leads_to_the_page_wherever_the_text_stands(write, article):
    table = {
        "caption": "",
        "columns": [{"type": "rich_text", "heading": "x"}],
        "rows": [{"values": [f"<p>{link(article)}</p>"]}],
    }
    page = write(
        f"<p>{link(article)}</p>",
        {"type": "callout", "value": {"title": "x", "text": f"<p>{link(article)}</p>"}},
        {"type": "key_points", "value": {"points": [f"<p>{link(article)}</p>", "<p>x</p>"]}},
        {"type": "table", "value": {"table": table}},
    )
    assert html(page).count(f'<a href="{article.url}">there</a>') == 4


def test_links_to_pages_cost_one_query_however_many(write, article, topic, django_assert_num_queries):
    assert article.url  # Wagtail asks for the sites' addresses once and keeps them
    page = write("<p>No link.</p>")
    with django_assert_num_queries(1):
        render_body(page)
    many = write(*(f"<p>{link(article)} {link(topic)}</p>" for _number in range(20)))
    with django_assert_num_queries(2):
        render_body(many)


@pytest.mark.parametrize("id_", ["999999", "", "x", "99999999999999999999", "²"])
def test_link_to_nowhere_stays_text(write, db, id_):
    assert "<a>there</a>" in html(write(f'<p><a id="{id_}" linktype="page">there</a></p>'))


def test_link_to_a_page_that_is_not_live_stays_text(write, article):
    article.unpublish()
    assert "<a>there</a>" in html(write(f"<p>{link(article)}</p>"))


def test_link_leads_to_the_page_in_the_language_of_the_article(write, spanish_article, article):
    page = write(f"<p>{link(article)}</p>")
    page.locale = Locale.objects.get(language_code="es")
    assert f'<a href="{spanish_article.url}">there</a>' in html(page)


def test_stored_links_stay_as_they_are(write, article):
    page = write(f"<p>{link(article)}</p>")
    before = page.body.get_prep_value()
    render_body(page)
    assert page.body.get_prep_value() == before


def test_link_in_other_rich_text_costs_one_query_and_never_leads_to_a_draft(article, django_assert_num_queries):
    assert article.url
    with django_assert_num_queries(1):
        assert expand_db_html(f"{link(article)} {link(article)}") == " ".join(
            [f'<a href="{article.url}">there</a>'] * 2
        )
    article.unpublish()
    assert expand_db_html(link(article)) == "<a>there</a>"


def test_link_in_other_rich_text_follows_the_language(article, spanish_article):
    with translation.override("es"):
        assert expand_db_html(link(article)) == f'<a href="{spanish_article.url}">there</a>'
