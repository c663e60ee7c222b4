"""The only way to decide: what each decision demands, what it keeps, and what it does to the line."""

from datetime import timedelta

import pytest
from wagtail.models import TaskState

from articles.models import ArticlePage, GlossaryTerm, ReviewDecision
from articles.models.decision import digest_of_text
from articles.publication.gate import PublicationRefusedError
from articles.review.canonical import canonical_text, digest_of
from articles.review.current import current_review
from articles.review.errors import SigningRefusedError, TextChangedError
from articles.review.explanations import approved_terms
from articles.review.signing import CHECKLIST, approve, decline, request_changes, withdraw
from articles.review.status import Standing
from articles.review.texts import has_other_draft
from portal.models import User
from tests.reviewing import a_reviewer, declaration, sign, today

BODY = [{"type": "text", "value": "<p>Take one tablet a day.</p>"}]


def reload(page):
    return ArticlePage.objects.get(pk=page.pk)


def draft_digest(page):
    return digest_of(reload(page).get_latest_revision_as_object())


@pytest.fixture
def page(topic):
    page = ArticlePage(title="Tablets", slug="tablets", body=BODY, live=False)
    topic.add_child(instance=page)
    page.save_revision()
    return page


@pytest.fixture
def live(page):
    sign(page)
    return reload(page)


def ask_for_changes(page, *, draft=True, **values):
    page = reload(page)
    shown = draft_digest(page) if draft else digest_of(page)
    return request_changes(
        page_id=page.pk,
        shown=shown,
        user=a_reviewer("otto"),
        declaration=declaration(**{"note": "Say more.", **values}),
        draft=draft,
    )


def test_an_approval_keeps_everything_that_it_rests_on(page):
    GlossaryTerm.objects.create(term="tablet", definition="A pill.", locale=page.locale)
    revision = page.get_latest_revision()
    decision = ReviewDecision.objects.get(pk=sign(page, note=" Fine. ", interests=" None ").pk)
    assert decision.outcome == "approved"
    assert (decision.page_id, decision.page_model, decision.page_title) == (page.pk, "articles.ArticlePage", "Tablets")
    assert decision.revision_id == revision.pk
    assert decision.snapshot == canonical_text(reload(page))
    assert decision.digest == digest_of_text(decision.snapshot)
    assert (decision.reviewer_name, decision.role, decision.board_name) == (
        "Ruth Adler",
        "reviewer",
        "Haematology Review Board",
    )
    assert decision.credentials[0]["licence"] == "1234567"
    assert (decision.declared_interests, decision.note) == ("None", "Fine.")
    assert decision.checklist == dict.fromkeys(CHECKLIST, True)
    assert (decision.reviewed_on, decision.due_on) == (today(), today() + timedelta(days=365))
    assert decision.explanations == [{"term": "tablet", "definition": "A pill."}]


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"interests": "  "}, "Declare your interests"),
        ({"checklist": {}}, "every point of the checklist"),
        ({"checklist": dict.fromkeys(list(CHECKLIST)[1:], True)}, "every point of the checklist"),
        ({"checklist": {**dict.fromkeys(CHECKLIST, True), "plain": False}}, "every point of the checklist"),
        ({"due_on": None}, "when the next review is due"),
        ({"due_on": today()}, "after today"),
        ({"due_on": today() - timedelta(days=1)}, "after today"),
        ({"due_on": today() + timedelta(days=36 * 31)}, "within 36 months"),
    ],
)
def test_an_approval_demands_every_answer(page, changes, reason):
    with pytest.raises(SigningRefusedError, match=reason):
        sign(page, **changes)
    assert not ReviewDecision.objects.exists()
    assert not reload(page).live
    assert sign(page).is_approval


def test_what_was_shown_is_what_is_signed(page):
    shown = draft_digest(page)
    draft = reload(page).get_latest_revision_as_object()
    draft.title = "Two tablets"
    draft.save_revision()
    for decide in (approve, request_changes, decline):
        with pytest.raises(TextChangedError, match="changed while you read it"):
            decide(page_id=page.pk, shown=shown, user=a_reviewer(), declaration=declaration(note="Note"))
    with pytest.raises(TextChangedError):
        approve(page_id=page.pk, shown="", user=a_reviewer(), declaration=declaration())
    assert not ReviewDecision.objects.exists()


