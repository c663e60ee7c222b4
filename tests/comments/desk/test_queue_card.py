"""What a moderator sees of a comment: everything that was typed is escaped, findings may overlap, and whoever
reported it is not named.
"""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from comments.desk.marking import pieces
from comments.models import Comment, CommenterNote, CommentRevision, Report, Sanction
from comments.models.comment import State
from comments.rules.authoring import rewrite
from comments.rules.posting import post
from comments.screening.detector import Found
from tests.comments.desk.conftest import a_finding, a_report, a_reported_comment, decide_on, queue, take
from tests.consenting import ANNA
from tests.conversing import a_comment, a_commenter, a_moderator, a_submission, fresh

EVIL = '<script>alert("x")</script> & <b>bold</b>'


def found(start, end):
    return Found("link", start, end, "why")


def told(text, *spans):
    """Each piece with the numbers of its findings, line by line."""
    lines = pieces(text, [found(*span) for span in spans])
    return [[(piece.text, piece.numbers) for piece in line] for line in lines]


@pytest.mark.parametrize(
    ("text", "spans", "expected"),
    [
        ("abcdef", [], [[("abcdef", ())]]),
        ("abcdef", [(1, 3)], [[("a", ()), ("bc", (1,)), ("def", ())]]),
        ("abcdef", [(1, 4), (2, 6)], [[("a", ()), ("b", (1,)), ("cd", (1, 2)), ("ef", (2,))]]),
        ("abcdef", [(0, 6), (2, 3)], [[("ab", (1,)), ("c", (1, 2)), ("def", (1,))]]),
        ("abc", [(1, 1), (0, 99)], [[("a", (2,)), ("bc", (2,))]]),
        ("ab\ncd", [(1, 4)], [[("a", ()), ("b", (1,))], [("c", (1,)), ("d", ())]]),
        ("", [(0, 0)], [[]]),
    ],
)
def test_findings_that_overlap_are_told_apart(text, spans, expected):
    assert told(text, *spans) == expected


def test_every_piece_knows_its_place_in_the_text():
    text = "🙂 one\r\ntwo\n\nthree"
    for line in pieces(text, [found(3, 12)]):
        for piece in line:
            assert text[piece.start :].replace("\r", "").startswith(piece.text.partition("\r")[0])


def test_everything_that_people_typed_is_escaped(client, article, mona):
    parent = a_comment(article, state=State.PUBLISHED, text=f"Parent {EVIL}")
    comment = a_comment(article, text=f"Before {EVIL}", parent_id=parent.pk, address="b@example.org", name="<i>B</i>")
    rewrite(comment.pk, f"After {EVIL}", revision=1)
    a_finding(fresh(comment), 2, 12, reason=EVIL)
    a_report(fresh(comment), words=EVIL, snapshot=EVIL)
    CommenterNote.objects.create(commenter=comment.commenter, text=EVIL, written_by=mona)
    take(mona)
    page = queue(client)
    assert "&lt;script&gt;" in page
    for evil in ("<script>alert", "<b>bold", "<i>B"):
        assert evil not in page
    assert "After" in page
    assert "<del>Before</del>" in page


def test_reports_show_category_and_words_and_the_comment_as_it_was_but_nobody(client, article, mona):
    comment = a_comment(article)
    commenter = a_commenter(article, address="rita@example.org")
    a_report(comment, reporter="secret-reference", commenter=commenter, snapshot="What it said then.")
    page = queue(client, card=comment.pk)
    for words in ("Abuse or hatred", "This hurts.", "What it said then."):
        assert words in page
    assert "secret-reference" not in page
    assert "rita" not in page


def test_the_author_s_history_counts_every_name_of_a_contact_and_nobody_else(client, article, mona):
    first = a_comment(article, state=State.REJECTED)
    a_comment(article, state=State.PUBLISHED, address="b@example.org")
    waits = a_comment(article, text="Once more.")
    Sanction.objects.create(
        site=waits.commenter.site,
        subject=waits.commenter.contact.subject,
        kind=Sanction.Kind.MODERATED,
        reason="Sold things.",
    )
    page = queue(client, card=waits.pk)
    for words in ("Sold things.", "Rejected</a> (kind)", "version 1", "<dt>Not published</dt><dd><a href="):
        assert words in page, words
    assert "<dt>Published</dt>" not in page
    assert ANNA not in page
    assert first.commenter.contact.subject not in page


