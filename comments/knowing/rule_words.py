"""The sentences of rules that decisions cite, in the language of whoever reads, from published versions."""

from collections.abc import Iterable
from typing import NamedTuple

from django.conf import settings

from comments.rulebook import rulebook
from consent.models import TextVersion


class RuleWords(NamedTuple):
    """One rule. ``version``: the newest one of this language that has it."""

    code: str
    sentence: str
    version: int
    language: str


def rule_words(cited: Iterable[tuple[int, str]], language: str) -> dict[tuple[int, str], RuleWords]:
    """The words of each rule, by community and code: in ``language``, else in the main one, else in any. One query.

    A code means the same rule in every version, so the newest words are told; each version stays readable by itself.
    """
    wanted = set(cited)
    if not wanted:
        return {}
    found: dict[tuple[int, str], tuple[tuple[bool, bool, int], RuleWords]] = {}
    versions = TextVersion.objects.filter(site_id__in={site for site, _code in wanted}, kind=TextVersion.Kind.RULES)
    for version in versions.only("site_id", "language", "version", "content"):
        rank = (version.language == language, version.language == settings.LANGUAGE_CODE, version.version)
        for rule in rulebook(version).rules:
            key = (version.site_id, rule.code)
            if key in wanted and (key not in found or found[key][0] < rank):
                found[key] = rank, RuleWords(rule.code, rule.sentence, version.version, version.language)
    return {key: words for key, (_rank, words) in found.items()}
