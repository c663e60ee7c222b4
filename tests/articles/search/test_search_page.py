import pytest
from django.utils.html import escape
from wagtail.models import PageViewRestriction

from articles.models import (
    ArticleTopic,
    GlossaryTerm,
    PeoplePage,
    PersonPage,
    Reference,
    SynonymGroup,
    TopicName,
    TopicPage,
)
from portal.models import StandardPage
from tests.articles.search.asking import add_article, ask, titles
from tests.reviewing import save_and_publish


def test_reader_finds_an_article_by_a_word_of_its_text(client, article):
    assert titles(ask(client, q="illness")) == ["When myeloma comes back"]


def test_words_are_found_whatever_their_case_accents_and_endings(client, topic):
    add_article(topic, "Dry eyes", "Sjögren's syndrome often comes with sleeping badly.")
    for query in ("SJOGREN", "sjögren’s", "Sjogren syndromes", "sleep", "sleeps badly"):
        assert titles(ask(client, q=query)) == ["Dry eyes"], query


def test_every_kind_of_page_is_found(client, community, topic, article):
    home = community.root_page
    people = home.add_child(instance=PeoplePage(title="People"))
    people.add_child(instance=PersonPage(title="Ida Quartz", position="Consultant in zebra medicine"))
    home.add_child(instance=StandardPage(title="About", body="<p>Paid for by zebra lovers.</p>"))
    home.add_child(instance=TopicPage(title="Zebra disease"))
    add_article(topic, "Stripes", "A zebra came.", kind="story")
    GlossaryTerm.objects.create(term="zebra", definition="A rare illness.", locale=home.locale)
    response = ask(client, q="zebra")
    assert {hit.kind for hit in response.context["hits"]} == {
        "Topic", "Personal story", "Glossary", "Author or reviewer", "About this site"
    }  # fmt: skip


def test_drafts_private_pages_and_other_communities_are_not_found(client, community, topic, article, other_community):
    add_article(topic, "Draft", "illness", live=False)
    private = add_article(topic, "Private", "illness")
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    private.create_alias(parent=community.root_page, update_slug="alias")
    elsewhere = other_community.root_page.add_child(instance=TopicPage(title="Migraine"))
    add_article(elsewhere, "Elsewhere", "illness")
    assert titles(ask(client, q="illness")) == ["When myeloma comes back"]


def test_a_draft_of_a_live_page_is_not_found(client, article):
    article.summary = "Something about quokkas."
    article.save_revision()
    assert titles(ask(client, q="quokkas")) == []
    save_and_publish(article)
    assert titles(ask(client, q="quokkas")) == ["When myeloma comes back"]


def test_what_is_unpublished_or_deleted_is_found_no_more(client, article):
    article.unpublish()
    assert titles(ask(client, q="illness")) == []
    save_and_publish(article)
    assert titles(ask(client, q="illness")) == ["When myeloma comes back"]
    article.delete()
    assert titles(ask(client, q="illness")) == []


def test_exact_title_stands_first_then_topics_then_titles_with_all_words(client, topic):
    add_article(topic, "Living well", *["Multiple myeloma. " * 30])
    add_article(topic, "Food in multiple myeloma", "Eat what you like.")
    assert titles(ask(client, q="multiple myeloma")) == ["Multiple myeloma", "Food in multiple myeloma", "Living well"]


def test_a_name_of_a_topic_counts_like_its_title(client, community, topic):
    hub = TopicPage(title="Pulmonary embolism", names=[TopicName(name="Blood clot in the lung")])
    community.root_page.add_child(instance=hub)
    add_article(topic, "Blood clot in the lung: a story", "It hurt.")
    assert titles(ask(client, q="blood clot in the lung"))[0] == "Pulmonary embolism"


def test_a_page_that_speaks_of_it_often_stands_before_one_that_mentions_it(client, topic):
    filler = "Other things happen as well. " * 20
    add_article(topic, "Mentions it", f"Fatigue. {filler}")
    add_article(topic, "Speaks of it", f"Fatigue. {filler} Fatigue. Fatigue. Fatigue.")
    add_article(topic, "Mentions it again", f"Fatigue. {filler}")
    assert titles(ask(client, q="fatigue"))[0] == "Speaks of it"


def test_snippets_mark_the_words_and_hold_no_markup_or_tokens(client, topic):
    Reference.objects.create(key="moreau-2021", title="Treatment of relapse")
    add_article(
        topic,
        "Tests",
        "Filler words. " * 50,
        "Then <b>fatigue</b> &amp; &lt;pain&gt;[[ref:moreau-2021]] came [[ref:1]]",
        kind="story",
    )
    content = ask(client, q="fatigue pain").content.decode()
    assert "<mark>fatigue</mark> &amp; &lt;<mark>pain</mark>&gt; came" in content
    assert "ref:" not in content


