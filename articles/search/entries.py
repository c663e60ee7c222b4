"""What search knows of a page or a glossary term: its published text, written anew whenever that changes."""

from typing import NamedTuple

from django.db import transaction
from wagtail.models import Page
from wagtail.rich_text import get_text_for_indexing

from articles.blocks.plain import plain_line
from articles.models import ArticlePage, GlossaryTerm, PersonPage, SearchEntry, SearchWord, TopicPage
from articles.search.folding import LONGEST_WORD, key_of, stems, words
from portal.models import StandardPage

LONGEST_TEXT = 200_000  # characters; PostgreSQL refuses to index a text whose index passes 1 MB
TITLE_LENGTH = 255


class Findable(NamedTuple):
    """What is to be found, as its editor wrote it."""

    kind: str
    title: str
    further_names: list[str]
    text: str
    language: str


def findable(subject: Page | GlossaryTerm) -> Findable | None:
    """What search should know of ``subject`` (as it is in memory), or ``None`` for what search leaves out."""
    kinds = SearchEntry.Kind
    names: list[str] = []
    match subject:
        case ArticlePage():
            kind = kinds.STORY if subject.is_story else kinds.INFORMATION
            text = f"{subject.summary} {subject.plain_text()}"
        case TopicPage():
            kind, text = kinds.TOPIC, subject.introduction
            names = [name.name for name in subject.names.all()]
        case PersonPage():
            kind = kinds.PERSON
            text = f"{subject.credentials} {subject.position} {get_text_for_indexing(subject.biography)}"
        case StandardPage():
            kind, text = kinds.PAGE, f"{subject.introduction} {get_text_for_indexing(subject.body)}"
        case GlossaryTerm():
            kind, text = kinds.TERM, subject.definition
            names = subject.forms
        case _:
            return None
    title = plain_line(subject.title if isinstance(subject, Page) else subject.term)
    return Findable(kind, title, names, plain_line(text)[:LONGEST_TEXT], subject.locale.language_code)


def keep_entry(subject: Page | GlossaryTerm, *, anew: bool = False) -> None:
    """Brings the entry of ``subject`` up to date: written, left alone when nothing changed, or removed.

    ``anew`` writes it even when nothing changed, and its place in the index with it.
    """
    found = findable(subject)
    if found is None:
        return
    key = {"term": subject} if isinstance(subject, GlossaryTerm) else {"page_id": subject.pk}
    if isinstance(subject, Page) and not subject.live:
        forget_entry(**key)
        return
    values = entry_values(found)
    entry = SearchEntry.objects.filter(**key).first()
    if entry and not anew and all(getattr(entry, field) == value for field, value in values.items()):
        return
    with transaction.atomic():
        entry, _ = SearchEntry.objects.update_or_create(**key, defaults=values)
        _keep_vocabulary(entry, found)


def forget_entry(**key) -> None:
    """Removes an entry, its words and its place in the index."""
    for entry in SearchEntry.objects.filter(**key):
        entry.delete()


def entry_values(found: Findable) -> dict:
    """The columns of an entry, as search reads them."""
    names = [found.title, *found.further_names]
    everything = " ".join(stems(" ".join([*names, found.text]), found.language))
    return {
        "kind": found.kind,
        "title": found.title[:TITLE_LENGTH],
        "text": found.text,
        "names": "\n".join(dict.fromkeys(" ".join(key_of(name, found.language)) for name in names)),
        "stems": f" {everything} ",
        "length": everything.count(" ") + 1,
    }


def vocabulary(found: Findable) -> dict[str, str]:
    """Every word of it, by how it is folded, as it was first written."""
    written: dict[str, str] = {}
    for word in words(" ".join([found.text, found.title, *found.further_names]), found.language):
        if word.folded.isalpha():
            written.setdefault(word.folded, word.written.lower()[:LONGEST_WORD])
    return written


def _keep_vocabulary(entry: SearchEntry, found: Findable) -> None:
    entry.vocabulary.all().delete()
    SearchWord.objects.bulk_create(
        (SearchWord(entry=entry, folded=folded, written=form) for folded, form in vocabulary(found).items()),
        batch_size=1000,
        ignore_conflicts=True,
    )
