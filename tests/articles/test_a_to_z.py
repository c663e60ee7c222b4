import pytest
from bs4 import BeautifulSoup
from wagtail.models import PageViewRestriction

from articles.models import ArticlePage, TopicIndexPage, TopicName, TopicPage
from tests.reviewing import add_live

BUDGET = 16


@pytest.fixture
def index(community):
    return community.root_page.add_child(instance=TopicIndexPage(title="A to Z", slug="a-to-z"))


def listed(client):
    response = client.get("/a-to-z/")
    assert response.status_code == 200
    main = BeautifulSoup(response.content, "html.parser").main
    return {
        part.h2.string: [" ".join(line.get_text(" ").split()).replace(" ,", ",") for line in part.find_all("li")]
        for part in main.find_all("section")
    }


def test_topics_stand_under_each_of_their_names(client, index, community):
    embolism = TopicPage(title="Pulmonary embolism", slug="pulmonary-embolism")
    embolism.names = [TopicName(name="PE", kind="short-form"), TopicName(name="Blood clot in the lung")]
    community.root_page.add_child(instance=embolism)
    found = listed(client)
    assert found["B"] == ["Blood clot in the lung, see Pulmonary embolism"]
    assert found["P"] == ["PE, see Pulmonary embolism", "Pulmonary embolism Topic"]
    links = BeautifulSoup(client.get("/a-to-z/").content, "html.parser").main.find_all("a", href="/pulmonary-embolism/")
    assert {link.string for link in links} == {"Pulmonary embolism"}


def test_articles_stand_beside_topics(client, index, article):
    assert listed(client) == {"M": ["Multiple myeloma Topic"], "W": ["When myeloma comes back"]}


def test_accents_fold_to_their_letter_and_digits_come_last(client, index, community, topic):
    for title in ("Ölbad", "5 questions", "Obesity", "Éclairs", "Zebra", "éa"):
        add_live(topic, ArticlePage(title=title))
    found = listed(client)
    assert list(found) == ["E", "M", "O", "Z", "0–9"]
    assert found["O"] == ["Obesity", "Ölbad"]
    assert found["E"] == ["éa", "Éclairs"]


def test_letters_lead_to_their_part(client, index, article):
    main = BeautifulSoup(client.get("/a-to-z/").content, "html.parser").main
    jumps = [link["href"].removeprefix("#") for link in main.find(class_="letters").find_all("a")]
    assert jumps == ["letter-m", "letter-w"]
    assert all(main.find(id=jump) for jump in jumps)


def test_drafts_private_pages_and_other_communities_are_not_listed(client, index, article, topic, other_community):
    topic.add_child(instance=ArticlePage(title="Draft", live=False))
    private = add_live(topic, ArticlePage(title="Private"))
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    other_community.root_page.add_child(instance=TopicPage(title="Migraine"))
    assert listed(client) == {"M": ["Multiple myeloma Topic"], "W": ["When myeloma comes back"]}


def test_queries_are_bounded_and_constant(
    client, index, topic, django_assert_num_queries, django_assert_max_num_queries
):
    add_live(topic, ArticlePage(title="One"))
    client.get("/a-to-z/")
    with django_assert_max_num_queries(BUDGET) as few:
        client.get("/a-to-z/")
    for number in range(15):
        hub = TopicPage(title=f"Topic {number}", names=[TopicName(name=f"Name {number}")])
        add_live(topic.get_parent().add_child(instance=hub), ArticlePage(title=f"Article {number}"))
    with django_assert_num_queries(len(few)):
        client.get("/a-to-z/")
