"""What tests of the conversation begin with: rules, words to agree to, somebody who comments, comments in any state."""

import itertools

from django.contrib.auth.models import Group
from django.utils import timezone

from comments.models import Comment, Commenter
from comments.models.comment import State
from comments.models.decision import Decision
from comments.rulebook import rulebook_in_force
from comments.rules.deciding import Seen, decide
from comments.rules.posting import Acceptance, Asked, Submission, post
from consent.addresses import parse_address
from consent.models import Contact, Purpose, PurposeWords, TextVersion, Token
from consent.rules.confirming import confirm
from consent.versions.digest import canonical_text
from consent.versions.offers import COMMENT, Kind, Offer, offer_of
from consent.versions.publishing import publish
from consent.versions.purposes import publish_purpose
from portal.models import User
from tests.consenting import ANNA, publish_words

Action = Decision.Action
RULES = (
    ("experience", "Write about your own experience, not about what others should do."),
    ("kind", "Be kind to everybody here."),
    ("no-selling", "Do not advertise or sell anything."),
)
COMMENTS, FOLLOW_UPS = "comments", "follow-ups"
_numbers = itertools.count(1)


def publish_rules(site, rules=RULES, *, language="en", is_material=True, what_changed="") -> TextVersion:
    """A version of the rules; other rules make a new one."""
    rows = [
        {"code": code, "sentence": sentence, "answer": f"About “{sentence}”: please write it another way."}
        for code, sentence in rules
    ]
    return publish(
        site=site,
        kind=Kind.RULES,
        language=language,
        title="Community rules",
        text=canonical_text(*(row["sentence"] for row in rows)),
        content={"introduction": "", "body": "", "rules": rows},
        is_material=is_material,
        what_changed=what_changed,
    )


def open_conversations(site, language="en") -> Offer:
    """Publishes whatever joining asks for, if it is not published yet; returns what its first step shows."""
    if rulebook_in_force(site, language) is None:
        publish_rules(site, language=language)
    for kind, words in ((Kind.PRIVACY, None), (Kind.TERMS, None)):
        if not TextVersion.objects.filter(site_id=site.pk, kind=kind).exists():
            publish_words(site, kind, words=words)
    if not TextVersion.objects.filter(site_id=site.pk, kind=Kind.NOTICE, code=COMMENT, language=language).exists():
        publish_words(
            site, Kind.NOTICE, COMMENT, words="We keep your address so that you can confirm.", language=language
        )
    for code, kind, label in (
        (COMMENTS, Purpose.Kind.COMMENTS, "Write to me about my comments"),
        (FOLLOW_UPS, Purpose.Kind.FOLLOW_UPS, "Write to me about new comments"),
    ):
        purpose, made = Purpose.objects.get_or_create(site=site, code=code, defaults={"kind": kind})
        if made:
            purpose.words = [PurposeWords(language=language, label=label)]
            purpose.save()
            publish_purpose(purpose)
    found = offer_of(site, language, notice=COMMENT, codes=[COMMENTS, FOLLOW_UPS])
    assert found
    return found


def a_submission(
    article, *, text="What helped me was to write a list.", address=ANNA, by=None, **changes
) -> Submission:
    """What somebody sends at the end of joining: ``by`` a commenter, or somebody with ``address`` who is not known."""
    site = article.get_site()
    language = article.locale.language_code
    offer = open_conversations(site, language)
    rules = rulebook_in_force(site, language)
    assert rules
    values = {
        "nonce": f"nonce-{next(_numbers)}",
        "page_id": article.pk,
        "parent_id": None,
        "language": language,
        "name": by.name if by else "Anna",
        "text": text,
        "acceptance": Acceptance(rules.version, timezone.now(), was_asked=by is None),
        "who": by or Asked(parse_address(address), offer, (COMMENTS,), offer.digest),
    }
    return Submission(**(values | changes))


def an_unconfirmed_comment(article, **values) -> Comment:
    """A comment whose author has not opened the link yet."""
    return post(a_submission(article, **values), article.get_site()).comment


def confirmed(comment: Comment) -> Comment:
    """The same comment after its author opened the link."""
    assert confirm(Token.issue(Token.Kind.CONFIRM, request=comment.request)).contact
    return fresh(comment)


def a_comment(article, *, state=State.PENDING, **values) -> Comment:
    """A comment in a state that a moderator leads it to."""
    comment = an_unconfirmed_comment(article, **values)
    if state == State.UNCONFIRMED:
        return comment
    comment = confirmed(comment) if comment.state == State.UNCONFIRMED else comment
    for action, rule in STEPS_TO[state]:
        decide(comment.pk, action, by=a_moderator(), seen=seen(comment), rule_code=rule)
        comment = fresh(comment)
    return comment


STEPS_TO = {
    State.PENDING: [],
    State.ESCALATED: [(Action.ESCALATE, "")],
    State.CHANGES: [(Action.ASK, "kind")],
    State.PUBLISHED: [(Action.APPROVE, "")],
    State.REJECTED: [(Action.REJECT, "kind")],
    State.SPAM: [(Action.SPAM, "")],
    State.REMOVED: [(Action.APPROVE, ""), (Action.REMOVE, "kind")],
}


def a_commenter(article, *, address=ANNA) -> Commenter:
    """Somebody who commented and confirmed."""
    commenter = a_comment(article, address=address, text="My first comment here.").commenter
    assert commenter
    return commenter


def contact_of(address=ANNA) -> Contact:
    """The contact with an address."""
    return Contact.objects.of(parse_address(address)).get()


def a_moderator(username: str = "mona") -> User:
    """An account in the group of moderators. The same one for the same name."""
    user, made = User.objects.get_or_create(username=username, defaults={"email": f"{username}@staff.example.org"})
    if made:
        user.groups.add(Group.objects.get(name="Moderators"))
    return user


def seen(comment: Comment) -> Seen:
    """What a moderator sees of a comment as it is in memory."""
    return Seen(comment.state, comment.revision)


def fresh(comment: Comment) -> Comment:
    """The comment as it is stored now."""
    return Comment.objects.get(pk=comment.pk)
