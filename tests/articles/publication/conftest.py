"""Articles on their way to the public, and the people who bring them there."""

import pytest
from django.contrib.auth.models import Group
from wagtail.models import GroupApprovalTask, Workflow, WorkflowTask

from articles.models import ArticlePage, ArticleSource, Reference
from portal.models import Picture


def text(html):
    return {"type": "text", "value": html}


KEY_POINTS = {"type": "key_points", "value": {"points": ["<p>One.</p>", "<p>Two.</p>"]}}


@pytest.fixture
def reference(db):
    return Reference.objects.create(key="moreau-2021", title="Treatment of relapse", year=2021)


@pytest.fixture
def draft(topic):
    """``draft(block, ...)``: a saved draft of reviewed information in good order but for what the test puts in."""

    def make(*blocks, sources=(), **fields):
        number = topic.get_children().count() + 1
        fields = {"title": f"Article {number}", "slug": f"a-{number}", "summary": "One sentence.", **fields}
        page = ArticlePage(body=[KEY_POINTS, *blocks], live=False, has_unpublished_changes=True, **fields)
        page.sources = [ArticleSource(imported_number=number, reference=tied) for number, tied in sources]
        return topic.add_child(instance=page)

    return make


@pytest.fixture
def picture(db):
    """A stored picture without a credit; only its row is needed."""
    return Picture.objects.create(title="Marrow", file="marrow.png", width=10, height=10)


@pytest.fixture
def figure(picture):
    """``figure(alt_text=..., decorative=..., credit=...)``: a picture block."""

    def make(*, alt_text="", decorative=False, credit="", image=picture.pk):
        value = {"image": image, "alt_text": alt_text, "decorative": decorative}
        return {"type": "figure", "value": {"image": value, "caption": "", "credit": credit}}

    return make


@pytest.fixture
def approval(db):
    """A workflow in which an editor approves."""
    task = GroupApprovalTask.objects.create(name="Approve")
    task.groups.add(Group.objects.get(name="Editors"))
    workflow = Workflow.objects.create(name="Approval")
    WorkflowTask.objects.create(workflow=workflow, task=task.task_ptr, sort_order=0)
    return workflow
