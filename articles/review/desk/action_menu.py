"""The buttons of the editor, where a medical review decides: what can't be published is submitted, and a reviewer is
led to the desk. Wagtail's own buttons to approve or reject never stand at the medical step.
"""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.action_menu import ActionMenuItem, PublishMenuItem, SubmitForModerationMenuItem
from wagtail.models import Page, WorkflowState

from articles.models import ArticlePage, MedicalReviewTask
from articles.review import submission
from articles.review.current import current_review, needs_review
from articles.review.desk.frame import ICON, review_url
from articles.review.eligibility import may_review

ARTICLE_TO_ADD = {"content_type_app_name": "articles", "content_type_model_name": "articlepage"}


class ReviewLink(ActionMenuItem):
    """Leads a reviewer to the desk."""

    label = _("Review")
    name = "action-review"
    icon_name = ICON

    def get_url(self, parent_context):
        return review_url(parent_context["page"].pk, text="draft")


class SubmitForReview(SubmitForModerationMenuItem):
    """Wagtail's button, which says where the draft goes."""

    template_name = "articles/review/desk/submit_button.html"

    def get_context_data(self, parent_context):
        context = super().get_context_data(parent_context)
        page = parent_context.get("page")
        state = page.current_workflow_state if page else None
        came_back = state is not None and state.status == WorkflowState.STATUS_NEEDS_CHANGES
        again = gettext("Submit again for medical review")
        return {**context, "label": again if came_back else gettext("Submit for medical review")}


class PublishAfterReview(PublishMenuItem):
    """Wagtail's button, which says before it is pressed what is missing. Pressed all the same, the form says it."""

    label = _("Publish: needs a medical review first")
    icon_name = "lock"


def lead_to_review(menu_items, request, context) -> None:
    """Shows the way on: "Review" first for reviewers; "Submit for medical review" next to saving for editors."""
    page = context.get("page")
    if page is None:
        may_need = context["view"] == "create" and ARTICLE_TO_ADD.items() <= request.resolver_match.kwargs.items()
        if may_need:
            _submit_instead_of_publishing(menu_items, context["parent_page"])
        return
    if not isinstance(page, ArticlePage) or not needs_review(page):
        return
    if not current_review(page).is_shown:
        _submit_instead_of_publishing(menu_items, page)
    if submission.waiting_state(page) and may_review(request.user):
        menu_items.insert(0, ReviewLink())


def _submit_instead_of_publishing(menu_items, page: Page) -> None:
    if not any(isinstance(item, PublishMenuItem) for item in menu_items):
        return  # an author's draft goes to an editor first
    menu_items[:] = [
        PublishAfterReview(order=item.order) if isinstance(item, PublishMenuItem) else item for item in menu_items
    ]
    submit = next((item for item in menu_items if isinstance(item, SubmitForModerationMenuItem)), None)
    if submit and _leads_to_review(page):
        menu_items.remove(submit)
        menu_items.insert(1, SubmitForReview(order=submit.order))  # after saving, which one does all day


def _leads_to_review(page: Page) -> bool:
    workflow = page.get_workflow()
    steps = MedicalReviewTask.objects.filter(active=True, workflow_tasks__workflow=workflow)
    return workflow is not None and steps.exists()
