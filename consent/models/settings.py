"""What a community chooses about its mail and its sign-up box."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting


@register_setting(icon="mail", order=110)
class ConsentSettings(BaseSiteSetting):
    """Sign-up box and senders of one community."""

    offers_at_end = models.BooleanField(
        _("sign-up box at the end of every article"), default=True, help_text=_("Offers the article's own topics.")
    )
    sender_name = models.CharField(
        _("sender of mail"), max_length=80, blank=True, help_text=_("Empty: the name of the community.")
    )
    discreet_sender_name = models.CharField(
        _("discreet sender"),
        max_length=80,
        blank=True,
        help_text=_("For people who chose it: a name that tells nothing of health. Empty: the publisher's."),
    )

    panels = [
        FieldPanel("offers_at_end"),
        MultiFieldPanel([FieldPanel("sender_name"), FieldPanel("discreet_sender_name")], heading=_("Mail")),
    ]

    class Meta:
        verbose_name = _("sign-up and mail")
        verbose_name_plural = _("sign-up and mail")

    def __str__(self):
        return str(self.site)
