"""Words that only some may read, put into the demonstration, and who may."""

from dataclasses import dataclass

from django.conf import settings

from articles.models import ArticlePage
from comments.models import Comment, Commenter, CommenterNote, CommentRevision
from consent.models import Contact

MODERATION = frozenset({"moderator", "lead-moderator", "admin"})
READERS = frozenset({"nobody"})  # who is not signed in
NOBODY: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Secret:
    """``words`` stand in answers to ``readers`` alone; where it is None, to all but those who are not signed in."""

    what: str
    words: str
    readers: frozenset[str] | None

    def is_told_wrongly(self, text: str, role: str) -> bool:
        """Whether an answer to ``role`` tells it."""
        allowed = role != "nobody" if self.readers is None else role in self.readers
        return not allowed and self.words in text


def plant() -> list[Secret]:
    """Puts them where they belong."""
    article = ArticlePage.objects.live().first()
    article.title = "Draft title quincunx"
    article.save_revision()
    CommenterNote.objects.create(commenter=Commenter.objects.first(), text="Note quadrille about somebody")
    unseen = Comment.objects.exclude(state=Comment.State.PUBLISHED)
    unseen.update(comment="Unseen words quetzal")
    CommentRevision.objects.filter(comment__in=unseen).update(text="Unseen words quetzal")
    return [
        Secret("a draft", "quincunx", None),
        Secret("a note on a commenter", "quadrille", MODERATION),
        Secret("an unpublished comment", "quetzal", MODERATION),
        Secret("the secret key", settings.SECRET_KEY, NOBODY),
        Secret("a trace of the program", "Traceback (most recent call last)", NOBODY),
        Secret("a page of errors for developers", "DEBUG = True", NOBODY),
        *(Secret("a key for addresses", key, NOBODY) for key in settings.CONSENT_KEYS),
        # Who reveals one says why, and what is revealed is written down: nobody sees one by clicking.
        *(Secret("an address", str(contact.address), NOBODY) for contact in Contact.objects.all()[:40]),
    ]
