"""Publishing a text: the one way to a new version. The same words make none.

Whether a change is material is the editor's decision (EDPB, Guidelines 05/2020 on consent: it holds for what was said
when it was given): a material one asks people again before anything is sent, a typo does not.
"""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.models import Site

from consent.models import InForce, TextVersion
from consent.versions.digest import text_digest
from portal.models import LedgerHead, User


@transaction.atomic
def publish(
    *,
    site: Site,
    kind: str,
    language: str,
    title: str,
    text: str,
    content: dict[str, Any],
    code: str = "",
    is_material: bool = True,
    what_changed: str = "",
    by: User | None = None,
    at: datetime | None = None,
) -> TextVersion:
    """Puts a text in force and returns its version. ``text``: canonical (``digest.canonical_text``).

    Versions are numbered across the languages of a text: what somebody agreed to in one can be compared with what holds
    in another. The first version of a text is always material; the first in a further language, if it is said to be.
    ``at``: since when, if not since now. Raises ``LedgerError`` for what a ledger can't hold.
    """
    LedgerHead.objects.select_for_update().get_or_create(ledger=TextVersion._meta.label)  # one publisher at a time
    series = {"site_id": site.pk, "kind": kind, "code": code, "language": language}
    versions = TextVersion.objects.filter(site_id=site.pk, kind=kind, code=code).order_by("-version")
    newest, latest = versions.first(), versions.filter(language=language).first()
    digest = text_digest(kind, code, language, text)
    words = (digest, title, _promise(kind, content))
    if latest is None or (latest.digest, latest.title, _promise(kind, latest.content)) != words:
        before = latest or newest
        number = newest.version + 1 if newest else 1
        asks_again = is_material or before is None
        latest = TextVersion.append(
            **series,
            community=site.site_name or site.hostname,
            version=number,
            title=title,
            content=content,
            text=text,
            digest=digest,
            is_material=asks_again,
            asks_since=number if asks_again or before is None else before.asks_since,
            what_changed=what_changed if before else "",
            published_by=by.pk if by else None,
            published_at=at or timezone.now(),
        )
    InForce.objects.update_or_create(**series, defaults={"version": latest})
    return latest


def retire(*, site: Site, kind: str, code: str = "", language: str | None = None) -> None:
    """Takes a text out of force: it is offered to nobody any more. Its versions stay."""
    texts = InForce.objects.filter(site=site, kind=kind, code=code)
    (texts.filter(language=language) if language else texts).delete()


def _promise(kind: str, content: dict[str, Any]) -> Any:
    """What counts beside the words of a text: what a purpose promises, and what rules answer to authors."""
    if kind == TextVersion.Kind.PURPOSE:
        return content
    return content.get("rules") if kind == TextVersion.Kind.RULES else None
