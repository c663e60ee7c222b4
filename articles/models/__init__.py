from articles.models.article import ArticleAuthor, ArticlePage, ArticleSource, ArticleTopic
from articles.models.contribution import Contribution
from articles.models.correction import CorrectionReport
from articles.models.credential import Credential, ReviewBoard
from articles.models.decision import ReviewDecision
from articles.models.glossary import GlossaryPage, GlossaryTerm
from articles.models.imported import ImportRecord, ImportRun
from articles.models.person import PeoplePage, PersonPage
from articles.models.reference import Reference
from articles.models.search import SearchEntry, SearchWord
from articles.models.standing import ReviewStanding
from articles.models.synonym import SynonymGroup
from articles.models.topic import TopicIndexPage, TopicName, TopicPage
from articles.models.upkeep import CoverageDay, ReviewReminder
from articles.models.workflow_tasks import EditorialApprovalTask, MedicalReviewTask

__all__ = [
    "ArticleAuthor",
    "ArticlePage",
    "ArticleSource",
    "ArticleTopic",
    "Contribution",
    "CorrectionReport",
    "CoverageDay",
    "Credential",
    "EditorialApprovalTask",
    "GlossaryPage",
    "GlossaryTerm",
    "ImportRecord",
    "ImportRun",
    "MedicalReviewTask",
    "PeoplePage",
    "PersonPage",
    "Reference",
    "ReviewBoard",
    "ReviewDecision",
    "ReviewReminder",
    "ReviewStanding",
    "SearchEntry",
    "SearchWord",
    "SynonymGroup",
    "TopicIndexPage",
    "TopicName",
    "TopicPage",
]
