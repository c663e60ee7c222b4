import json

import pytest
from bs4 import BeautifulSoup

from articles.models import (
    ArticleAuthor,
    GlossaryPage,
    GlossaryTerm,
    PeoplePage,
    PersonPage,
    Reference,
    TopicIndexPage,
    TopicName,
    TopicPage,
)
from portal.models import StandardPage
from tests.reviewing import save_and_publish


def graph(client, address):
    response = client.get(address)
    assert response.status_code == 200
    script = BeautifulSoup(response.content, "html.parser").find("script", type="application/ld+json")
    data = json.loads(script.string)
    assert data["@context"] == "https://schema.org"
    return data["@graph"]


def node(nodes, type_):
    found = [each for each in nodes if type_ in ([each["@type"]] if isinstance(each["@type"], str) else each["@type"])]
    assert len(found) == 1, (type_, nodes)
    return found[0]


def types(nodes):
    listed = (each["@type"] for each in nodes)
    return {type_ for each in listed for type_ in ([each] if isinstance(each, str) else each)}


@pytest.fixture
def person(community):
    people = community.root_page.add_child(instance=PeoplePage(title="People", slug="people"))
    return people.add_child(
        instance=PersonPage(title="Ida Quartz", slug="ida", credentials="MD, PhD", position="Haematologist")
    )


@pytest.fixture
def cited_article(article, topic, person):
    Reference.objects.create(
        key="moreau-2021", title="Treatment of myeloma", authors="Moreau P, Kumar SK.", source="Lancet Oncol",
        year=2021, doi="10.1016/S1470-2045(20)30756-7", pmid="33516285",
    )  # fmt: skip
    Reference.objects.create(key="leaflet", type="leaflet", title="A leaflet", source="Example Society")
    TopicName.objects.create(topic=topic, name="Kahler's disease")
    article.body = [{"type": "text", "value": "<p>Active again.[[ref:moreau-2021]] More.[[ref:leaflet]]</p>"}]
    article.article_authors = [ArticleAuthor(person=person)]
    save_and_publish(article)
    return article


def test_information_is_a_medical_web_page_around_an_article(client, cited_article):
    nodes = graph(client, "/multiple-myeloma/relapse/")
    page, article = node(nodes, "MedicalWebPage"), node(nodes, "Article")
    assert page["mainEntity"] == {"@id": article["@id"]}
    assert article["mainEntityOfPage"] == {"@id": page["@id"]}
    assert page["url"] == "http://testserver/multiple-myeloma/relapse/"
    assert page["audience"] == {"@type": "Patient"}
    assert article["headline"] == "When myeloma comes back"
    assert article["inLanguage"] == "en"
    assert article["datePublished"].endswith(("+01:00", "+02:00"))
    assert node(nodes, "WebSite")["@id"] == page["isPartOf"]["@id"]
    publisher = node(nodes, "Organization")
    assert publisher["name"] == "Example Health Press"
    assert article["publisher"] == {"@id": publisher["@id"]}
    steps = node(nodes, "BreadcrumbList")["itemListElement"]
    assert [step["name"] for step in steps] == [
        "Blood Cancer Community", "Multiple myeloma", "When myeloma comes back",
    ]  # fmt: skip


def test_article_is_about_the_condition_with_all_its_names(client, cited_article):
    nodes = graph(client, "/multiple-myeloma/relapse/")
    condition = node(nodes, "MedicalCondition")
    assert condition["name"] == "Multiple myeloma"
    assert condition["alternateName"] == ["Kahler's disease"]
    assert node(nodes, "MedicalWebPage")["about"] == [{"@id": condition["@id"]}]


def test_authors_are_people_with_address_and_credentials(client, cited_article):
    (author,) = node(graph(client, "/multiple-myeloma/relapse/"), "Article")["author"]
    assert author["name"] == "Ida Quartz"
    assert author["url"] == "http://testserver/people/ida/"
    assert author["honorificSuffix"] == "MD, PhD"


def test_cited_sources_stand_in_order_with_their_identifiers(client, cited_article):
    journal, leaflet = node(graph(client, "/multiple-myeloma/relapse/"), "Article")["citation"]
    assert journal["@type"] == "ScholarlyArticle"
    assert {"@type": "PropertyValue", "propertyID": "DOI", "value": "10.1016/S1470-2045(20)30756-7"} in journal[
        "identifier"
    ]
    assert "https://doi.org/10.1016/S1470-2045(20)30756-7" in journal["sameAs"]
    assert leaflet["@type"] == "CreativeWork"
    assert "identifier" not in leaflet


