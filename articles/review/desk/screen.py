"""Everything that the review screen shows of one text. Each fact is worked out when the template first asks for it."""

from dataclasses import replace
from datetime import date

from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from articles.models import ArticlePage, ReviewDecision
from articles.models.decision import digest_of_text
from articles.publication.draft import Draft
from articles.publication.gate import place_of
from articles.publication.problems import blocking_problems
from articles.publication.wording_checks import grade_of
from articles.rendering import RenderedBody, render_body
from articles.review import submission
from articles.review.calendar import community_of, today_for
from articles.review.canonical import canonical_text
from articles.review.contributors import Contributor, contributors_to
from articles.review.current import Review, current_review, needs_review
from articles.review.desk.notes import EditorialNote, open_notes
from articles.review.desk.passages import places_in
from articles.review.desk.shown import digest_of_terms, packed
from articles.review.desk.since import Since, approvals_to_compare, changes_since
from articles.review.desk.sources import ReviewedSource, sources_with_age
from articles.review.eligibility import declined_by, may_withdraw, why_not_decide
from articles.review.errors import NotReviewableError
from articles.review.lines import Line, lines_of
from articles.review.status import STANDING_LABELS
from articles.review.texts import DRAFT, LIVE, has_other_draft, text_shown
from portal.models import User


class ReviewScreen:
    """One text of one article, as ``user`` reviews it."""

    def __init__(self, page: ArticlePage, user: User, *, wanted: str = "", since: str = ""):
        self.page = page
        self.user = user
        self.text = text_shown(page, wanted)
        self._wanted_since = since

    @property
    def kind(self) -> str:
        """Which of the two texts it is, as it stands in addresses."""
        return LIVE if self.text.is_live else DRAFT

    @cached_property
    def has_other_text(self) -> bool:
        """Whether there are two texts to choose from: a live one and a draft that says something else."""
        return self.page.live and has_other_draft(self.page)

    @cached_property
    def today(self) -> date:
        """Today, where the article's readers are."""
        return today_for(self.page)

    @cached_property
    def community(self) -> str:
        """The name of the community."""
        own = community_of(self.page)
        return str(own) if own.pk else ""

    @cached_property
    def review(self) -> Review:
        """Where this text stands."""
        return replace(current_review(self.text.page), today=self.today)

    @property
    def standing(self) -> str:
        """Where this text stands, in words."""
        return str(STANDING_LABELS[self.review.standing])

    @cached_property
    def snapshot(self) -> str:
        """The canonical text; empty where it can't be told."""
        try:
            return canonical_text(self.text.page)
        except NotReviewableError:
            return ""

    @property
    def digest(self) -> str:
        """The digest of the canonical text, which is what a reviewer signs."""
        return digest_of_text(self.snapshot) if self.snapshot else ""

    @property
    def packed(self) -> str:
        """The canonical text for the form."""
        return packed(self.snapshot)

    @cached_property
    def lines(self) -> list[Line]:
        """The text line by line."""
        return lines_of(self.snapshot) if self.snapshot else []

    @property
    def places(self) -> list[str]:
        """The parts of the text to which a note can be tied."""
        return places_in(self.lines)

    @cached_property
    def approvals(self) -> dict[str, ReviewDecision]:
        """The approvals that the text can be compared with."""
        return approvals_to_compare(self.page.pk, self.user)

    @cached_property
    def since(self) -> Since | None:
        """What changed since the approval that is asked for."""
        return changes_since(self.approvals, self._wanted_since, self.snapshot) if self.snapshot else None

    @cached_property
    def rendered(self) -> RenderedBody:
        """The text with its references and explained terms."""
        return render_body(self.text.page)

    @property
    def terms_digest(self) -> str:
        """Names the explanations that stand with the text."""
        return digest_of_terms(self.rendered.terms)

    @cached_property
    def sources(self) -> list[ReviewedSource]:
        """The references in the order of their numbers."""
        return sources_with_age(self.rendered.references, self.today)

    @property
    def fallen_sources(self) -> list[ReviewedSource]:
        """Those that were retracted, corrected or superseded."""
        return [source for source in self.sources if not source.reference.stands]

    @cached_property
    def contributors(self) -> list[Contributor]:
        """Everybody who wrote a part of it."""
        return contributors_to(self.text.page)

    @cached_property
    def grade(self) -> float | None:
        """The reading grade, where it can be measured."""
        return grade_of(Draft(self.text.page))

    @cached_property
    def problems(self) -> list[tuple[str, str]]:
        """What keeps the text from the public: where, and what."""
        return [(place_of(problem), problem.message) for problem in blocking_problems(self.text.page)]

    @cached_property
    def decisions(self) -> list[ReviewDecision]:
        """What was decided on the article so far, the newest first."""
        return list(ReviewDecision.objects.filter(page_id=self.page.pk).defer("snapshot").order_by("-number"))

    @property
    def standing_approvals(self) -> set[int]:
        """The numbers of those approvals of which nothing later took back the text."""
        latest: dict[str, ReviewDecision] = {}
        for decision in self.decisions:
            if decision.outcome != ReviewDecision.Outcome.DECLINED:
                latest.setdefault(decision.digest, decision)
        return {decision.number for decision in latest.values() if decision.is_approval}

    @property
    def seen(self) -> int:
        """The number of the newest decision that the screen shows."""
        return self.decisions[0].number if self.decisions else 0

    @cached_property
    def notes(self) -> list[EditorialNote]:
        """Open comments of the editors."""
        return open_notes(self.text.page)

    @cached_property
    def waiting(self):
        """The step at which the draft waits for a reviewer, if it does."""
        return None if self.text.is_live else submission.waiting_state(self.page)

    @cached_property
    def declined(self) -> ReviewDecision | None:
        """The person's own decision to decline, if they took one."""
        return declined_by(self.user, [self.page.pk]).get(self.page.pk)

    @cached_property
    def may_withdraw(self) -> bool:
        """Whether the person may take an approval back."""
        return may_withdraw(self.user, self.page)

    @property
    def approve_label(self) -> str:
        """What the first button does."""
        if not self.text.is_live:
            return _("Approve and publish")
        if self.since and not self.since.parts:
            return _("Reviewed again, nothing to change")
        return _("Approve what readers see")

    @cached_property
    def why_not(self) -> list[str]:
        """Every reason why the person can't decide on this text; empty if they can."""
        if self.page.alias_of_id:
            return [_("This page is an alias: it shows the text of another one. Review its source.")]
        if not needs_review(self.text.page):
            return [_("A personal story is one person's opinion. It is never reviewed.")]
        reasons = list(why_not_decide(self.user, self.text.page))
        if not self.snapshot:
            reasons.append(_("Something that the text shows is gone, so that it can't be reviewed. Ask an editor."))
        if not self.text.is_live and submission.waits_for_somebody_else(self.page):
            reasons.append(_("The draft waits for an editor first."))
        return reasons
