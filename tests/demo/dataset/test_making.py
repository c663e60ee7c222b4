"""The data set for measuring: all that publishing, confirming and moderating would have stored."""

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from wagtail.models import Page

from articles.models import ArticlePage, ReviewDecision, TopicPage
from comments.models import Comment, Report, RulesAcceptance
from comments.models.comment import State
from consent.addresses import Address
from consent.models import Consent, Contact
from demo.dataset.people import address_of
from portal.ledger import triggers
from portal.ledger.proof import prove
from portal.ledger.tables import ledgers
from portal.page_cache import triggers as change_triggers
from tests.demo.dataset.conftest import SIZES

pytestmark = [pytest.mark.usefixtures("demo_site"), pytest.mark.django_db]


def of_the_set():
    """The articles of the data set, in their order."""
    return ArticlePage.objects.filter(slug__startswith="text-").order_by("pk")


def comments_of_the_set():
    """Its comments."""
    return Comment.objects.filter(nonce__startswith="data-set-").order_by("pk")


def test_there_are_as_many_of_each_as_were_asked_for():
    assert of_the_set().live().count() == SIZES.articles
    assert comments_of_the_set().count() == SIZES.comments
    decisions = ReviewDecision.objects.exclude(page_id__in=ArticlePage.objects.exclude(slug__startswith="text-"))
    assert decisions.count() == SIZES.decisions
    found = [Contact.objects.of(Address.stored(address_of(number))).get() for number in range(SIZES.contacts)]
    assert Consent.objects.given().filter(contact__in=found).count() == SIZES.contacts


def test_every_ledger_can_be_proved_and_is_guarded_again():
    assert {model._meta.label: prove(model).fault for model in ledgers()} == dict.fromkeys(
        [model._meta.label for model in ledgers()]
    )
    assert triggers.missing(connection) == []
    assert change_triggers.are_there(connection)


def test_the_tree_of_pages_is_whole():
    assert Page.find_problems() == ([], [], [], [], [])
    topics = TopicPage.objects.filter(slug__startswith="data-set-")
    assert sum(topic.get_children().count() for topic in topics) == SIZES.articles


def test_what_is_written_afterwards_gets_numbers_of_its_own():
    topic = TopicPage.objects.get(slug="data-set-1")
    page = topic.add_child(instance=ArticlePage(title="Later", slug="later", kind=ArticlePage.Kind.STORY))
    page.save_revision().publish()
    assert prove(ledgers()[0]).fault is None
    assert page.pk > of_the_set().last().pk
    assert topic.get_children().count() == 2


def test_comments_stand_in_every_usual_state_and_some_are_reported():
    states = list(comments_of_the_set().values_list("state", flat=True))
    assert states.count(State.PENDING) == 3
    assert states.count(State.REJECTED) == 2
    assert states.count(State.PUBLISHED) == 55
    assert Report.objects.filter(comment__in=comments_of_the_set()).count() == 1
    assert RulesAcceptance.objects.filter(comment__in=comments_of_the_set()).count() == SIZES.comments


def test_a_second_set_is_refused_in_words_and_changes_nothing():
    before = ArticlePage.objects.count(), Comment.objects.count()
    with pytest.raises(CommandError, match=r"already there: .* Nothing was changed"):
        call_command("make_dataset", "--articles=5", "--comments=5")
    assert (ArticlePage.objects.count(), Comment.objects.count()) == before


def test_it_is_refused_outside_of_a_demonstration(settings):
    settings.DEMO = False
    with pytest.raises(CommandError, match="demonstration alone"):
        call_command("make_dataset")


@pytest.mark.parametrize("arguments", [["--articles=0"], ["--comments=-1"], ["--articles=10", "--decisions=9"]])
def test_sizes_that_make_no_sense_are_refused_in_words(arguments):
    with pytest.raises(CommandError, match=r"at least one article|fewer decisions"):
        call_command("make_dataset", *arguments)
