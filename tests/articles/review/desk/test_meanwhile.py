"""What happens when something changes while a reviewer reads: nothing is signed unseen, and nothing typed is lost."""

from articles.models import GlossaryTerm, Reference, ReviewDecision
from tests.articles.review.desk.conftest import hand_in, reload
from tests.articles.review.desk.filling import decisions, press, screen, was_refused
from tests.reviewing import a_reviewer

Outcome = ReviewDecision.Outcome
TYPED = {"note": "Please say for whom.", "interests": "I own shares of the maker.", "has_none": ""}


def test_change_meanwhile_refuses_the_signature_and_shows_what_is_new(client, reviewer, changed, editor):
    client.force_login(reviewer)
    html = screen(client, changed)
    changed.title = "When myeloma returns again"
    changed.save_revision(user=editor)
    response = press(client, changed, "approve", html=html, **TYPED)
    again = was_refused(response, changed, "New since you began to read", *[text for text in TYPED.values() if text])
    assert '<ins><span class="w-sr-only">new: </span> again<span' in again
    assert reload(changed).title == "When myeloma comes back"
    # What is shown now can be signed.
    press(client, changed, "approve", html=again)
    assert reload(changed).title == "When myeloma returns again"


def test_draft_that_saved_itself_over_its_own_revision_is_seen_too(client, reviewer, changed, editor):
    client.force_login(reviewer)
    html = screen(client, changed)
    changed.title = "When myeloma quietly returns"
    changed.save_revision(user=editor, overwrite_revision=changed.latest_revision)
    response = press(client, changed, "approve", html=html)
    assert "quietly" in was_refused(response, changed, "New since you began to read")


def test_reference_that_changed_meanwhile_is_seen_too(client, reviewer, article, editor):
    reference = Reference.objects.create(key="a", title="A trial")
    article.body = [{"type": "text", "value": "<p>So it is[[ref:a]].</p>"}]
    hand_in(article, editor)
    client.force_login(reviewer)
    html = screen(client, article)
    reference.title = "Another trial"
    reference.save()
    again = was_refused(press(client, article, "approve", html=html), article, "New since you began to read")
    assert "Reference a" in again


def test_explanation_that_changed_meanwhile_is_not_approved_unseen(client, reviewer, changed, community):
    term = GlossaryTerm.objects.create(term="illness", definition="As it was.", locale=community.root_page.locale)
    client.force_login(reviewer)
    html = screen(client, changed)
    term.definition = "As nobody saw it."
    term.save()
    again = was_refused(press(client, changed, "approve", html=html), changed, "An explanation of the glossary changed")
    assert "As nobody saw it." in again
    press(client, changed, "approve", html=again)
    assert ReviewDecision.objects.last().explanations == [{"term": "illness", "definition": "As nobody saw it."}]


def test_change_is_shown_even_if_something_else_was_missing(client, reviewer, changed, editor):
    client.force_login(reviewer)
    html = screen(client, changed)
    changed.title = "When myeloma returns again"
    changed.save_revision(user=editor)
    response = press(client, changed, "approve", html=html, due_on="")
    was_refused(response, changed, "Say when the next review is due.", "New since you began to read")


def test_forged_text_is_taken_for_an_unknown_one(client, reviewer, changed, editor):
    client.force_login(reviewer)
    html = screen(client, changed)
    changed.save_revision(user=editor)
    response = press(client, changed, "approve", html=html, shown="v1:0", shown_text="forged")
    assert "Please read it again below." in was_refused(response, changed)


def test_second_decision_on_the_same_screen_is_refused(client, reviewer, changed):
    client.force_login(reviewer)
    html = screen(client, changed)
    press(client, changed, "approve", html=html)
    again = press(client, changed, "approve", html=html)
    assert "Ruth Adler decided on this article meanwhile: Approved." in again.content.decode()
    assert decisions(changed) == [Outcome.APPROVED] * 2


def test_two_reviewers_do_not_decide_past_each_other(client, reviewer, changed):
    client.force_login(reviewer)
    html = screen(client, changed)
    client.force_login(a_reviewer("tom"))
    press(client, changed, "changes", note="Not yet.")
    client.force_login(reviewer)
    response = press(client, changed, "approve", html=html, note="All is well.")
    assert "Tom Adler decided on this article meanwhile: Changes requested." in response.content.decode()
    assert "All is well." in response.content.decode()
    assert decisions(changed) == [Outcome.APPROVED, Outcome.CHANGES]
