"""The exact words that an entry of the ledger is about, found by their digests among the published texts."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Max
from wagtail.models import Site

from consent.models import ConsentEntry, TextVersion

Texts = dict[tuple[int, str], TextVersion]


def texts_of(entries: Iterable[ConsentEntry]) -> Texts:
    """Every text that the entries name, by community and digest. One query."""
    digests = {digest for entry in entries for digest in _digests(entry)}
    found = TextVersion.objects.filter(digest__in=digests).order_by("-version") if digests else ()
    return {(text.site_id, text.digest): text for text in found}  # the same words twice: the first time counts


def version_agreed(site_id: int, policies: Mapping[str, str], kind: str) -> int | None:
    """Which version of a policy has the digest that ``policies`` name; None if they name none. One query at most.

    Of words that came back later, the last version with them counts: the very words were agreed to.
    """
    if (digest := policies.get(kind)) is None:
        return None
    found = TextVersion.objects.filter(site_id=site_id, kind=kind, digest=digest)
    return found.aggregate(Max("version"))["version__max"]


def words_of(entry: ConsentEntry, texts: Texts, *, code: str = "") -> list[dict[str, Any]]:
    """The texts of ``entry`` as plain values: purposes (that of ``code`` alone, if given), notice, policies."""
    found = [texts.get((entry.site_id or 0, digest)) for digest in _digests(entry, code)]
    return [
        {
            "kind": str(TextVersion.Kind(text.kind).label),
            "title": text.title,
            "version": text.version,
            "language": text.language,
            "published_on": text.published_at,
            "digest": text.digest,
            "text": text.text,
        }
        for text in found
        if text
    ]


def communities() -> dict[int | None, str]:
    """The names of the communities by their numbers."""
    return {site.pk: site.site_name or site.hostname for site in Site.objects.all()}


def _digests(entry: ConsentEntry, code: str = "") -> list[str]:
    purposes = [each["digest"] for each in entry.purposes if each.get("digest") and code in ("", each["code"])]
    notice = [entry.notice_digest] if entry.notice_digest else []
    return [*purposes, *notice, *entry.policies.values()]
