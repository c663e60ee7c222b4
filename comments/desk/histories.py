"""What the conversation knows of authors: how many comments stand where, what was last decided on them, notes,
sanctions. Read for many comments at once, under every name of a contact.
"""

from collections.abc import Iterable
from typing import Any

from django.db.models import Count
from django.utils import timezone

from comments.models import Comment, Commenter, CommenterNote, Decision, DecisionNote, Sanction
from comments.models.comment import State
from consent.models import Contact
from consent.register.personal_data import subjects_of
from portal.models import User

MOST = 6  # decisions that are shown of an author
MOST_COMMENTS = 60  # of all authors together, the newest, whose decisions are looked at


class Histories:
    """The histories of the authors of some comments, and of these comments themselves."""

    def __init__(self, comments: Iterable[Comment]) -> None:
        self.now = timezone.now()
        self.comments = list(comments)
        self.contacts = {
            each.commenter.contact_id: each.commenter.contact
            for each in self.comments
            if each.commenter and each.commenter.contact
        }
        self.counts = self._counts()
        self.decisions = self._decisions()
        self.words = {
            row.decision_number: row for row in DecisionNote.objects.filter(comment__in=[c.pk for c in self.comments])
        }
        notes = CommenterNote.objects.filter(commenter__contact__in=self.contacts).select_related("written_by")
        self.notes = list(notes.select_related("commenter"))
        self.sanctions = self._sanctions()
        people = {row["moderator_id"] for row in self.decisions} - {None}
        self.people = User.objects.in_bulk(people) if people else {}

    def of(self, comment: Comment) -> dict[str, Any]:
        """What there is to know of one author, and of what was decided on the comment before."""
        contact_id = comment.commenter.contact_id if comment.commenter else None
        own = [row for row in self.decisions if row["comment_id"] == comment.pk]
        others = [row for row in self.decisions if row["contact"] == contact_id and row["comment_id"] != comment.pk]
        return {
            "counts": self.counts.get(contact_id, []) if contact_id else [],
            "own": [self._told(row) for row in own],
            "others": [self._told(row) for row in others[:MOST]] if contact_id else [],
            "notes": [note for note in self.notes if contact_id and note.commenter.contact_id == contact_id],
            "sanctions": self.sanctions.get(contact_id, []) if contact_id else [],
        }

    def is_held(self, comment: Comment) -> bool:
        """Whether somebody works on a comment now."""
        return comment.claimed_until is not None and comment.claimed_until > self.now

    def _counts(self) -> dict[Any, list[tuple[str, int, str]]]:
        rows = Comment.objects.filter(commenter__in=self._commenters()).order_by()
        found: dict[Any, list[tuple[str, int, str]]] = {}
        for contact, state, number in rows.values_list("commenter__contact", "state").annotate(number=Count("pk")):
            found.setdefault(contact, []).append((str(State(state).label), number, state))
        return found

    def _commenters(self):
        return Commenter.objects.filter(contact__in=self.contacts).values("pk")

    def _decisions(self) -> list[dict[str, Any]]:
        newest = Comment.objects.filter(commenter__in=self._commenters()).order_by("-pk")[:MOST_COMMENTS]
        contact_of = dict(newest.values_list("pk", "commenter__contact"))
        contact_of |= {each.pk: each.commenter and each.commenter.contact_id for each in self.comments}
        rows = Decision.objects.filter(comment_id__in=contact_of).order_by("-number")[: MOST_COMMENTS * 4]
        names = ("number", "comment_id", "action", "actor", "moderator_id", "rule_code", "recorded_at")
        wanted = [row for row in rows.values(*names) if row["actor"] == "moderator" or self._is_shown(row)]
        return [{**row, "contact": contact_of[row["comment_id"]]} for row in wanted]

    def _is_shown(self, row: dict[str, Any]) -> bool:
        """What authors and the portal did is told of the comments themselves alone."""
        return any(each.pk == row["comment_id"] for each in self.comments)

    def _sanctions(self) -> dict[Any, list[Sanction]]:
        contact_of: dict[str, Any] = {}
        for contact in self.contacts.values():
            contact_of |= dict.fromkeys(_references(contact), contact.pk)
        found: dict[Any, list[Sanction]] = {}
        for sanction in Sanction.objects.standing().filter(subject__in=contact_of):
            found.setdefault(contact_of[sanction.subject], []).append(sanction)
        return found

    def _told(self, row: dict[str, Any]) -> dict[str, Any]:
        who = self.people.get(row["moderator_id"]) if row["moderator_id"] else Decision.Actor(row["actor"]).label
        what = Decision.Action(row["action"]).label
        return {**row, "what": what, "who": who, "words": self.words.get(row["number"])}


def _references(contact: Contact) -> set[str]:
    """Every reference of a person, also of one who erased themselves and came back."""
    return subjects_of(contact.address, [contact])