def test_words_of_somebody_in_danger_are_folded_away(client, article, mona, settings):
    settings.COMMENT_DETECTORS = ["tests.comments.test_flow.Alarming"]
    comment = a_comment(article, text="Dark words.")
    before, _summary, after = queue(client, card=comment.pk).partition("Somebody may be in danger. Open when")
    assert "Dark" not in before
    assert "Dark</mark>" in after
    client.post(reverse("conversation:open_crisis", args=[comment.pk]))
    assert "First seen by mona" in queue(client, card=comment.pk)
    assert client.post(reverse("conversation:open_crisis", args=[2**40])).status_code == 404


def test_taking_words_out_keeps_the_original_privately(client, article, mona):
    comment = a_comment(article, text="Dr. Who said: call Dr. Who.")
    decide_on(client, comment, "redact", words="Dr. Who", span="14-18")
    comment = fresh(comment)
    assert comment.comment == "[…] said: […] […]."
    assert "Who" not in comment.html
    kinds = CommentRevision.objects.filter(comment=comment).values_list("number", "kind", "text")
    assert list(kinds) == [
        (1, "original", "Dr. Who said: call Dr. Who."),
        (2, "redaction", "[…] said: […] […]."),
    ]


def test_a_comment_can_be_taken_words_out_again_and_changed_after_undoing(client, article, mona):
    comment = a_comment(article, text="One two three.")
    number = decide_on(client, comment, "redact", words="One").json()["done"]
    client.post(reverse("conversation:undo"), {"decision": number})
    assert decide_on(client, fresh(comment), "redact", words="two").status_code == 200
    assert fresh(comment).comment == "One […] three."
    other = a_comment(article, text="One two three.", address="b@example.org")
    number = decide_on(client, other, "redact", words="One").json()["done"]
    client.post(reverse("conversation:undo"), {"decision": number})
    rewrite(other.pk, "Four.", revision=1)
    assert [row.text for row in other.revisions.all()] == ["One two three.", "Four."]


def test_the_screen_asks_the_same_for_many_comments_as_for_few(client, article, mona, waiting):
    waiting(6)
    take(mona)
    queue(client)
    few = queries(client)
    commenter = Comment.objects.first().commenter

    for number in range(8):
        comment = post(a_submission(article, by=commenter, text=f"Text {number}."), article.get_site()).comment
        a_finding(comment)
        a_report(comment)
        a_comment(article, state=State.ESCALATED, address=f"e{number}@example.org")
    for _each in range(3):
        a_finding(Comment.objects.first())
    assert queries(client) <= few
    assert few <= 40


def queries(client):
    with CaptureQueriesContext(connection) as captured:
        queue(client)
    return len(captured)


def test_lists_are_leafed_through_without_losing_or_repeating_any(client, article, mona, waiting):
    made = {comment.pk for comment in waiting(45)}
    made.add(a_reported_comment(article, address="r@example.org").pk)
    seen, url = [], reverse("conversation:queue")
    for _page in range(5):
        rows = client.get(url).context["rows"]
        seen += [row["comment"].pk for row in rows["list"]]
        if not rows["more"]:
            break
        url = f"{reverse('conversation:queue')}?after={rows['more'].replace('+', '%2B')}"
    assert len(seen) == len(set(seen))
    assert set(seen) == made
    for nonsense in ("x", "waiting~5~2026-01-01~1", "waiting~5~x~1", "a~b~c~d", "waiting~-1~~99999999999999999999"):
        assert client.get(reverse("conversation:queue"), {"after": nonsense}).status_code == 200


def test_counts_lead_to_what_they_count(client, article, mona, waiting):
    waiting(2)
    a_reported_comment(article, address="r@example.org")
    lanes = {lane["label"]: lane for lane in client.get(reverse("conversation:queue")).context["lanes"]}
    for label, number in (("Waiting", 2), ("Reported", 1), ("Escalated", 0)):
        assert lanes[label]["count"] == number
        assert len(client.get(lanes[label]["url"]).context["rows"]["list"]) == number
    assert Report.objects.count() == 1
    assert "Nothing waits" in queue(client, lane="escalated")


def test_nonsense_in_the_address_is_no_error(client, article, mona):
    for query in ({"card": "x"}, {"card": "9" * 30}, {"card": 2**40}, {"lane": "x", "community": "y"}, {"done": "z"}):
        assert client.get(reverse("conversation:queue"), query).status_code == 200
    assert a_moderator() == mona
