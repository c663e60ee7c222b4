"""Editors write notices and purposes; saving one publishes it, and nonsense is refused."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.models import Page, Site
from wagtail.test.utils.form_data import inline_formset, nested_form_data, querydict_from_html

from articles.models import TopicPage
from consent.models import InForce, Notice, Purpose, TextVersion
from consent.models.notice import PARTS
from consent.rules.standing import Obstacle, obstacle
from consent.versions.offers import codes_for_topics, offer_of, texts_in_force
from portal.models import HomePage, User
from tests.consenting import a_contact, publish_words

NOTICE = {**{name: f"About {name}." for name in PARTS}, "language": "en", "code": "sign-up", "agreement": "You agree."}
PURPOSE = {"code": "myeloma-news", "kind": "newsletter", "most_a_month": "2", "is_offered": "on", "sort_order": "0"}


@pytest.fixture(autouse=True)
def editor(sign_in_as):
    """An editor is signed in."""
    return sign_in_as("Editors")


def send(client, model, values, pk=None):
    """Opens the form, fills it in and sends it; the errors by field."""
    views = model.snippet_viewset
    url = reverse(views.get_url_name("edit"), args=[pk]) if pk else reverse(views.get_url_name("add"))
    page = client.get(url)
    assert page.status_code == 200
    data = form_of(page)
    data.update({"change": "material", **values})
    for name in [name for name, value in values.items() if value is None]:
        del data[name]
    response = client.post(url, data)
    return {} if response.status_code == 302 else dict(response.context["form"].errors)


def soup(page):
    return BeautifulSoup(page.content, "html.parser")


def form_of(page):
    """What a browser would send of the form for words."""
    forms = soup(page).select("form")
    index = next(number for number, form in enumerate(forms) if form.select_one("[name=change]"))
    data = querydict_from_html(page.content.decode(), form_index=index)
    data.update({box["name"]: "on" for box in forms[index].select("[type=checkbox][checked]")})
    return data


def labels(**by_language):
    rows = [{"language": language, "label": label} for language, label in by_language.items()]
    return nested_form_data({"words": inline_formset(rows)})


def published(kind):
    texts = TextVersion.objects.filter(kind=kind).order_by("number")
    return list(texts.values_list("language", "version", "is_material", "what_changed"))


def test_saving_a_notice_publishes_it(client, community, editor):
    assert send(client, Notice, {**NOTICE, "site": community.pk}) == {}
    text = TextVersion.objects.get()
    assert text.published_by == editor.pk
    assert [part["key"] for part in text.content["parts"]] == list(PARTS)
    assert text.content["parts"][0] == {"key": "data", "heading": "What we keep", "text": "About data."}
    assert text.content["agreement"] == "You agree."
    assert texts_in_force(community, "en")["notice", "sign-up"] == text


def test_a_notice_is_headed_in_its_own_language(client, community):
    send(client, Notice, {**NOTICE, "site": community.pk, "language": "es"})
    text = TextVersion.objects.get()
    assert text.title == "Qué pasa con su dirección de correo electrónico"
    assert text.content["parts"][0]["heading"] == "Qué guardamos"


@pytest.mark.parametrize("field", [*PARTS, "agreement"])
def test_a_notice_with_an_empty_part_is_refused(client, community, field):
    assert list(send(client, Notice, {**NOTICE, "site": community.pk, field: "  "})) == [field]
    assert not Notice.objects.exists()


def test_there_is_one_notice_for_each_place(client, community):
    send(client, Notice, {**NOTICE, "site": community.pk})
    assert send(client, Notice, {**NOTICE, "site": community.pk})
    assert Notice.objects.count() == 1


def test_a_material_change_of_a_notice_needs_its_sentence_and_a_typo_does_not(client, community):
    send(client, Notice, {**NOTICE, "site": community.pk})
    notice = Notice.objects.get()
    changed = {"use": "We sell it."}
    assert list(send(client, Notice, changed, notice.pk)) == ["what_changed"]
    assert send(client, Notice, {**changed, "what_changed": "We sell it now."}, notice.pk) == {}
    assert send(client, Notice, {"use": "We sell it!", "change": "editorial"}, notice.pk) == {}
    assert send(client, Notice, {}, notice.pk) == {}
    assert published("notice") == [("en", 1, True, ""), ("en", 2, True, "We sell it now."), ("en", 3, False, "")]


def test_what_the_ledger_knows_a_text_by_never_changes(client, community):
    send(client, Notice, {**NOTICE, "site": community.pk})
    send(client, Notice, {"code": "access", "language": "de"}, Notice.objects.get().pk)
    assert Notice.objects.filter(code="sign-up", language="en").exists()
    send(client, Purpose, {**PURPOSE, **labels(en="News"), "site": community.pk})
    send(client, Purpose, {"code": "other", "kind": "comments"}, Purpose.objects.get().pk)
    assert Purpose.objects.filter(code="myeloma-news", kind="newsletter").exists()


def test_form_shows_what_was_published(client, community):
    send(client, Notice, {**NOTICE, "site": community.pk})
    page = client.get(reverse(Notice.snippet_viewset.get_url_name("edit"), args=[Notice.objects.get().pk]))
    link = soup(page).select_one(f"a[href='/consent/words/{TextVersion.objects.get().digest}/']")
    assert "Version 1 (en), in force since" in link.get_text()


def test_a_notice_is_previewed_as_readers_see_it(client, community):
    send(client, Notice, {**NOTICE, "site": community.pk})
    url = reverse(Notice.snippet_viewset.get_url_name("preview_on_edit"), args=[Notice.objects.get().pk])
    data = {**NOTICE, "site": community.pk, "change": "editorial", "use": "We write to you."}
    assert client.post(url, data).json()["is_valid"]
    assert b"We write to you." in client.get(url).content


def test_saving_a_purpose_offers_it_in_each_of_its_languages(client, community, topic):
    words = labels(en="New articles on multiple myeloma", es="Artículos nuevos sobre el mieloma múltiple")
    assert send(client, Purpose, {**PURPOSE, **words, "site": community.pk, "topic": topic.pk}) == {}
    assert published("purpose") == [("en", 1, True, ""), ("es", 2, True, "")]  # one count for all languages
    assert codes_for_topics(texts_in_force(community, "es"), [topic.translation_key]) == ["myeloma-news"]


def test_a_purpose_that_is_no_longer_offered_is_in_no_box(client, community):
    publish_words(community, "privacy")
    publish_words(community, "notice", "sign-up")
    send(client, Purpose, {**PURPOSE, **labels(en="News"), "site": community.pk})
    assert offer_of(community, "en", codes=["myeloma-news"])
    consent = a_contact(community).consents.get()
    assert send(client, Purpose, {"is_offered": None}, Purpose.objects.get().pk) == {}
    assert offer_of(community, "en", codes=["myeloma-news"]) is None
    assert obstacle(consent) is Obstacle.RETIRED
    assert published("purpose") == [("en", 1, True, "")]


def test_a_language_that_is_taken_away_is_offered_no_longer(client, community):
    send(client, Purpose, {**PURPOSE, **labels(en="News", es="Noticias"), "site": community.pk})
    send(client, Purpose, {"words-1-DELETE": "on"}, Purpose.objects.get().pk)
    assert list(InForce.objects.values_list("language", flat=True)) == ["en"]


def test_another_promise_under_the_same_words_needs_its_sentence_too(client, community):
    send(client, Purpose, {**PURPOSE, **labels(en="News"), "site": community.pk})
    pk = Purpose.objects.get().pk
    assert list(send(client, Purpose, {"most_a_month": "9"}, pk)) == ["what_changed"]
    assert send(client, Purpose, {"most_a_month": "9", "what_changed": "More mail."}, pk) == {}
    assert published("purpose")[1:] == [("en", 2, True, "More mail.")]


def test_nonsense_is_refused(client, community, topic):
    home = Page.objects.get(depth=1).add_child(instance=HomePage(title="Migraine", slug="migraine"))
    Site.objects.create(hostname="migraine.example", root_page=home)
    foreign = home.add_child(instance=TopicPage(title="Aura", slug="aura"))
    good = {**PURPOSE, **labels(en="News"), "site": community.pk, "topic": topic.pk}
    refused = {
        "topic": {"topic": foreign.pk},
        "most_a_month": {"most_a_month": "0"},
        "is_offered": labels(),
        "code": {"code": "not a code"},
    }
    for field, values in refused.items():
        assert field in send(client, Purpose, {**good, **values}), field
    assert "topic" in send(client, Purpose, {**good, "kind": "comments"})
    assert not Purpose.objects.exists()
    assert send(client, Purpose, good) == {}


def test_nobody_deletes_words_that_people_agreed_to(client, community):
    send(client, Purpose, {**PURPOSE, **labels(en="News"), "site": community.pk})
    client.force_login(User.objects.create_superuser("root"))
    url = reverse(Purpose.snippet_viewset.get_url_name("delete"), args=[Purpose.objects.get().pk])
    client.post(url)
    assert Purpose.objects.exists()


@pytest.mark.parametrize("role", ["Authors", "Medical reviewers", "Moderators"])
def test_others_than_editors_write_none(client, sign_in_as, role):
    sign_in_as(role)
    for model in (Notice, Purpose):
        assert client.get(reverse(model.snippet_viewset.get_url_name("add"))).status_code == 302


def test_menu_leads_to_both(client):
    menu = client.get(reverse("wagtailadmin_home")).content.decode()
    for model in (Notice, Purpose):
        assert reverse(model.snippet_viewset.get_url_name("list")) in menu
