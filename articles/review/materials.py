"""What an article's text names outside of itself and readers see with it: references, pictures, authors."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import Any, NamedTuple

from django.apps import apps

from articles.citations.library import references_by, resolve
from articles.models import ArticlePage, Reference
from articles.review.blocks import BodyContent, body_content
from articles.review.errors import NotReviewableError
from articles.review.file_digest import file_digest
from portal.models import Picture

OF_REFERENCE = ("key", "type", "authors", "title", "source", "year", "details", "doi", "pmid", "url")


class Materials(NamedTuple):
    """What the body says, references by the key or imported number that cites them, pictures by id, ids of the
    authors' pages in order.
    """

    content: BodyContent
    references: Mapping[str, Reference]
    pictures: Mapping[int, Picture]
    authors: tuple[int, ...]


def materials_of(page: ArticlePage, *, references: Mapping[str, Reference] | None = None) -> Materials:
    """The materials of ``page`` as it is in memory. Four queries at most; one less if ``references`` are known.
    Raises ``NotReviewableError``.
    """
    content = body_content(page.body)
    known = references if references is not None else (resolve(page, content.keys) if content.keys else {})
    pictures = _pictures(set(content.pictures), {})
    return Materials(content, known, pictures, tuple(row.person_id for row in page.article_authors.all()))


def materials_for(pages: Iterable[ArticlePage]) -> dict[int, Materials]:
    """The materials of pages as they are in the database, by their ids. Four queries for any number of pages."""
    return gathered(contents_of(pages))


def contents_of(pages: Iterable[ArticlePage]) -> dict[int, BodyContent]:
    """What the bodies of ``pages`` say, by their ids, without those that can't be reviewed. No query."""
    contents = {}
    for page in pages:
        with suppress(NotReviewableError):
            contents[page.pk] = body_content(page.body)
    return contents


def gathered(
    contents: Mapping[int, BodyContent],
    *,
    pictures: Mapping[int, Picture] | None = None,
    authors: Mapping[int, Iterable[int]] | None = None,
) -> dict[int, Materials]:
    """The materials that go with ``contents``. Four queries at most; one less if the ids of all ``authors`` are known,
    by page, and one less if all ``pictures`` are.
    """
    references = _references(contents)
    shown = _pictures({pk for content in contents.values() for pk in content.pictures}, pictures or {})
    written_by: Mapping[int, Iterable[int]] = authors if authors is not None else _authors(contents)
    return {
        pk: Materials(
            content,
            references[pk],
            {id_: shown[id_] for id_ in content.pictures if id_ in shown},
            tuple(written_by.get(pk, ())),
        )
        for pk, content in contents.items()
    }


def _references(contents: Mapping[int, BodyContent]) -> dict[int, dict[str, Reference]]:
    """The references of each page by the key or number that cites them."""
    tied = _tied_numbers(contents)
    keys = frozenset().union(*(content.keys - content.numbers for content in contents.values()))
    found = references_by(keys, {pk for numbers in tied.values() for pk in numbers.values()})
    by_id, by_key = {each.id: each for each in found}, {each.key: each for each in found}
    return {
        pk: {key: by_key[key] for key in content.keys & by_key.keys()}
        | {number: by_id[tied[pk][number]] for number in content.numbers if tied[pk].get(number) in by_id}
        for pk, content in contents.items()
    }


def _pictures(ids: set[int], known: Mapping[int, Picture]) -> dict[int, Picture]:
    missing = ids - known.keys()
    return {**known, **(Picture.objects.in_bulk(missing) if missing else {})}


def _tied_numbers(contents: Mapping[int, BodyContent]) -> dict[int, dict[str, int]]:
    tied: dict[int, dict[str, int]] = defaultdict(dict)
    having = [pk for pk, content in contents.items() if content.numbers]
    if having:
        rows = apps.get_model("articles", "ArticleSource").objects.filter(article__in=having, reference__isnull=False)
        for article, number, reference in rows.values_list("article", "imported_number", "reference"):
            if number:
                tied[article].setdefault(number, reference)
    return tied


def _authors(contents: Mapping[int, BodyContent]) -> dict[int, list[int]]:
    authors: dict[int, list[int]] = defaultdict(list)
    rows = apps.get_model("articles", "ArticleAuthor").objects.filter(article__in=list(contents))
    for article, person in rows.values_list("article", "person"):
        authors[article].append(person)
    return authors


def content_of_reference(reference: Reference) -> dict[str, Any]:
    """What readers see of a source in the list of references, and which one it is: a number may be tied to another.

    Its status and when it was checked are told apart.
    """
    return {name: value for name in OF_REFERENCE if (value := getattr(reference, name)) not in (None, "")}


def content_of_picture(picture: Picture) -> dict[str, Any]:
    """What readers see of a picture: the file itself, and the words that stand in where an article has none."""
    file: Any = picture.file  # Wagtail's types take it for its content
    return {
        "file": file_digest(file.storage, file.name),
        "description": picture.default_alt_text,
        "credit": picture.credit,
    }
