"""The ledger of contributions: who wrote which revision. Nobody approves what they helped to write (DESIGN.md, R3),
and purging revisions frees nobody.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.models import LedgerEntry


class Contribution(LedgerEntry):
    """Somebody saved a revision of a page, or a page was made from one that they wrote."""

    page_id = models.BigIntegerField(_("page"), db_index=True)
    revision_id = models.BigIntegerField(_("revision"))
    user_id = models.BigIntegerField(_("account"), null=True)
    username = models.CharField(_("user name"), max_length=150, blank=True)
    name = models.CharField(_("name"), max_length=255, blank=True)
    body_digest = models.CharField(_("digest of the text alone"), max_length=80, blank=True, db_index=True)
    copied_from = models.BigIntegerField(_("copied from page"), null=True)

    class Meta(LedgerEntry.Meta):
        verbose_name = _("contribution")
        verbose_name_plural = _("contributions")
