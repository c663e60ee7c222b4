"""The short notice beside a box, as the editor last wrote it. What readers see of it is a published version.

Its six parts are what GDPR, article 13 (1) and (2), and Washington's My Health My Data Act (RCW 19.373.010 and .020)
want said before consent: which data, what for, who else gets them, for how long, who answers for it, how to stop.
"""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import PreviewableMixin

PARTS = ("data", "use", "recipients", "retention", "controller", "stop")


class Notice(PreviewableMixin, models.Model):
    """A notice of one community in one language."""

    class Code(models.TextChoices):
        SIGN_UP = "sign-up", _("Beside the sign-up box")
        ACCESS = "access", _("Beside the request to see what is held")
        COMMENT = "comment", _("Before a comment")

    site = models.ForeignKey(
        "wagtailcore.Site", on_delete=models.CASCADE, related_name="+", verbose_name=_("community")
    )
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES)
    code = models.CharField(_("place"), max_length=20, choices=Code.choices)
    data = models.TextField(_("what we keep"), help_text=_("Every kind of data, and where it comes from."))
    use = models.TextField(_("what for"), help_text=_("What is done with it, and that nothing else is."))
    recipients = models.TextField(_("who else sees it"), help_text=_("Everybody who gets it, or that nobody does."))
    retention = models.TextField(_("how long"), help_text=_("In hours and days, as the portal keeps to it."))
    controller = models.TextField(_("who answers for it"), help_text=_("Name, address, and how to write to them."))
    stop = models.TextField(_("how to stop"), help_text=_("Every way to take consent back, and what rights there are."))
    agreement = models.TextField(
        _("sentence of agreement"),
        max_length=400,
        help_text=_("Names the Privacy Policy and the Terms as they are called on their pages."),
    )

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        ordering = ["site", "code", "language"]
        constraints = [models.UniqueConstraint(fields=["site", "language", "code"], name="one_notice_a_place")]

    def __str__(self):
        return f"{self.get_code_display()}, {self.get_language_display()}"

    @property
    def published_texts(self):
        """Every version of this notice, the newest first."""
        from consent.versions.notices import versions_of  # noqa: PLC0415 - reads these models

        return versions_of(self)

    def get_preview_template(self, request, mode_name):
        return "consent/desk/notice_preview.html"

    def get_preview_context(self, request, mode_name):
        from consent.versions.notices import content_of, title_of  # noqa: PLC0415 - reads these models

        return {"title": title_of(self), "content": content_of(self), "language": self.language}
