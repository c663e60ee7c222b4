"""What a browser sends when an article is edited: every field as the form shows it, with the test's changes."""

from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

FEATURES = ["h2", "h3", "ul", "ol", "bold", "italic", "link", "citation"]


def edit_url(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def edit_data(page, body=None, sources=(), **values):
    """Form data for ``page``. ``body`` is a list of (block type, form data); by default the page's texts."""
    texts = [("text", html(child.value.source)) for child in page.body if child.block_type == "text"]
    empty = inline_formset([])
    rows = [{"imported_number": number, "reference": tied.pk if tied else ""} for number, tied in sources]
    return nested_form_data(
        {
            "title": page.title,
            "slug": page.slug,
            "kind": page.kind,
            "summary": page.summary,
            "body": streamfield(texts if body is None else body),
            "article_authors": empty,
            "sources": inline_formset(rows),
            "further_topics": empty,
            "comments": empty,
            **values,
        }
    )


def html(source):
    """Rich text as the browser sends it."""
    return rich_text(source, features=FEATURES)


def panel_of(response):
    """The side panel "Before publication", parsed."""
    return BeautifulSoup(response.content, "html.parser").select_one("[data-side-panel=publication]")


def list_items(*values):
    """A list in a block."""
    items = {str(at): {"value": value, "deleted": "", "order": str(at), "id": ""} for at, value in enumerate(values)}
    return {"count": str(len(values)), **items}
