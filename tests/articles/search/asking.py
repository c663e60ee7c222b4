"""Articles to be found, and the search page as its tests ask it."""

from django.db import connection
from django.urls import reverse

from articles.models import ArticlePage
from tests.reviewing import add_live

# Queries more on PostgreSQL, which is asked for what matches first: one, and four around it for a setting of its own.
FOR_WHAT_MATCHES = 5 if connection.vendor == "postgresql" else 0


def text(*paragraphs):
    return [{"type": "text", "value": "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)}]


def add_article(topic, title, *paragraphs, live=True, **fields):
    page = ArticlePage(title=title, body=text(*paragraphs), live=live, **fields)
    return add_live(topic, page) if live else topic.add_child(instance=page)


def titles(response):
    return [hit.title.replace("<mark>", "").replace("</mark>", "") for hit in response.context["hits"]]


def ask(client, **query):
    response = client.get(reverse("search"), query)
    assert response.status_code == 200
    return response
