"""Every article and every person of all communities in one list each, with what an editor sorts and filters by."""

from django.db.models import OuterRef, Q, Subquery
from django.db.models.functions import Substr
from django.forms import CheckboxSelectMultiple, RadioSelect
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter, DateFromToRangeFilter, ModelMultipleChoiceFilter
from wagtail.admin.filters import DateRangePickerWidget
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.ui.tables.pages import BulkActionsColumn, PageStatusColumn, PageTitleColumn, ParentPageColumn
from wagtail.admin.views.pages.listing import IndexView, PageFilterSet, SiteFilter
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.models import Page, Site
from wagtail.permissions import policy_registry

from articles.models import ArticlePage, PersonPage, TopicPage
from articles.review.desk.live import standings_of
from articles.review.status import STANDING_LABELS
from portal.routing import HOME_DEPTH
from portal.spreadsheets import NeutralExportMixin

LIVE, CHANGED, DRAFT = "live", "changed", "draft"


class StatusFilter(ChoiceFilter):
    """What readers see of a page, and whether something waits to be published."""

    def __init__(self, **kwargs):
        super().__init__(
            label=_("Status"),
            empty_label=_("Any"),
            choices=[
                (LIVE, _("Live")),
                (CHANGED, _("Live, with changes that are not published")),
                (DRAFT, _("Draft")),
            ],
            widget=RadioSelect,
            **kwargs,
        )

    def filter(self, qs, value):
        wanted = {LIVE: Q(live=True), CHANGED: Q(live=True, has_unpublished_changes=True), DRAFT: Q(live=False)}
        return qs.filter(wanted[value]) if value in wanted else qs


class TopicFilter(ModelMultipleChoiceFilter):
    """Articles that stand under a topic or name it as a further one."""

    def filter(self, qs, value):
        if not value:
            return qs
        on_any = Q()
        for topic in value:
            on_any |= Q(pk__in=ArticlePage.objects.on_topic(topic).values("pk"))
        return qs.filter(on_any)


class ReviewFilter(ChoiceFilter):
    """Live articles by where their review stands. Their texts are read to tell, so only if somebody asks."""

    def __init__(self, **kwargs):
        super().__init__(
            label=_("Medical review"),
            empty_label=_("Any"),
            choices=[(standing.value, words) for standing, words in STANDING_LABELS.items()],
            widget=RadioSelect,
            **kwargs,
        )

    def filter(self, qs, value):
        if not value:
            return qs
        standings = standings_of(ArticlePage.objects.live().values_list("pk", flat=True))
        return qs.filter(pk__in=[pk for pk, standing in standings.items() if standing == value])


class ArticleFilterSet(PageFilterSet):
    status = StatusFilter()
    kind = ChoiceFilter(label=_("Kind"), empty_label=_("Any"), choices=ArticlePage.Kind.choices, widget=RadioSelect)
    topic = TopicFilter(
        label=_("Topic"), queryset=lambda request: TopicPage.objects.order_by("title"), widget=CheckboxSelectMultiple
    )
    author = ModelMultipleChoiceFilter(
        label=_("Author"),
        field_name="article_authors__person",
        queryset=lambda request: PersonPage.objects.order_by("title"),
        widget=CheckboxSelectMultiple,
        distinct=True,
    )
    site = SiteFilter(label=_("Community"), queryset=Site.objects.all(), widget=CheckboxSelectMultiple)
    review = ReviewFilter()
    last_published_at = DateFromToRangeFilter(label=_("Last published"), widget=DateRangePickerWidget)
    has_child_pages = None

    class Meta:
        model = ArticlePage
        fields: list[str] = []


class PagesMenuMixin:
    """Shows the menu entry only to people who see pages."""

    @cached_property
    def menu_item_class(self):
        class ListingMenuItem(super().menu_item_class):
            def is_shown(self, request):
                return policy_registry.get_by_type(Page).explorable_root_instance(request.user) is not None

        return ListingMenuItem


class CommunityIndexView(IndexView):
    """Names the community of every page, in the same query."""

    def annotate_queryset(self, pages):
        home = Page.objects.filter(path=Substr(OuterRef("path"), 1, HOME_DEPTH * Page.steplen))
        return super().annotate_queryset(pages).annotate(community=Subquery(home.values("title")[:1]))


class ArticleIndexView(NeutralExportMixin, CommunityIndexView):
    def annotate_queryset(self, pages):
        return super().annotate_queryset(pages).prefetch_related("article_authors__person")

    def get_table(self, object_list):
        """The table, with where the review of each live article stands: read for the page that is shown, at once."""
        articles = list(object_list)
        standings = standings_of(article.pk for article in articles)
        for article in articles:
            article.review_words = STANDING_LABELS.get(standings.get(article.pk), "")
        return super().get_table(articles)


class ArticleListingViewSet(PagesMenuMixin, PageListingViewSet):
    """Articles of all communities."""

    model = ArticlePage
    name = "articles"
    url_prefix = "articles"
    url_namespace = "articles_listing"
    icon = "doc-full"
    menu_label = _("Articles")
    menu_name = "articles"
    menu_order = 100
    add_to_admin_menu = True
    ordering = "-latest_revision_created_at"
    list_per_page = 50
    index_view_class = ArticleIndexView
    filterset_class = ArticleFilterSet
    list_export = ["pk", "title", "kind", "author_names", "live", "last_published_at", "latest_revision_created_at"]
    columns = [
        BulkActionsColumn("bulk_actions"),
        PageTitleColumn("title", label=_("Title"), sort_key="title", classname="title", width="30%"),
        ParentPageColumn("parent", label=_("Topic")),
        Column("community", label=_("Community"), sort_key="community", classname="portal-wide"),
        Column("kind", label=_("Kind"), accessor="get_kind_display", sort_key="kind", classname="portal-wide"),
        Column("authors", label=_("Authors"), accessor="author_names", classname="portal-wide"),
        DateColumn("last_published_at", label=_("Published"), sort_key="last_published_at", width="10%"),
        DateColumn(
            "latest_revision_created_at", label=_("Changed"), sort_key="latest_revision_created_at", width="10%"
        ),
        Column("review_words", label=_("Review"), classname="portal-wide"),
        PageStatusColumn("status", label=_("Status"), sort_key="live", width="10%"),
    ]


class PersonFilterSet(PageFilterSet):
    status = StatusFilter()
    site = SiteFilter(label=_("Community"), queryset=Site.objects.all(), widget=CheckboxSelectMultiple)
    has_child_pages = None

    class Meta:
        model = PersonPage
        fields: list[str] = []


class PersonListingViewSet(PagesMenuMixin, PageListingViewSet):
    """Authors and reviewers of all communities."""

    model = PersonPage
    name = "people"
    url_prefix = "people"
    url_namespace = "people_listing"
    icon = "group"
    menu_label = _("People")
    menu_name = "people"
    menu_order = 200
    add_to_admin_menu = True
    ordering = "title"
    list_per_page = 50
    index_view_class = CommunityIndexView
    filterset_class = PersonFilterSet
    columns = [
        BulkActionsColumn("bulk_actions"),
        PageTitleColumn("title", label=_("Name"), sort_key="title", classname="title"),
        Column("credentials", label=_("Credentials"), sort_key="credentials"),
        Column("position", label=_("Position"), sort_key="position"),
        Column("community", label=_("Community"), sort_key="community", classname="portal-wide"),
        PageStatusColumn("status", label=_("Status"), sort_key="live", width="10%"),
    ]
