"""A desk with something on it: an article that changed and was handed in, and reviews made on earlier days."""

import io
from datetime import timedelta
from unittest import mock
from zoneinfo import ZoneInfo

import pytest
from django.contrib.auth.models import Group
from django.core.files.images import ImageFile
from django.utils import timezone
from PIL import Image

from articles.models import ArticlePage
from articles.review import signing
from portal.models import Picture, User
from tests.reviewing import a_reviewer, sign


def community_day():
    """Today, where the community of the tests is."""
    return timezone.localdate(timezone=ZoneInfo("Europe/Berlin"))


def hand_in(page, user):
    """Saves ``page`` as a draft and hands it in, as ``user``."""
    page.save_revision(user=user)
    page.get_workflow().start(page, user)
    return page


def reload(page):
    """The article as the database has it."""
    return ArticlePage.objects.get(pk=page.pk)


def sign_before(page, *, days, due_in, **options):
    """Approves the newest draft ``days`` ago; the next review is due in ``due_in`` days (or was, if below zero)."""
    past = community_day() - timedelta(days=days)
    with mock.patch.object(signing, "today_for", return_value=past):
        return sign(page, due_on=community_day() + timedelta(days=due_in), **options)


@pytest.fixture
def editor(db):
    """Edith, an editor."""
    user = User.objects.create_user("edith", email="edith@example.org", first_name="Edith", last_name="Brandt")
    user.groups.add(Group.objects.get(name="Editors"))
    return user


@pytest.fixture
def reviewer(db):
    """Ruth, a reviewer with a credential."""
    return a_reviewer()


@pytest.fixture
def changed(article, editor):
    """The article with another title, handed in by the editor. Readers see the approved text."""
    article.title = "When myeloma returns"
    return hand_in(article, editor)


@pytest.fixture
def draft(topic, editor):
    """``draft("Title")``: a new article by the editor that nobody has handed in."""

    def _draft(title, **values):
        number = ArticlePage.objects.count()
        page = ArticlePage(title=title, slug=f"draft-{number}", summary="In short.", live=False, owner=editor, **values)
        topic.add_child(instance=page)
        page.save_revision(user=editor)
        return page

    return _draft


@pytest.fixture
def today():
    """Today, where the community is."""
    return community_day()


@pytest.fixture
def picture_block(db):
    """``picture_block("Six cells")``: a block with a picture and this alternative text."""
    drawn = io.BytesIO()
    Image.new("RGB", (60, 40), "#e6d7c3").save(drawn, "PNG")
    picture = Picture.objects.create(title="Marrow", file=ImageFile(drawn, name="marrow.png"), credit="Example Press")

    def _block(alt_text):
        image = {"image": picture.pk, "alt_text": alt_text, "decorative": False}
        return {"type": "figure", "value": {"image": image, "caption": "Cells", "credit": ""}}

    return _block
