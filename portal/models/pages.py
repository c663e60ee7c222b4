"""The pages that every community has: its home, and the standard pages that the foot of each page links to."""

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, PageChooserPanel
from wagtail.fields import RichTextField
from wagtail.models import Orderable, Page, PageViewRestriction
from wagtail.search import index

from portal.addresses import parts_of
from portal.open_pages import open_to_all
from portal.page_permissions import PortalPageForm, PortalPagePermissionTester
from portal.panels import NAVIGATION_PANEL, SEARCH_PANEL, title_panel
from portal.routing import FACTS, specific_of, way_to
from portal.text import first_words

STANDARD_FEATURES = ["h2", "h3", "ul", "ol", "link", "bold", "italic", "hr"]
DESCRIPTION_LENGTH = 160  # characters that search engines show


class PortalPage(Page):
    """What every public page of the portal has in common. Abstract."""

    base_form_class = PortalPageForm
    promote_panels = [SEARCH_PANEL]
    reads_parameters: tuple[str, ...] = ()  # of the query string. All others are noise to whoever keeps pages

    class Meta:
        abstract = True

    def permissions_for_user(self, user):
        return PortalPagePermissionTester(user, self)

    @property
    def description(self) -> str:
        """One plain sentence or two for meta tags, listings and feeds. Never holds citation tokens."""
        return self.search_description or first_words(self.plain_summary(), DESCRIPTION_LENGTH)

    def plain_summary(self) -> str:
        """The page's own summary as plain text, for when no description was written."""
        return ""

    def get_url_parts(self, request=None):
        return parts_of(self, request)

    has_translations = True  # routing clears it where it found none
    is_open_to_all = False  # routing sets it where it found neither this page nor one above it restricted

    def get_view_restrictions(self):
        """The restrictions of this page and of those above it; no query where routing found that there are none."""
        return PageViewRestriction.objects.none() if self.is_open_to_all else super().get_view_restrictions()

    @cached_property
    def breadcrumb(self) -> list[Page]:
        """The page's ancestors, from the community's home page down. One query."""
        return list(self.get_ancestors().filter(depth__gt=1))

    @cached_property
    def translations(self) -> list[Page]:
        """Translations of this page that any reader may open, itself left out. One query."""
        return list(open_to_all(self.get_translations()).select_related("locale")) if self.has_translations else []


class HomePage(PortalPage):
    """The front door of a community."""

    lead = models.TextField(
        _("lead"),
        blank=True,
        max_length=400,
        help_text=_("Two or three sentences that greet somebody newly diagnosed."),
    )

    content_panels = [
        title_panel(_("The name of the community, as it stands at the top of every page.")),
        FieldPanel("lead"),
        InlinePanel(
            "featured",
            heading=_("Start here"),
            label=_("page"),
            max_num=6,
            help_text=_("Up to six pages that somebody newly diagnosed should read first, in this order."),
        ),
    ]
    search_fields = [*Page.search_fields, index.SearchField("lead")]
    parent_page_types = ["wagtailcore.Page"]
    page_description = _("The front door of a community: greeting, places to start, topics and newest articles.")

    class Meta:
        verbose_name = _("home page")

    def plain_summary(self):
        return self.lead

    def route(self, request, path_components):
        """As Wagtail does, but with one query for the whole way. The page at its end has the last word."""
        way = way_to(self, path_components)
        if way is None:
            return super().route(request, path_components)
        *above, last = way
        page = self if last.pk == self.pk else specific_of(last)
        page.locale = last.locale
        for fact in ("has_translations", *FACTS):
            setattr(page, fact, getattr(last, fact))
        page.breadcrumb = above
        page.is_open_to_all = not any(step.is_restricted for step in way)
        return super().route(request, []) if page is self else page.route(request, [])


class FeaturedPage(Orderable):
    """One place to start, on the home page."""

    home = ParentalKey(HomePage, on_delete=models.CASCADE, related_name="featured")
    page = models.ForeignKey(
        "wagtailcore.Page",
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name=_("page"),
        help_text=_("An article or a topic of this community."),
    )

    panels = [PageChooserPanel("page")]


class StandardPageForm(PortalPageForm):
    """Offers the roles of this type of page, and refuses a second page for one role in one community and language."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if role := self.fields.get("role"):
            role.choices = [choice for choice in role.choices if choice[0] in ("", *self.instance.roles)]
            role.error_messages["invalid_choice"] = _("Pages of this type can't have that role.")

    def clean(self):
        cleaned = super().clean()
        role = cleaned.get("role")
        community = self.parent_page.get_ancestors(inclusive=True).filter(depth=2).first() if self.parent_page else None
        if role and community:
            others = StandardPage.objects.descendant_of(community).filter(role=role).exclude(pk=self.instance.pk)
            if others.exists():
                self.add_error("role", _("Another page of this community has this role already."))
        return cleaned


class StandardPage(PortalPage):
    """A page of prose. Its role says which link in the foot leads here. Policies are a type of their own: people agree
    to them, so each version stays (``consent.models.PolicyPage``). ``roles``: those that pages of a type may have.
    """

    class Role(models.TextChoices):
        ABOUT = "about", _("About us")
        EDITORIAL_INTEGRITY = "editorial-integrity", _("Editorial integrity")
        PRIVACY = "privacy", _("Privacy policy")
        TERMS = "terms", _("Terms of use")
        RULES = "rules", _("Community rules")
        HEALTH_DATA = "health-data", _("Consumer health data policy")

    roles: tuple[str, ...] = (Role.ABOUT, Role.EDITORIAL_INTEGRITY)

    role = models.CharField(
        _("role"),
        max_length=30,
        blank=True,
        choices=Role.choices,
        help_text=_("Pages with a role are linked from the foot of every page. One page for each role in a community."),
    )
    introduction = models.TextField(
        _("introduction"), blank=True, max_length=400, help_text=_("One or two sentences under the title.")
    )
    body = RichTextField(
        _("text"),
        features=STANDARD_FEATURES,
        help_text=_("Headings of the second level for sections, of the third for parts of a section."),
    )

    content_panels = [
        title_panel(_("What the page is, for example: How we check our articles.")),
        FieldPanel(
            "role",
            help_text=_(
                "Pages with a role are linked from the foot of every page. One page for each role in a community. "
                "For a privacy policy, terms, community rules or a health data policy add a policy page instead."
            ),
        ),
        FieldPanel("introduction"),
        FieldPanel("body"),
    ]
    promote_panels = [SEARCH_PANEL, NAVIGATION_PANEL]
    search_fields = [*Page.search_fields, index.SearchField("introduction"), index.SearchField("body")]
    subpage_types = ["portal.StandardPage"]
    base_form_class = StandardPageForm
    page_description = _("Prose: about us, editorial integrity, and pages without a role.")

    class Meta:
        verbose_name = _("standard page")

    def plain_summary(self):
        return self.introduction
