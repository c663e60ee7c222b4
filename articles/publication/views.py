"""Wagtail's editor for articles, with the side panel "Before publication"."""

from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin import messages
from wagtail.admin.ui.components import MediaContainer
from wagtail.admin.views.pages.create import CreateView
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.views.pages.history import PageHistoryView
from wagtail.admin.views.pages.revisions import RevisionsRevertView
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.admin.widgets.button import HeaderButton

from articles.models import ArticlePage
from articles.publication.problems import blocking_problems
from articles.publication.side_panel import BeforePublicationPanel
from articles.review.desk.frame import ICON as REVIEW_ICON
from articles.review.desk.frame import review_url


def with_panel(panels: MediaContainer, page: ArticlePage, request) -> MediaContainer:
    """Wagtail's side panels and ours, renewed with them whenever the draft saves itself."""
    return MediaContainer([*panels, BeforePublicationPanel(page, request)])


def say_what_blocks(page: ArticlePage, request) -> None:
    """A quiet message if something in the saved draft blocks publication."""
    if count := len(blocking_problems(page)):
        text = ngettext(
            "%(count)d problem blocks publication. The panel “%(panel)s” names it.",
            "%(count)d problems block publication. The panel “%(panel)s” names them.",
            count,
        )
        messages.info(request, text % {"count": count, "panel": _("Before publication")})


def say_that_it_is_refused(form, request) -> None:
    """A message beside the errors on the blocks: nothing is wrong with saving, only with publishing."""
    text = _("This can't be published yet. What blocks is marked below. Your changes are kept when you save a draft.")
    messages.validation_error(request, text, form)


class ArticleCreateView(CreateView):
    """A new article."""

    def get_side_panels(self):
        return with_panel(super().get_side_panels(), self.page, self.request)

    def form_invalid(self, form):
        if not form.is_refused or self.expects_json_response:
            return super().form_invalid(form)
        say_that_it_is_refused(form, self.request)
        self.has_unsaved_changes = True
        return self.render_to_response(self.get_context_data())

    def save_action(self):
        response = super().save_action()
        if not self.expects_json_response:
            say_what_blocks(self.page, self.request)
        return response


class ArticleEditView(EditView):
    """An article that is there."""

    def get_side_panels(self):
        return with_panel(super().get_side_panels(), self.page, self.request)

    def form_invalid(self, form):
        is_for_wagtail = self.expects_json_response or self.is_cancelling_workflow or self.locked_for_user
        if is_for_wagtail or not form.is_refused:
            return super().form_invalid(form)
        say_that_it_is_refused(form, self.request)
        self.has_unsaved_changes = True
        return self.render_to_response(self.get_context_data())

    def add_save_confirmation_message(self):
        super().add_save_confirmation_message()
        say_what_blocks(self.page, self.request)


class ArticleRevertView(RevisionsRevertView):
    """An older version of an article, to be taken up again."""

    def get_side_panels(self):
        return with_panel(super().get_side_panels(), self.page, self.request)


class ArticleHistoryView(PageHistoryView):
    """What happened to an article, and the way to what was decided on it."""

    @cached_property
    def header_buttons(self):
        leads = HeaderButton(
            label=_("Medical review"),
            url=f"{review_url(self.object.pk)}#decisions-section",
            icon_name=REVIEW_ICON,
            priority=1100,
        )
        return [*super().header_buttons, *([] if self.object.is_story else [leads])]


class ArticleViewSet(PageViewSet):
    """Wagtail's views of pages, for articles."""

    model = ArticlePage
    add_view_class = ArticleCreateView
    edit_view_class = ArticleEditView
    history_view_class = ArticleHistoryView
    revisions_revert_view_class = ArticleRevertView


article_viewset = ArticleViewSet()
