"""The dashboard: what a person does first, what waits for them, where they left off. Every count links to what it
counts, and a panel with nothing in it says so. Each panel shows ``MOST`` entries and asks a fixed number of queries.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, Exists, F, Model, OuterRef, Q
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.site_summary import PagesSummaryItem, SummaryItem
from wagtail.admin.ui.components import Component
from wagtail.admin.views.home import (
    RecentEditsPanel,
    UserObjectsInWorkflowModerationPanel,
    WorkflowObjectsToModeratePanel,
)
from wagtail.images import get_image_model
from wagtail.images.wagtail_hooks import ImagesSummaryItem
from wagtail.models import Page, PageLogEntry, TaskState, WorkflowState, get_default_page_content_type
from wagtail.permissions import policy_registry

MOST = 8  # entries in a panel
REPLACED = (RecentEditsPanel, UserObjectsInWorkflowModerationPanel, WorkflowObjectsToModeratePanel)


def may(user: Any, model: type[Model], *actions: str) -> bool:
    """Whether ``user`` may do any of ``actions`` with rows of ``model``."""
    return policy_registry.get_by_type(model).user_has_any_permission(user, set(actions))


@dataclass(frozen=True)
class Step:
    """One thing that a person may do first."""

    label: Any
    url: str
    icon: str


class FirstStepsPanel(Component):
    """What the person's rights let them do first: what the functions on the hook ``register_first_steps`` offer."""

    name = "first_steps"
    order = 50
    template_name = "wagtailadmin/home/first_steps.html"

    def __init__(self, user):
        self.user = user

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        return {"steps": [step for offer in hooks.get_hooks("register_first_steps") for step in offer(self.user)]}


class ListPanel(Component):
    """A list of pages with one line each, or a kind sentence where there are none."""

    template_name = "wagtailadmin/home/list_panel.html"
    heading: Any = ""
    empty: Any = ""

    def __init__(self, user):
        self.user = user

    @cached_property
    def lines(self) -> list[dict[str, Any]]:
        """The lines: ``title``, ``url`` and, where there is one, ``when`` or ``note``."""
        raise NotImplementedError

    @property
    def more_url(self) -> str:
        """Where the whole list stands, or an empty string."""
        return ""

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        return {
            "panel_id": self.name,
            "heading": self.heading,
            "empty": self.empty,
            "lines": self.lines[:MOST],
            "has_more": len(self.lines) > MOST,
            "more_url": self.more_url,
        }


def edit_url(page: Page) -> str:
    """The page's address in the editor."""
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def line(page: Page, *, when: Any, note: Any) -> dict[str, Any]:
    """A line that leads to the page in the editor."""
    return {"title": page.get_admin_display_title(), "url": edit_url(page), "when": when, "note": note}


def drafts_of(user):
    """Pages with unpublished changes that ``user`` owns or has edited, may change, and has not handed in."""
    edited = PageLogEntry.objects.filter(page=OuterRef("pk"), user=user, action="wagtail.edit")
    awaiting = WorkflowState.objects.filter(
        base_content_type=get_default_page_content_type(),
        object_id=Cast(OuterRef("pk"), CharField()),
        status=WorkflowState.STATUS_IN_PROGRESS,
    )
    pages = policy_registry.get_by_type(Page).instances_user_has_permission_for(user, "change")
    return (
        pages.filter(Q(owner=user) | Exists(edited), has_unpublished_changes=True)
        .exclude(Exists(awaiting))
        .exclude(depth=1)
        .order_by(F("latest_revision_created_at").desc(nulls_last=True), "-pk")
    )


class MyDraftsPanel(ListPanel):
    """The person's own unfinished work, newest first."""

    name = "my_drafts"
    order = 100
    heading = _("Your drafts")
    empty = _("You have no unfinished drafts. Everything you wrote is published or waits for approval.")

    @property
    def more_url(self):
        return f"{reverse('wagtailadmin_explore_root')}?search_all=1&owner={self.user.pk}"

    @cached_property
    def lines(self):
        return [
            line(
                page,
                when=page.latest_revision_created_at,
                note=_("has changes that are not published") if page.live else _("not published yet"),
            )
            for page in drafts_of(self.user)[: MOST + 1]
        ]


