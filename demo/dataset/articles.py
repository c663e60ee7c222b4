"""Live articles, each with its revision, who wrote it, the approval of its very text, and its place in search.

They stand under some topics of their own, in the tree as treebeard would have put them there.
"""

import json
import uuid
from datetime import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Max
from wagtail.models import Page, Revision
from wagtail.search.backends import get_search_backend

from articles.models import (
    ArticleAuthor,
    ArticlePage,
    Contribution,
    SearchEntry,
    SearchWord,
    TopicPage,
)
from articles.models.decision import digest_of_text
from demo.dataset.chain import Chain
from demo.dataset.patterns import Pattern, pattern, patterns
from demo.dataset.reviews import Reviews
from demo.dataset.rows import Rows
from demo.dataset.scene import Scene
from demo.dataset.words import NUMBER, sections
from demo.history import add, publish

TOPICS = 40
LONG = 10  # so many articles at the beginning are as long as those of the measurements say, and so is the last one
INDEXED = 5_000  # entries that search takes in at once
SLUG = "text-{}"


def add_topics(scene: Scene) -> None:
    """The topics, by the way of all pages."""
    home, by = scene.site.root_page, scene.account("editor")
    for number in range(min(TOPICS, scene.sizes.articles)):
        heading = sections()[number % len(sections())][0].rstrip("?.")
        topic = TopicPage(title=f"{heading} (data set, {number + 1})", slug=f"data-set-{number + 1}")
        publish(add(home, topic, by=by), by=by, first=scene.moment(0, 1))


class Articles:
    """Writes the articles and remembers under which id each stands."""

    def __init__(self, scene: Scene, first_id: int):
        self.scene, self.first_id = scene, first_id
        self.usual = patterns(scene.author, seed=scene.seed, most=scene.sizes.articles)
        self.long = pattern(0, scene.author, seed=scene.seed, is_long=True)
        self.editor = scene.account("editor")
        self.type = ContentType.objects.get_for_model(ArticlePage)
        self._open_tables()
        self._search: list[SearchEntry] = []
        self._index = get_search_backend().get_index_for_model(SearchEntry)

    def page_id(self, number: int) -> int:
        """The id of the article with this number, the first being 1."""
        return self.first_id + number - 1

    def pattern_of(self, number: int) -> Pattern:
        """The text of which the article with this number is made."""
        is_long = number <= LONG or number == self.scene.sizes.articles
        return self.long if is_long else self.usual[number % len(self.usual)]

    def title_of(self, number: int) -> str:
        """Its title."""
        return self.pattern_of(number).title.replace(NUMBER, str(number))

    def write(self, reviews: Reviews) -> None:
        """Writes all of them, with their approvals."""
        total = self.scene.sizes.articles
        for number in range(1, total + 1):
            self._write(number, self.scene.moment(number, total), reviews)
            self.scene.progress.tell("Articles", number, total)
        self._close()

    def _open_tables(self) -> None:
        page_type = ContentType.objects.get_for_model(Page)
        shared = {
            "content_type_id": self.type.pk,
            "depth": self.scene.topics[0].depth + 1,
            "has_unpublished_changes": False,
            "live": True,
            "locale_id": self.scene.locale.pk,
            "owner_id": self.editor.pk,
        }
        dates = ("first_published_at", "last_published_at", "latest_revision_created_at")
        names = ("id", "path", "title", "draft_title", "slug", "url_path", "translation_key")
        self._pages = Rows(Page, (*names, "latest_revision_id", "live_revision_id", *dates), shared)
        self._articles = Rows(ArticlePage, ("page_ptr_id", "summary", "body"))
        kinds = {"content_type_id": self.type.pk, "base_content_type_id": page_type.pk, "user_id": self.editor.pk}
        self._revisions = Rows(Revision, ("id", "object_id", "created_at", "object_str", "content"), kinds)
        self._authors = Rows(ArticleAuthor, ("id", "article_id"), {"person_id": self.scene.author.pk, "sort_order": 0})
        wrote = {"user_id": self.editor.pk, "username": self.editor.username, "name": str(self.editor)}
        self._contributions = Chain(Contribution, ("page_id", "revision_id", "body_digest"), wrote)
        columns = ("id", "page_id", "kind", "title", "names", "length", "text", "stems")
        self._entries = Rows(SearchEntry, columns)
        self._words = Rows(SearchWord, ("entry_id", "folded", "written"))
        self._revision_id, self._author_id, self._entry_id = map(highest_id, (Revision, ArticleAuthor, SearchEntry))

    def _write(self, number: int, at: datetime, reviews: Reviews) -> None:
        text, own = self.pattern_of(number), str(number)
        pk, revision, title = self.page_id(number), self._revision_id + number, self.title_of(number)
        topic, place = self._place(number)
        slug, path = SLUG.format(number), topic.path + Page._int2str(place).rjust(Page.steplen, "0")
        url_path, key = f"{topic.url_path}{slug}/", uuid.uuid4()
        self._pages.add(pk, path, title, title, slug, url_path, key, revision, revision, at, at, at)
        body = text.body.replace(NUMBER, own)
        self._articles.add(pk, text.summary, body)
        self._authors.add(self._author_id + number, pk)
        content = json.loads(text.revision.replace(NUMBER, own))
        content |= {"pk": pk, "path": path, "depth": topic.depth + 1, "url_path": url_path, "translation_key": str(key)}
        content |= {"owner": self.editor.pk, "first_published_at": at.isoformat()}
        content["article_authors"][0] |= {"pk": self._author_id + number, "article": pk}
        self._revisions.add(revision, str(pk), at, title, content)
        self._contributions.add(at, pk, revision, digest_of_text(text.blocks.replace(NUMBER, own)))
        canonical = text.canonical.replace(NUMBER, own)
        reviews.approve(at, pk, revision, title, canonical, text.explanations)
        self._let_search_find(number, pk, text.entry_of(own), text.vocabulary)

    def _place(self, number: int) -> tuple[TopicPage, int]:
        """The topic of an article, and its place there."""
        topics = self.scene.topics
        return topics[(number - 1) % len(topics)], (number - 1) // len(topics) + 1

    def _let_search_find(self, number: int, page_id: int, values: dict[str, Any], vocabulary) -> None:
        pk = self._entry_id + number
        names = ("kind", "title", "names", "length", "text", "stems")
        self._entries.add(pk, page_id, *(values[name] for name in names))
        for folded, written in vocabulary.items():
            self._words.add(pk, folded, written)
        self._search.append(SearchEntry(pk=pk, stems=values["stems"]))
        if len(self._search) >= INDEXED:
            self._fill_index()

    def _fill_index(self) -> None:
        entries, self._search = self._search, []
        self._index.add_items(SearchEntry, entries)

    def _close(self) -> None:
        for table in (self._pages, self._revisions, self._articles, self._authors, self._entries, self._words):
            table.flush()
        self._contributions.close()
        self._fill_index()
        for number, topic in enumerate(self.scene.topics):
            children = len(range(number, self.scene.sizes.articles, len(self.scene.topics)))
            Page.objects.filter(pk=topic.pk).update(numchild=children)


def highest_id(model) -> int:
    """The highest id of a table so far."""
    return model._base_manager.aggregate(highest=Max("pk"))["highest"] or 0
