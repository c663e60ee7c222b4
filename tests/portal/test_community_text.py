from django.db import connection
from django.template import Context, Template
from django.test.utils import CaptureQueriesContext

from portal.models import StandardPage


def written(rf, html):
    return Template("{% load portal_tags %}{% community_text html %}").render(
        Context({"request": rf.get("/"), "html": html})
    )


def test_link_to_a_page_of_the_foot_needs_no_query_of_its_own(rf, community, django_assert_num_queries):
    page = community.root_page.add_child(
        instance=StandardPage(title="Editorial integrity", role="editorial-integrity", body="<p>How.</p>")
    )
    written(rf, "<p>Once, so that what is kept for a process is there.</p>")
    with CaptureQueriesContext(connection) as without_link:
        written(rf, "<p>No link.</p>")
    with django_assert_num_queries(len(without_link)):
        text = written(rf, f'<p>See <a id="{page.pk}" linktype="page">how we work</a>.</p>')
    assert '<a href="/editorial-integrity/">how we work</a>' in text


def test_link_to_another_page_is_looked_up(rf, article, community):
    link = f'<p><a id="{article.pk}" linktype="page">relapse</a></p>'
    assert '<a href="/multiple-myeloma/relapse/">relapse</a>' in written(rf, link)


def test_link_to_a_page_that_is_gone_is_no_link(rf, community):
    assert "<a>gone</a>" in written(rf, '<p><a id="99999" linktype="page">gone</a></p>')
