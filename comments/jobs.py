"""What the worker does for the conversation. Purges keep to the times that readers are told of, which stand in
docs/answering-authors.md too (GDPR, article 5 (1) (e)).
"""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from comments.letters.on_call import JOB as CRISIS_NOTICES
from comments.letters.on_call import tell_of_cases
from comments.rules.answering import answer_authors
from comments.rules.follow_ups import queue_digests
from comments.rules.retaining import forget_old
from portal.jobs import register

register("answer", _("Tells authors what was decided on their comments"), every=timedelta(seconds=15))(answer_authors)
register("follow_ups", _("Gathers new comments for those who follow a conversation"), every=timedelta(minutes=15))(
    queue_digests
)
register("purge_conversation", _("Deletes what is no longer needed of comments"), every=timedelta(hours=6))(forget_old)


@register(CRISIS_NOTICES, _("Tells whoever is on call of people who may be in danger"), every=timedelta(minutes=1))
def tell_on_call() -> str:
    """Notices that have not left yet, and reminders."""
    return f"{tell_of_cases()} cases told of"
