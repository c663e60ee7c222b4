"""What articles add to the admin."""

from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.log_actions import LogFormatter
from wagtail.snippets.models import register_snippet

from articles.admin import hooks as admin_hooks  # noqa: F401  (lists, snippets, the dashboard's parts)
from articles.corrections import admin as corrections_admin  # noqa: F401  (registers its hooks)
from articles.importing import admin as importing_admin  # noqa: F401  (registers its hooks)
from articles.library.admin import ReferenceViewSet
from articles.library.chooser import reference_chooser
from articles.library.draftail import CitationFeature
from articles.library.usage import ReferenceIsCitedError, refuse_deletion
from articles.models import ArticlePage, Reference
from articles.publication.bulk import PublishWhatMayBeAction
from articles.publication.gate import refusal, why_not_live
from articles.publication.schedule import LOG_ACTION
from articles.publication.views import article_viewset
from articles.review.desk import hooks as review_hooks  # noqa: F401  (the reviewer's desk)

register_snippet(ReferenceViewSet)


@hooks.register("register_admin_viewset")
def register_reference_chooser():
    """The chooser of references."""
    return reference_chooser


@hooks.register("register_rich_text_features")
def register_citation_feature(features):
    """The text editor's citation control."""
    features.register_editor_plugin("draftail", "citation", CitationFeature())


@hooks.register("before_delete_snippet")
def keep_cited_references(request, instances):
    """Names the articles that cite a reference instead of deleting it, one by one or in bulk."""
    refusals = []
    for reference in instances:
        if isinstance(reference, Reference):
            try:
                refuse_deletion(reference)
            except ReferenceIsCitedError as error:
                refusals.append(error.args[0])
    if not refusals:
        return None
    for sentence in refusals:
        messages.error(request, sentence)
    return redirect(get_valid_next_url_from_request(request) or ReferenceViewSet().get_url_name("list"))


@hooks.register("register_admin_viewset")
def register_article_views():
    """The editor of articles, with its side panel."""
    return article_viewset


@hooks.register("before_publish_page")
def keep_the_draft_instead(request, page):
    """Says what blocks and goes back to the editor, with the draft saved."""
    if isinstance(page, ArticlePage) and (reasons := why_not_live(page)):
        messages.error(request, refusal(page, reasons) + " " + _("Your draft is saved."))
        return redirect("wagtailadmin_pages:edit", page.pk)
    return None


# Takes the place of Wagtail's own action, which is registered before it.
hooks.register("register_bulk_action", PublishWhatMayBeAction, order=1000)


@hooks.register("register_log_actions")
def register_refused_publication(actions):
    """What the history of a page says when its scheduled publication was refused."""

    @actions.register_action(LOG_ACTION)
    class RefusedPublication(LogFormatter):
        label = gettext_lazy("Publication refused")

        def format_message(self, log_entry):
            reasons = " ".join(log_entry.data.get("reasons", []))
            return _("Not published on its date: %(reasons)s") % {"reasons": reasons}
