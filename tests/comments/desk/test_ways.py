"""From every screen of the desk to the ones that a moderator needs next, and from every count to what it counts."""

from urllib.parse import parse_qs, urlsplit

from django.urls import reverse

from comments.desk.comment_list import comments_url
from comments.desk.screens import url_of
from comments.models import CrisisCase
from comments.models.comment import State
from comments.rules.crisis import handle, see
from tests.comments.desk.conftest import a_finding, a_report, decide_on, queue, take
from tests.comments.desk.further.conftest import a_case, a_desk
from tests.conversing import a_comment, a_moderator, fresh


def page_of(client, url):
    return client.get(url).content.decode()


def names_listed(client, url):
    return [row.user_name for row in client.get(url).context["object_list"]]


def test_the_card_leads_to_history_author_conversation_reports_and_appeal(client, article, mona):
    desk = a_desk(article)
    card = queue(client, card=desk.published.pk)
    for name, pk in (
        ("comment", desk.published.pk),
        ("commenter", desk.commenter.pk),
        ("conversation", article.pk),
        ("report", desk.published.pk),
    ):
        assert f'href="{url_of(name, pk)}"' in card, name
    assert f'href="{url_of("appeal", desk.appeal.pk)}"' in queue(client, card=desk.appeal.comment_id)
    assert f'href="{url_of("crisis_case", desk.case.pk)}"' in queue(client, card=desk.case.comment_id)


def test_comment_and_case_lead_back_to_the_queue_while_they_wait(client, article, mona):
    desk = a_desk(article)
    waiting = f"{reverse('conversation:queue')}?card={desk.case.comment_id}"
    assert waiting in page_of(client, url_of("comment", desk.case.comment_id))
    assert waiting in page_of(client, url_of("crisis_case", desk.case.pk))
    assert "?card=" not in page_of(client, url_of("comment", desk.appeal.comment_id)), "nothing waits there"
    assert url_of("report", desk.published.pk) in page_of(client, url_of("comment", desk.published.pk))


def test_counts_of_commenters_and_conversations_lead_to_these_comments(client, article, mona):
    first = a_comment(article, state=State.PUBLISHED)
    a_comment(article, state=State.REJECTED, address="b@example.org", name="Berta")
    a_comment(article, address="c@example.org", name="Carl")
    author = {"commenter": first.commenter_id, "state": "published"}
    talk = first.conversation_id
    for screen in (url_of("commenters"), url_of("commenter", first.commenter_id)):
        assert comments_url(**author).replace("&", "&amp;") in page_of(client, screen)
    assert names_listed(client, comments_url(**author)) == ["Anna"]
    for screen in (url_of("conversations"), url_of("conversation", article.pk)):
        assert comments_url(conversation=talk, state="others").replace("&", "&amp;") in page_of(client, screen)
    assert names_listed(client, comments_url(conversation=talk, state="others")) == ["Berta"]
    assert names_listed(client, comments_url(conversation=talk, state="waiting")) == ["Carl"]
    assert names_listed(client, comments_url(person=first.commenter_id, state="not-published")) == []
    assert names_listed(client, comments_url(person=2**70)) == ["Carl", "Berta", "Anna"], "no such number, no filter"


def test_editors_see_counts_of_conversations_without_ways_to_comments(client, sign_in_as, article):
    a_comment(article, state=State.PUBLISHED)
    sign_in_as("Editors")
    page = page_of(client, url_of("conversations"))
    assert url_of("comments") not in page
    assert url_of("conversation", article.pk) in page


def test_the_dashboard_counts_appeals_that_can_be_heard_and_leads_to_them(client, article, mona):
    a_desk(article)
    dashboard = page_of(client, reverse("wagtailadmin_home"))
    assert f'href="{url_of("appeals")}"' in dashboard


def test_the_part_of_the_queue_stays_chosen_after_a_decision_and_undoing(client, article, mona):
    comment = a_comment(article)
    take(mona)
    part = {"lane": "waiting", "community": str(comment.conversation.site_id)}
    answer = decide_on(client, comment, "approve", as_json=False, **part)
    asked = parse_qs(urlsplit(answer.url).query)
    assert {name: asked[name] for name in part} == {name: [value] for name, value in part.items()}
    answer = client.post(reverse("conversation:undo"), {"decision": asked["done"][0], **part})
    assert parse_qs(urlsplit(answer.url).query)["lane"] == ["waiting"]


def test_nothing_is_decided_unread_and_nothing_published_before_the_case_is_handled(client, article, mona):
    comment = a_comment(article, text="Dark words.")
    a_case(comment)
    card = queue(client, card=comment.pk)
    assert 'value="approve"' not in card
    assert 'value="redact"' not in card
    assert "open the case first" in decide_on(client, fresh(comment), "spam").json()["said"]
    case, other = CrisisCase.objects.get(), a_moderator("max")
    see(case, other)
    assert "only when the case was handled" in decide_on(client, fresh(comment), "approve").json()["said"]
    handle(case, other, "Called her.")
    assert 'value="approve"' in queue(client, card=comment.pk)


def test_passages_are_offered_once_and_never_the_whole_comment(client, article, mona):
    comment = a_comment(article, text="Call Anna, please.")
    whole = len(comment.comment)
    for start, end in ((0, whole), (5, 9), (5, 9)):
        a_finding(comment, start, end)
    card = queue(client, card=comment.pk)
    assert card.count('name="span" value="5-9"') == 1
    assert f'name="span" value="0-{whole}"' not in card


def test_what_was_decided_names_the_author(client, article, mona):
    comment = a_comment(article)
    a_report(comment)
    number = decide_on(client, comment, "spam").json()["done"]
    assert "Marked as spam: Anna" in " ".join(queue(client, done=number).split())
