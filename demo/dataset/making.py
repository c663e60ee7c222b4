"""Makes the data set: whole or not at all, beside the demonstration and once.

Ledgers and kept pages are guarded by triggers of the database. Those of the ledgers are lifted within the one
transaction in which everything is written, since a head moves on by many entries at once; those that note changes
would note each row, and one note that everything changed says the same.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, models, transaction
from django.utils import timezone
from wagtail.models import Page

from articles.models import ArticlePage, TopicPage
from comments.models import Comment
from consent.models import Contact
from demo.dataset.articles import Articles, add_topics, highest_id
from demo.dataset.comments import Comments
from demo.dataset.people import People
from demo.dataset.reviews import Reviews, gone_pages
from demo.dataset.scene import Progress, Say, Scene, Sizes
from portal.ledger import triggers as ledger_triggers
from portal.page_cache import triggers as change_triggers

FIRST_TOPIC = "data-set-1"
CACHE = 400_000  # KiB of SQLite's memory meanwhile


def standing() -> tuple[int, int, int] | None:
    """How many articles, comments and contacts there are, if the data set was made here; None if not."""
    if not TopicPage.objects.filter(slug=FIRST_TOPIC).exists():
        return None
    return ArticlePage.objects.count(), Comment.objects.count(), Contact.objects.count()


def make(sizes: Sizes, *, seed: int, say: Say) -> None:
    """Makes everything in a database that holds the demonstration and no data set."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA cache_size=-{CACHE}")
    scene = Scene(sizes, seed, timezone.now(), Progress(say))
    with transaction.atomic(), _unguarded():
        _without_time_limit()
        add_topics(scene)
        _fill(scene)
        _count_on()
    say("Letting the database look at what it holds ...")
    with transaction.atomic(), connection.cursor() as cursor:
        _without_time_limit()
        cursor.execute("ANALYZE")


def _fill(scene: Scene) -> None:
    sizes, reviews = scene.sizes, Reviews(scene)
    gone = max(0, sizes.decisions - sizes.articles)
    first_gone = highest_id(Page) + 1
    articles = Articles(scene, first_gone + gone_pages(gone))
    reviews.remember_gone(articles.usual, first_gone, gone)
    articles.write(reviews)
    reviews.close()
    people = People(scene)
    people.write()
    if sizes.comments:
        Comments(scene, articles, people).write()


@contextmanager
def _unguarded() -> Iterator[None]:
    _settle()
    change_triggers.remove(connection)
    with ledger_triggers.lifted(connection):
        yield
        _settle()
    change_triggers.install(connection)
    change_triggers.note_everything(connection)


def _settle() -> None:
    """Lets PostgreSQL check what it left for the end: it changes no triggers of a table before that."""
    if connection.vendor == "postgresql":
        connection.check_constraints()


def _without_time_limit() -> None:
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL statement_timeout = 0")


def _count_on() -> None:
    """The next row of each table gets the id after the highest one."""
    counted = [
        model for model in apps.get_models() if isinstance(model._meta.pk, models.AutoField | models.BigAutoField)
    ]
    with connection.cursor() as cursor:
        for sql in connection.ops.sequence_reset_sql(no_style(), counted):
            cursor.execute(sql)