def test_a_story_is_never_reviewed(topic):
    story = ArticlePage(title="Story", slug="story", kind="story", body=BODY, live=False)
    topic.add_child(instance=story)
    with pytest.raises(SigningRefusedError, match="never reviewed"):
        sign(story)


def test_an_alias_is_reviewed_at_its_source(live):
    alias = live.create_alias(update_slug="alias")
    with pytest.raises(SigningRefusedError, match="Review its source"):
        approve(page_id=alias.pk, shown=digest_of(live), user=a_reviewer(), declaration=declaration(), draft=False)


def test_a_text_with_a_problem_that_blocks_is_not_signed(page):
    draft = reload(page).get_latest_revision_as_object()
    draft.body = [{"type": "text", "value": "<p>A claim.[[ref:nobody]]</p>"}]
    draft.save_revision()
    with pytest.raises(SigningRefusedError, match="keeps it from the public"):
        sign(page)


def test_an_approval_that_can_not_bring_the_text_to_readers_is_not_kept(page, monkeypatch):
    monkeypatch.setattr("articles.publication.gate.CONDITIONS", [lambda page: ["Another condition."]])
    with pytest.raises(PublicationRefusedError, match="Another condition"):
        sign(page)
    assert not ReviewDecision.objects.exists()


def test_changes_that_were_asked_for_never_make_a_text_that_was_reviewed(page):
    with pytest.raises(SigningRefusedError, match="Say what should change"):
        ask_for_changes(page, note="")
    decision = ask_for_changes(page)
    assert decision.due_on is None
    review = current_review(reload(page).get_latest_revision_as_object())
    assert review.standing is Standing.NEVER
    assert review.before is None
    with pytest.raises(PublicationRefusedError, match="No medical reviewer has approved"):
        reload(page).get_latest_revision().publish()


def test_changes_that_are_asked_for_in_an_approved_text_take_the_approval_back(live):
    ask_for_changes(live, draft=False)
    review = current_review(reload(live))
    assert review.standing is Standing.WITHDRAWN
    assert not review.is_shown


def test_a_later_approval_of_the_same_text_counts_again(live):
    ask_for_changes(live, draft=False)
    decision = sign(live, draft=False)
    assert current_review(reload(live)).decision == decision


def test_changes_asked_for_in_a_draft_leave_the_approved_text_up(live):
    draft = reload(live)
    draft.title = "Two tablets"
    draft.save_revision()
    ask_for_changes(live)
    assert current_review(reload(live)).is_shown
    review = current_review(reload(live).get_latest_revision_as_object())
    assert review.standing is Standing.CHANGED
    assert review.before.page_title == "Tablets"


def test_declining_says_nothing_about_the_text(live):
    decision = current_review(live).decision
    conflict = {"page_id": live.pk, "shown": digest_of(live), "user": a_reviewer("otto"), "draft": False}
    with pytest.raises(SigningRefusedError, match="Name the conflict"):
        decline(**conflict, declaration=declaration(interests=""))
    decline(**conflict, declaration=declaration(interests="I hold shares."))
    assert current_review(reload(live)).decision == decision
    with pytest.raises(SigningRefusedError, match="no credential"):
        decline(**{**conflict, "user": User.objects.create(username="x")}, declaration=declaration())


def test_who_declined_an_article_decides_on_none_of_its_texts(live):
    otto, paula = a_reviewer("otto"), a_reviewer("paula")
    decline(
        page_id=live.pk, shown=digest_of(live), user=otto, draft=False, declaration=declaration(interests="Shares.")
    )
    live.title = "Two tablets"
    live.save_revision()
    with pytest.raises(SigningRefusedError, match="You declined this article"):
        sign(live, user=otto)
    assert sign(live, user=paula).is_approval


