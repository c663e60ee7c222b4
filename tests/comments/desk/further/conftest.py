"""A desk with something on every screen."""

from dataclasses import dataclass

import pytest

from comments.models import Appeal, Comment, Commenter, CommenterNote, CrisisCase, HelpLine, Report, Sanction
from comments.models.comment import State
from comments.models.settings import ConversationSettings
from comments.rules.appealing import open_appeal
from comments.rules.authoring import rewrite
from comments.rules.commenters import add_note
from comments.rules.entering import keep_findings
from comments.rules.sanctions_imposing import impose
from comments.screening.detector import Found
from tests.comments.rules.test_hearing_reports import a_report
from tests.comments.rules.test_sanctioning import REASON
from tests.conversing import a_comment, a_moderator, fresh

WORDS = "I wrote about myself alone. Please read it again."


@dataclass
class Desk:
    """One of everything."""

    published: Comment
    appeal: Appeal
    report: Report
    case: CrisisCase
    commenter: Commenter
    sanction: Sanction
    note: CommenterNote


def a_case(comment) -> CrisisCase:
    """A case that words of danger opened."""
    keep_findings(comment, [Found("crisis", 0, 4, "For a test", "alarming", 1)])
    return CrisisCase.objects.get(comment=comment)


@pytest.fixture
def desk(article):
    """One of everything under the article."""
    return a_desk(article)


def a_desk(article) -> Desk:
    """Anna's published, reported comment with a finding; Berta's appeal; Carl in danger; a note and a sanction."""
    mona = a_moderator()
    published = a_comment(article, state=State.PUBLISHED, text="What helped me was to write a list.\n\nAnd a walk.")
    rewrite(published.pk, "What helped me was to write a long list.", revision=1)
    published = fresh(published)
    keep_findings(published, [Found("dosage", 0, 4, "A dose is named", "doses", 2)])
    rejected = a_comment(article, state=State.REJECTED, text="Buy my tea!", address="berta@example.org", name="Berta")
    alarming = a_comment(article, text="I can’t go on.", address="carl@example.org", name="Carl")
    case = a_case(alarming)
    settings = ConversationSettings.for_site(article.get_site())
    settings.country = "DE"
    settings.save()
    HelpLine.objects.create(settings=settings, country="DE", name="Telefonseelsorge", phone="0800 1110111")
    commenter = published.commenter
    return Desk(
        published=published,
        appeal=open_appeal(rejected.pk, WORDS),
        report=a_report(published, words="She is not a doctor."),
        case=case,
        commenter=commenter,
        sanction=impose(commenter.pk, "moderated", rule_code="kind", reason=REASON, days=7, by=mona),
        note=add_note(commenter.pk, "She is new here.", by=mona),
    )
