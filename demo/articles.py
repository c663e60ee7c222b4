"""The demonstration's articles: every version with its approval, and the drafts that are on their way."""

from articles.models import ArticleAuthor, ArticlePage, ArticleSource, ArticleTopic
from demo.bodies import Names, stored_body
from demo.communities import Community
from demo.content import read
from demo.desk import hand_in
from demo.history import moment, plan, publish, publish_unreviewed, save_draft
from demo.pages import Pictures
from demo.reviews import approval, versions, withdraw_approvals


class Writer:
    """Puts the words of an entry into an article of a community."""

    def __init__(self, community: Community, pictures: Pictures):
        self.folder = community.folder
        self.names = Names(page=community.page_id, picture=lambda name: pictures[name].pk)

    def fill(self, article: ArticlePage, entry: dict) -> None:
        """Gives ``article`` the title, summary and body of ``entry``."""
        article.title = entry["title"]
        article.summary = entry["summary"]
        article.body = stored_body(entry["body"], seed=f"{self.folder}/{article.slug}", names=self.names)


def add_articles(community: Community, entries: list[dict], *, pictures: Pictures) -> None:
    """Adds the community's articles. They link to one another, so all stand before any is filled."""
    reviews = read(community.folder, "reviews.yaml")
    articles = [community.add(community.pages[entry["topic"]], _article(community, entry)) for entry in entries]
    writer = Writer(community, pictures)
    by_slug = {}
    for article, entry in zip(articles, entries, strict=True):
        article.picture = pictures[entry["picture"]] if "picture" in entry else None
        writer.fill(article, entry)
        _finish(article, entry, reviews.get(article.slug, []), writer=writer, community=community)
        by_slug[article.slug] = (article, entry)
    for draft in read(community.folder, "desk.yaml"):
        hand_in(draft, *by_slug[draft["article"]], fill=writer.fill, accounts=community.accounts)


def _article(community, entry):
    article = ArticlePage(
        title=entry["title"],
        slug=entry["slug"],
        kind=entry.get("kind", ArticlePage.Kind.INFORMATION),
        summary=entry["summary"],
        search_description=entry.get("search_description", ""),
    )
    article.article_authors = [
        ArticleAuthor(person=community.pages[slug], sort_order=order) for order, slug in enumerate(entry["authors"])
    ]
    article.further_topics = [
        ArticleTopic(topic=community.pages[slug], sort_order=order)
        for order, slug in enumerate(entry.get("further_topics", []))
    ]
    article.sources = [
        ArticleSource(imported_number=str(number), sort_order=order)
        for order, number in enumerate(entry.get("waiting_numbers", []))
    ]
    return article


def _finish(article, entry, reviews, *, writer, community):
    """Publishes the article, plans its publication or leaves it a draft, as its entry says."""
    by, accounts = community.by, community.accounts
    if "goes_live" in entry:
        (review,) = reviews
        dates = {"on": moment(entry["drafted"]), "goes_live": moment(entry["goes_live"])}
        plan(article, by=by, approve=approval(review, accounts=accounts), **dates)
    elif "drafted" in entry:
        save_draft(article, by=by, on=moment(entry["drafted"]))
    elif entry.get("before_reviews"):
        publish_unreviewed(article, by=by, on=moment(entry["published"]))
    elif article.is_story:
        publish(article, by=by, first=moment(entry["published"]))
    else:
        _publish_versions(article, entry, reviews, writer=writer, community=community)


def _publish_versions(article, entry, reviews, *, writer, community):
    accounts = community.accounts
    for review, worded in versions(entry, reviews):
        writer.fill(article, worded)
        approve = approval(review, accounts=accounts)
        dates = {"first": moment(entry["published"]), "last": moment(review["day"])}
        publish(article, by=community.by, approve=approve, **dates)
    withdraw_approvals(article, reviews, accounts=accounts)