def test_an_approval_is_withdrawn_once_and_by_those_who_may(live, admin_user):
    reader = User.objects.create_user("reader", password="not-used")
    with pytest.raises(SigningRefusedError, match="may not withdraw"):
        withdraw(page_id=live.pk, user=reader, note="No.")
    with pytest.raises(SigningRefusedError, match="Say why"):
        withdraw(page_id=live.pk, user=admin_user, note=" ")
    approval = current_review(live).decision
    decision = withdraw(page_id=live.pk, user=admin_user, note="A new trial.")
    assert (decision.role, decision.credentials) == ("editor", [])
    assert (decision.digest, decision.revision_id) == (approval.digest, approval.revision_id)
    assert current_review(reload(live)).standing is Standing.WITHDRAWN
    with pytest.raises(SigningRefusedError, match="no approval"):
        withdraw(page_id=live.pk, user=admin_user, note="Again.")
    assert sign(live, draft=False) == current_review(reload(live)).decision


def test_the_approval_of_an_earlier_text_can_be_withdrawn_by_its_digest(live, admin_user):
    earlier = current_review(live).digest
    draft = reload(live)
    draft.title = "Two tablets"
    draft.save_revision()
    sign(live)
    withdraw(page_id=live.pk, user=admin_user, note="No.", digest=earlier)
    assert current_review(reload(live)).is_shown
    back = reload(live)
    back.title = "Tablets"
    with pytest.raises(PublicationRefusedError, match="withdrawn"):
        back.save_revision().publish()


def test_reviewed_again_with_nothing_to_change_takes_no_draft(live):
    again = sign(live, user=a_reviewer("otto"), draft=False)
    assert again.revision_id is None
    assert current_review(reload(live)).decision == again
    assert not has_other_draft(reload(live))


def test_a_draft_that_waits_for_an_editor_is_not_signed_before(page):
    author = User.objects.create_user("author", password="not-used")
    reload(page).get_workflow().start(reload(page), author)
    with pytest.raises(SigningRefusedError, match="waits for an editor first"):
        sign(page)


def test_an_approval_ends_the_step_and_publishes_what_was_approved(page, admin_user):
    state = reload(page).get_workflow().start(reload(page), admin_user)
    state.current_task_state.task.specific.on_action(state.current_task_state, admin_user, "approve")
    draft = reload(page).get_latest_revision_as_object()
    draft.title = "Two tablets"
    draft.save_revision()
    sign(page)
    state.refresh_from_db()
    assert state.status == "approved"
    assert reload(page).title == "Two tablets"
    assert current_review(reload(page)).is_shown


def test_asking_for_changes_ends_the_step(page, admin_user):
    state = reload(page).get_workflow().start(reload(page), admin_user)
    state.current_task_state.task.specific.on_action(state.current_task_state, admin_user, "approve")
    ask_for_changes(page)
    state.refresh_from_db()
    assert state.status == "needs_changes"
    assert TaskState.objects.get(pk=state.current_task_state_id).comment == "Say more."
    assert not reload(page).live


@pytest.mark.parametrize(
    ("days", "standing"),
    [(-1, Standing.OVERDUE), (0, Standing.DUE_SOON), (60, Standing.DUE_SOON), (61, Standing.CURRENT)],
)
def test_a_review_is_good_to_the_end_of_the_day_on_which_it_is_due(live, monkeypatch, days, standing):
    day = current_review(live).decision.due_on - timedelta(days=days)
    monkeypatch.setattr("articles.review.current.timezone.localdate", lambda: day)
    review = current_review(reload(live))
    assert review.standing is standing
    assert review.is_shown


def test_explanations_stand_with_a_reviewed_text_word_for_word_or_not_at_all(page):
    term = GlossaryTerm.objects.create(term="tablet", definition="A pill.", locale=page.locale)
    decision = sign(page)
    assert list(approved_terms([term], decision)) == [term]
    term.definition = "A pill!"
    assert list(approved_terms([term], decision)) == []
    assert list(approved_terms([term], None)) == [term]
