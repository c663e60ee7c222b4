"""Boards and credentials in the admin. Boards belong to editors; credentials are entered by administrators, since
whoever enters one decides who may sign.
"""

from django.db.models import Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter, ModelChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, StatusTagColumn
from wagtail.snippets.views.snippets import SnippetViewSet

from articles.models import Credential, ReviewBoard

VALID, ENDED, AHEAD = "valid", "ended", "ahead"


def validity_of(credential: Credential) -> str:
    """Whether a credential holds today, ended, or is still to begin."""
    today = timezone.localdate()
    if credential.valid_from > today:
        return AHEAD
    return ENDED if credential.valid_until and credential.valid_until < today else VALID


def validity_words(credential: Credential) -> str:
    """The same in words, with the day that matters."""
    validity = validity_of(credential)
    if validity == AHEAD:
        return _t("From %(day)s") % {"day": date_format(credential.valid_from)}
    if credential.valid_until is None:
        return _t("Valid")
    words = _t("Ended on %(day)s") if validity == ENDED else _t("Valid until %(day)s")
    return words % {"day": date_format(credential.valid_until)}


class CredentialFilterSet(WagtailFilterSet):
    """By whether they hold today, and by board."""

    validity = ChoiceFilter(
        label=_("Validity"),
        choices=[(VALID, _("Valid today")), (ENDED, _("Ended")), (AHEAD, _("Begins later"))],
        method="by_validity",
    )
    board = ModelChoiceFilter(label=_("Board"), queryset=ReviewBoard.objects.all())

    class Meta:
        model = Credential
        fields = ["validity", "board"]

    def by_validity(self, queryset, _name, value):
        """Credentials that hold today, ended, or begin later."""
        today = timezone.localdate()
        if value == VALID:
            return queryset.valid_on(today)
        return queryset.filter(Q(valid_from__gt=today) if value == AHEAD else Q(valid_until__lt=today))


class CredentialViewSet(SnippetViewSet):
    """Who may review, with what qualification, and for how long."""

    model = Credential
    icon = "key"
    menu_label = _("Reviewers’ credentials")
    menu_name = "credentials"
    menu_order = 610
    add_to_settings_menu = True
    inspect_view_enabled = True
    list_per_page = 50
    ordering = ["user__last_name", "user__username", "valid_from"]
    search_fields = ["user__first_name", "user__last_name", "user__username", "title", "body", "speciality", "licence"]
    filterset_class = CredentialFilterSet
    list_display = [
        "user",
        Column("title", label=_("Title"), sort_key="title"),
        Column("speciality", label=_("Speciality"), sort_key="speciality"),
        Column("body", label=_("Granted by")),
        Column("board", label=_("Board"), sort_key="board__name"),
        StatusTagColumn(
            "validity", label=_("Validity"), accessor=validity_words, primary=lambda one: validity_of(one) == VALID
        ),
    ]

    def get_queryset(self, request):
        return Credential.objects.select_related("user", "board")

    def register_chooser_viewset(self):
        """None: nothing chooses a credential, and a chooser is open to all staff."""


class ReviewBoardViewSet(SnippetViewSet):
    """The boards under whose names reviews may be shown."""

    model = ReviewBoard
    icon = "group"
    menu_label = _("Review boards")
    menu_name = "review-boards"
    menu_order = 600
    add_to_settings_menu = True
    inspect_view_enabled = True
    list_per_page = 50
    ordering = ["name"]
    search_fields = ["name", "description"]
    list_display = ["name", Column("description", label=_("What it answers for"))]
