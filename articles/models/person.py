"""People who write and review: who they are, what they are qualified in, and what they declare."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page
from wagtail.search import index

from portal.models import PortalPage
from portal.panels import NAVIGATION_PANEL, SEARCH_PANEL, title_panel


class PeoplePage(PortalPage):
    """The list of a community's authors and reviewers."""

    introduction = models.TextField(
        _("introduction"), max_length=400, blank=True, help_text=_("One or two sentences above the list.")
    )

    content_panels = [title_panel(_("For example: Who writes and reviews.")), FieldPanel("introduction")]
    promote_panels = [SEARCH_PANEL, NAVIGATION_PANEL]
    parent_page_types = ["portal.HomePage"]
    subpage_types = ["articles.PersonPage"]
    show_in_menus_default = True
    max_count_per_parent = 1
    page_description = _("The list of authors and reviewers.")

    class Meta:
        verbose_name = _("people")

    def plain_summary(self):
        return self.introduction


class PersonPage(PortalPage):
    """An author or reviewer. The title is the person's name as it stands in bylines."""

    credentials = models.CharField(
        _("credentials"),
        max_length=200,
        blank=True,
        help_text=_("Degrees and titles as they stand behind the name, for example MD, PhD."),
    )
    position = models.CharField(
        _("position"), max_length=200, blank=True, help_text=_("For example: consultant haematologist.")
    )
    photo = models.ForeignKey(
        "portal.Picture",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("photo"),
        help_text=_("Shown cut to a square around its focal point."),
    )
    biography = RichTextField(
        _("biography"),
        features=["bold", "italic", "link"],
        blank=True,
        help_text=_("Three or four sentences: training, work, what the person writes or reviews here."),
    )
    interests = models.TextField(
        _("disclosed interests"),
        blank=True,
        help_text=_("Payments, shares, posts and ties that readers should know of. Write 'None' when there are none."),
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="people",
        verbose_name=_("account"),
        help_text=_("The account with which this person signs in, if any."),
    )

    content_panels = [
        title_panel(_("The person's name as it stands in bylines, without titles and degrees.")),
        MultiFieldPanel([FieldPanel("credentials"), FieldPanel("position")], heading=_("Qualification")),
        FieldPanel("photo"),
        FieldPanel("biography"),
        FieldPanel("interests"),
    ]
    promote_panels = [FieldPanel("user", permission="portal.change_user"), SEARCH_PANEL]
    reads_parameters = ("page",)
    search_fields = [
        *Page.search_fields,
        index.SearchField("credentials"),
        index.SearchField("position"),
        index.SearchField("biography"),
    ]
    parent_page_types = ["articles.PeoplePage"]
    subpage_types = []
    page_description = _("An author or reviewer: qualification, biography, disclosed interests.")

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")

    def plain_summary(self):
        return self.position
