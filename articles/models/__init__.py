from articles.models.article import ArticleAuthor, ArticlePage, ArticleSource, ArticleTopic
from articles.models.glossary import GlossaryPage, GlossaryTerm
from articles.models.imported import ImportRecord, ImportRun
from articles.models.person import PeoplePage, PersonPage
from articles.models.reference import Reference
from articles.models.search import SearchEntry, SearchWord
from articles.models.synonym import SynonymGroup
from articles.models.topic import TopicIndexPage, TopicName, TopicPage

__all__ = [
    "ArticleAuthor",
    "ArticlePage",
    "ArticleSource",
    "ArticleTopic",
    "GlossaryPage",
    "GlossaryTerm",
    "ImportRecord",
    "ImportRun",
    "PeoplePage",
    "PersonPage",
    "Reference",
    "SearchEntry",
    "SearchWord",
    "SynonymGroup",
    "TopicIndexPage",
    "TopicName",
    "TopicPage",
]
