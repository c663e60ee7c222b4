"""A community's pages in another language: copies that Wagtail keeps tied to the pages they translate."""

from django.utils import timezone
from wagtail.models import Locale, Page

from demo.bodies import Names, stored_body
from demo.communities import Community
from demo.history import Approve, date_history, moment, publish
from demo.library import add_terms
from demo.pages import Pictures, topic_names
from demo.reviews import approval
from portal.models import HomePage
from portal.models.pages import FeaturedPage


def add_translation(community: Community, content: dict, *, pictures: Pictures) -> None:
    """Adds the pages that ``content`` translates. Home first, then topics, then the articles under them."""
    locale, _ = Locale.objects.get_or_create(language_code=content["locale"])
    day = moment(content["translated"])

    def add(original: Page, entry: dict, *, approve: Approve | None = None, **fields) -> Page:
        begun = timezone.now()
        page = original.copy_for_translation(locale)
        date_history(page, day, since=begun)
        page.owner = community.by
        for name in ("title", "slug"):
            fields.setdefault(name, entry.get(name, getattr(page, name)))
        for name, value in fields.items():
            setattr(page, name, value)
        publish(page, by=community.by, first=day, approve=approve)
        return page

    add_terms(content["glossary"], locale=locale, site=community.site)
    home = add(community.home, content["home"], lead=content["home"]["lead"], featured=[])
    for entry in content["topics"]:
        add(community.pages[entry["of"]], entry, introduction=entry["introduction"], names=topic_names(entry))
    names = Names(page=community.page_id, picture=lambda name: pictures[name].pk)
    articles = {}
    for entry in content["articles"]:
        body = stored_body(entry["body"], seed=f"{community.folder}/{entry['slug']}", names=names)
        original = community.pages[entry["of"]]
        approve = approval(entry["review"], accounts=community.accounts)
        articles[entry["of"]] = add(original, entry, approve=approve, summary=entry["summary"], body=body)
    home = HomePage.objects.get(pk=home.pk)  # its number of children has changed
    home.featured = [FeaturedPage(page=articles[slug]) for slug in content["home"]["featured"]]
    publish(home, by=community.by, first=day)
