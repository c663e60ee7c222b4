"""The words beside a box as they stood in the version that somebody agreed to, not as they read today."""

from collections.abc import Iterable, Mapping
from typing import Any

from consent.models import Consent, TextVersion


def labels(site_id: int, language: str, purposes: Iterable[Mapping[str, Any]]) -> list[str]:
    """The labels of ``purposes`` (each with ``code`` and ``version``), in their order. One query."""
    wanted = [(each["code"], each["version"]) for each in purposes]
    texts = TextVersion.objects.filter(
        site_id=site_id,
        language=language,
        kind=TextVersion.Kind.PURPOSE,
        code__in={code for code, _version in wanted},
    )
    found = {(text.code, text.version): text.title for text in texts.defer("content", "text")}
    return [found[key] for key in wanted if key in found]


def labels_of(consents: Iterable[Consent]) -> dict[int, str]:
    """The label that each consent was given for, by the consent's id. One query; ``purpose`` should be loaded."""
    wanted = {
        each.pk: (each.purpose.site_id, each.language, each.purpose.code, each.purpose_version) for each in consents
    }
    texts = TextVersion.objects.filter(
        kind=TextVersion.Kind.PURPOSE,
        site_id__in={site_id for site_id, *_rest in wanted.values()},
        code__in={code for _site, _language, code, _version in wanted.values()},
    )
    found = {
        (text.site_id, text.language, text.code, text.version): text.title for text in texts.defer("content", "text")
    }
    return {pk: found.get(key, key[2]) for pk, key in wanted.items()}
