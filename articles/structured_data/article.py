"""An article: information is a medical web page around it; a personal story never is.

``reviewedBy`` and ``lastReviewed`` stand on the page exactly when its review line names somebody.
"""

from articles.blocks.plain import plain_line
from articles.models import ArticlePage, TopicPage
from articles.models.topic_queries import topics_with_names
from articles.public_site import PublicSite, zoned
from articles.rendering import RenderedBody
from articles.review.reading import reading_of
from articles.structured_data.citation import citation
from articles.structured_data.correction import corrections
from articles.structured_data.further import further
from articles.structured_data.person import person
from articles.structured_data.review import reviewed
from articles.structured_data.topic import PATIENTS, subject, subject_id
from articles.structured_data.web_page import Node, picture, publisher_id, web_page, website_id


def article_nodes(page: ArticlePage, site: PublicSite) -> list[Node]:
    """The page, the article in it, its authors and what it is about. Queries: topics, and those of the reading."""
    reading = reading_of(page, site.request)  # first: it brings the authors along
    names_of = topics_with_names(page)
    topics = [topic for topic, _ in names_of]
    article = _article(page, site, topics, reading.rendered)
    if page.is_story:
        return [web_page(page, site) | {"mainEntity": {"@id": article["@id"]}}, article]
    about = [{"@id": subject_id(topic, site)} for topic in topics]
    document = web_page(page, site, type_="MedicalWebPage") | {
        "mainEntity": {"@id": article["@id"]},
        "about": about,
        "audience": PATIENTS,
        **reviewed(reading.review, site),
    }
    return [document, article | {"about": about}, *(subject(topic, names, site) for topic, names in names_of)]


def _article(page: ArticlePage, site: PublicSite, topics: list[TopicPage], rendered: RenderedBody) -> Node:
    url = site.url(page)
    return {
        "@type": "Article",
        "@id": f"{url}#article",
        "mainEntityOfPage": {"@id": f"{url}#webpage"},
        "headline": plain_line(page.title),
        "description": plain_line(page.description),
        "articleSection": [plain_line(topic.title) for topic in topics],
        "inLanguage": site.language,
        "isPartOf": {"@id": website_id(site)},
        "isAccessibleForFree": True,
        "author": [person(author, site) for author in page.authors],
        "publisher": {"@id": publisher_id(site)},
        "datePublished": zoned(page.first_published_at),
        "dateModified": zoned(page.last_published_at),
        "image": picture(page, site),
        "citation": [citation(cited.reference) for cited in rendered.references],
        "correction": corrections(page, site),
        **further(page, site),
    }
