"""The demonstration's communities: a site each, with its settings and the pages that every community has."""

from datetime import datetime

from wagtail.models import Locale, Page, Site

from articles.models import GlossaryPage, PeoplePage, TopicIndexPage
from consent.models import PolicyPage
from demo.consent import publish_policy
from demo.content import COMMUNITIES, read
from demo.history import add, moment, publish
from demo.rich_text import rich_text
from portal.models import CommunitySettings, HomePage, StandardPage, User
from portal.models.pages import FeaturedPage

DISCLAIMERS = ("disclaimer_information", "disclaimer_story")
INDEX_PAGES = {"a-to-z": TopicIndexPage, "glossary": GlossaryPage, "people": PeoplePage}


class Community:
    """One community while it is being loaded: its site and its pages by slug."""

    def __init__(self, folder: str, *, accounts: dict[str, User], port: int):
        self.folder = folder
        self.accounts = accounts
        self.by = accounts["editor"]
        self.content = read(folder, "community.yaml")
        self.since: datetime = moment(self.content["since"])
        self.pages: dict[str, Page] = {}
        self.home = self._add_home()
        self.site = self._add_site(port)

    def page_id(self, slug: str) -> int:
        """The id of the page with this slug. Raises ``KeyError``."""
        return self.pages[slug].pk

    def rich_text(self, markdown: str) -> str:
        """The HTML of ``markdown``, with this community's name and links to its pages."""
        return rich_text(self.filled(markdown), find_page=self.page_id)

    def filled(self, text: str) -> str:
        """``text`` with this community's name, publisher, address and contact in its gaps."""
        settings = self.content["settings"]
        fillings = {
            "{community}": self.content["name"],
            "{contact}": settings["contact_email"],
            "{publisher}": settings["publisher_name"],
            "{address}": ", ".join(settings["publisher_address"].splitlines()),
        }
        for gap, filling in fillings.items():
            text = text.replace(gap, filling)
        return text

    def add(self, parent: Page, page: Page) -> Page:
        """Adds a draft and remembers it. Raises ``ValueError`` for a slug that is already used in the community."""
        if page.slug in self.pages:
            raise ValueError(f"Two pages of {self.folder} have the slug {page.slug}.")
        self.pages[page.slug] = add(parent, page, by=self.by)
        return page

    def publish(self, page: Page) -> None:
        """Publishes a page on the day on which the community began."""
        publish(page, by=self.by, first=self.since)

    def _add_home(self):
        entry = self.content["home"]
        home = HomePage(title=entry["title"], slug=self.folder, lead=entry["lead"], locale=Locale.get_default())
        return add(Page.objects.get(depth=1), home, by=self.by)

    def _add_site(self, port):
        return Site.objects.create(
            hostname=self.content["host"],
            port=port,
            site_name=self.content["name"],
            root_page=self.home,
            is_default_site=self.content.get("is_default", False),
        )


def add_settings(community: Community) -> None:
    """Sets what a community is: its days end in its time zone. Disclaimers wait for the pages to which they link."""
    values = {name: value for name, value in community.content["settings"].items() if name not in DISCLAIMERS}
    settings = CommunitySettings(site=community.site, **values)
    settings.full_clean()
    settings.save()


def add_disclaimers(community: Community) -> None:
    """Sets the disclaimers under the articles of a community."""
    settings = CommunitySettings.objects.get(site=community.site)
    for name in DISCLAIMERS:
        setattr(settings, name, community.rich_text(community.content["settings"][name]))
    settings.full_clean()
    settings.save()


def add_index_pages(community: Community) -> None:
    """Adds the A to Z, the glossary and the list of people."""
    for slug, model in INDEX_PAGES.items():
        page = model(slug=slug, **community.content["index_pages"][slug])
        community.publish(community.add(community.home, page))


def add_standard_pages(community: Community, entries: list[dict]) -> None:
    """Adds about, policies and rules. Their texts may link to one another, so all stand before any is filled."""
    pages = [community.add(community.home, _standard_page(entry)) for entry in entries]
    for page, entry in zip(pages, entries, strict=True):
        if isinstance(page, PolicyPage):
            publish_policy(community, page, entry)
            continue
        page.body = community.rich_text(entry["body"])
        community.publish(page)


def _standard_page(entry: dict) -> StandardPage:
    model = PolicyPage if entry["role"] in PolicyPage.roles else StandardPage
    return model(title=entry["title"], slug=entry["slug"], role=entry["role"], introduction=entry["introduction"])


def publish_home(community: Community) -> None:
    """Chooses the places to start on the home page, and opens it."""
    community.home.featured = [
        FeaturedPage(page=community.pages[slug], sort_order=order)
        for order, slug in enumerate(community.content["home"]["featured"])
    ]
    community.publish(community.home)


def demo_hosts() -> list[str]:
    """Host names of the demonstration's sites."""
    return [read(folder, "community.yaml")["host"] for folder in COMMUNITIES]
