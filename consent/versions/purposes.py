"""The words of a purpose as a published text: its label in one language, and what the label promises."""

from collections.abc import Mapping
from datetime import datetime

from django.db.models import QuerySet
from wagtail.models import Site

from consent.models import InForce, Purpose, TextVersion
from consent.versions.digest import canonical_text
from consent.versions.publishing import publish, retire
from portal.models import User

Kind = TextVersion.Kind


def publish_purpose(
    purpose: Purpose,
    *,
    is_material: bool = True,
    what_changed: str = "",
    by: User | None = None,
    at: datetime | None = None,
) -> list[TextVersion]:
    """Publishes the words of ``purpose`` in each of its languages; takes them all out of force if it is not offered,
    and those in a language that it has no longer.
    """
    languages = {words.language for words in purpose.words.all()} if purpose.is_offered else set()
    for text in InForce.objects.filter(site=purpose.site, kind=Kind.PURPOSE, code=purpose.code):
        if text.language not in languages:
            retire(site=purpose.site, kind=Kind.PURPOSE, code=purpose.code, language=text.language)
    if not purpose.is_offered:
        return []
    return [
        publish(
            site=purpose.site,
            kind=Kind.PURPOSE,
            code=purpose.code,
            language=words.language,
            title=words.label,
            text=canonical_text(words.label),
            content=_content(purpose),
            is_material=is_material,
            what_changed=what_changed,
            by=by,
            at=at,
        )
        for words in purpose.words.all()
    ]


def versions_of(purpose: Purpose) -> QuerySet[TextVersion]:
    """Every version of its words, in all languages, the newest first."""
    texts = TextVersion.objects.filter(site_id=purpose.site_id, kind=Kind.PURPOSE, code=purpose.code)
    return texts.order_by("-number")


def differs_from_newest(purpose: Purpose, labels: Mapping[str, str]) -> bool:
    """Whether ``labels`` (by language), or what they promise, are others than those published last. One query."""
    newest: dict[str, TextVersion] = {}
    for text in versions_of(purpose):
        newest.setdefault(text.language, text)
    promises = _content(purpose)
    published = {language: (text.text, text.content) for language, text in newest.items()}
    return any(
        published.get(language, (canonical_text(label), promises)) != (canonical_text(label), promises)
        for language, label in labels.items()
    )


def purposes_by_code(site: Site | int) -> dict[str, Purpose]:
    """The purposes of a community by their codes."""
    return {purpose.code: purpose for purpose in Purpose.objects.filter(site=site)}


def _content(purpose: Purpose) -> dict:
    return {
        "kind": purpose.kind,
        "topic": str(purpose.topic.translation_key) if purpose.topic else "",
        "most_a_month": purpose.most_a_month,
    }
