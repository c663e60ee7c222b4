"""What articles add to the admin."""

from django.shortcuts import redirect
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.snippets.models import register_snippet

from articles.admin import hooks as admin_hooks  # noqa: F401  (lists, snippets, the dashboard's parts)
from articles.importing import admin as importing_admin  # noqa: F401  (registers its hooks)
from articles.library.admin import ReferenceViewSet
from articles.library.chooser import reference_chooser
from articles.library.draftail import CitationFeature
from articles.library.usage import ReferenceIsCitedError, refuse_deletion
from articles.models import Reference

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
    for refusal in refusals:
        messages.error(request, refusal)
    return redirect(get_valid_next_url_from_request(request) or ReferenceViewSet().get_url_name("list"))
