"""Two loads show the same: nothing depends on chance or on what was there before, and on the clock only what must."""

import hashlib
from datetime import UTC, date, datetime

import pytest
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from wagtail.models import Page, PageLogEntry, Revision, TaskState

from articles.models import ArticlePage, CorrectionReport, CoverageDay, ReviewDecision
from demo.pictures import DRAWINGS, PEOPLE, draw, draw_portrait
from portal.models import Picture
from tests.demo.loaded.test_reviews import STANDINGS, standings

pytestmark = pytest.mark.django_db


def snapshot() -> dict:
    """What the demonstration loads into an empty database, without the ids, taken back at once."""
    with transaction.atomic():
        call_command("load_demo", port=8000, verbosity=0)
        shown = {
            "pages": list(
                Page.objects.filter(depth__gt=1)
                .order_by("path")
                .values_list(
                    "path", "title", "url_path", "live", "go_live_at", "first_published_at", "last_published_at"
                )
            ),
            "block ids": [
                block.id
                for article in ArticlePage.objects.order_by("path")
                for block in article.get_latest_revision_as_object().body
            ],
            "pictures": sorted(Picture.objects.values_list("file", "file_hash")),
            "revisions": sorted(Revision.objects.values_list("created_at", flat=True)),
            "reviews": list(
                ReviewDecision.objects.order_by("number").values_list(
                    "page_title", "outcome", "reviewer_name", "reviewed_on", "due_on", "note", "passages"
                )
            ),
            "coverage": list(
                CoverageDay.objects.order_by("site__hostname", "day").values_list(
                    "day", "current", "due_soon", "overdue", "changed", "unreviewed"
                )
            ),
            "corrections": list(CorrectionReport.objects.order_by("reported_at").values_list("message", "handled_at")),
            "steps": list(
                TaskState.objects.order_by("pk").values_list("started_at", "finished_at", "status", "task__name")
            ),
            "log": sorted(PageLogEntry.objects.exclude(action="wagtail.delete").values_list("timestamp", "action")),
        }
        transaction.set_rollback(True)
    return shown


def test_two_loads_are_the_same():
    one, other = snapshot(), snapshot()
    for part in one:
        assert one[part] == other[part], part


@pytest.mark.any_database
def test_the_states_of_reviews_are_the_same_in_a_later_year(monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: datetime(2029, 3, 1, 12, tzinfo=UTC))
    with transaction.atomic():
        call_command("load_demo", port=8000, verbosity=0)
        assert standings() == STANDINGS
        assert CoverageDay.objects.latest("day").day == date(2029, 2, 28)
        transaction.set_rollback(True)


@pytest.mark.parametrize("name", sorted(DRAWINGS))
def test_a_picture_is_drawn_the_same_every_time(name):
    assert digest(DRAWINGS[name]().png()) == digest(draw(name))


@pytest.mark.parametrize("name", sorted(PEOPLE))
def test_a_portrait_is_drawn_the_same_every_time(name):
    assert digest(draw_portrait(PEOPLE[name]).png()) == digest(draw(name))


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
