import pytest
from django.core.management import call_command
from django.db import connection
from wagtail.models import Page

from articles.models import GlossaryTerm, SearchEntry, SearchWord, TopicName
from tests.articles.search.asking import FOR_WHAT_MATCHES, add_article, ask, titles

BUDGET = 15  # three of them tell which articles stand as reviewed


def test_a_name_that_is_added_on_its_own_is_found_at_once(client, topic):
    name = TopicName.objects.create(topic=topic, name="Kahler's disease")
    assert titles(ask(client, q="kahler")) == ["Multiple myeloma"]
    name.delete()
    assert titles(ask(client, q="kahler")) == []


@pytest.mark.parametrize("above", [False, True])
def test_topic_is_deleted_with_its_names_and_is_found_no_more(client, community, topic, above):
    TopicName.objects.create(topic=topic, name="Kahler's disease")
    deleted = community.root_page if above else topic
    Page.objects.get(pk=deleted.pk).delete()
    connection.check_constraints()
    assert not SearchEntry.objects.filter(title="Multiple myeloma").exists()


def test_a_term_is_found_until_it_is_deleted(client, community):
    term = GlossaryTerm.objects.create(
        term="remission", definition="Signs went away.", locale=community.root_page.locale
    )
    assert titles(ask(client, q="remission")) == ["remission"]
    term.delete()
    assert titles(ask(client, q="remission")) == []


def test_terms_of_another_community_are_not_found(client, community, other_community):
    GlossaryTerm.objects.create(
        term="aura", definition="Lights.", locale=community.root_page.locale, site=other_community
    )
    assert titles(ask(client, q="aura")) == []


def test_the_command_writes_everything_anew(client, article, capsys):
    SearchEntry.objects.all().delete()
    assert titles(ask(client, q="illness")) == []
    call_command("rebuild_search")
    assert titles(ask(client, q="illness")) == ["When myeloma comes back"]
    assert "2 entries" in capsys.readouterr().out


def test_the_command_changes_nothing_when_all_is_well(article):
    before = set(SearchWord.objects.values_list("entry__title", "folded"))
    call_command("rebuild_search")
    assert set(SearchWord.objects.values_list("entry__title", "folded")) == before


def test_queries_are_bounded_and_constant_in_the_number_of_results(
    client, community, topic, django_assert_max_num_queries, django_assert_num_queries
):
    add_article(topic, "Article", "fatigue")
    ask(client, q="fatigue")
    with django_assert_max_num_queries(BUDGET + FOR_WHAT_MATCHES) as few:
        ask(client, q="fatigue")
    for number in range(30):
        add_article(topic, f"Article {number}", "fatigue")
    with django_assert_num_queries(len(few)):
        ask(client, q="fatigue")
