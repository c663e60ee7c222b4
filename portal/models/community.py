"""A community is a Wagtail site. What sets one apart from another stands here, one row a site."""

from zoneinfo import ZoneInfo, available_timezones

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.fields import RichTextField

from portal.colour import validate_readable_on_dark, validate_readable_on_light
from portal.time_zones import time_zone_choices

DISCLAIMER_FEATURES = ["bold", "italic", "link"]


def validate_time_zone(name: str) -> None:
    """Raises ``ValidationError`` unless ``name`` is in the IANA time zone database."""
    if name not in available_timezones():
        raise ValidationError(_("%(name)s is not a time zone. Use a name such as Europe/Berlin.") % {"name": name})


@register_setting(icon="site", order=100)
class CommunitySettings(BaseSiteSetting):
    """Name, colours, publisher, contact, time zone and disclaimers of one community."""

    class ReviewByline(models.TextChoices):
        PERSON = "person", _("The reviewer")
        BOARD = "board", _("The reviewer's board")

    tagline = models.CharField(_("tagline"), max_length=120, blank=True, help_text=_("One line under the name."))
    accent_colour = models.CharField(
        _("accent colour, light"),
        max_length=7,
        default="#7a1f3d",
        validators=[validate_readable_on_light],
        help_text=_("For links, focus and the review mark on a light page, for example #7a1f3d."),
    )
    accent_colour_dark = models.CharField(
        _("accent colour, dark"),
        max_length=7,
        default="#f0a3b8",
        validators=[validate_readable_on_dark],
        help_text=_("The same for a dark page, for example #f0a3b8."),
    )
    publisher_name = models.CharField(
        _("publisher"), max_length=255, blank=True, help_text=_("Who answers for what stands here.")
    )
    publisher_address = models.TextField(
        _("postal address"), blank=True, help_text=_("Of the publisher. Shown in the foot of every page.")
    )
    contact_email = models.EmailField(_("contact e-mail"), blank=True, help_text=_("Shown in the page's foot."))
    time_zone = models.CharField(
        _("time zone"),
        max_length=64,
        blank=True,
        validators=[validate_time_zone],
        help_text=_("For every date that is shown to readers."),
    )
    emergency_number = models.CharField(
        _("emergency number"),
        max_length=20,
        blank=True,
        help_text=_("Shown on care cards that call an ambulance, for example 112."),
    )
    review_byline = models.CharField(
        _("reviews are shown under the name of"),
        max_length=10,
        choices=ReviewByline.choices,
        default=ReviewByline.PERSON,
        db_default=ReviewByline.PERSON,
        help_text=_("Whose name stands after “Reviewed by”. Under a board, the person is one click away."),
    )
    disclaimer_information = RichTextField(
        _("disclaimer under reviewed information"),
        features=DISCLAIMER_FEATURES,
        blank=True,
        help_text=_("On advice, advertising and editorial integrity."),
    )
    disclaimer_story = RichTextField(
        _("disclaimer under personal stories"),
        features=DISCLAIMER_FEATURES,
        blank=True,
        help_text=_("Says that a story is one person's opinion and experience."),
    )

    panels = [
        FieldPanel("tagline"),
        MultiFieldPanel(
            [
                FieldPanel("accent_colour", widget=forms.TextInput(attrs={"type": "color"})),
                FieldPanel("accent_colour_dark", widget=forms.TextInput(attrs={"type": "color"})),
            ],
            heading=_("Colours"),
        ),
        MultiFieldPanel(
            [FieldPanel("publisher_name"), FieldPanel("publisher_address"), FieldPanel("contact_email")],
            heading=_("Publisher and contact"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("time_zone", widget=forms.Select(choices=time_zone_choices)),
                FieldPanel("emergency_number"),
            ],
            heading=_("Place"),
        ),
        MultiFieldPanel([FieldPanel("review_byline")], heading=_("Medical review")),
        MultiFieldPanel(
            [FieldPanel("disclaimer_information"), FieldPanel("disclaimer_story")], heading=_("Disclaimers")
        ),
    ]

    class Meta:
        verbose_name = _("community")
        verbose_name_plural = _("communities")

    def __str__(self):
        return self.site.site_name or self.site.hostname

    @classmethod
    def for_site(cls, site):
        """The row of ``site``, made with defaults if it is missing. Defaults alone where no community answers."""
        return super().for_site(site) if site else cls()

    @property
    def zone(self) -> ZoneInfo:
        """The time zone in which readers see dates."""
        return ZoneInfo(self.time_zone or settings.TIME_ZONE)
