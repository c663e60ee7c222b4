"""Loads the demonstration: once, whole or not at all. What people did since is never touched."""

from django.db import transaction
from wagtail.models import Locale, Page, Site

from demo.accounts import make_accounts
from demo.articles import add_articles
from demo.communities import (
    Community,
    add_disclaimers,
    add_index_pages,
    add_settings,
    add_standard_pages,
    demo_hosts,
    publish_home,
)
from demo.consent import add_notices, add_purposes
from demo.content import COMMUNITIES, read, read_all
from demo.conversations import add_conversations
from demo.corrections import add_reports, correct_references
from demo.coverage import add_coverage
from demo.library import add_pictures, add_references, add_synonyms, add_terms
from demo.pages import add_people, add_topics
from demo.reviews import add_reviewers
from demo.translations import add_translation
from portal.beginning import clear_welcome_page
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
    add_reviewers(accounts)
    add_references()
    add_synonyms()
    add_terms(read("shared", "glossary.yaml"), locale=Locale.get_default())
    pictures = add_pictures(by=accounts["editor"])
    sites = []
    for folder in COMMUNITIES:
        community = Community(folder, accounts=accounts, port=port)
        load_community(community, pictures=pictures)
        sites.append(community.site)
    corrected_on = correct_references()
    for site in sites:
        add_coverage(site, corrected_on=corrected_on)


def load_community(community: Community, *, pictures) -> None:
    """Loads one community. Pages come before what names them."""
    folder = community.folder
    add_settings(community)
    add_index_pages(community)
    add_terms(read(folder, "glossary.yaml"), locale=Locale.get_default(), site=community.site)
    add_people(community, read(folder, "people.yaml"), pictures=pictures)
    add_topics(community, read(folder, "topics.yaml"), pictures=pictures)
    add_articles(community, read_all(folder, "articles"), pictures=pictures)
    add_standard_pages(community, [*read_all(folder, "pages"), *read_all("shared", "pages")])
    add_disclaimers(community)
    publish_home(community)
    translations = read_all(folder, "translations")
    for content in translations:
        add_translation(community, content, pictures=pictures)
    languages = ["en", *(content["locale"] for content in translations)]
    add_notices(community, read("shared", "notices.yaml"), languages=languages)
    add_purposes(community, [*read(folder, "purposes.yaml"), *read("shared", "purposes.yaml")])
    add_reports(community, read(folder, "corrections.yaml"))
    add_conversations(community, read(folder, "conversations.yaml"))


def keep_ports(port: int) -> int:
    """Moves the demonstration's sites to the port on which the portal is served. Says how many moved."""
    moved = 0
    for site in Site.objects.filter(hostname__in=demo_hosts()).exclude(port=port):
        site.port = port
        site.save()
        moved += 1
    return moved
