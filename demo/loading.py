"""Loads the demonstration: once, whole or not at all. What people did since is never touched."""

from django.db import transaction
from wagtail.models import Locale, Page, Site

from demo.accounts import make_accounts
from demo.communities import (
    Community,
    add_index_pages,
    add_settings,
    add_standard_pages,
    demo_hosts,
    publish_home,
)
from demo.content import COMMUNITIES, read, read_all
from demo.library import add_pictures, add_references, add_synonyms, add_terms
from demo.pages import add_articles, add_people, add_topics
from demo.translations import add_translation
from portal.models import User


class OtherContentError(Exception):
    """The database holds pages that are not the demonstration's."""


def is_loaded() -> bool:
    """Whether the demonstration was loaded into this database, whatever was deleted since."""
    hosts = demo_hosts()
    has_sites = Site.objects.filter(hostname__in=hosts).count() == len(hosts)
    return has_sites or User.objects.filter(is_demo=True).exists()


@transaction.atomic
def load(*, port: int) -> None:
    """Loads everything into an empty database. Raises ``OtherContentError`` for one that holds other pages."""
    clear_welcome_page()
    if Page.objects.filter(depth__gt=1).exists():
        raise OtherContentError
    accounts = make_accounts()
    editor = accounts["editor"]
    add_references()
    add_synonyms()
    add_terms(read("shared", "glossary.yaml"), locale=Locale.get_default())
    pictures = add_pictures(by=editor)
    for folder in COMMUNITIES:
        load_community(Community(folder, by=editor, port=port), pictures=pictures, accounts=accounts)


def load_community(community: Community, *, pictures, accounts) -> None:
    """Loads one community. Pages come before what names them."""
    folder = community.folder
    add_index_pages(community)
    add_terms(read(folder, "glossary.yaml"), locale=Locale.get_default(), site=community.site)
    add_people(community, read(folder, "people.yaml"), pictures=pictures, accounts=accounts)
    add_topics(community, read(folder, "topics.yaml"), pictures=pictures)
    add_articles(community, read_all(folder, "articles"), pictures=pictures)
    add_standard_pages(community, [*read_all(folder, "pages"), *read_all("shared", "pages")])
    add_settings(community)
    publish_home(community)
    for content in read_all(folder, "translations"):
        add_translation(community, content, pictures=pictures)


def clear_welcome_page() -> None:
    """Takes away the page and the site that Wagtail's own migrations make, if nobody has used them."""
    for page in Page.objects.filter(depth=2, slug="home", numchild=0):
        if page.specific_class is Page:
            Site.objects.filter(root_page=page).delete()
            page.delete()


def keep_ports(port: int) -> int:
    """Moves the demonstration's sites to the port on which the portal is served. Says how many moved."""
    moved = 0
    for site in Site.objects.filter(hostname__in=demo_hosts()).exclude(port=port):
        site.port = port
        site.save()
        moved += 1
    return moved
