"""What articles add to the dashboard: first steps by right, and counts that lead to what they count."""

from collections.abc import Iterator
from urllib.parse import urlencode

from django.contrib.auth.models import AbstractBaseUser
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page
from wagtail.permissions import policy_registry

from articles.admin.listing import DRAFT
from articles.importing.permissions import may_import
from articles.models import ArticlePage, GlossaryTerm, Reference
from portal.admin.dashboard import CountItem, Step, may


def articles_url(**filters: str) -> str:
    """The list of articles, filtered."""
    query = f"?{urlencode(filters)}" if filters else ""
    return reverse("articles_listing:index") + query


def first_steps(user: AbstractBaseUser) -> Iterator[Step]:
    """What ``user`` may start with, the most frequent first."""
    if may(user, ArticlePage, "add"):
        yield Step(_("Write an article"), reverse("articles_listing:choose_parent"), "edit")
    if may_import(user):
        yield Step(_("Import articles"), reverse("import_articles"), "upload")
    if user.has_perm("portal.comment_drafts"):
        yield Step(_("Read and comment on drafts"), articles_url(status=DRAFT), "comment")
    if may(user, Reference, "add"):
        yield Step(_("Add a reference"), reverse(_list_name(Reference, "add")), "openquote")
    if may(user, GlossaryTerm, "add"):
        yield Step(_("Explain a term"), reverse(_list_name(GlossaryTerm, "add")), "info-circle")


def _list_name(model, view):
    return model.snippet_viewset.get_url_name(view)


def count_content(request, items):
    """Adds articles, drafts and references to the dashboard's counts, for those who may open their lists."""
    user = request.user
    policy = policy_registry.get_by_type(Page)
    if policy.explorable_root_instance(user):
        articles = ArticlePage.objects.filter(pk__in=policy.explorable_instances(user).values("pk"))
        items += [
            CountItem(
                request,
                order=10,
                count=articles.count(),
                one=_("Article"),
                many=_("Articles"),
                url=articles_url(),
                icon="doc-full",
            ),
            CountItem(
                request,
                order=20,
                count=articles.filter(live=False).count(),
                one=_("Draft"),
                many=_("Drafts"),
                url=articles_url(status=DRAFT),
                icon="draft",
            ),
        ]
    if may(user, Reference, "add", "change", "view"):
        items.append(
            CountItem(
                request,
                order=30,
                count=Reference.objects.count(),
                one=_("Reference"),
                many=_("References"),
                url=reverse(_list_name(Reference, "list")),
                icon="openquote",
            )
        )
