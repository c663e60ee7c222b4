"""Sign-up boxes in articles: what they offer, and that they leave a page the same for everybody."""

import re

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import ArticlePage, GlossaryTerm, TopicPage
from articles.models.article import ArticleTopic
from articles.publication.problems import find_problems
from articles.review.canonical import canonical_text, digest_of
from articles.review.current import current_review
from articles.sign_up import offers_for
from consent.models import ConsentSettings, Purpose, PurposeWords
from consent.versions.offers import Kind
from consent.versions.publishing import retire
from consent.versions.purposes import publish_purpose
from portal.models import StandardPage
from tests.articles.publication.editing import edit_data, edit_url
from tests.consenting import a_purpose, an_offer, publish_words
from tests.reviewing import sign

PATH = "/multiple-myeloma/relapse/"
BLOCK = {"type": "sign_up", "value": {"title": "News by e-mail", "introduction": "Twice a month.", "purposes": []}}
# Of an article without a box, made before there were boxes.
BODY = [
    {"type": "key_points", "value": {"points": ["<p>One.</p>", "<p>Two.</p>"]}},
    {"type": "text", "value": "<h2>What a relapse means</h2><p>The illness is active again.</p>"},
    {"type": "questions", "value": {"title": "Ask", "introduction": "", "questions": ["What now?"]}},
]
DIGEST = "v1:06860050d33cd6ae48fe298644f1c7e11ee5d6ef717525d5285f2ab773fd1dd9"


@pytest.fixture
def lymphoma(topic):
    """Another topic of the community."""
    return topic.get_parent().add_child(instance=TopicPage(title="Lymphoma", slug="lymphoma"))


@pytest.fixture
def offered(community, topic, lymphoma):
    """Newsletters on multiple myeloma, on lymphoma and on everything, in this order."""
    for order, (code, on) in enumerate([("lymphoma-news", lymphoma), ("myeloma-news", topic), ("all-news", None)]):
        purpose = a_purpose(community, code, label=f"About {code}", topic=on)
        Purpose.objects.filter(pk=purpose.pk).update(sort_order=order)
    return an_offer(community, "myeloma-news")


@pytest.fixture
def with_blocks(article):
    """``with_blocks(purposes, ...)``: the article, live, with a box for each list of codes."""

    def add(*chosen):
        article.body = [*article.body.raw_data, *({**BLOCK, "value": BLOCK["value"] | {"purposes": p}} for p in chosen)]
        article.save_revision()
        return sign(article)

    return add


def boxes(client, path=PATH):
    """For each box on a page, the codes that it offers."""
    page = BeautifulSoup(client.get(path).content, "html.parser")
    return [[box["value"] for box in form.select("[name=purpose]")] for form in page.select(".sign-up-form")]


def test_under_every_article_stand_the_newsletters_on_its_topic_and_on_everything(client, article, offered):
    assert boxes(client) == [["myeloma-news", "all-news"]]


def test_further_topics_count(client, article, offered, lymphoma):
    ArticleTopic.objects.create(article=article, topic=lymphoma)
    assert boxes(client) == [["lymphoma-news", "myeloma-news", "all-news"]]


def test_a_translation_offers_what_the_original_does_in_its_own_words(client, spanish_article, community, offered):
    path = "/es/mieloma-multiple/recaida/"
    assert boxes(client, path) == []
    publish_words(community, Kind.NOTICE, "sign-up", words="Le escribimos.", language="es")
    for purpose in Purpose.objects.all():
        purpose.words.add(PurposeWords(language="es", label=f"Sobre {purpose.code}"))
        purpose.save()
        publish_purpose(purpose)
    html = client.get(path).content.decode()
    assert boxes(client, path) == [["myeloma-news", "all-news"]]
    assert "Sobre myeloma-news" in html
    assert "About" not in html
    assert 'action="/es/sign-up/"' in html


def test_a_block_offers_what_its_editor_chose_or_else_the_topics(client, with_blocks, offered):
    with_blocks(["lymphoma-news"], [], ["of-another-community"])
    topics = ["myeloma-news", "all-news"]
    assert boxes(client) == [["lymphoma-news"], topics, topics, topics]


def test_a_community_may_do_without_the_box_under_every_article(client, community, article, offered, with_blocks):
    settings = ConsentSettings.objects.create(site=community, offers_at_end=False)
    assert boxes(client) == []
    with_blocks([])
    assert boxes(client) == [["myeloma-news", "all-news"]]
    settings.offers_at_end = True
    settings.save()
    assert len(boxes(client)) == 2


@pytest.mark.parametrize("missing", [Kind.PRIVACY, Kind.NOTICE])
def test_without_a_notice_or_a_privacy_policy_there_is_no_box(client, community, with_blocks, offered, missing):
    with_blocks([])
    retire(site=community, kind=missing, code="sign-up" if missing == Kind.NOTICE else "")
    html = client.get(PATH).content.decode()
    assert "News by e-mail" not in html
    assert boxes(client) == []


def test_a_newsletter_of_another_community_is_not_offered(client, article, other_community, offered):
    a_purpose(other_community, "migraine-news")
    assert boxes(client) == [["myeloma-news", "all-news"]]


def test_pages_with_boxes_are_the_same_for_everybody_and_hold_no_cookie(client, with_blocks, offered):
    with_blocks([], ["all-news"])
    first = client.get(PATH)
    again = client.get(PATH, {"email": "anna@example.org"}, headers={"Cookie": "sessionid=x", "Accept-Language": "es"})
    assert again.content == first.content
    assert "Set-Cookie" not in first.headers
    assert "csrf" not in first.content.decode()


