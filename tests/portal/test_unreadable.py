"""What no form of the admin sends gets a sentence. What is our own fault stays an error."""

import json

import pytest
from django.urls import NoReverseMatch, reverse
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.models import Locale

from portal.models import StandardPage, User
from portal.unreadable import UnreadableRequestMiddleware, told


@pytest.fixture
def ada(client, db):
    """An administrator, signed in."""
    client.force_login(User.objects.create_superuser("ada"))
    client.raise_request_exception = False
    return client


def is_told(response):
    return response.status_code == 400 and b"This could not be read" in response.content


def test_an_editor_s_form_without_its_blocks_is_told(ada, article):
    form = {"title": article.title, "slug": article.slug}
    response = ada.post(reverse("wagtailadmin_pages:edit", args=[article.pk]), form)
    assert is_told(response)
    assert b"Traceback" not in response.content


def test_a_place_that_is_no_number_is_told(ada, article):
    copied = {"new_title": "Copy", "new_slug": "copy", "new_parent_page": "not a page"}
    assert is_told(ada.post(reverse("wagtailadmin_pages:copy", args=[article.pk]), copied))


def test_a_way_back_that_is_no_address_is_told(ada, article):
    assert is_told(ada.post(reverse("wagtailadmin_pages:unpublish", args=[article.pk]), {"next": "-1"}))


def test_a_search_for_very_many_words_answers(ada, article):
    listing = reverse("wagtailadmin_explore_results", args=[article.get_parent().pk])
    assert ada.get(listing, {"q": "word " * 4_000}).status_code == 200


def test_a_language_into_which_the_page_above_is_not_translated_is_told(ada, article):
    spanish, _made = Locale.objects.get_or_create(language_code="es")
    address = reverse("simple_translation:submit_page_translation", args=[article.pk])
    assert is_told(ada.post(address, {"locales": [spanish.pk]}))
    assert not article.get_translations().exists()


BLOCK = {"key": "a", "text": "abc", "type": "unstyled", "depth": 0, "inlineStyleRanges": [], "entityRanges": []}
PLACE = {"offset": 0, "length": 1, "key": 0}


@pytest.mark.parametrize(
    "sent",
    [
        -1,
        [1],
        {"blocks": -1, "entityMap": {}},
        {"blocks": [1], "entityMap": {}},
        {"blocks": [BLOCK | {"text": {"a": 1}}], "entityMap": {}},
        {"blocks": [BLOCK | {"text": True}], "entityMap": {}},
        {"blocks": [BLOCK | {"inlineStyleRanges": [{}]}], "entityMap": {}},
        {"blocks": [BLOCK | {"inlineStyleRanges": [PLACE | {"length": -1, "style": "BOLD"}]}], "entityMap": {}},
        {"blocks": [BLOCK | {"entityRanges": [PLACE]}], "entityMap": {}},
        {
            "blocks": [BLOCK | {"entityRanges": [PLACE | {"length": -1}]}],
            "entityMap": {"0": {"type": "LINK", "data": {}}},
        },
        {"blocks": [BLOCK | {"entityRanges": [PLACE]}], "entityMap": {"0": {"type": "LINK", "data": [1]}}},
    ],
    ids=json.dumps,
)
def test_words_that_the_editor_of_texts_does_not_send_are_told(ada, community, sent):
    page = community.root_page.add_child(instance=StandardPage(title="About us", slug="about", body="<p>Ours.</p>"))
    form = {"title": page.title, "slug": page.slug, "role": "", "body": json.dumps(sent)}
    assert is_told(ada.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), form))
    assert StandardPage.objects.get().get_latest_revision() is None


def test_a_text_that_can_not_be_read_where_nobody_sent_one_stays_an_error(rf):
    with pytest.raises(AttributeError) as raised:
        ContentstateConverter(features=["bold"]).to_database_format("-1")
    assert told(rf.get("/admin/pages/3/edit/"), raised.value) is None


@pytest.mark.parametrize("error", [KeyError("ours"), ValueError("ours"), NoReverseMatch("ours"), RuntimeError("ours")])
def test_an_error_of_our_own_stays_one(rf, error):
    middleware = UnreadableRequestMiddleware(lambda request: None)
    with pytest.raises(type(error)) as raised:
        raise error
    assert middleware.process_exception(rf.post("/admin/pages/3/edit/"), raised.value) is None


def test_readers_pages_are_left_alone(rf):
    middleware = UnreadableRequestMiddleware(lambda request: None)
    assert middleware.process_exception(rf.post("/sign-up/"), OverflowError()) is None
