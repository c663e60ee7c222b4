"""Opening, pausing and closing the conversation under one article, and when it closes by itself."""

from django.db import transaction
from wagtail.log_actions import log

from articles.models import ArticlePage
from comments.models import Conversation
from comments.rules.deciding import NotAllowedError
from comments.rules.rights import SET_CONVERSATIONS, demand
from portal.models import User

SET = "comments.conversation_set"  # in Wagtail's log
LONGEST_DAYS = 32_000  # what the column holds


@transaction.atomic
def set_conversation(page_id: int, *, state: str, closes_after_days: int | None, by: User) -> Conversation:
    """Sets the state of the conversation under an article, and begins one if there is none.

    Raises ``NotAllowedError``: ``right``, ``gone`` (no such article in a community), ``step``, ``days``.
    """
    demand(by, SET_CONVERSATIONS)
    if state not in Conversation.State.values:
        raise NotAllowedError("step")
    if closes_after_days is not None and not 0 <= closes_after_days <= LONGEST_DAYS:
        raise NotAllowedError("days")
    page = ArticlePage.objects.filter(pk=page_id).first()
    site = page.get_site() if page else None
    if page is None or site is None:
        raise NotAllowedError("gone")
    Conversation.objects.get_or_create(page_id=page.pk, defaults={"site": site, "title": page.title})
    conversation = Conversation.objects.select_for_update(no_key=True).get(page_id=page.pk)
    conversation.state, conversation.closes_after_days = state, closes_after_days
    conversation.save(update_fields=["state", "closes_after_days"])
    log(instance=conversation, action=SET, user=by, data={"state": str(state), "days": closes_after_days})
    return conversation
