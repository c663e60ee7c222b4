import pytest
from django.test import Client

from tests.comments.joining.walking import FROM_OUR_PAGE, Walk
from tests.conversing import open_conversations


@pytest.fixture
def browser():
    """Sends forms as a browser does that has our page open. Django's token would be asked for, if anything did."""
    return Client(enforce_csrf_checks=True, headers=FROM_OUR_PAGE)


@pytest.fixture
def walk(browser, article):
    """Joins the conversation under ``article``, step by step."""
    open_conversations(article.get_site())
    return Walk(browser, article)
