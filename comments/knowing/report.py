"""The report for those who lead moderation, in one piece: what is shown and what is exported are the same."""

from dataclasses import dataclass

from comments.knowing.counts import HEARD, ByRule, Volume, by_kind, by_rule, percent, sanctions, volume
from comments.knowing.precision import Precision, precision
from comments.knowing.rule_words import RuleWords, rule_words
from comments.knowing.spans import Span
from comments.knowing.waiting import Waiting, waiting
from comments.models import Decision


@dataclass(frozen=True)
class ModerationReport:
    """Every figure of one span. ``kinds``: action, who took it, how often. ``words`` of rules by community and code."""

    span: Span
    waiting: dict[int, Waiting]
    kinds: list[tuple[str, str, int]]
    rules: list[ByRule]
    words: dict[tuple[int, str], RuleWords]
    detectors: list[Precision]
    hours: list[Volume]
    days: list[Volume]
    sanctions: list[tuple[str, int, int]]

    @property
    def heard(self) -> int:
        """How many appeals were heard."""
        return sum(number for action, _actor, number in self.kinds if action in HEARD)

    @property
    def overturned(self) -> int:
        """How many of them changed the decision."""
        return sum(number for action, _actor, number in self.kinds if action == Decision.Action.OVERTURN)

    @property
    def share_overturned(self) -> int | None:
        """Percent of the appeals that were heard."""
        return percent(self.overturned, self.heard)


def moderation_report(span: Span, language: str) -> ModerationReport:
    """Everything. Eight queries, however much was decided."""
    rules = by_rule(span)
    hours, days = volume(span)
    return ModerationReport(
        span=span,
        waiting=waiting(span),
        kinds=by_kind(span),
        rules=rules,
        words=rule_words([(row.site, row.code) for row in rules], language),
        detectors=precision(span),
        hours=hours,
        days=days,
        sanctions=sanctions(span),
    )
