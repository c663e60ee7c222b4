"""Pages and terms in other languages, by Wagtail's own "Translate"."""

import pytest
from django.urls import reverse
from wagtail.models import Locale

from articles.models import ArticlePage, GlossaryTerm
from consent.models import PolicyPage
from portal.models import CommunitySettings
from tests.reviewing import save_and_publish


@pytest.fixture
def spanish(community):
    return Locale.objects.create(language_code="es")


def translate(client, page, locale):
    """Sends the form behind "Translate", with the pages above it."""
    return client.post(
        reverse("simple_translation:submit_page_translation", args=[page.pk]),
        {"locales": [locale.pk], "include_subtree": "on"},
    )


def test_translated_article_is_served_in_its_language(client, sign_in_as, article, topic, community, spanish):
    sign_in_as("Editors")
    for page in (community.root_page, topic, article):
        if not page.has_translation(spanish):
            translate(client, page, spanish)
    for page in (community.root_page, topic, article):
        copy = page.get_translation(spanish)
        copy.title = "Cuando vuelve el mieloma" if page.pk == article.pk else copy.title
        save_and_publish(copy)
    client.logout()
    response = client.get(ArticlePage.objects.get(locale=spanish).get_url())
    assert response.request["PATH_INFO"].startswith("/es/")
    page = response.content.decode()
    assert '<html lang="es"' in page
    assert "Cuando vuelve el mieloma" in page
    assert response.headers["Content-Language"] == "es"


def test_translation_begins_as_a_draft(client, sign_in_as, article, topic, community, spanish):
    sign_in_as("Editors")
    for page in (community.root_page, topic, article):
        if not page.has_translation(spanish):
            translate(client, page, spanish)
    assert not ArticlePage.objects.get(locale=spanish).live


def test_author_does_not_translate(client, sign_in_as, article, spanish):
    sign_in_as("Authors")
    url = reverse("simple_translation:submit_page_translation", args=[article.pk])
    assert client.get(url).status_code == 302


def test_term_is_translated_into_another_language(client, sign_in_as, community, spanish):
    sign_in_as("Editors")
    term = GlossaryTerm.objects.create(term="remission", definition="A quiet time.", locale=Locale.get_default())
    url = reverse("simple_translation:submit_snippet_translation", args=["articles", "glossaryterm", term.pk])
    client.post(url, {"locales": [spanish.pk]})
    assert GlossaryTerm.objects.get(locale=spanish).translation_key == term.translation_key


def test_same_word_may_be_explained_in_two_languages(client, sign_in_as, community, spanish):
    sign_in_as("Editors")
    GlossaryTerm.objects.create(term="aura", definition="Signs before an attack.", locale=Locale.get_default())
    url = f"{reverse(GlossaryTerm.snippet_viewset.get_url_name('add'))}?locale=es"
    data = {"term": "aura", "other_forms": "", "definition": "Señales antes de una crisis.", "site": ""}
    client.post(url, data)
    assert GlossaryTerm.objects.filter(term="aura").count() == 2


def test_translated_page_speaks_its_language_throughout(client, spanish_article, community):
    CommunitySettings.objects.filter(site=community).update(
        tagline="Plain facts.", disclaimer_information="<p>Ask your own doctor.</p>"
    )
    spanish, english = (
        client.get(page).content.decode() for page in (spanish_article.url, "/multiple-myeloma/relapse/")
    )
    for words in ("Ir al contenido", "Revisado por:", "No puede sustituir el consejo"):
        assert words in spanish
    assert "<title>Cuando vuelve el mieloma – Comunidad del cáncer de la sangre</title>" in spanish
    for words in ("Plain facts.", "Ask your own doctor.", "Skip to content", "Reviewed by:"):
        assert words in english
        assert words not in spanish


def test_reader_goes_from_a_page_to_its_translation_and_back(client, spanish_article, topic, community):
    english = "/multiple-myeloma/relapse/"
    assert (
        f'<a href="{spanish_article.url}" hreflang="es" lang="es">Español</a>' in client.get(english).content.decode()
    )
    assert (
        f'<a href="{english}" hreflang="en" lang="en">English</a>' in client.get(spanish_article.url).content.decode()
    )
    spanish_article.unpublish()
    assert "hreflang" not in client.get(english).content.decode()


def test_policy_that_is_not_translated_is_linked_to_in_the_main_language(client, spanish_article, community):
    home = community.root_page
    terms = home.add_child(
        instance=PolicyPage(title="Terms of use", slug="terms", role="terms", body="<p>Fair use.</p>")
    )
    home.add_child(instance=PolicyPage(title="Privacy policy", slug="privacy", role="privacy", body="<p>Little.</p>"))
    translated = terms.copy_for_translation(spanish_article.locale)
    translated.title, translated.slug = "Condiciones de uso", "condiciones"
    translated.save_revision().publish()
    foot = client.get(spanish_article.url).content.decode().split('<footer class="site-footer')[1]
    assert '<a href="/privacy/" hreflang="en" lang="en">Privacy policy</a>' in foot
    assert '<a href="/es/condiciones/">Condiciones de uso</a>' in foot
    assert "Terms of use" not in foot
