"""The ledger of medical reviews: what was decided on which exact text, by whom, on what grounds (DESIGN.md, R1-R5).

An entry holds the whole canonical text and the reviewer's credentials as they stood. It names page, revision and
account by plain numbers: all of them may be deleted, and the history stays whole.
"""

import hashlib

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.models import LedgerEntry

SCHEME = "v1"  # of the canonical text and its digest


def digest_of_text(canonical_text: str) -> str:
    """``v1:`` and the SHA-256 of a canonical text in UTF-8."""
    return f"{SCHEME}:{hashlib.sha256(canonical_text.encode()).hexdigest()}"


class ReviewDecision(LedgerEntry):
    """One decision on one text of one page."""

    class Outcome(models.TextChoices):
        APPROVED = "approved", _("Approved")
        CHANGES = "changes", _("Changes requested")
        WITHDRAWN = "withdrawn", _("Approval withdrawn")
        DECLINED = "declined", _("Declined for a conflict of interest")

    outcome = models.CharField(_("outcome"), max_length=12, choices=Outcome.choices)
    page_id = models.BigIntegerField(_("page"))
    page_model = models.CharField(_("type of page"), max_length=100)
    page_title = models.CharField(_("title"), max_length=255)
    revision_id = models.BigIntegerField(_("revision"), null=True)
    digest = models.CharField(_("digest"), max_length=80)
    snapshot = models.TextField(_("canonical text"))
    explanations = models.JSONField(_("explained terms"), default=list, encoder=DjangoJSONEncoder)
    reviewer_id = models.BigIntegerField(_("account"))
    reviewer_name = models.CharField(_("reviewer"), max_length=255)
    role = models.CharField(_("role"), max_length=60)
    person_id = models.BigIntegerField(_("public page"), null=True)
    board_name = models.CharField(_("board"), max_length=120, blank=True)
    credentials = models.JSONField(_("credentials"), default=list, encoder=DjangoJSONEncoder)
    declared_interests = models.TextField(_("declared interests"), blank=True)
    checklist = models.JSONField(_("checklist"), default=dict, encoder=DjangoJSONEncoder)
    note = models.TextField(_("note"), blank=True)
    passages = models.JSONField(_("notes on passages"), default=list, encoder=DjangoJSONEncoder)
    reviewed_on = models.DateField(_("reviewed on"))
    due_on = models.DateField(_("next review due"), null=True)

    class Meta(LedgerEntry.Meta):
        verbose_name = _("review decision")
        verbose_name_plural = _("review decisions")
        indexes = [
            models.Index(fields=["page_id", "digest", "number"], name="decision_by_text"),
            models.Index(fields=["page_id", "outcome", "number"], name="decision_by_page"),
            models.Index(fields=["reviewer_id"], name="decision_by_reviewer"),
        ]

    @property
    def is_approval(self) -> bool:
        """Whether the text was approved."""
        return self.outcome == self.Outcome.APPROVED

    def faults(self) -> list[str]:
        """Whether the digest is that of the text."""
        return [] if self.digest == digest_of_text(self.snapshot) else ["its digest is not that of its text"]
