import pytest

from articles.models import SynonymGroup, TopicName, TopicPage
from tests.articles.search.asking import add_article, ask, titles


@pytest.fixture
def heart(community):
    return community.root_page.add_child(instance=TopicPage(title="Heart", slug="heart"))


def test_heart_attack_finds_myocardial_infarction(client, heart):
    SynonymGroup.objects.create(phrases="heart attack\nmyocardial infarction")
    add_article(heart, "After the hospital", "Life after a myocardial infarction.")
    response = ask(client, q="heart attack")
    assert titles(response) == ["After the hospital"]
    content = response.content.decode()
    assert "Also searched for: myocardial infarction" in content
    assert "<mark>myocardial</mark> <mark>infarction</mark>" in content


def test_names_of_a_topic_are_synonyms_without_being_entered(client, community, topic):
    hub = TopicPage(
        title="Relapsed refractory multiple myeloma",
        names=[TopicName(name="RRMM", kind="short-form"), TopicName(name="Myeloma that came back")],
    )
    community.root_page.add_child(instance=hub)
    add_article(topic, "What comes next", "Treatment options in relapsed refractory multiple myeloma.")
    add_article(topic, "Something else", "Treatment options in multiple myeloma.")
    for query in ("RRMM treatment options", "rrmm", "treatment options myeloma that came back"):
        assert "What comes next" in titles(ask(client, q=query)), query
        assert "Something else" not in titles(ask(client, q=query)), query


def test_phrases_are_matched_whole_folded_and_several_in_one_query(client, heart):
    SynonymGroup.objects.create(phrases="heart attack\nmyocardial infarction")
    SynonymGroup.objects.create(phrases="blood thinner\nanticoagulant\nBlutverdünner")
    add_article(heart, "Both", "An anticoagulant after a myocardial infarction.")
    add_article(heart, "Scattered", "A myocardial problem, an infarction elsewhere, an anticoagulant.")
    assert titles(ask(client, q="BLOOD thinners and heart attacks")) == ["Both"]
    assert set(titles(ask(client, q="blutverdunner"))) == {"Both", "Scattered"}
    assert ask(client, q="attack").context["found"].also_searched == []


def test_a_change_of_synonyms_holds_at_once(client, heart):
    add_article(heart, "After the hospital", "Life after a myocardial infarction.")
    assert titles(ask(client, q="heart attack")) == ["Heart"]
    group = SynonymGroup.objects.create(phrases="heart attack\nmyocardial infarction")
    assert titles(ask(client, q="heart attack")) == ["After the hospital"]
    group.delete()
    assert titles(ask(client, q="heart attack")) == ["Heart"]


def test_a_short_form_that_is_a_common_word_counts_in_capitals_only(client, topic):
    SynonymGroup.objects.create(phrases="ALL\nacute lymphoblastic leukaemia")
    add_article(topic, "Leukaemia", "Acute lymphoblastic leukaemia in adults.")
    assert titles(ask(client, q="ALL")) == ["Leukaemia"]
    assert ask(client, q="all adults").context["found"].also_searched == []


def test_a_group_of_very_many_phrases_is_bounded(client, topic):
    SynonymGroup.objects.create(phrases="\n".join(f"name number {n}" for n in range(500)))
    assert len(ask(client, q="name number 7").context["found"].also_searched) == 12


def test_names_of_another_community_or_of_a_draft_topic_are_no_synonyms(client, community, topic, other_community):
    other_community.root_page.add_child(instance=TopicPage(title="Migraine", names=[TopicName(name="sick headache")]))
    community.root_page.add_child(instance=TopicPage(title="Draft", names=[TopicName(name="sick draft")], live=False))
    assert ask(client, q="sick headache").context["found"].also_searched == []
    assert ask(client, q="sick draft").context["found"].also_searched == []
