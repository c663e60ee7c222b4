"""What articles hold of people: authors, reviewers and editors, who are staff and publish under their names. A reader
is nowhere in it: a report of an error holds no address and says not who wrote it.
"""

from django.utils.translation import gettext_lazy as _

from articles import models
from consent.addresses import Address
from consent.models import Contact
from consent.register.personal_data import PersonalData, Row, declare, holds_nothing
from portal.models import User

WORK = _("The work agreed on (GDPR, article 6 (1) (b))")
PUBLISHED = _("It is published with consent, and an editor takes it down.")


def _accounts(address: Address) -> list[int]:
    return list(User.objects.filter(email__iexact=str(address)).values_list("pk", flat=True))


def people(address: Address, _contacts: list[Contact]) -> list[Row]:
    """Public pages of people."""
    wanted = models.PersonPage.objects.filter(user__in=_accounts(address))
    return [{"name": each.title, "page": each.full_url or "", "deleted_on": None} for each in wanted]


def credentials(address: Address, _contacts: list[Contact]) -> list[Row]:
    """Qualifications of reviewers."""
    wanted = models.Credential.objects.filter(user__in=_accounts(address))
    return [
        {"title": each.title, "licence": each.licence, "speciality": each.speciality, "deleted_on": None}
        for each in wanted
    ]


def decisions(address: Address, _contacts: list[Contact]) -> list[Row]:
    """Medical reviews that somebody signed."""
    wanted = models.ReviewDecision.objects.filter(reviewer_id__in=_accounts(address)).order_by("number")
    return [
        {"entry": each.number, "what": each.get_outcome_display(), "page": each.page_title, "when": each.recorded_at}
        | {"deleted_on": None}
        for each in wanted
    ]


def contributions(address: Address, _contacts: list[Contact]) -> list[Row]:
    """Drafts that somebody saved."""
    wanted = models.Contribution.objects.filter(user_id__in=_accounts(address)).order_by("number")
    return [{"entry": each.number, "when": each.recorded_at, "deleted_on": None} for each in wanted]


declare(
    PersonalData(
        model=models.PersonPage,
        what=_("Public pages of authors and reviewers"),
        why=_("So that readers know who wrote and who checked"),
        basis=WORK,
        how_long=_("Until an editor takes the page down"),
        exporter=people,
        stays=PUBLISHED,
    )
)
declare(
    PersonalData(
        model=models.Credential,
        what=_("Qualifications of medical reviewers"),
        why=_("Nobody may approve a text without one"),
        basis=WORK,
        how_long=_("As long as the account"),
        exporter=credentials,
        stays=_("It goes with the account of the member of staff."),
    )
)
declare(
    PersonalData(
        model=models.ReviewDecision,
        what=_("Medical reviews, with the reviewer’s name"),
        why=_("To prove who approved which text"),
        basis=WORK,
        how_long=_("For good"),
        exporter=decisions,
        stays=_("A review can be proved only while its record is whole."),
    )
)
declare(
    PersonalData(
        model=models.Contribution,
        what=_("Who worked on which text"),
        why=_("Nobody may approve what they helped to write"),
        basis=WORK,
        how_long=_("For good"),
        exporter=contributions,
        stays=_("A review can be proved only while its record is whole."),
    )
)
holds_nothing(
    "articles.ArticleAuthor",
    "articles.ArticlePage",
    "articles.ArticleSource",
    "articles.ArticleTopic",
    "articles.CorrectionReport",
    "articles.CoverageDay",
    "articles.EditorialApprovalTask",
    "articles.GlossaryPage",
    "articles.GlossaryTerm",
    "articles.ImportRecord",
    "articles.ImportRun",
    "articles.MedicalReviewTask",
    "articles.PeoplePage",
    "articles.Reference",
    "articles.ReviewStanding",
    "articles.ReviewBoard",
    "articles.ReviewReminder",
    "articles.SearchEntry",
    "articles.SearchWord",
    "articles.SynonymGroup",
    "articles.TopicIndexPage",
    "articles.TopicName",
    "articles.TopicPage",
)