def test_three_boxes_share_no_id_and_every_field_has_its_label(client, with_blocks, offered):
    with_blocks([], ["all-news"])
    html = client.get(PATH).content.decode()
    page = BeautifulSoup(html, "html.parser")
    ids = re.findall(r'\sid="([^"]*)"', html)
    assert len(ids) == len(set(ids))
    assert len(page.select(".sign-up-form")) == 3
    for field in page.select(".sign-up-form input:not([type=hidden])"):
        assert page.select_one(f'label[for="{field["id"]}"]'), field
    for described in page.select(".sign-up-form [aria-describedby]"):
        assert described["aria-describedby"] in ids


def test_headings_never_get_the_ids_of_a_box(client, with_blocks, offered, article):
    article.body = [{"type": "text", "value": "<h2>Sign up end email</h2><h2>Sign up heading</h2><p>x</p>"}]
    with_blocks([])
    ids = re.findall(r'\sid="([^"]*)"', client.get(PATH).content.decode())
    assert len(ids) == len(set(ids))


def test_boxes_cost_one_query_however_many(client, article, offered, with_blocks, django_assert_num_queries, lymphoma):
    client.get(PATH)
    with CaptureQueriesContext(connection) as queries:
        client.get(PATH)
    asked = [query["sql"] for query in queries if "consent_" in query["sql"]]
    assert len([sql for sql in asked if "comments_" not in sql]) == 1, "the conversation asks for its rules by itself"
    before = len(queries)
    with_blocks([], ["all-news"], ["lymphoma-news"])
    ArticleTopic.objects.create(article=article, topic=lymphoma)
    client.get(PATH)
    with django_assert_num_queries(before):
        assert len(boxes(client)) == 4


def test_an_article_without_a_box_has_the_digest_that_it_always_had(topic):
    page = ArticlePage(title="When myeloma comes back", slug="x", summary="S.", live=False, body=BODY)
    topic.add_child(instance=page)
    assert digest_of(ArticlePage.objects.get(pk=page.pk)) == DIGEST


def test_the_words_of_a_box_are_reviewed_and_its_newsletters_are_not(article, offered, with_blocks):
    with_blocks(["all-news"])
    page = ArticlePage.objects.get(pk=article.pk)
    assert current_review(page).is_shown
    digest = digest_of(page)
    stored = [dict(child) for child in page.body.raw_data]
    stored[-1]["value"] = {**stored[-1]["value"], "purposes": ["lymphoma-news", "myeloma-news"]}
    page.body = stored
    assert digest_of(page) == digest
    assert "lymphoma-news" not in str(canonical_text(page))
    for changed in ({"title": "It cures"}, {"introduction": "It cures."}):
        page.body = [*stored[:-1], {**stored[-1], "value": stored[-1]["value"] | changed}]
        assert digest_of(page) != digest


def test_search_and_feeds_know_nothing_of_a_box(client, article, offered, with_blocks):
    with_blocks([])
    page = ArticlePage.objects.get(pk=article.pk)
    assert "News by e-mail" not in page.plain_text()
    assert "The illness is active again." in page.plain_text()
    assert "News by e-mail" not in client.get("/feed.xml").content.decode()
    found = client.get("/search/", {"q": "twice"}).content.decode()
    assert PATH not in found


def test_citations_in_the_words_of_a_box_are_found_before_publication(article, with_blocks):
    block = {**BLOCK, "value": BLOCK["value"] | {"introduction": "It helps.[[ref:a]]"}}
    article.body = [*article.body.raw_data, block]
    assert any("Sign-up box" in str(problem) or "sign_up" in repr(problem) for problem in find_problems(article))


def test_terms_are_explained_in_the_text_and_never_in_a_form(client, community, article, offered, with_blocks):
    term = GlossaryTerm.objects.create(
        term="myeloma-news", definition="A letter.", locale=community.root_page.locale, site=community
    )
    assert term.pk
    with_blocks([])
    form = BeautifulSoup(client.get(PATH).content, "html.parser").select_one(".sign-up-form")
    assert not form.select(".term")


def test_the_box_links_to_the_policies_in_force(client, community, article, offered):
    community.root_page.add_child(
        instance=StandardPage(title="Privacy", slug="privacy", role="privacy", body="<p>x</p>")
    )
    form = BeautifulSoup(client.get(PATH).content, "html.parser").select_one(".sign-up-form")
    assert form.select_one(".sign-up-agreement a")["href"] == "/privacy/"
    assert offered.notice.text in form.select_one("details").get_text()
    assert form.select_one("[name=seen]")["value"].startswith("o1:")


def test_an_editor_places_a_box_and_chooses_its_newsletters(client, article, offered, sign_in_as):
    sign_in_as("Editors")
    form = BeautifulSoup(client.get(edit_url(article)).content, "html.parser")
    assert "About lymphoma-news" in str(form)
    data = edit_data(article, body=[("sign_up", {"title": "Hear from us", "introduction": ""})])
    client.post(edit_url(article), {**data, "body-0-value-purposes": ["lymphoma-news"]})
    draft = ArticlePage.objects.get(pk=article.pk).get_latest_revision_as_object()
    assert draft.body[0].value["purposes"] == ["lymphoma-news"]


def test_a_preview_says_where_the_form_will_stand(client, article, with_blocks, admin_client):
    with_blocks([])
    html = admin_client.get(reverse("wagtailadmin_pages:view_draft", args=[article.pk])).content.decode()
    assert "News by e-mail" in html
    assert "The form to sign up stands here" in html


def test_a_preview_counts_topics_that_nobody_saved(rf, article, offered, lymphoma):
    article.further_topics.add(ArticleTopic(topic=lymphoma))
    request = rf.get(PATH)
    request.is_preview = True
    assert offers_for(article, request).on_topics == ("lymphoma-news", "myeloma-news", "all-news")
