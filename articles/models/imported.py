"""What was imported: one row for each file that became a draft, and one for each run from the admin.

A file is known by the digest of its bytes together with the page under which it was imported: the constraint makes
two imports of one file at the same moment yield one draft. Claims of review stand in the report here and nowhere on
the page, its revisions or the public site (R5).
"""

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _


class ImportRun(models.Model):
    """Several files that somebody uploaded together, and the report on them."""

    parent = models.ForeignKey(
        "wagtailcore.Page", null=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("under")
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("by")
    )
    started_at = models.DateTimeField(_("started"), auto_now_add=True)
    is_dry_run = models.BooleanField(_("only looked at"), default=False)
    report = models.JSONField(_("report"), encoder=DjangoJSONEncoder)

    class Meta:
        ordering = ["-started_at", "-pk"]
        verbose_name = _("import")
        verbose_name_plural = _("imports")

    def __str__(self):
        return f"{_('Import')} {self.pk}"


class ImportRecord(models.Model):
    """A file that became a draft, and what the importer made of each of its lines."""

    digest = models.CharField(_("SHA-256 of the file"), max_length=64)
    parent = models.ForeignKey(
        "wagtailcore.Page", null=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("under")
    )
    page = models.ForeignKey(
        "articles.ArticlePage",
        null=True,
        on_delete=models.SET_NULL,
        related_name="import_records",
        verbose_name=_("article"),
    )
    file_name = models.CharField(_("file"), max_length=255)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("by")
    )
    imported_at = models.DateTimeField(_("imported"), auto_now=True)
    report = models.JSONField(_("report"), default=dict, encoder=DjangoJSONEncoder)

    class Meta:
        verbose_name = _("imported file")
        verbose_name_plural = _("imported files")
        constraints = [models.UniqueConstraint(fields=["digest", "parent"], name="unique_file_under_parent")]

    def __str__(self):
        return self.file_name