class HandedInPanel(ListPanel):
    """The person's drafts that wait for somebody else, or came back with a wish. Hidden when there are none."""

    name = "handed_in"
    order = 110
    heading = _("Handed in by you")

    def __init__(self, request):
        super().__init__(request.user)
        self.request = request

    @cached_property
    def lines(self):
        context = UserObjectsInWorkflowModerationPanel().get_context_data({"request": self.request})
        return [
            line(
                state.content_object,
                when=state.current_task_state and state.current_task_state.started_at,
                note=self.note(state),
            )
            for state in context["workflow_states"][: MOST + 1]
            if isinstance(state.content_object, Page)
        ]

    @staticmethod
    def note(state: WorkflowState) -> str:
        """Where the draft is."""
        if state.status == WorkflowState.STATUS_NEEDS_CHANGES:
            return gettext("changes were asked for")
        return gettext("waits for: %(task)s") % {"task": state.current_task_state.task.name}

    def render_html(self, parent_context=None):
        return super().render_html(parent_context) if self.lines else ""


class RecentlyPublishedPanel(ListPanel):
    """What readers have seen anew, newest first."""

    name = "recently_published"
    order = 400
    heading = _("Recently published")
    empty = _("Nothing has been published yet.")

    @cached_property
    def lines(self):
        pages = policy_registry.get_by_type(Page).explorable_instances(self.user)
        newest = pages.live().filter(last_published_at__isnull=False).order_by("-last_published_at")[: MOST + 1]
        return [
            {"title": page.title, "url": page.full_url or edit_url(page), "when": page.last_published_at}
            for page in newest
        ]


class WaitingForApprovalPanel(ListPanel):
    """What waits for this person's approval. One approves in the editor, with the text in view."""

    name = "waiting_for_approval"
    order = 75
    heading = _("Waiting for your approval")
    empty = _("Nothing waits for your approval. Well done.")

    @cached_property
    def lines(self):
        states = (
            TaskState.objects.reviewable_by(self.user)
            .select_related("revision__user")
            .prefetch_related("revision__content_object")
            .order_by("started_at")[: MOST + 1]
        )
        return [
            {
                "title": state.revision.object_str,
                "url": edit_url(state.revision.content_object),
                "when": state.started_at,
                "note": state.revision.user and gettext("by %(person)s") % {"person": state.revision.user},
            }
            for state in states
            if isinstance(state.revision.content_object, Page)
        ]

    @property
    def more_url(self):
        return f"{reverse('wagtailadmin_reports:workflow')}?reviewable=true"


class CountItem(SummaryItem):
    """A count that links to what it counts."""

    template_name = "wagtailadmin/home/count_item.html"

    def __init__(self, request, *, order, count, one, many, url, icon):
        super().__init__(request)
        self.order = order
        label = one if count == 1 else many
        self.context = {"count": count, "label": label, "url": url, "icon": icon}

    def get_context_data(self, parent_context):
        return self.context


def arrange_panels(request, panels):
    """Replaces Wagtail's own panels where ours say more, and adds the person's drafts and what was published."""
    user = request.user
    panels[:] = [panel for panel in panels if not isinstance(panel, REPLACED)]
    panels.append(FirstStepsPanel(user))
    if may(user, Page, "publish"):
        panels.append(WaitingForApprovalPanel(user))
    if may(user, Page, "add", "change"):
        panels += [MyDraftsPanel(user), HandedInPanel(request)]
    if policy_registry.get_by_type(Page).explorable_root_instance(user):
        panels.append(RecentlyPublishedPanel(user))


def arrange_counts(request, items):
    """Replaces Wagtail's counts of pages and images by one of pictures, for those who use them."""
    items[:] = [item for item in items if not isinstance(item, PagesSummaryItem | ImagesSummaryItem)]
    pictures = policy_registry.get_by_type(get_image_model())
    if pictures.user_has_any_permission(request.user, {"add", "change"}):
        usable = pictures.instances_user_has_any_permission_for(request.user, {"change", "choose"})
        items.append(
            CountItem(
                request,
                order=90,
                count=usable.count(),
                one=_("Picture"),
                many=_("Pictures"),
                url=reverse("wagtailimages:index"),
                icon="image",
            )
        )
