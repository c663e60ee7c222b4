"""The glossary and the synonyms in the admin."""

import pytest
from django.urls import reverse
from wagtail.models import Site

from articles.models import GlossaryTerm, SynonymGroup


def url(model, view, *args):
    return reverse(model.snippet_viewset.get_url_name(view), args=args)


def add_term(client, **data):
    data = {"term": "remission", "other_forms": "", "definition": "A quiet time.", "site": "", **data}
    return client.post(url(GlossaryTerm, "add"), data)


@pytest.fixture
def editor(sign_in_as, community):
    return sign_in_as("Editors")


def test_editor_explains_a_term(client, editor):
    add_term(client, other_forms="remissions")
    assert GlossaryTerm.objects.get().forms == ["remissions", "remission"]


def test_form_of_another_term_is_refused_with_its_place(client, editor):
    add_term(client, other_forms="Remissions")
    response = add_term(client, term="relapse-free", other_forms="remissions")
    assert "“remissions” is explained already, under “remission”." in response.content.decode()
    assert GlossaryTerm.objects.count() == 1


def test_term_itself_may_be_saved_again(client, editor):
    add_term(client)
    term = GlossaryTerm.objects.get()
    client.post(
        url(GlossaryTerm, "edit", term.pk),
        {"term": "remission", "other_forms": "", "definition": "A time without signs.", "site": ""},
    )
    assert GlossaryTerm.objects.get().definition == "A time without signs."


def test_two_communities_may_explain_one_word_each_in_its_own_way(client, editor, community):
    elsewhere = Site.objects.create(hostname="migraine.example", root_page=community.root_page)
    add_term(client, term="attack", site=community.pk)
    add_term(client, term="attack", site=elsewhere.pk)
    assert GlossaryTerm.objects.filter(term="attack").count() == 2
    assert "explained already" in add_term(client, term="Attack").content.decode()


def test_terms_are_found_by_other_forms_and_filtered_by_community(client, editor, community):
    add_term(client, term="stem cell transplant", other_forms="HSCT", site=community.pk)
    add_term(client, term="aura")
    listing = url(GlossaryTerm, "list")
    assert "stem cell transplant" in client.get(listing, {"q": "HSCT"}).content.decode()
    filtered = client.get(listing, {"site": community.pk}).content.decode()
    assert "stem cell transplant" in filtered
    assert "aura" not in filtered


def test_editor_enters_synonyms_one_a_line(client, editor):
    client.post(url(SynonymGroup, "add"), {"phrases": "heart attack\nmyocardial infarction\nMI"})
    assert SynonymGroup.objects.get().as_list == ["heart attack", "myocardial infarction", "MI"]


@pytest.mark.parametrize(
    ("phrases", "sentence"),
    [
        ("stroke", "Enter at least two phrases, each on a line of its own."),
        ("stroke\nStroke", "“Stroke” stands here twice."),
        ("cardiac event\nHeart Attack", "“Heart Attack” stands in another entry already: heart attack = MI."),
    ],
)
def test_synonyms_that_do_not_help_are_refused_in_words(client, editor, phrases, sentence):
    SynonymGroup.objects.create(phrases="heart attack\nMI")
    response = client.post(url(SynonymGroup, "add"), {"phrases": phrases})
    assert sentence in response.content.decode()
    assert SynonymGroup.objects.count() == 1


def test_synonyms_are_found_by_any_phrase(client, editor):
    SynonymGroup.objects.create(phrases="heart attack\nmyocardial infarction")
    SynonymGroup.objects.create(phrases="hay fever\nallergic rhinitis")
    page = client.get(url(SynonymGroup, "list"), {"q": "myocardial"}).content.decode()
    assert "heart attack" in page
    assert "hay fever" not in page


def test_author_may_read_the_glossary_and_not_change_it(client, sign_in_as, community):
    sign_in_as("Authors")
    assert client.get(url(GlossaryTerm, "list")).status_code == 200
    assert client.get(url(GlossaryTerm, "add")).status_code == 302
    assert client.get(url(SynonymGroup, "list")).status_code == 302