def test_a_personal_story_is_never_medical(client, cited_article):
    cited_article.kind = "story"
    save_and_publish(cited_article)
    response = client.get("/multiple-myeloma/relapse/")
    script = BeautifulSoup(response.content, "html.parser").find("script", type="application/ld+json").string
    assert "Medical" not in script
    nodes = graph(client, "/multiple-myeloma/relapse/")
    assert node(nodes, "WebPage")["mainEntity"] == {"@id": node(nodes, "Article")["@id"]}


def test_nothing_but_an_article_claims_a_medical_review(client, cited_article, person):
    for address in ("/multiple-myeloma/", "/people/ida/", "/"):
        content = client.get(address).content.decode()
        for claim in ("reviewedBy", "lastReviewed"):
            assert claim not in content


def test_a_person_has_a_profile(client, person):
    nodes = graph(client, "/people/ida/")
    assert node(nodes, "ProfilePage")["mainEntity"] == {"@id": node(nodes, "Person")["@id"]}
    assert node(nodes, "Person")["jobTitle"] == "Haematologist"


def test_home_says_how_to_search(client, community):
    action = node(graph(client, "/"), "WebSite")["potentialAction"]
    assert action["target"]["urlTemplate"] == "http://testserver/search/?q={search_term_string}"


def test_topic_glossary_and_other_pages_say_what_they_are(client, community, topic):
    home = community.root_page
    home.add_child(instance=GlossaryPage(title="Glossary", slug="glossary"))
    home.add_child(instance=TopicIndexPage(title="A to Z", slug="a-to-z"))
    home.add_child(instance=StandardPage(title="About us", slug="about", role="about", body="<p>x</p>"))
    GlossaryTerm.objects.create(term="remission", definition="Signs went away.", locale=home.locale)
    assert types(graph(client, "/multiple-myeloma/")) >= {"CollectionPage", "MedicalWebPage", "MedicalCondition"}
    terms = node(graph(client, "/glossary/"), "DefinedTermSet")["hasDefinedTerm"]
    assert [(term["name"], term["description"]) for term in terms] == [("remission", "Signs went away.")]
    assert "AboutPage" in types(graph(client, "/about/"))


def test_a_title_can_not_break_out_of_the_script(client, article):
    article.title = "</script><script>alert(1)</script><!-- & ]]>"
    save_and_publish(article)
    content = client.get("/multiple-myeloma/relapse/").content.decode()
    assert "<script>alert" not in content
    assert node(graph(client, "/multiple-myeloma/relapse/"), "Article")["headline"] == article.title


def test_translated_article_speaks_its_language(client, spanish_article):
    nodes = graph(client, "/es/mieloma-multiple/recaida/")
    assert node(nodes, "Article")["inLanguage"] == "es"
    assert node(nodes, "WebSite")["url"] == "http://testserver/es/"
    assert [step["name"] for step in node(nodes, "BreadcrumbList")["itemListElement"]][1] == "Mieloma múltiple"


def test_an_article_asks_no_more_than_seventeen_times(client, cited_article, django_assert_max_num_queries):
    client.get("/multiple-myeloma/relapse/")
    with django_assert_max_num_queries(17):  # two of them for the review
        client.get("/multiple-myeloma/relapse/")


@pytest.mark.parametrize(
    ("about", "type_"),
    [
        (TopicPage.Subject.CONDITION, "MedicalCondition"),
        (TopicPage.Subject.TREATMENT, "MedicalTherapy"),
        (TopicPage.Subject.TEST, "MedicalTest"),
        (TopicPage.Subject.OTHER, "Thing"),
    ],
)
def test_topic_is_called_what_it_is_on_its_hub_and_in_articles(client, cited_article, topic, about, type_):
    topic.subject = about
    topic.save_revision().publish()
    for address in ("/multiple-myeloma/", "/multiple-myeloma/relapse/"):
        nodes = graph(client, address)
        assert node(nodes, type_)["@id"] == "http://testserver/multiple-myeloma/#subject"
        page = next(each for each in nodes if "MedicalWebPage" in each["@type"])
        assert "#subject" in str(page["about"])
