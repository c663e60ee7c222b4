"""The article: what it is, who wrote it, which topics it belongs to and what it cites."""

from django.db import models
from django.utils.functional import SimpleLazyObject, cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, PageChooserPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable, Page
from wagtail.search import index
from wagtail.url_routing import RouteResult

from articles.blocks import ArticleBodyBlock
from articles.blocks.plain import plain_body
from articles.citations.tokens import strip_tokens
from articles.importing.panels import ImportNotePanel
from articles.models.article_queries import ArticleManager
from articles.publication.form import ArticleForm
from articles.publication.panels import PlacesPanel
from portal.models import PortalPage
from portal.panels import SEARCH_PANEL, title_panel


class ArticlePage(PortalPage):
    """An article. Nothing about its medical review is stored on it.

    Lists set ``listed_review`` (``articles.review.listed``), for the line under the title there.
    """

    class Kind(models.TextChoices):
        INFORMATION = "information", _("Reviewed information")
        STORY = "story", _("Personal story")

    kind = models.CharField(
        _("kind"),
        max_length=20,
        choices=Kind.choices,
        default=Kind.INFORMATION,
        help_text=_("Information is medically reviewed. A personal story is one person's opinion and never is."),
    )
    summary = models.TextField(
        _("summary"), max_length=300, blank=True, help_text=_("One plain sentence under the title, without citations.")
    )
    body = StreamField(
        ArticleBodyBlock(),
        verbose_name=_("text"),
        blank=True,
        help_text=_("Begin with the key points. Use a heading for every new question that the text answers."),
    )
    picture = models.ForeignKey(
        "portal.Picture",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("picture for listings"),
        help_text=_("Shown in lists and when the page is shared, never in the article itself."),
    )

    has_corrections = True  # routing clears it where it found none

    objects = ArticleManager()
    base_form_class = ArticleForm

    content_panels = [
        ImportNotePanel(heading=_("Imported")),
        title_panel(_("What the article tells, in the words that a reader would use. Up to 60 characters.")),
        FieldPanel("kind"),
        FieldPanel("summary"),
        InlinePanel(
            "article_authors",
            heading=_("Authors"),
            label=_("author"),
            help_text=_("Who wrote the article, in the order of the byline."),
        ),
        FieldPanel("body"),
        InlinePanel(
            "sources",
            heading=_("Sources"),
            label=_("source"),
            help_text=_(
                "Tie a number of the imported text to a reference here, once for all places where it stands. "
                "Numbers that the text cites get their row by themselves. "
                "References that you cite in the text need no row."
            ),
        ),
    ]
    promote_panels = [
        InlinePanel(
            "further_topics",
            heading=_("Further topics"),
            label=_("topic"),
            help_text=_("Topics whose page should list the article too, beside the one that it stands under."),
        ),
        FieldPanel("picture"),
        SEARCH_PANEL,
    ]
    search_fields = [
        *Page.search_fields,
        index.SearchField("summary"),
        index.SearchField("searchable_body"),
        index.FilterField("kind"),
    ]
    parent_page_types = ["articles.TopicPage", "portal.HomePage"]
    subpage_types = []
    page_description = _("Reviewed information or a personal story.")

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        permissions = [("import_articles", _("Can import articles from files"))]

    def plain_summary(self):
        return self.summary

    def full_clean(self, *args, **kwargs):
        """Takes citation tokens out of the fields that reach search, feeds and meta tags as they are."""
        for field in ("title", "seo_title", "search_description", "summary"):
            setattr(self, field, strip_tokens(getattr(self, field)))
        super().full_clean(*args, **kwargs)

    def route(self, request, path_components):
        """Leads to the article, and to what stands beside it: ``review-history/`` and ``review.json``."""
        from articles.review.public_pages import PARTS  # noqa: PLC0415 - reads these models

        if self.live and len(path_components) == 1 and path_components[0] in PARTS:
            return RouteResult(self, kwargs={"part": path_components[0]})
        return super().route(request, path_components)

    def serve(self, request, *args, part="", **kwargs):
        """The article, or the ``part`` that routing found beside it."""
        from articles.review.public_pages import PARTS  # noqa: PLC0415 - reads these models

        return PARTS[part](request, self) if part else super().serve(request, *args, **kwargs)

    def save_revision(self, *args, overwrite_revision=None, **kwargs):
        """Saves a draft. A revision on which something rests is not written over: the draft becomes one of its own."""
        from articles.review.overwriting import holds_still  # noqa: PLC0415 - reads these models

        if overwrite_revision is not None and holds_still(overwrite_revision):
            overwrite_revision = None
        return super().save_revision(*args, overwrite_revision=overwrite_revision, **kwargs)

    def get_context(self, request, *args, **kwargs):
        """``rendered`` is the text as readers see it and ``review`` where it stands, worked out when first asked."""
        from articles.review.reading import reading_of  # noqa: PLC0415 - reads these models

        def lazily(name):
            return SimpleLazyObject(lambda: getattr(reading_of(self, request), name))

        context = super().get_context(request, *args, **kwargs)
        return {**context, **{name: lazily(name) for name in ("review", "rendered", "related")}}

    @cached_property
    def authors(self) -> list:
        """Who wrote it, in the order of the byline. One query."""
        return [author.person for author in self.article_authors.select_related("person")]

    @property
    def author_names(self) -> str:
        """The byline as plain text, for lists."""
        return ", ".join(author.person.title for author in self.article_authors.all())

    @property
    def is_story(self) -> bool:
        """Whether this is a personal story: opinion, which no reviewer signs."""
        return self.kind == self.Kind.STORY

    @property
    def searchable_body(self) -> str:
        """The text for the search index."""
        return self.plain_text()

    def plain_text(self) -> str:
        """The body without markup or citation tokens, a line for each paragraph, heading, item and cell."""
        return plain_body(self.body)


class RowManager(models.Manager):
    """Rows in the order of their form. Rows that code made without a place stand first, in the order of their making: a
    database gives equal rows in any order, and neither a byline nor the text under review may change with it.
    """

    def get_queryset(self):
        return super().get_queryset().order_by(models.F("sort_order").asc(nulls_first=True), "pk")


class ArticleAuthor(Orderable):
    """Who wrote an article, in the order of the byline."""

    article = ParentalKey(ArticlePage, on_delete=models.CASCADE, related_name="article_authors")
    person = models.ForeignKey(
        "articles.PersonPage",
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name=_("person"),
        help_text=_("If the person is missing, add a page for them under People first."),
    )

    objects = RowManager()

    panels = [PageChooserPanel("person")]


class ArticleTopic(Orderable):
    """A topic to which an article belongs beside the one that it stands under."""

    article = ParentalKey(ArticlePage, on_delete=models.CASCADE, related_name="further_topics")
    topic = models.ForeignKey(
        "articles.TopicPage",
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name=_("topic"),
        help_text=_("A topic of the same community."),
    )

    panels = [PageChooserPanel("topic")]


class ArticleSource(Orderable):
    """A reference that an article means to cite, or a number of an imported text that waits for its reference."""

    article = ParentalKey(ArticlePage, on_delete=models.CASCADE, related_name="sources")
    imported_number = models.CharField(
        _("number in the imported text"),
        max_length=4,
        blank=True,
        help_text=_("The number that stands in the text, for example 3. Leave it empty for a new source."),
    )
    reference = models.ForeignKey(
        "articles.Reference",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("reference"),
        help_text=_("The entry of the library that this number means."),
    )

    objects = RowManager()

    panels = [PlacesPanel(), FieldPanel("imported_number"), FieldPanel("reference")]
