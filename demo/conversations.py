"""What people say under the demonstration's articles. It goes the way of all comments, said earlier."""

from typing import Any

from django.utils import timezone

from articles.models import ArticlePage
from comments.models import (
    Appeal,
    Comment,
    Commenter,
    CommenterNote,
    ConversationSettings,
    Decision,
    HelpLine,
    Progress,
    Sanction,
)
from comments.rulebook import rulebook_in_force
from comments.rules.answering import MARK
from comments.rules.authoring import withdraw
from comments.rules.deciding import Seen, decide, newest_decision
from comments.rules.posting import Acceptance, Asked, Submission, post
from consent.addresses import parse_address
from consent.models import OutgoingMail, Token
from consent.rules.confirming import confirm
from consent.versions.offers import COMMENT, offer_of
from demo.communities import Community
from demo.history import moment

LANGUAGE = "en"


def add_conversations(community: Community, content: dict) -> None:
    """Sets the conversation of a community and adds what was said, in its order. None of it sends mail."""
    _add_settings(community, content["settings"])
    said: dict[str, Comment] = {}
    for conversation in content["conversations"]:
        page = ArticlePage.objects.get(pk=community.page_id(conversation["article"]))
        for entry in conversation["comments"]:
            said[entry["key"]] = _say(community, page, entry, said)
    for entry in content.get("notes", []):
        CommenterNote.objects.create(
            commenter=_author(community, entry["of"]), text=entry["text"], written_by=community.accounts[entry["by"]]
        )
    for entry in content.get("sanctions", []):
        _sanction(community, entry)
    _keep_letters_back(community)


def _keep_letters_back(community: Community) -> None:
    """Nobody waits for them: the job that answers authors begins after what was decided here."""
    OutgoingMail.objects.filter(site=community.site).delete()
    newest = Decision.objects.order_by("-number").values_list("number", flat=True).first() or 0
    Progress.objects.update_or_create(name=MARK, defaults={"number": newest})


def _add_settings(community: Community, entry: dict) -> None:
    settings = ConversationSettings(site=community.site, country=entry["country"], on_call_email=entry["on_call_email"])
    settings.help_lines = [HelpLine(**line, sort_order=order) for order, line in enumerate(entry["help_lines"])]
    settings.full_clean()
    settings.save()


def _say(community: Community, page: ArticlePage, entry: dict, said: dict[str, Comment]) -> Comment:
    at = moment(entry["said"])
    comment = post(_submission(community, page, entry, said), community.site).comment
    Comment.objects.filter(pk=comment.pk).update(submit_date=at)
    comment.acceptance.accepted_at = at
    comment.acceptance.save(update_fields=["accepted_at"])
    if entry.get("is_unconfirmed"):
        return comment
    if comment.request:
        confirm(Token.issue(Token.Kind.CONFIRM, request=comment.request))
    for act in entry.get("becomes", []):
        _decide(community, comment, act)
    _then(comment, entry)
    Comment.objects.filter(pk=comment.pk, published_at__isnull=False).update(published_at=at)
    Comment.objects.filter(pk=comment.pk).update(queued_at=at)
    return Comment.objects.get(pk=comment.pk)


def _submission(community: Community, page: ArticlePage, entry: dict, said: dict[str, Comment]) -> Submission:
    rules = rulebook_in_force(community.site, LANGUAGE)
    offer = offer_of(community.site, LANGUAGE, notice=COMMENT, codes=["comments", "follow-ups"])
    if rules is None or offer is None:
        raise ValueError(f"{community.folder} has no rules or no notice before a comment.")
    known = Commenter.objects.filter(site=community.site, name=entry["by"]).first()
    address = parse_address(f"{entry['by'].lower()}@example.org")
    return Submission(
        nonce=f"demo-{community.folder}-{entry['key']}"[:43],
        page_id=page.pk,
        parent_id=said[entry["answers"]].pk if "answers" in entry else None,
        language=LANGUAGE,
        name=entry["by"],
        text=entry["text"],
        acceptance=Acceptance(rules.version, timezone.now(), was_asked=known is None),
        who=known or Asked(address, offer, ("comments",), offer.digest),
    )


def _decide(community: Community, comment: Comment, act: Any) -> None:
    action, rule = next(iter(act.items())) if isinstance(act, dict) else (act, "")
    now = Comment.objects.get(pk=comment.pk)
    seen = Seen(now.state, now.revision)
    decide(comment.pk, action, by=community.accounts["moderator"], seen=seen, rule_code=rule)


def _then(comment: Comment, entry: dict) -> None:
    if entry.get("then") == "withdraw":
        withdraw(comment.pk)
    if entry.get("then") == "appeal" and (decision := newest_decision(comment.pk)):
        Appeal.objects.create(comment=comment, decision_number=decision.number, words=entry["words"])


def _author(community: Community, name: str) -> Commenter:
    return Commenter.objects.get(site=community.site, name=name)


def _sanction(community: Community, entry: dict) -> None:
    author = _author(community, entry["of"])
    if author.contact is None:
        raise ValueError(f"Nobody knows who {author.name} is.")
    Sanction.objects.create(
        site=community.site,
        commenter=author,
        subject=author.contact.subject,
        kind=entry["kind"],
        rule_code=entry["rule"],
        reason=entry["reason"],
        begins_at=moment(entry["since"]),
        imposed_by=community.accounts["moderator"],
    )
