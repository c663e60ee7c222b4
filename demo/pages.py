"""The demonstration's people, topics and articles."""

from articles.models import ArticleAuthor, ArticlePage, ArticleSource, ArticleTopic, PersonPage, TopicName, TopicPage
from demo.bodies import Names, stored_body
from demo.communities import Community
from demo.history import moment, plan, publish, save_draft
from portal.models import Picture, User

Pictures = dict[str, Picture]


def add_people(community: Community, entries: list[dict], *, pictures: Pictures, accounts: dict[str, User]) -> None:
    """Adds the community's authors and reviewers."""
    for entry in entries:
        person = PersonPage(
            title=entry["name"],
            slug=entry["slug"],
            credentials=entry.get("credentials", ""),
            position=entry["position"],
            photo=pictures[entry["photo"]],
            biography=community.rich_text(entry["biography"]),
            interests=entry["interests"],
            user=accounts[entry["user"]] if "user" in entry else None,
        )
        community.publish(community.add(community.pages["people"], person))


def add_topics(community: Community, entries: list[dict], *, pictures: Pictures) -> None:
    """Adds the community's topics with all their names."""
    for entry in entries:
        topic = TopicPage(
            title=entry["title"],
            slug=entry["slug"],
            subject=entry.get("subject", TopicPage.Subject.CONDITION),
            introduction=entry["introduction"],
            picture=pictures[entry["picture"]] if "picture" in entry else None,
        )
        topic.names = topic_names(entry)
        community.publish(community.add(community.home, topic))


def topic_names(entry: dict) -> list[TopicName]:
    """A topic's other names: synonyms, then short forms."""
    kinds = ((TopicName.Kind.SYNONYM, "synonyms"), (TopicName.Kind.SHORT_FORM, "short_forms"))
    names = [(kind, name) for kind, key in kinds for name in entry.get(key, [])]
    return [TopicName(name=name, kind=kind, sort_order=order) for order, (kind, name) in enumerate(names)]


def add_articles(community: Community, entries: list[dict], *, pictures: Pictures) -> None:
    """Adds the community's articles. They link to one another, so all stand before any is filled."""
    articles = [community.add(community.pages[entry["topic"]], _article(community, entry)) for entry in entries]
    names = Names(page=community.page_id, picture=lambda name: pictures[name].pk)
    for article, entry in zip(articles, entries, strict=True):
        article.picture = pictures[entry["picture"]] if "picture" in entry else None
        article.body = stored_body(entry["body"], seed=f"{community.folder}/{article.slug}", names=names)
        _finish(article, entry, by=community.by)


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


def _finish(article, entry, *, by):
    """Publishes the article, plans its publication or leaves it a draft, as its entry says."""
    if "published" in entry:
        publish(article, by=by, first=moment(entry["published"]), last=moment(entry.get("updated", entry["published"])))
    elif "goes_live" in entry:
        plan(article, by=by, on=moment(entry["drafted"]), goes_live=moment(entry["goes_live"]))
    else:
        save_draft(article, by=by, on=moment(entry["drafted"]))
