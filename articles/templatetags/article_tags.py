"""What templates ask about articles, people and terms. Each tag makes a fixed number of queries.

A list of articles takes five queries more at most, to tell which stand as reviewed.
"""

from functools import partial

from django import template
from django.core.paginator import Page as ListPage
from django.utils.translation import gettext

from articles.a_to_z import AToZ, a_to_z_on
from articles.citations.tokens import strip_tokens
from articles.glossary import GlossaryEntry, glossary_entries
from articles.listings import OfPerson, OnTopic, listed_in, of_person, on_topic
from articles.models import ArticlePage, GlossaryPage, PersonPage, TopicIndexPage, TopicPage
from articles.review.listed import with_reviews
from portal.letters import Letter, by_letter
from portal.models import HomePage, PortalPage
from portal.open_pages import all_of, open_to_all
from portal.page_cache.marking import shows
from portal.pictures import FIGURE, picture_html

register = template.Library()


NEWEST = 6  # articles on the home page
SEEN_FIRST = 2  # blocks of an article, on most screens

register.filter("plain", strip_tokens)


@register.simple_tag
def byline(article: ArticlePage) -> list[PersonPage]:
    """Who wrote an article, in the order of the byline. One query at most."""
    return article.authors


@register.simple_tag
def readable(chosen) -> list[ArticlePage]:
    """Those of the chosen articles that any reader may open, each once. No query for articles of a stored text."""
    articles = {article.pk: article for article in chosen if article}
    unknown = [pk for pk, article in articles.items() if not hasattr(article, "open_now")]
    asked = open_to_all(ArticlePage.objects.filter(pk__in=unknown)) if unknown else ArticlePage.objects.none()
    opened = set(asked.values_list("pk", flat=True))
    return [article for pk, article in articles.items() if article.is_open_to_all or pk in opened]


@register.simple_tag(takes_context=True)
def articles_on(context, topic: TopicPage) -> OnTopic:
    """The articles on a topic, the last that changed first. One query for a usual topic, five for one of very many
    articles, and those for reviews.
    """
    return _once(context, topic, on_topic)


@register.simple_tag
def newest_articles(home: HomePage) -> list[ArticlePage]:
    """What is new or changed last in a community. One query and those for reviews."""
    return with_reviews(listed_in(home)[:NEWEST])


@register.simple_tag(takes_context=True)
def articles_of(context, person: PersonPage) -> OfPerson:
    """What stands under a person's name, as its reviewer and as its author. Two queries, six for a person with very
    many articles, and those for reviews.
    """
    return _once(context, person, of_person)


@register.simple_tag
def topics_of(home: HomePage) -> list[TopicPage]:
    """The topics of a community with all their names and pictures. Four queries at most."""
    topics = open_to_all(all_of(TopicPage).child_of(home))
    found = topics.select_related("picture").prefetch_related("names", "picture__renditions")
    return sorted(found, key=lambda topic: topic.title.casefold())


@register.simple_tag
def topic_index(page: PortalPage) -> TopicIndexPage | None:
    """The A to Z of a page's community, if it has one. One query."""
    home = page.breadcrumb[0] if page.breadcrumb else page
    return open_to_all(all_of(TopicIndexPage).child_of(home)).first()


@register.simple_tag
def people_under(page) -> list[PersonPage]:
    """The people that are listed under a page, by name, with their portraits. Three queries."""
    people = open_to_all(all_of(PersonPage).child_of(page))
    found = people.select_related("photo").prefetch_related("photo__renditions")
    return sorted(found, key=lambda person: person.title.casefold())


@register.simple_tag
def terms_by_letter(page: GlossaryPage) -> list[Letter[GlossaryEntry]]:
    """The glossary under its letters. One query."""
    return by_letter(glossary_entries(page), lambda entry: entry.term)


@register.simple_tag(takes_context=True)
def topics_and_articles(context, page: TopicIndexPage) -> AToZ:
    """The A to Z of a page's community. Three queries, five where it is shown a letter at a time."""
    request = context.get("request")
    letter = request.GET.get("letter", "") if request else ""
    found = _once(context, page, partial(a_to_z_on, letter=letter))
    if request:
        shows(request, letter=found.chosen.key if found.chosen else "")
    return found


@register.simple_tag(takes_context=True)
def figure_picture(context, picture) -> str:
    """A picture in an article. One that begins the text is fetched at once, others load when they come near."""
    alt = "" if getattr(picture, "decorative", False) else picture.contextual_alt_text or picture.default_alt_text
    page = context.get("page")
    begins = page.body[:SEEN_FIRST] if isinstance(page, ArticlePage) else []
    first = next((block for block in begins if block.block_type == "figure"), None)
    eager = first is not None and first.value["image"] is picture
    return picture_html(picture, FIGURE, alt=strip_tokens(alt), eager=eager)


@register.simple_tag
def page_number(pages: ListPage | None) -> str:
    """Behind the title: which page of a list this is, if it is a further one."""
    return gettext(", page %(number)s") % {"number": pages.number} if pages and pages.number > 1 else ""


def _once(context, page, make):
    """The list that stands on a page, in the part that was asked for: its title asks, too."""
    if "listed" not in vars(page):
        request = context.get("request")
        page.listed = make(page, number=request.GET.get("page") if request else None)
        if request:
            shows(request, page=page.listed.pages.number if page.listed.pages else 1)
    return page.listed
