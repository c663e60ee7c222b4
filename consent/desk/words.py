"""Notices and purposes in the admin. Neither is ever deleted, by nobody: people agreed to them. A purpose that is no
longer offered is taken out of force.
"""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, ObjectList, PageChooserPanel
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.snippets.views.snippets import SnippetViewSet

from consent.desk.menu import MENU_HOOK
from consent.desk.word_forms import NoticeForm, PurposeForm
from consent.models import Notice, Purpose
from consent.models.notice import PARTS
from consent.versions.published_panel import PublishedPanel

CHANGE_PANEL = MultiFieldPanel(
    [FieldPanel("change"), FieldPanel("what_changed")],
    heading=_("This change"),
    help_text=_("Saving other words publishes a new version at once. Earlier versions stay readable."),
)
PUBLISHED_PANEL = PublishedPanel(heading=_("Versions published so far"))


class NeverDeletedPolicy(ModelPermissionPolicy):
    """Rights as Django keeps them, but nobody may delete."""

    def user_has_permission(self, user, action):
        return action != "delete" and super().user_has_permission(user, action)

    def user_has_any_permission(self, user, actions):
        return super().user_has_any_permission(user, set(actions) - {"delete"})

    def user_has_permission_for_instance(self, user, action, instance):
        return action != "delete" and super().user_has_permission_for_instance(user, action, instance)


class NoticeViewSet(SnippetViewSet):
    """The notices beside the boxes."""

    model = Notice
    icon = "info-circle"
    menu_label = _("Notices")
    menu_name = "notices"
    menu_hook = MENU_HOOK
    menu_order = 30
    add_to_admin_menu = True
    copy_view_enabled = False
    list_display = ["__str__", Column("site", label=_("Community"))]
    edit_handler = ObjectList(
        [
            MultiFieldPanel([FieldPanel(name) for name in NoticeForm.fixed], heading=_("Where it stands")),
            MultiFieldPanel([FieldPanel(name) for name in PARTS], heading=_("What it says")),
            FieldPanel("agreement"),
            CHANGE_PANEL,
            PUBLISHED_PANEL,
        ],
        base_form_class=NoticeForm,
    )

    def get_queryset(self, request):
        return Notice.objects.select_related("site")


class PurposeViewSet(SnippetViewSet):
    """What an address may be used for."""

    model = Purpose
    icon = "tick"
    menu_label = _("Purposes")
    menu_name = "purposes"
    menu_hook = MENU_HOOK
    menu_order = 40
    add_to_admin_menu = True
    copy_view_enabled = False
    list_display = [
        "code",
        Column("site", label=_("Community")),
        Column("get_kind_display", label=_("Kind")),
        Column("topic", label=_("Topic")),
        BooleanColumn("is_offered", label=_("Offered")),
    ]
    edit_handler = ObjectList(
        [
            MultiFieldPanel([FieldPanel(name) for name in PurposeForm.fixed], heading=_("What it is")),
            PageChooserPanel("topic"),
            FieldPanel("most_a_month"),
            FieldPanel("is_offered"),
            FieldPanel("sort_order"),
            InlinePanel("words", heading=_("Words beside the box"), label=_("language")),
            CHANGE_PANEL,
            PUBLISHED_PANEL,
        ],
        base_form_class=PurposeForm,
    )

    def get_queryset(self, request):
        return Purpose.objects.select_related("site", "topic")
