"""The demonstration's policies with their earlier versions, its notices, and the purposes that people may choose.

Versions enter the ledger as all others do, but that they came into force in the past.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from consent.models import Notice, PolicyPage, Purpose, PurposeWords
from consent.models.version import Change
from consent.versions.notices import publish_notice
from consent.versions.policies import publish_words
from consent.versions.purposes import publish_purpose
from demo.history import moment, publish
from demo.wording import differing

if TYPE_CHECKING:
    from demo.communities import Community

NAMES = ("site", "language", "code", "since")  # of a notice's entry: everything else is a part of it


def publish_policy(community: Community, page: PolicyPage, entry: dict) -> None:
    """Publishes every version of a policy. Each is told by what it had instead of what its entry says now."""
    for version in entry.get("versions", [{}]):
        told = {name: version.get(name, entry[name]) for name in ("title", "introduction", "body")}
        told = differing({"slug": page.slug, **told}, wording=version.get("wording"))
        page.title, page.introduction = told["title"], told["introduction"]
        page.body = community.rich_text(told["body"])
        page.rules = [("rule", rule) for rule in entry.get("rules", [])]
        since = moment(version["since"]) if "since" in version else community.since
        page.state(change=version.get("change", Change.MATERIAL), what_changed=version.get("what_changed", ""))
        publish_words(page, community.site, at=since)
        publish(page, by=community.by, first=community.since, last=since)


def add_notices(community: Community, entries: list[dict], *, languages: Collection[str]) -> None:
    """Adds the notices in the languages of the community."""
    for entry in entries:
        if entry["language"] in languages:
            words = {name: community.filled(text) for name, text in entry.items() if name not in NAMES}
            notice = Notice(site=community.site, language=entry["language"], code=entry["code"], **words)
            notice.full_clean()
            notice.save()
            publish_notice(notice, by=community.by, at=moment(entry["since"]))


def add_purposes(community: Community, entries: list[dict]) -> None:
    """Adds what people may ask for."""
    for order, entry in enumerate(entries):
        purpose = Purpose(
            site=community.site,
            code=entry["code"],
            kind=entry.get("kind", Purpose.Kind.NEWSLETTER),
            topic=community.pages[entry["topic"]].page_ptr if "topic" in entry else None,
            most_a_month=entry.get("most_a_month", 2),
            sort_order=order,
        )
        purpose.words = [PurposeWords(language=language, label=label) for language, label in entry["words"].items()]
        purpose.full_clean()
        purpose.save()
        publish_purpose(purpose, by=community.by, at=moment(entry["since"]))
