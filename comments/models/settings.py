"""What a community chooses about its conversation, and whom people in danger can call."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.models import Orderable

from portal.prepared import prepared


@register_setting(icon="comment", order=120)
class ConversationSettings(BaseSiteSetting, ClusterableModel):
    """The conversation of one community."""

    is_open = models.BooleanField(_("readers may join the conversation"), default=True)
    closes_after_days = models.PositiveSmallIntegerField(
        _("conversations close after days"),
        null=True,
        blank=True,
        help_text=_("Since the article was first published. Empty: never."),
    )
    trusted_after = models.PositiveSmallIntegerField(
        _("publish at once after approved comments"),
        null=True,
        blank=True,
        help_text=_("Of a confirmed person without sanctions, if nothing is found in it. Empty: never."),
    )
    on_call_email = models.EmailField(
        _("on-call address"),
        blank=True,
        help_text=_("Is told at once when a comment sounds as if somebody is in danger."),
    )
    country = models.CharField(
        _("country"),
        max_length=2,
        blank=True,
        help_text=_("Two letters (ISO 3166), for help shown to people in danger."),
    )

    panels = [
        FieldPanel("is_open"),
        FieldPanel("closes_after_days"),
        FieldPanel("trusted_after"),
        MultiFieldPanel([FieldPanel("on_call_email"), FieldPanel("country")], heading=_("People in danger")),
        InlinePanel("help_lines", heading=_("Help lines"), label=_("help line")),
    ]

    class Meta:
        verbose_name = _("conversation")
        verbose_name_plural = _("conversations")

    def __str__(self):
        return str(self.site)

    @classmethod
    def of(cls, site) -> "ConversationSettings":
        """Those of a community, as they are in the database, or as they are at first. Unlike ``for_site`` it makes no
        row: reading a page changes nothing.
        """
        return _settings.first(site.pk) or cls(site=site)


@prepared
def _settings(site: int) -> models.QuerySet[ConversationSettings]:
    return ConversationSettings.objects.filter(site=site)


class HelpLine(Orderable):
    """Whom to call, in one country and one language."""

    settings = ParentalKey(ConversationSettings, on_delete=models.CASCADE, related_name="help_lines")
    country = models.CharField(_("country"), max_length=2, help_text=_("Two letters (ISO 3166). EU for all of it."))
    language = models.CharField(_("language"), max_length=10, blank=True, help_text=_("Empty: shown in all of them."))
    name = models.CharField(_("name"), max_length=120)
    phone = models.CharField(_("number"), max_length=40)
    hours = models.CharField(_("when"), max_length=80, blank=True)
    address = models.URLField(_("web address"), blank=True)

    panels = [
        FieldPanel("country"),
        FieldPanel("language"),
        FieldPanel("name"),
        FieldPanel("phone"),
        FieldPanel("hours"),
        FieldPanel("address"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("help line")
        verbose_name_plural = _("help lines")

    def __str__(self):
        return f"{self.name} ({self.country})"
