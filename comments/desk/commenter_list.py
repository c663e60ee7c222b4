"""Everybody who comments, by the name that they chose, with how their comments fared. Nothing on their addresses."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn

from comments.desk.comment_list import HIDDEN, NOT_PUBLISHED, count_of
from comments.desk.filters import community_filter
from comments.desk.screens import WIDE, DeskList
from comments.desk.searching import with_words
from comments.models import Comment, Commenter, Sanction
from comments.models.comment import State


@dataclass(frozen=True)
class Record:
    """How the comments of somebody fared."""

    published: int = 0
    hidden: int = 0
    sanctions: str = ""


def records_of(commenters: list[Commenter]) -> dict[int, Record]:
    """The record of each. Two queries, however many."""
    pks = [each.pk for each in commenters]
    published, hidden = Count("pk", filter=Q(state=State.PUBLISHED)), Count("pk", filter=Q(state__in=HIDDEN))
    counted = Comment.objects.filter(commenter__in=pks).order_by().values("commenter")
    counts = {row["commenter"]: row for row in counted.annotate(published=published, hidden=hidden)}
    sanctions: dict[int, list[str]] = {}
    for sanction in Sanction.objects.standing().filter(commenter__in=pks):
        sanctions.setdefault(sanction.commenter_id, []).append(str(sanction.get_kind_display()))
    return {
        pk: Record(
            counts.get(pk, {}).get("published", 0),
            counts.get(pk, {}).get("hidden", 0),
            "; ".join(sanctions.get(pk, [])),
        )
        for pk in pks
    }


def community_of(commenter: Commenter) -> str:
    """The name of the community."""
    return commenter.site.site_name or str(commenter.site)


def published_of(commenter: Any) -> str:
    """How many of their comments stand, as a link to them."""
    return count_of(commenter.record.published, commenter=commenter.pk, state=State.PUBLISHED)


def hidden_of(commenter: Any) -> str:
    """How many of their comments were not let stand, as a link to them."""
    return count_of(commenter.record.hidden, commenter=commenter.pk, state=NOT_PUBLISHED)


class CommenterFilterSet(WagtailFilterSet):
    """By community and by sanctions that stand."""

    site = community_filter("site")
    sanction = ChoiceFilter(
        label=_("Sanction"), empty_label=_("Any or none"), choices=Sanction.Kind.choices, method="with_sanction"
    )

    class Meta:
        model = Commenter
        fields: list[str] = []

    def with_sanction(self, commenters, _name, kind):
        standing = Sanction.objects.standing().filter(commenter=OuterRef("pk"), kind=kind)
        return commenters.filter(Exists(standing))


class CommentersView(DeskList):
    """The list."""

    model = Commenter
    name = "commenters"
    detail = "commenter"
    page_title = _("Commenters")
    header_icon = "group"
    empty = _("Nobody has confirmed a comment yet.")
    no_match = _("No commenter matches.")
    default_ordering = "-pk"
    is_searchable = True
    filterset_class = CommenterFilterSet

    @cached_property
    def columns(self):
        return [
            TitleColumn("name", label=_("Name"), get_url=self.get_detail_url, sort_key="name"),
            Column("site", label=_("Community"), accessor=community_of, classname=WIDE),
            Column("published", label=_("Published"), accessor=published_of),
            Column("hidden", label=_("Not published"), accessor=hidden_of),
            Column("sanctions", label=_("Sanctions"), accessor="record.sanctions"),
            DateColumn("created_at", label=_("Since"), classname=WIDE),
        ]

    def get_base_queryset(self):
        return Commenter.objects.select_related("site")

    def search_queryset(self, queryset):
        return with_words(queryset, self.search_query, "name")

    def get_table(self, object_list):
        commenters = list(object_list)
        records = records_of(commenters)
        for commenter in commenters:
            commenter.record = records[commenter.pk]
        return super().get_table(commenters)
