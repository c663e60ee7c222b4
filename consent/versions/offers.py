"""What a sign-up box shows: notice, purposes and policies in force, and one digest of them all.

The box sends the digest back. Is it no longer that of the box as it stands now, the person saw other words, and is
shown these before anything is kept (DESIGN.md, C1).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.conf import settings
from django.db.models import OuterRef, Q, QuerySet, Subquery
from wagtail.models import Site

from consent.models import InForce, Purpose, TextVersion
from consent.versions.digest import offer_digest
from portal.prepared import prepared

Kind = TextVersion.Kind
POLICIES = (Kind.PRIVACY, Kind.TERMS, Kind.HEALTH_DATA)
SIGN_UP = "sign-up"  # codes of notices
ACCESS = "access"
COMMENT = "comment"
Texts = Mapping[tuple[str, str], TextVersion]


@dataclass(frozen=True)
class Offer:
    """What one box shows, in one language."""

    site_id: int
    language: str
    notice: TextVersion
    policies: tuple[TextVersion, ...]
    purposes: tuple[TextVersion, ...] = ()

    @property
    def digest(self) -> str:
        """``o1:`` and 64 hexadecimal digits: the exact words, in their order."""
        return offer_digest(text.digest for text in (self.notice, *self.policies, *self.purposes))

    @property
    def boxes(self) -> tuple[str, ...]:
        """The values of the boxes that a person may tick: a purpose each, or one for a notice that has none."""
        return tuple(text.code for text in self.purposes) or (self.notice.code,)

    def policy(self, kind: str) -> TextVersion | None:
        """The policy of this kind."""
        return next((text for text in self.policies if text.kind == kind), None)


def in_force(site: int, language: str) -> QuerySet[InForce]:
    """The rows of which ``texts_of`` makes texts, for the community with an id: purposes in their editor's order, the
    same each time.
    """
    purposes = Purpose.objects.filter(site=OuterRef("site"), code=OuterRef("code"))
    rows = InForce.objects.filter(Q(language=language) | Q(language=settings.LANGUAGE_CODE), site=site)
    place = Subquery(purposes.values("sort_order")[:1])
    return rows.select_related("version").annotate(place=place).order_by("place", "code", "pk")


def texts_of(rows: Iterable[InForce], language: str) -> dict[tuple[str, str], TextVersion]:
    """Texts by kind and code. A policy that is not translated stands in the main language."""
    found: dict[tuple[str, str], TextVersion] = {}
    for row in rows:
        key = (row.kind, row.code)
        if row.language == language or (row.kind in POLICIES and key not in found):
            found[key] = row.version
    return found


@prepared
def rows_in_force(site: int, language: str) -> QuerySet[InForce]:
    """The rows themselves, for whoever makes more of them than texts. One query."""
    return in_force(site, language)


def texts_in_force(site: Site, language: str) -> dict[tuple[str, str], TextVersion]:
    """Every text in force by kind and code. One query."""
    return texts_of(rows_in_force(site.pk, language), language)


def offer_of(
    site: Site, language: str, *, notice: str = SIGN_UP, codes: Iterable[str] = (), texts: Texts | None = None
) -> Offer | None:
    """What a box with the purposes ``codes`` shows; None where there is no notice, no privacy policy or no purpose.

    One query, none if ``texts`` are known. Unknown codes are left out.
    """
    texts = texts_in_force(site, language) if texts is None else texts
    words, privacy = texts.get((Kind.NOTICE, notice)), texts.get((Kind.PRIVACY, ""))
    purposes = tuple(text for code in dict.fromkeys(codes) if (text := texts.get((Kind.PURPOSE, code))))
    if words is None or privacy is None or (notice != ACCESS and not purposes):
        return None
    policies = tuple(text for kind in POLICIES if (text := texts.get((kind, ""))))
    return Offer(site.pk, language, words, policies, purposes)


def newsletters(texts: Texts) -> list[str]:
    """Codes of all newsletters, in their editor's order."""
    return codes_of_kind(texts, Purpose.Kind.NEWSLETTER)


def codes_of_kind(texts: Texts, kind: str) -> list[str]:
    """Codes of all purposes of a kind (``Purpose.Kind``), in their editor's order."""
    found = (text for (each, _code), text in texts.items() if each == Kind.PURPOSE)
    return [text.code for text in found if text.content.get("kind") == kind]


def codes_for_topics(texts: Texts, topics: Iterable[str]) -> list[str]:
    """Codes of the newsletters on ``topics`` (translation keys of pages), then of those on everything."""
    wanted = {str(topic) for topic in topics}
    topic_of = {code: texts[Kind.PURPOSE, code].content.get("topic") for code in newsletters(texts)}
    return [code for code, topic in topic_of.items() if topic in wanted] + [
        code for code, topic in topic_of.items() if not topic
    ]
