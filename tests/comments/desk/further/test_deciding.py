"""Appeals, reports, cases and conversations on their screens: each through its rule, with refusals in words."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import ModelLogEntry

from comments.desk.crisis_clock import clock_words, is_overdue, step_words
from comments.desk.screens import url_of
from comments.models import Appeal, Conversation, CrisisCase, Report
from comments.models.comment import State
from comments.rules.appealing import hear, open_appeal
from comments.rules.authoring import rewrite
from comments.rules.hearing_reports import refuse
from tests.comments.desk.further.conftest import WORDS
from tests.comments.rules.test_hearing_reports import a_report
from tests.conversing import a_comment, a_moderator, fresh, seen

NOTE = "We read it again, and we think as before."


def sent(client, name, pk, **data):
    return client.post(url_of(name, pk), data, follow=True).content.decode()


def as_shown(comment):
    return {"state": comment.state, "revision": comment.revision}


def test_an_appeal_shows_what_was_judged_by_which_rule_and_what_the_author_says(client, sign_in_as, desk):
    sign_in_as("Moderators")
    body = client.get(url_of("appeal", desk.appeal.pk)).content.decode()
    for words in ("Buy my tea!", "Be kind to everybody here.", "version 1 that the author accepted", WORDS, "mona"):
        assert words in body, words


@pytest.mark.parametrize(("outcome", "state"), [("upheld", State.REJECTED), ("overturned", State.PUBLISHED)])
def test_an_appeal_is_heard_with_an_answer(client, sign_in_as, desk, outcome, state):
    user, comment = sign_in_as("Moderators"), desk.appeal.comment
    assert "This field is required." in sent(client, "appeal", desk.appeal.pk, outcome=outcome, **as_shown(comment))
    sent(client, "appeal", desk.appeal.pk, outcome=outcome, note=NOTE, **as_shown(comment))
    desk.appeal.refresh_from_db()
    assert (desk.appeal.outcome, desk.appeal.heard_by, fresh(comment).state) == (outcome, user, state)
    assert NOTE in client.get(url_of("appeal", desk.appeal.pk)).content.decode()


def test_whoever_decided_before_finds_no_form_and_is_refused(client, desk):
    client.force_login(a_moderator("mona"))
    body = client.get(url_of("appeal", desk.appeal.pk)).content.decode()
    assert "You had a part" in body
    assert 'name="outcome"' not in body
    assert "decided before" in client.get(url_of("appeals")).content.decode()
    sent(client, "appeal", desk.appeal.pk, outcome="upheld", note=NOTE, **as_shown(desk.appeal.comment))
    assert Appeal.objects.get().outcome == "open"


def test_who_comes_second_is_told_who_was_faster(client, sign_in_as, desk):
    sign_in_as("Moderators")
    comment = desk.appeal.comment
    hear(desk.appeal, "upheld", by=a_moderator("max"), note=NOTE, seen=seen(comment))
    body = sent(client, "appeal", desk.appeal.pk, outcome="overturned", note="Mine.", **as_shown(comment))
    assert "max decided meanwhile: Upheld on appeal" in body
    assert fresh(comment).state == State.REJECTED


def test_appeals_that_wait_stand_first_and_one_that_rests_says_so(client, sign_in_as, desk, article):
    old = a_comment(article, state=State.REJECTED, address="dora@example.org")
    heard = open_appeal(old.pk, WORDS)
    hear(heard, "upheld", by=a_moderator("max"), note=NOTE, seen=seen(old))
    Appeal.objects.filter(pk=heard.pk).update(made_at=timezone.now() - timedelta(days=9))
    sign_in_as("Moderators")
    assert list(client.get(url_of("appeals")).context["object_list"]) == [desk.appeal, heard]
    rewrite(desk.appeal.comment_id, "Other words.", revision=1)
    assert "Rests:" in client.get(url_of("appeals")).content.decode()
    assert "nothing to hear" in client.get(url_of("appeal", desk.appeal.pk)).content.decode()


def test_reports_are_listed_by_comment_with_categories_and_weights(client, sign_in_as, desk, article):
    a_report(desk.published, "r2")
    a_report(desk.published, "r3", category=Report.Category.SPAM)
    danger = a_comment(article, state=State.PUBLISHED, address="emil@example.org")
    a_report(danger, category=Report.Category.DANGER)
    sign_in_as("Moderators")
    rows = client.get(url_of("reports")).context["object_list"]
    assert [row.pk for row in rows] == [danger.pk, desk.published.pk]
    assert rows[1].open_reports == 3
    assert (rows[1].reported.categories, rows[1].reported.weight) == ("Abuse or hatred (2), Advertising or spam", "3.0")


def settled(client, comment, outcome, **values):
    numbers = ",".join(str(pk) for pk in Report.objects.filter(comment=comment).values_list("pk", flat=True))
    data = {"outcome": outcome, "reports": numbers, "rule_code": "", **as_shown(comment), **values}
    return sent(client, "report", comment.pk, **data)


def test_reports_that_are_right_take_the_comment_down_by_a_rule(client, sign_in_as, desk):
    sign_in_as("Moderators")
    action = "removed" if desk.published.state == State.PUBLISHED else "rejected"
    assert "Choose the rule" in settled(client, desk.published, "right")
    settled(client, desk.published, "right", rule_code="kind")
    assert (Report.objects.get().outcome, fresh(desk.published).state) == ("upheld", action)
    assert "No report is open." in client.get(url_of("reports")).content.decode()


def test_reports_that_are_not_right_leave_it(client, sign_in_as, desk):
    sign_in_as("Moderators")
    settled(client, desk.published, "stays")
    assert (Report.objects.get().outcome, fresh(desk.published).state) == ("refused", desk.published.state)
    entry = ModelLogEntry.objects.get(action="comments.reports_settled")
    assert entry.message == "Reports settled (1): The comment stays"


def test_reports_that_somebody_settled_or_that_are_junk_are_refused_in_words(client, sign_in_as, desk):
    sign_in_as("Moderators")
    for junk in ("", "x", "999999,,x", "9" * 30, "-1"):
        body = settled(client, desk.published, "stays", reports=junk)
        assert "Somebody settled these" in body or "This field is required" in body, junk
        assert Report.objects.get().outcome == "open"
    refuse(desk.published.pk, by=a_moderator(), seen=seen(desk.published), reports=[desk.report.pk])
    assert "Somebody settled these" in settled(client, desk.published, "stays")


def test_a_case_is_seen_handled_and_signed_off_by_somebody_else(client, sign_in_as, desk):
    first = sign_in_as("Moderators")
    body = client.get(url_of("crisis_case", desk.case.pk)).content.decode()
    for words in ("go on", "Telefonseelsorge", "Nobody has seen it", "I have seen it"):
        assert words in body, words
    sent(client, "crisis_case", desk.case.pk, step="see")
    assert "Write something" in sent(client, "crisis_case", desk.case.pk, step="handle", what_was_done=" ")
    sent(client, "crisis_case", desk.case.pk, step="handle", what_was_done="Called the help line.")
    case = CrisisCase.objects.get()
    assert (case.seen_by, case.handled_by, case.what_was_done) == (first, first, "Called the help line.")
    assert "somebody else signs it off" in client.get(url_of("crisis_case", case.pk)).content.decode()
    sent(client, "crisis_case", case.pk, step="sign-off")
    assert not CrisisCase.objects.get().is_closed
    second = sign_in_as("Lead moderators")
    sent(client, "crisis_case", case.pk, step="sign-off")
    assert CrisisCase.objects.get().signed_off_by == second


def test_the_clock_says_in_words_what_is_overdue(desk):
    case = desk.case
    assert (clock_words(case), is_overdue(case)) == ("0 minutes", False)
    case.opened_at = timezone.now() - timedelta(minutes=16)
    assert clock_words(case) == "Overdue: 16 minutes"
    case.seen_at = timezone.now()
    assert not is_overdue(case)
    case.handled_at = timezone.now()
    case.opened_at = timezone.now() - timedelta(hours=25)
    assert is_overdue(case)
    case.signed_off_at = timezone.now()
    assert (is_overdue(case), step_words(case)) == (False, "Closed: two people have signed")


def test_conversations_are_listed_with_their_counts_and_set(client, sign_in_as, desk):
    sign_in_as("Editors")
    row = client.get(url_of("conversations")).context["object_list"][0]
    queued = 2 if desk.published.state == State.PENDING else 1
    assert (row.counts.published + row.counts.waiting, row.counts.waiting, row.counts.others) == (2, queued, 1)
    page_id = desk.published.conversation.page_id
    sent(client, "conversation", page_id, state="paused", closes_after_days="30")
    assert Conversation.objects.values_list("state", "closes_after_days").get() == ("paused", 30)
    assert len(client.get(url_of("conversations_results"), {"talk": "open"}).context["object_list"]) == 0
    assert (
        len(client.get(url_of("conversations_results"), {"talk": "paused", "q": "MYELOMA"}).context["object_list"]) == 1
    )
    assert "Select a valid choice" in sent(client, "conversation", page_id, state="ajar")
    message = ModelLogEntry.objects.get(action="comments.conversation_set").message
    assert message == "Conversation set. Paused: readable, new comments later. Closes after 30 days"


def test_an_article_without_a_conversation_gets_one_when_it_is_set(client, sign_in_as, article):
    sign_in_as("Editors")
    assert "Nobody has said anything" in client.get(url_of("conversation", article.pk)).content.decode()
    assert not Conversation.objects.exists()
    sent(client, "conversation", article.pk, state="closed")
    assert Conversation.objects.get(page=article).state == "closed"


@pytest.mark.parametrize(("role", "shown"), [("Editors", True), ("Authors", False)])
def test_an_article_in_the_admin_leads_to_its_conversation(client, sign_in_as, article, role, shown):
    sign_in_as(role)
    body = client.get(f"/admin/pages/{article.get_parent().pk}/").content.decode()
    assert (url_of("conversation", article.pk) in body) is shown
    assert url_of("conversation", article.get_parent().pk) not in body
    if shown:
        assert url_of("conversation", article.pk) in client.get(f"/admin/pages/{article.pk}/edit/").content.decode()