def test_a_synonym_is_marked_whole_and_what_was_typed_everywhere(client, topic):
    SynonymGroup.objects.create(phrases="RRMM\nrelapsed and refractory myeloma")
    add_article(topic, "Tests", "Relapsed and refractory myeloma, and pain. Myeloma and more. RRMM.")
    content = ask(client, q="rrmm pain").content.decode()
    phrase = "<mark>Relapsed</mark> <mark>and</mark> <mark>refractory</mark> <mark>myeloma</mark>"
    assert f"{phrase}, and <mark>pain</mark>. Myeloma and more. <mark>RRMM</mark>." in content


def test_reader_narrows_by_topic_and_kind(client, community, topic):
    anaemia = community.root_page.add_child(instance=TopicPage(title="Anaemia", slug="anaemia"))
    add_article(topic, "Tired one", "fatigue")
    both = add_article(topic, "Tired two", "fatigue", kind="story")
    ArticleTopic.objects.create(article=both, topic=anaemia)
    add_article(anaemia, "Tired three", "fatigue")
    assert set(titles(ask(client, q="fatigue", topic="anaemia"))) == {"Tired two", "Tired three"}
    assert titles(ask(client, q="fatigue", topic="anaemia", kind="story")) == ["Tired two"]
    choices = ask(client, q="fatigue").context["results"].topics
    assert [(choice.label, choice.count) for choice in choices] == [("Anaemia", 2), ("Multiple myeloma", 2)]


def test_results_come_twenty_a_page_and_every_result_once(client, topic):
    for number in range(45):
        add_article(topic, f"Article {number}", "fatigue")
    pages = [titles(ask(client, q="fatigue", page=number)) for number in (1, 2, 3)]
    assert [len(page) for page in pages] == [20, 20, 5]
    assert len({title for page in pages for title in page}) == 45


@pytest.mark.parametrize("number", ["0", "-1", "99", "x", "", "1e9", "٣", "9" * 5000, "\x00"])
def test_a_page_that_does_not_exist_is_answered_with_a_sentence(client, article, number):
    response = ask(client, q="illness", page=number)
    assert titles(response) == ["When myeloma comes back"]
    assert "There is no such page of results" in response.content.decode()


NASTY = [
    *(
        '"',
        "'",
        '"unclosed',
        "a AND",
        "NOT NEAR(",
        "title:x",
        "*",
        "^",
        "-",
        "a* OR b*",
        "{body} : x",
        "&|!:*",
        "' & '",
    ),
    *("%", "100%s", "%(x)s", "\\", "((()))", "\x00", "a\x00b", "_", "<script>alert(1)</script>"),
    *("🧠", "e\u0301", "ﬁ", "½", "中文", "’s", "a" * 10_000, "word " * 2_000, "WHAT IS IT", "the"),
]


@pytest.mark.parametrize("query", NASTY)
def test_no_query_however_nasty_breaks_the_page(client, article, query):
    for field in ("q", "topic", "kind", "page"):
        response = ask(client, **{"q": "illness", field: query})
        assert "<script>alert" not in response.content.decode()


def test_what_was_typed_is_shown_again_escaped(client, article):
    assert escape('"<b>quokka') in ask(client, q='"<b>quokka').content.decode()


def test_invalid_bytes_do_not_break_the_page(client, article):
    assert client.get("/search/?q=%ff%fe%ED%A0%80&page=%ff").status_code == 200


def test_page_without_a_query_leads_to_topics(client, article):
    content = ask(client).content.decode()
    assert 'href="/multiple-myeloma/"' in content
    assert "result" not in content


def test_page_without_a_result_says_so_and_leads_on(client, article):
    content = ask(client, q="quokka").content.decode()
    assert "Nothing found" in content
    assert 'href="/multiple-myeloma/"' in content


def test_pages_with_some_of_the_words_are_offered_when_none_has_all(client, article):
    response = ask(client, q="illness quokka")
    assert titles(response) == ["When myeloma comes back"]
    assert "No page has all of these words" in response.content.decode()


def test_everyday_words_are_not_asked_for(client, article):
    assert titles(ask(client, q="what is the illness about?")) == ["When myeloma comes back"]


def test_search_sets_no_cookie_and_does_not_vary_by_one(client, article):
    response = ask(client, q="illness")
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")


def test_search_in_another_language_finds_that_language_only(client, article, spanish_article):
    response = client.get("/es/search/", {"q": "mieloma"})
    assert set(titles(response)) == {"Cuando vuelve el mieloma", "Mieloma múltiple"}
    assert response["Content-Language"] == "es"
    assert titles(ask(client, q="vuelve mieloma", exact="1")) == []


def test_a_language_without_pages_is_answered_with_those_there_are(client, article):
    response = client.get("/de/search/", {"q": "illness"})
    assert titles(response) == ["When myeloma comes back"]
