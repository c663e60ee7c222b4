"""Where an article stood with its review when somebody last looked: for the lists of staff in a large portal, where
looking at every text on each request would take minutes. Readers are never told anything by it.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ReviewStanding(models.Model):
    """What was found of one live article that needs a review. ``approved`` says nothing about its age: that is
    ``due_on``. ``last_on``: the day of the last approval of any of its texts.
    """

    class Found(models.TextChoices):
        APPROVED = "approved", _("Approved")
        CHANGED = "changed", _("Changed since review")
        WITHDRAWN = "withdrawn", _("Approval withdrawn")
        NEVER = "never", _("Not reviewed")

    page = models.OneToOneField("articles.ArticlePage", primary_key=True, on_delete=models.CASCADE, related_name="+")
    found = models.CharField(max_length=12, choices=Found.choices)
    due_on = models.DateField(null=True)
    last_on = models.DateField(null=True)
    looked_at = models.DateTimeField(db_index=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("standing of a review")
        verbose_name_plural = _("standings of reviews")
        indexes = [models.Index(fields=["found", "due_on", "last_on"], name="review_standing")]

    def __str__(self):
        return f"{self.page_id}: {self.found}"
