"""One decision on many comments: of one author or with the same finding, each for itself, and never what is urgent."""

from django.urls import reverse

from comments.models import Decision
from comments.models.comment import State
from comments.rules.crisis import see
from comments.rules.deciding import decide
from portal.models import User
from tests.comments.desk.conftest import a_finding
from tests.consenting import ANNA
from tests.conversing import a_comment, a_moderator, fresh, seen

URL = "conversation:many"


def send(client, comments, action, **values):
    boxes = [f"{comment.pk}:{comment.revision}" for comment in comments]
    return client.post(reverse(URL), {"comment": boxes, "action": action, **values}).content.decode()


def test_all_of_one_author_are_listed_and_decided_on_one_by_one(client, article, mona):
    comments = [a_comment(article, text=f"Text {number}.") for number in range(3)]
    other = a_comment(article, address="b@example.org", text="Of another.")
    page = client.get(reverse(URL), {"author": comments[0].commenter.pk}).content.decode()
    assert "Text 2." in page
    assert "Of another." not in page
    before = Decision.objects.count()
    send(client, comments, "reject", rule="kind")
    assert {fresh(comment).state for comment in comments} == {State.REJECTED}
    assert Decision.objects.count() == before + 3
    assert fresh(other).state == State.PENDING


def test_the_same_finding_in_the_newest_wording_gathers_comments(client, article, mona):
    found, other = (a_comment(article, address=f"p{each}@example.org", text=f"Text {each}.") for each in range(2))
    a_finding(found)
    a_finding(other, category="abuse")
    page = client.get(reverse(URL), {"detector": "links", "category": "link"}).content.decode()
    assert "Text 0." in page
    assert "Text 1." not in page


def test_what_is_urgent_is_neither_listed_nor_decided_on_together(client, article, mona, settings):
    escalated = a_comment(article, state=State.ESCALATED, text="Escalated words.")
    waits = a_comment(article, text="Plain words.")
    settings.COMMENT_DETECTORS = ["tests.comments.test_flow.Alarming"]
    danger = a_comment(article, text="Dark words.")
    see(danger.crisis, a_moderator("max"))
    decide(danger.pk, "release", by=a_moderator("max"), seen=seen(danger))
    page = client.get(reverse(URL), {"author": waits.commenter.pk}).content.decode()
    assert "Plain words." in page
    for words in ("Escalated words.", "Dark words."):
        assert words not in page
    page = send(client, [escalated, fresh(danger), waits], "approve")
    assert [fresh(each).state for each in (escalated, danger, waits)] == ["escalated", "pending", "published"]
    assert "somebody may be in danger: it is decided on alone" in page


def test_the_result_says_which_were_refused_and_why(client, article):
    comments = [a_comment(article, address=f"p{each}@example.org", name=f"Name {each}") for each in range(2)]
    own = a_comment(article)
    client.force_login(User.objects.create_superuser("anna", email=ANNA))
    decide(comments[0].pk, "spam", by=a_moderator("max"), seen=seen(comments[0]))
    page = send(client, [*comments, own], "approve")
    for words in ("max decided meanwhile: Marked as spam", "Approved", "This is about yourself"):
        assert words in page
    assert [fresh(each).state for each in (*comments, own)] == ["spam", "published", "pending"]


def test_nothing_chosen_is_a_sentence(client, article, mona):
    comment = a_comment(article)
    assert "Choose what to decide." in send(client, [comment], "escalate")
    assert "Choose at least one comment." in send(client, [], "approve")
    assert "Choose the rule" in send(client, [comment], "reject")
    assert client.post(reverse(URL), {"comment": ["x", "1:x", "9" * 40], "action": "spam"}).status_code == 200
    assert fresh(comment).state == State.PENDING
