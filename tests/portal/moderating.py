"""What moderators and those who lead them may do, each tried in the admin (docs/roles.md)."""

from django.urls import reverse

from comments.desk.screens import url_of
from comments.models import Commenter, Conversation, Report, Sanction
from comments.models.comment import State
from comments.rules.appealing import open_appeal
from comments.rules.deciding import decide
from comments.rules.sanctions_imposing import impose
from tests.comments.desk.further.conftest import a_case
from tests.conversing import a_comment, a_moderator, fresh, seen
from tests.reviewing import publish

GROUNDS = {"rule_code": "kind", "reason": "Three comments of yours were unkind."}


def _shown(comment):
    return {"state": comment.state, "revision": comment.revision}


def _comment(draft, state=State.PUBLISHED):
    """A comment under the draft, which is published for it."""
    publish(draft)
    draft.refresh_from_db()
    return a_comment(draft, state=state)


def _opens(client, name, *args):
    return client.get(url_of(name, *args)).status_code == 200


def take_down(client, user, topic, draft):
    comment = _comment(draft)
    client.post(url_of("comment", comment.pk), {"action": "remove", "rule_code": "kind", **_shown(comment)})
    return fresh(comment).state == State.REMOVED


def hear_appeal(client, user, topic, draft):
    return _hear(client, _comment(draft, State.REJECTED))


def hear_own_appeal(client, user, topic, draft):
    comment = _comment(draft, State.PENDING)
    decide(comment.pk, "reject", by=user, seen=seen(comment), rule_code="kind")
    return _hear(client, fresh(comment))


def _hear(client, comment):
    appeal = open_appeal(comment.pk, "Please read it again.")
    answer = {"outcome": "overturned", "note": "We read it again.", **_shown(comment)}
    client.post(url_of("appeal", appeal.pk), answer)
    return fresh(comment).state == State.PUBLISHED


def settle(client, user, topic, draft):
    comment = _comment(draft)
    report = Report.objects.create(comment=comment, revision=1, category="abuse", snapshot="…", reporter="r")
    answer = {"outcome": "stays", "reports": str(report.pk), **_shown(comment)}
    client.post(url_of("report", comment.pk), answer)
    return not Report.objects.filter(outcome="open").exists()


def _case(client, draft):
    case = a_case(_comment(draft, State.ESCALATED))
    steps = ({"step": "see"}, {"step": "handle", "what_was_done": "Called the help line."}, {"step": "sign-off"})
    for step in steps:
        client.post(url_of("crisis_case", case.pk), step)
    case.refresh_from_db()
    return case


def handle_case(client, user, topic, draft):
    return _case(client, draft).handled_at is not None


def sign_off_own_case(client, user, topic, draft):
    return _case(client, draft).is_closed


def impose_sanction(client, user, topic, draft):
    commenter = _comment(draft).commenter
    client.post(url_of("impose", commenter.pk), {"kind": "banned", **GROUNDS})
    return Sanction.objects.exists()


def lift_sanction(client, user, topic, draft):
    sanction = impose(_comment(draft).commenter.pk, "banned", days=None, by=a_moderator(), **GROUNDS)
    client.post(url_of("lift", sanction.pk))
    return not Sanction.objects.standing().exists()


def mark_as_dead(client, user, topic, draft):
    client.post(url_of("memorial", _comment(draft).commenter.pk), {"is_memorial": "True"})
    return Commenter.objects.get().is_memorial


def close(client, user, topic, draft):
    client.post(url_of("conversation", draft.pk), {"state": "closed"})
    return Conversation.objects.filter(state="closed").exists()


def change_settings(client, user, topic, draft):
    site = topic.get_site()
    return (
        client.get(reverse("wagtailsettings:edit", args=["comments", "conversationsettings", site.pk])).status_code
        == 200
    )


ACTIONS = {
    "Read all comments, of every state": lambda client, user, topic, draft: _opens(client, "comments"),
    "Take a comment down": take_down,
    "Hear an appeal against somebody else's decision": hear_appeal,
    "Hear an appeal against one's own decision": hear_own_appeal,
    "Settle reports of a comment": settle,
    "See to somebody in danger": handle_case,
    "Sign off a case that one handled": sign_off_own_case,
    "See who comments": lambda client, user, topic, draft: _opens(client, "commenters"),
    "Impose a sanction": impose_sanction,
    "Lift a sanction": lift_sanction,
    "Mark a commenter as having died": mark_as_dead,
    "Close a conversation": close,
    "Change the conversation's settings": change_settings,
}
