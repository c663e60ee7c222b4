"""Comments: most published, some waiting, some rejected under a rule, a few of the published ones reported.

The first article gets the most of them and the second some 200, so that pages can be measured with many and with few;
the third has none, and the others share the rest. Each step that a comment took is an entry of the ledger.
"""

import random
from datetime import timedelta

from django.contrib.contenttypes.models import ContentType
from django_comments.models import Comment as Stored
from django_comments_xtd.models import XtdComment

from articles.models import ArticlePage
from comments.models import (
    Comment,
    CommentRevision,
    Conversation,
    Decision,
    Progress,
    Report,
    RulesAcceptance,
)
from comments.models.comment import State
from comments.rulebook import rulebook_in_force
from comments.rules.answering import MARK
from comments.rules.deciding import text_digest
from consent.keys.indexes import index
from consent.keys.ring import Use
from demo.dataset.articles import Articles, highest_id
from demo.dataset.chain import Chain
from demo.dataset.html import Html
from demo.dataset.people import LANGUAGE, People, name_of
from demo.dataset.rows import Rows
from demo.dataset.scene import Scene
from demo.dataset.words import comment_texts

MANY, SOME = 5_400, 220  # comments of the first article and of the second: 5,000 and 200 of them are published
ANSWERS = 3  # to a comment that began a thread
WAITING_ONE_IN, REJECTED_ONE_IN, REPORTED_ONE_IN = 20, 50, 1_000
Action, Actor = Decision.Action, Decision.Actor


