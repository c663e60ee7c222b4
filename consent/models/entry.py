"""The ledger of consents: what was asked, confirmed, withdrawn and erased, and the exact words (GDPR, article 7 (1)).

Holds no address, no sealed one and no name. ``subject`` is a keyed reference, written once an address was confirmed;
whoever holds the address and the key can find the entries again, nobody else can.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from consent.keys.indexes import INDEX_LENGTH
from portal.models import LedgerEntry


class ConsentEntry(LedgerEntry):
    """One thing that happened."""

    class Action(models.TextChoices):
        REQUESTED = "requested", _("Asked for")
        TERMS = "terms", _("Terms accepted")
        CONFIRMED = "confirmed", _("Confirmed")
        NOT_ME = "not-me", _("“This wasn’t me”")
        PAUSED = "paused", _("Paused")
        RESUMED = "resumed", _("Resumed")
        WITHDRAWN = "withdrawn", _("Withdrawn")
        CORRECTED = "corrected", _("Address corrected")
        ACCESSED = "accessed", _("Data shown to its owner")
        ERASED = "erased", _("Erased")

    class Method(models.TextChoices):
        FORM = "form", _("Form on a page")
        LINK = "link", _("Link in a mail")
        ONE_CLICK = "one-click", _("Button of a mail program")
        STAFF = "staff", _("Member of staff")
        REPORT = "report", _("Report of a mail server")
        JOURNAL = "journal", _("Carried out again after a restore")
        RETENTION = "retention", _("The time for which it is kept was over")

    action = models.CharField(_("what happened"), max_length=20, choices=Action.choices)
    method = models.CharField(_("how"), max_length=20, choices=Method.choices)
    request_id = models.CharField(_("request"), max_length=36, blank=True, db_index=True)
    subject = models.CharField(_("reference of the person"), max_length=INDEX_LENGTH, blank=True, db_index=True)
    site_id = models.PositiveBigIntegerField(_("community"), null=True)
    language = models.CharField(_("language"), max_length=10, blank=True)
    notice_digest = models.CharField(_("digest of the notice"), max_length=80, blank=True)
    wording_digest = models.CharField(_("digest of all the words"), max_length=80, blank=True)
    purposes = models.JSONField(
        _("purposes"), default=list, help_text=_("Code, version and digest of each purpose that it is about.")
    )
    policies = models.JSONField(
        _("policies"), default=dict, help_text=_("Digest of each policy in force, by its kind.")
    )

    class Meta(LedgerEntry.Meta):
        verbose_name = _("consent entry")
        verbose_name_plural = _("consent entries")
