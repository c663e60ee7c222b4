"""“This helped me”: one vote of one confirmed person for one comment."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class HelpfulVote(models.Model):
    """One vote."""

    comment = models.ForeignKey(
        "comments.Comment", on_delete=models.CASCADE, related_name="votes", verbose_name=_("comment")
    )
    commenter = models.ForeignKey(
        "comments.Commenter", on_delete=models.CASCADE, related_name="votes", verbose_name=_("by")
    )
    made_at = models.DateTimeField(_("made"), default=timezone.now)

    class Meta:
        verbose_name = _("helpful vote")
        verbose_name_plural = _("helpful votes")
        constraints = [models.UniqueConstraint(fields=["comment", "commenter"], name="one_vote_a_person")]

    def __str__(self):
        return f"{self.comment_id}: {self.commenter_id}"
