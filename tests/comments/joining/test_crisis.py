"""Somebody who may be in danger sees whom to call, at once: in the preview, and after sending."""

import pytest

from comments.models import Comment, Conversation, ConversationSettings, HelpLine
from tests.comments.joining.walking import TEXT
from tests.conversing import RULES, publish_rules


@pytest.fixture
def alarmed(settings, community):
    """Every comment sounds dangerous, and there are lines to call."""
    settings.COMMENT_DETECTORS = ["tests.comments.test_flow.Alarming"]
    ours = ConversationSettings.objects.create(site=community, country="DE")
    HelpLine.objects.create(
        settings=ours, country="DE", name="Telefonseelsorge", phone="0800 111 0 111", hours="always"
    )
    HelpLine.objects.create(settings=ours, country="ES", name="Línea 024", phone="024")


def test_the_preview_shows_help_above_everything(alarmed, walk):
    walk.to_words()
    walk.words(act="preview")
    assert "Telefonseelsorge" in walk.html
    assert 'href="tel:08001110111"' in walk.html
    assert "024" not in walk.html
    assert walk.html.index("Telefonseelsorge") < walk.html.index("This is how it will look")
    assert not Comment.objects.exists()


def test_after_sending_help_comes_first_then_the_way_to_the_status_page(alarmed, walk):
    walk.to_words()
    for _time in range(2):
        walk.words()
        assert walk.response.status_code == 200
        assert "0800 111 0 111" in walk.html
        assert "/conversation/status/" in walk.html
        assert TEXT not in walk.html
    assert Comment.objects.count() == 1


def test_nobody_else_sees_it(walk):
    walk.to_words()
    walk.words(act="preview")
    assert "You are not alone" not in walk.html


def test_help_is_shown_where_the_words_are_refused_too(alarmed, walk, article, community):
    walk.to_words()
    walk.words(name="Dr. Bob")
    assert walk.response.status_code == 422
    assert "Telefonseelsorge" in walk.html
    publish_rules(community, [*RULES, ("new", "A new rule.")])
    walk.words()
    assert walk.response.status_code == 409
    assert "Telefonseelsorge" in walk.html
    walk.rules()
    Conversation.objects.update_or_create(page=article, defaults={"site": community, "state": "closed"})
    walk.words()
    assert walk.response.status_code == 409
    assert "No comments can be added here now" in walk.html
    assert walk.html.index("Telefonseelsorge") < walk.html.index(TEXT)
    assert not Comment.objects.exists()


def test_a_closed_conversation_shows_no_help_to_who_only_looks(alarmed, walk, article, community):
    Conversation.objects.update_or_create(page=article, defaults={"site": community, "state": "closed"})
    walk.open()
    assert "No comments can be added here now" in walk.html
    assert "Telefonseelsorge" not in walk.html
