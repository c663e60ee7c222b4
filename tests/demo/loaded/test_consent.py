"""The demonstration's policies, notices and purposes: complete, truthful, and with a history that teaches something."""

import pytest
from wagtail.models import Page, Site

from articles.models import ArticlePage
from consent.jobs import KEEPS_SETTLED_MAIL
from consent.models import InForce, PolicyPage, Purpose, TextVersion, Token
from consent.rules.asking import PENDING
from consent.versions.offers import ACCESS, SIGN_UP, codes_for_topics, offer_of, texts_in_force
from portal.ledger.proof import prove

pytestmark = pytest.mark.django_db


def boxes():
    """Each community with each of its languages."""
    for site in Site.objects.all():
        for home in site.root_page.get_translations(inclusive=True).live().select_related("locale"):
            yield site, home.locale.language_code


def test_every_topic_with_articles_can_be_chosen_in_every_language(demo_site):
    assert len(list(boxes())) == 3
    for site, language in boxes():
        texts = texts_in_force(site, language)
        topics = {
            article.get_parent().translation_key for article in ArticlePage.objects.live().descendant_of(site.root_page)
        }
        codes = codes_for_topics(texts, topics)
        assert len(codes) == len(topics) + 1, (site, language)
        assert codes[-1] == "everything"
        offer = offer_of(site, language, codes=codes)
        assert {text.kind for text in offer.policies} == {"privacy", "terms", "health-data"}
        assert offer_of(site, language, notice=ACCESS)
        assert all(text.language == language for text in (offer.notice, *offer.purposes))


def test_policies_say_what_readers_see_and_have_a_history(demo_site):
    for page in PolicyPage.objects.all():
        assert page.version_in_force, page
    for site in Site.objects.all():
        told = TextVersion.objects.filter(site_id=site.pk, kind="privacy").order_by("version")
        assert list(told.values_list("version", "is_material")) == [(1, True), (2, True), (3, False)]
        assert all(text.what_changed for text in told[1:])
        days = [text.published_at for text in told]
        assert days == sorted(days)
        assert days[0].month == 1
    assert prove(TextVersion).fault is None


def test_notices_promise_what_the_portal_does(demo_site):
    hours, days = PENDING.total_seconds() / 3600, KEEPS_SETTLED_MAIL.days
    link = Token.LIVES[Token.Kind.ACCESS].total_seconds() / 3600
    for row in InForce.objects.filter(kind="notice").select_related("version"):
        parts = {part["key"]: part["text"] for part in row.version.content["parts"]}
        assert f"{hours:.0f} h" in parts["retention"]
        assert "{" not in row.version.text
        if row.code == ACCESS:
            assert f"{link:.0f} h" in parts["stop"]
        elif row.code == SIGN_UP:
            assert "30 d" in parts["retention"]
    privacy = PolicyPage.objects.filter(role="privacy").first().body
    assert f"not confirmed: {hours:.0f} hours" in privacy
    assert f"without their text: {days} days" in privacy


def test_purposes_keep_to_their_words(demo_site):
    often = {
        0: ("hear what became of them", "saber qué ha sido de ellos"),
        30: ("once a day at most", "como máximo una vez al día"),
        1: ("once a month at most", "como máximo una vez al mes"),
        2: ("at most twice a month", "como máximo dos veces al mes"),
    }
    for purpose in Purpose.objects.all():
        for words in purpose.words.all():
            assert words.label.endswith(often[purpose.most_a_month])
        if purpose.topic:
            assert purpose.topic.path.startswith(purpose.site.root_page.path)
            assert type(purpose.topic) is Page


def test_readers_reach_every_version(demo_site, client):
    assert b"Version 3, in force since" in client.get("/privacy/").content
    assert client.get("/privacy/versions/").content.count(b'review-event"') == 3
    changes = client.get("/privacy/versions/3/").content.decode()
    assert "whomever" in changes.split("<del>")[1].split("</del>")[0]
