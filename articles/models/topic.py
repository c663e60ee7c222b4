"""Topics: a condition, a treatment or another subject with all its names, and the hub of all we have on it."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.models import Orderable, Page
from wagtail.search import index

from articles.models.topic_queries import TopicManager
from portal.models import PortalPage
from portal.panels import NAVIGATION_PANEL, SEARCH_PANEL, title_panel


class TopicPage(PortalPage):
    """A hub: one subject, its names, and the articles on it. The title is the subject's usual name."""

    class Subject(models.TextChoices):
        CONDITION = "condition", _("Condition")
        TREATMENT = "treatment", _("Treatment")
        TEST = "test", _("Tests")
        OTHER = "other", _("Something else")

    subject = models.CharField(
        _("subject"),
        max_length=20,
        choices=Subject.choices,
        default=Subject.CONDITION,
        db_default=Subject.CONDITION,
        help_text=_("What the topic is about. Search engines are told; readers see no difference."),
    )
    introduction = models.TextField(
        _("introduction"), max_length=600, blank=True, help_text=_("What it is, in two or three sentences.")
    )
    picture = models.ForeignKey(
        "portal.Picture",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("picture"),
        help_text=_("Shown at the top of the topic and on its card. Set its focal point: cards crop it."),
    )

    reads_parameters = ("page",)

    objects = TopicManager()

    content_panels = [
        title_panel(_("The usual name of the condition or subject.")),
        FieldPanel("subject"),
        FieldPanel("introduction"),
        InlinePanel(
            "names",
            heading=_("Other names"),
            label=_("name"),
            help_text=_("Synonyms and short forms. Search finds the topic by each, and the A to Z lists each."),
        ),
        FieldPanel("picture"),
    ]
    promote_panels = [SEARCH_PANEL, NAVIGATION_PANEL]
    search_fields = [
        *Page.search_fields,
        index.SearchField("introduction"),
        index.SearchField("searchable_names", boost=2),
    ]
    parent_page_types = ["portal.HomePage"]
    page_description = _(
        "A condition, a treatment or another subject: its names, an introduction and every article on it."
    )

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")

    def plain_summary(self):
        return self.introduction

    @property
    def searchable_names(self) -> str:
        """Every other name of the condition, for the search index."""
        return " ".join(name.name for name in self.names.all())


class TopicName(Orderable):
    """Another name of a condition: a synonym ("blood clot in the lung") or a short form ("PE")."""

    class Kind(models.TextChoices):
        SYNONYM = "synonym", _("Synonym")
        SHORT_FORM = "short-form", _("Short form")

    topic = ParentalKey(TopicPage, on_delete=models.CASCADE, related_name="names")
    name = models.CharField(
        _("name"),
        max_length=120,
        help_text=_("As readers may know the condition, for example: blood clot in the lung."),
    )
    kind = models.CharField(
        _("kind"),
        max_length=20,
        choices=Kind.choices,
        default=Kind.SYNONYM,
        help_text=_("A short form is made of first letters, such as PE."),
    )

    panels = [FieldPanel("name"), FieldPanel("kind")]

    def __str__(self):
        return self.name


class TopicIndexPage(PortalPage):
    """The A to Z of a community: every topic under each of its names, and every article."""

    introduction = models.TextField(
        _("introduction"), max_length=400, blank=True, help_text=_("One or two sentences above the list.")
    )

    content_panels = [title_panel(_("For example: Topics from A to Z.")), FieldPanel("introduction")]
    promote_panels = [SEARCH_PANEL, NAVIGATION_PANEL]
    reads_parameters = ("letter", "page")
    parent_page_types = ["portal.HomePage"]
    subpage_types = []
    show_in_menus_default = True
    max_count_per_parent = 1
    page_description = _("The A to Z: every topic under each of its names.")

    class Meta:
        verbose_name = _("A to Z")

    def plain_summary(self):
        return self.introduction
