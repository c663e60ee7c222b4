"""Drafts of the demonstration on their way through the workflow: handed in, approved by an editor, decided on."""

from collections.abc import Callable

from wagtail.models import TaskState, WorkflowState

from articles.models import ArticlePage, ReviewDecision
from articles.review.signing import words_of
from articles.review.submission import end_step, waiting_state
from demo.history import dated, moment
from demo.reviews import decide
from demo.wording import differing
from portal.models import User

Fill = Callable[[ArticlePage, dict], None]  # puts the words of an entry into an article


def hand_in(draft: dict, article: ArticlePage, entry: dict, *, fill: Fill, accounts: dict[str, User]) -> None:
    """Hands in a draft of ``article``, worded as ``draft`` tells, and takes the steps that it names."""
    page = ArticlePage.objects.get(pk=article.pk)
    writer, editor = accounts[draft["by"]], accounts["editor"]
    if not page.live:
        page.owner = writer
        page.save()
    fill(page, differing(entry, wording=draft.get("wording")))
    with dated(page, moment(draft["day"])):
        page.save_revision(user=writer, log_action=True)
        state = page.get_workflow().start(page, writer)
    if "editor" in draft:
        with dated(page, moment(draft["editor"])):
            state.current_task_state.approve(user=editor)
    for decision in draft.get("decisions", []):
        with dated(page, moment(decision["day"])):
            _decide(decision, page, accounts=accounts)
    _date_steps(state, draft)


def _decide(decision: dict, page: ArticlePage, *, accounts: dict[str, User]) -> None:
    revision = page.get_latest_revision()
    entered = decide(decision, revision.as_object(), revision=revision, accounts=accounts)
    if entered.outcome == ReviewDecision.Outcome.CHANGES:
        step = waiting_state(page)
        end_step(step, revision, user=accounts[decision["by"]], approved=False, comment=words_of(entered))


def _date_steps(state: WorkflowState, draft: dict) -> None:
    """Each step begins when the one before it ended; the last one ends with the last decision."""
    begun = moment(draft["day"])
    WorkflowState.objects.filter(pk=state.pk).update(created_at=begun)
    days = [draft.get("editor", draft["day"]), *(decision["day"] for decision in draft.get("decisions", [])[-1:])]
    for step, end in zip(state.task_states.order_by("pk"), [*map(moment, days), None], strict=False):
        steps = TaskState.objects.filter(pk=step.pk)
        steps.update(started_at=begun)
        steps.exclude(finished_at=None).update(finished_at=end)
        begun = end
