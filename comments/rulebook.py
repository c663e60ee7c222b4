"""The community rules in force, one by one, and whether somebody who accepted an earlier version is asked again.

They are written on a page of community rules and published as versions that never change (``consent.versions``).
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.db.models import Q, QuerySet
from wagtail.models import Site

from consent.models import InForce, TextVersion
from portal.prepared import prepared


@dataclass(frozen=True)
class Rule:
    """One rule of one version. ``number`` is its place, from 1; ``code`` stays the same across versions."""

    number: int
    code: str
    sentence: str
    answer: str


@dataclass(frozen=True)
class Rulebook:
    """A version of the rules."""

    version: TextVersion
    rules: tuple[Rule, ...]

    def rule(self, code: str) -> Rule | None:
        """The rule with this code, if this version has it."""
        return next((rule for rule in self.rules if rule.code == code), None)

    def accepts(self, version: TextVersion) -> bool:
        """Whether who accepted ``version``, of the same community, need not be asked again."""
        return version.site_id == self.version.site_id and version.version >= self.version.asks_since


def rulebook(version: TextVersion) -> Rulebook:
    """The rules of a published version."""
    rows = version.content.get("rules", [])
    return Rulebook(version, tuple(Rule(number, **row) for number, row in enumerate(rows, 1)))


def rulebook_in_force(site: Site | int, language: str) -> Rulebook | None:
    """The rules that hold now, in ``language`` or else in the main one. None where there are none. One query."""
    return rulebook_among(_rows(site.pk if isinstance(site, Site) else site, language), language)


@prepared
def _rows(site: int, language: str) -> QuerySet[InForce]:
    rows = InForce.objects.filter(Q(language=language) | Q(language=settings.LANGUAGE_CODE), site=site)
    return rows.filter(kind=TextVersion.Kind.RULES, code="").select_related("version")


def rulebook_among(rows: Iterable[InForce], language: str) -> Rulebook | None:
    """The same, of rows that are known. No query."""
    found = {row.language: row.version for row in rows if row.kind == TextVersion.Kind.RULES and not row.code}
    version = found.get(language) or found.get(settings.LANGUAGE_CODE)
    return rulebook(version) if version and version.content.get("rules") else None
