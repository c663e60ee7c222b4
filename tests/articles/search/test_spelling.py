import pytest
from wagtail.models import PageViewRestriction

from articles.models import SynonymGroup
from articles.search.spelling import one_typo_away
from tests.articles.search.asking import add_article, ask, titles
from tests.reviewing import save_and_publish


@pytest.mark.parametrize("typo", ["mieloma", "myelloma", "myeoma", "yeloma", "myleoma", "myelomas"])
def test_one_typo_is_forgiven(client, topic, typo):
    add_article(topic, "Tests", "Blood tests in myeloma.")
    assert "Tests" in titles(ask(client, q=f"{typo} tests"))


def test_two_typos_in_one_word_are_not(client, topic):
    add_article(topic, "Tests", "Blood counts in myeloma.")
    assert titles(ask(client, q="mielomma")) == []


def test_page_says_what_was_corrected_and_offers_the_exact_words(client, topic):
    add_article(topic, "Tests", "Blood tests in myeloma.")
    content = " ".join(ask(client, q="mieloma").content.decode().split())
    assert "Showing results for <strong>myeloma</strong> instead of mieloma." in content
    assert 'href="?q=mieloma&amp;exact=1"' in content
    exact = ask(client, q="mieloma", exact="1")
    assert titles(exact) == []
    assert "Nothing found" in exact.content.decode()


def test_a_rare_word_that_some_page_has_is_no_typo(client, topic):
    add_article(topic, "Common", "myeloma myeloma")
    add_article(topic, "Rare", "mieloma")
    response = ask(client, q="mieloma")
    assert titles(response) == ["Rare"]
    assert response.context["found"].correction is None


def test_accents_stand_in_the_suggestion_as_they_were_written(client, topic):
    add_article(topic, "Dry", "Sjögren described it.")
    assert ask(client, q="sjogrem").context["found"].correction.shown == "sjögren"


def test_numbers_and_short_words_are_left_alone(client, topic):
    add_article(topic, "Dose", "Take 25 mg at ten.")
    assert ask(client, q="26").context["found"].correction is None
    assert ask(client, q="tem").context["found"].correction is None


def test_a_typo_in_a_phrase_still_finds_its_synonyms(client, topic):
    SynonymGroup.objects.create(phrases="heart attack\nmyocardial infarction")
    add_article(topic, "After", "Life after a myocardial infarction.")
    assert titles(ask(client, q="hart atack")) == ["After"]


def test_vocabulary_follows_what_is_published(client, topic):
    page = add_article(topic, "Tests", "quokkas")
    assert titles(ask(client, q="quokas")) == ["Tests"]
    page.unpublish()
    assert titles(ask(client, q="quokas")) == []
    save_and_publish(page)
    assert titles(ask(client, q="quokas")) == ["Tests"]
    page.delete()
    assert titles(ask(client, q="quokas")) == []


def test_private_words_are_never_suggested(client, topic):
    page = add_article(topic, "Tests", "quokkas")
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert "quokkas" not in ask(client, q="quokas").content.decode()


def test_every_edit_is_one_letter_more_less_other_or_swapped():
    near = one_typo_away("pain")
    assert {"pin", "ain", "paint", "spain", "gain", "pian"} <= near
    assert "pain" not in near
    assert "pint" not in near