def shares(articles: int, comments: int) -> list[int]:
    """How many comments each article gets, the first one first."""
    first, second = min(MANY, comments // 2), min(SOME, comments // 10)
    if articles <= 3:
        return [comments, 0, 0][:articles]
    rest, others = comments - first - second, articles - 3
    return [first, second, 0, *(rest // others + (number < rest % others) for number in range(others))]


class Comments:
    """Writes the comments of all articles, in the order of time."""

    def __init__(self, scene: Scene, articles: Articles, people: People):
        self.scene, self.articles, self.people = scene, articles, people
        self.rules = rulebook_in_force(scene.site, LANGUAGE)
        self.moderator = scene.account("moderator")
        self.html = Html(scene.site)
        self.texts = [(text, text_digest(text)) for text in comment_texts()]
        self._chance = random.Random(scene.seed)  # noqa: S311 - no secret
        self._first = highest_id(Stored) + 1
        self._first_talk = highest_id(Conversation) + 1
        self._places: dict[int, int] = {}  # the newest place of each article's conversation
        self._threads: dict[int, tuple[int, int, int]] = {}  # id, place and number of answers of its newest thread
        self._open_tables()

    def write(self) -> None:
        """Writes all of them."""
        order = list(self._order())
        self._open_conversations(set(order))
        for number, article in enumerate(order):
            self._write(number, article)
            self.scene.progress.tell("Comments", number + 1, len(order))
        self._close()

    def _order(self) -> list[int]:
        """The number of the article that each comment stands under, in the order of time."""
        found = shares(self.scene.sizes.articles, self.scene.sizes.comments)
        order = [number for number, count in enumerate(found, 1) for _comment in range(count)]
        self._chance.shuffle(order)
        return order

    def _open_tables(self) -> None:
        article_type = ContentType.objects.get_for_model(ArticlePage)
        stored = {
            "content_type_id": article_type.pk,
            "site_id": 1,
            "is_public": False,
            "user_email": "",
            "user_url": "",
        }
        self._stored = Rows(Stored, ("id", "object_pk", "user_name", "comment", "submit_date"), stored)
        self._tree = Rows(XtdComment, ("comment_ptr_id", "thread_id", "parent_id", "level", "order"))
        own = ("xtdcomment_ptr_id", "state", "conversation_id", "seq", "root_ref", "in_reply_to_id", "commenter_id")
        self._own = Rows(
            Comment, (*own, "nonce", "html", "queued_at", "published_at"), {"language": LANGUAGE, "revision": 1}
        )
        agreed = {"version_id": self.rules.version.pk}
        self._agreed = Rows(RulesAcceptance, ("comment_id", "accepted_at", "was_asked"), agreed)
        self._wordings = Rows(CommentRevision, ("comment_id", "text", "made_at"), {"number": 1})
        reported = {"revision": 1, "category": Report.Category.OTHER.value}
        self._reports = Rows(Report, ("comment_id", "snapshot", "reporter", "made_at"), reported)
        known = {"site_id": self.scene.site.pk, "revision": 1, "rules_digest": self.rules.version.digest}
        steps = ("comment_id", "conversation_id", "action", "actor", "moderator_id", "from_state", "to_state")
        self._steps = Chain(
            Decision,
            (*steps, "text_digest", "rule_code", "queued_at"),
            {**known, "rules_version": self.rules.version.version},
        )

    def _open_conversations(self, articles: set[int]) -> None:
        self._talks = {article: self._first_talk + place for place, article in enumerate(sorted(articles))}

    def _write(self, number: int, article: int) -> None:
        pk, at = self._first + number, self.scene.moment(number, self.scene.sizes.comments)
        at = at.replace(minute=0, second=0, microsecond=0)  # so that few different times have to be worded
        text, digest = self.texts[self._chance.randrange(len(self.texts))]
        state, is_new = _state(number), number < self.scene.sizes.commenters
        who = number if is_new else self._chance.randrange(self.scene.sizes.commenters)
        seq = self._places[article] = self._places.get(article, 0) + 1
        root, root_seq = self._thread(article, pk, seq, state)
        is_answer, name, page = root != pk, name_of(who), self.articles.page_id(article)
        self._stored.add(pk, str(page), name, text, at)
        self._tree.add(pk, root if is_answer else 0, root if is_answer else 0, int(is_answer), seq)
        is_trusted = state == State.PUBLISHED and not is_new
        queued, shown = None if is_trusted else at, at if state == State.PUBLISHED else None
        html = self.html.of(text, pk, name, at) if shown else ""
        author, parent = self.people.first_commenter + who, root if is_answer else None
        talk = self._talks[article]
        self._own.add(pk, state.value, talk, seq, root_seq, parent, author, f"data-set-{pk}", html, queued, shown)
        self._agreed.add(pk, at - timedelta(minutes=5), is_new)
        self._wordings.add(pk, text, at)
        self._enter(pk, talk, state, digest, at, is_trusted=is_trusted)
        if shown and number % REPORTED_ONE_IN == 1:
            self._reports.add(pk, text, index(Use.LIMITS, f"network {number}"), at)

    def _thread(self, article: int, pk: int, seq: int, state: State) -> tuple[int, int]:
        """The id and the place of the comment that began the thread of this one: itself, if it begins one."""
        known = self._threads.get(article)
        if known and known[2] < ANSWERS:
            self._threads[article] = (known[0], known[1], known[2] + 1)
            return known[0], known[1]
        if state == State.PUBLISHED:  # nobody answers what is not shown
            self._threads[article] = (pk, seq, 0)
        return pk, seq

    def _enter(self, pk: int, talk: int, state: State, digest: str, at, *, is_trusted: bool) -> None:
        """The steps that led a comment to its state."""
        system, before = (Actor.SYSTEM.value, None), State.UNCONFIRMED.value
        if is_trusted:
            self._steps.add(at, pk, talk, Action.TRUST.value, *system, before, state.value, digest, "", None)
            return
        waits = State.PENDING.value
        self._steps.add(at, pk, talk, Action.CONFIRM.value, *system, before, waits, digest, "", None)
        if state == State.PENDING:
            return
        by = (Actor.MODERATOR.value, self.moderator.pk)
        is_shown = state == State.PUBLISHED
        action, rule = (Action.APPROVE, "") if is_shown else (Action.REJECT, self.rules.rules[0].code)
        later = at + timedelta(minutes=30)
        self._steps.add(later, pk, talk, action.value, *by, waits, state.value, digest, rule, at)

    def _close(self) -> None:
        conversations = Rows(
            Conversation, ("id", "page_id", "title", "newest_seq", "created_at"), {"site_id": self.scene.site.pk}
        )
        for article, pk in self._talks.items():
            page = self.articles.page_id(article)
            conversations.add(pk, page, self.articles.title_of(article), self._places[article], self.scene.moment(0, 1))
        for table in (conversations, self._stored, self._tree, self._own, self._agreed, self._wordings, self._reports):
            table.flush()
        self._steps.close()
        # Nobody waits for a letter about what was decided here.
        Progress.objects.update_or_create(name=MARK, defaults={"number": self._steps.number})


def _state(number: int) -> State:
    """Where the comment with this number stands."""
    if number % WAITING_ONE_IN == WAITING_ONE_IN - 1:
        return State.PENDING
    return State.REJECTED if number % REJECTED_ONE_IN == 0 else State.PUBLISHED
