"""Some dozens of texts, each worked out once by the portal's own functions; articles differ from them by a number.

For an article everything that publishing would derive from its text is taken from its pattern with the number put in:
stored body, revision, canonical text, digest of the body, explained terms, search entry.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from wagtail.models import Locale

from articles.models import ArticleAuthor, ArticlePage, PersonPage
from articles.review.blocks import body_content
from articles.review.canonical import canonical_text
from articles.review.explanations import explanations_shown
from articles.search.entries import entry_values, findable, vocabulary
from demo.bodies import Names, stored_body
from demo.dataset.words import NUMBER, body, summaries

PATTERNS = 60


@dataclass(frozen=True)
class Pattern:
    """One text. ``values``, ``entry`` and what is text hold ``NUMBER`` where an article has its own."""

    title: str
    summary: str
    body: str
    canonical: str
    blocks: str
    explanations: list[dict[str, str]]
    revision: str
    entry: str
    vocabulary: Mapping[str, str]

    def entry_of(self, number: str) -> dict[str, Any]:
        """The columns of the search entry of the article with this number."""
        return json.loads(self.entry.replace(NUMBER, number))


def patterns(author: PersonPage, *, seed: int, most: int = PATTERNS) -> list[Pattern]:
    """The usual ones, in the order in which articles take them."""
    return [pattern(number, author, seed=seed) for number in range(min(PATTERNS, most))]


def pattern(number: int, author: PersonPage, *, seed: int, is_long: bool = False) -> Pattern:
    """One text, worked out."""
    page = _page(number, author, seed=seed, is_long=is_long)
    found = findable(page)
    if found is None:
        raise ValueError("Search leaves articles out.")
    content = {**page.serializable_data(), "live": False}
    content["article_authors"] = [{**content["article_authors"][0], "article": None}]
    stored = ArticlePage._meta.get_field("body").get_prep_value(page.body)
    return Pattern(
        title=page.title,
        summary=page.summary,
        body=json.dumps(stored, cls=DjangoJSONEncoder),
        canonical=canonical_text(page),
        blocks=json.dumps(body_content(page.body).blocks, ensure_ascii=False, sort_keys=True),
        explanations=explanations_shown(page),
        revision=json.dumps(content, cls=DjangoJSONEncoder),
        entry=json.dumps(entry_values(found)),
        vocabulary=vocabulary(found),
    )


def _page(number: int, author: PersonPage, *, seed: int, is_long: bool) -> ArticlePage:
    title, blocks = body(number, seed=seed, is_long=is_long)
    page = ArticlePage(
        title=title,
        slug=f"text-{NUMBER}",
        summary=summaries()[number % len(summaries())],
        body=stored_body(blocks, seed=f"data-set/{seed}/{number}/{is_long}", names=Names(_nowhere, _nowhere)),
        locale=Locale.get_default(),
        path=author.path,  # the community, for the terms of its glossary
        depth=author.depth,
    )
    page.article_authors = [ArticleAuthor(person=author, sort_order=0)]
    return page


def _nowhere(name: str) -> int:
    """No text of the data set names a page or a picture."""
    raise KeyError(name)
