"""What a feed says of articles, and how Atom writes it."""

from django.contrib.syndication.views import Feed
from django.utils.feedgenerator import Atom1Feed
from django.utils.formats import date_format
from django.utils.html import escape
from django.utils.translation import gettext
from wagtail.models import Page

from articles.blocks.plain import plain_line
from articles.feeds.links import LONG_AGO, tag_of
from articles.models import ArticlePage, TopicPage
from articles.models.article_queries import load_authors, topics_by_article
from articles.public_site import PublicSite
from articles.review.listed import with_reviews
from portal.open_pages import open_to_all

NEWEST = 30  # articles in a feed
REVIEWED = "https://schema.org/lastReviewed"  # of a category: its term is the day of the review


class PortalAtom(Atom1Feed):
    """Atom with every author of an article, as RFC 4287, section 4.2.1 allows, and the day of its medical review."""

    def latest_post_date(self):
        return super().latest_post_date() if self.items else LONG_AGO

    def add_item_elements(self, handler, item):
        super().add_item_elements(handler, item)
        if item["reviewed_on"]:
            day = item["reviewed_on"]
            words = gettext("Reviewed %(day)s") % {"day": date_format(day, "DATE_FORMAT")}
            handler.addQuickElement("category", "", {"scheme": REVIEWED, "term": day.isoformat(), "label": words})
        for name, address in item["authors"]:
            handler.startElement("author", {})
            handler.addQuickElement("name", name)
            if address:
                handler.addQuickElement("uri", address)
            handler.endElement("author")


class ArticleFeed(Feed):
    """The newest articles under a page: the home page of a community, or a topic."""

    feed_type = PortalAtom

    def __init__(self, site: PublicSite, subject: Page, address: str):
        self.site, self.subject, self.feed_url = site, subject, address
        self.language = site.language
        home = subject if not isinstance(subject, TopicPage) else subject.breadcrumb[0]
        found = ArticlePage.objects.in_community(home)
        found = found.on_topic(subject) if isinstance(subject, TopicPage) else found
        self.articles = with_reviews(found.newest_first()[:NEWEST])
        load_authors(self.articles)
        topics = open_to_all(TopicPage.objects.descendant_of(home)).order_by("title")
        self.topics = topics_by_article([(article.pk, article.path) for article in self.articles], topics)

    def title(self):
        if isinstance(self.subject, TopicPage):
            return gettext("%(topic)s – %(community)s") % {
                "topic": plain_line(self.subject.title),
                "community": self.site.name,
            }
        return self.site.name

    def subtitle(self):
        return plain_line(self.subject.description)

    def link(self):
        return self.site.url(self.subject)

    def feed_guid(self):
        return tag_of(self.subject, self.site)

    def feed_copyright(self):
        return plain_line(self.site.community.publisher_name)

    def author_name(self):
        return plain_line(self.site.community.publisher_name) or self.site.name

    def items(self):
        return self.articles

    def item_title(self, item):
        return plain_line(item.title)

    def item_description(self, item):
        return escape(plain_line(item.description))  # Atom1Feed says that it is HTML

    def item_link(self, item):
        return self.site.url(item)

    def item_guid(self, item):
        return tag_of(item, self.site)

    def item_pubdate(self, item):
        return item.first_published_at

    def item_updateddate(self, item):
        return item.last_published_at or item.first_published_at or LONG_AGO

    def item_categories(self, item):
        return [plain_line(topic.title) for topic in self.topics[item.pk]]

    def item_extra_kwargs(self, item):
        review = item.listed_review
        return {
            "authors": [(plain_line(each.title), self.site.url(each) if each.live else "") for each in item.authors],
            "reviewed_on": review.decision.reviewed_on if review and review.decision else None,
        }
