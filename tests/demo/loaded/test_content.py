"""What the demonstration shows: whole, cited with sources that exist, described for everybody, in plain words."""

import re
from collections.abc import Iterator

import pytest
from bs4 import BeautifulSoup
from wagtail.models import Page, Revision, Site

from articles.blocks import ArticleBodyBlock
from articles.blocks.pieces import text_pieces
from articles.citations.tokens import TOKEN, strip_tokens
from articles.models import ArticlePage, GlossaryTerm, PersonPage, Reference, TopicName, TopicPage
from demo.pictures import DRAWINGS, PEOPLE
from portal.models import CommunitySettings, Picture, StandardPage

pytestmark = pytest.mark.django_db

MOST_WORDS = 20
SENTENCE_END = re.compile(r"(?<=[.!?])[”’]?\s+")


def live_articles() -> list[ArticlePage]:
    return list(ArticlePage.objects.live().order_by("path"))


def live_english_articles() -> list[ArticlePage]:
    return [article for article in live_articles() if article.locale.language_code == "en"]


def sentences(article) -> Iterator[str]:
    """Every sentence of the running text, list items and points."""
    for piece in text_pieces(article.body):
        if not piece.is_html:
            continue
        for element in BeautifulSoup(strip_tokens(piece.text), "html.parser").find_all(["p", "li"]):
            yield from SENTENCE_END.split(element.get_text())


def test_the_tree_of_pages_is_sound(demo_site):
    assert not any(Page.find_problems())


def test_drafts_and_planned_articles_are_not_shown(demo_site, client):
    assert client.get("/treatments/lowering-the-risk-of-infection/").status_code == 404
    assert client.get("/treatments/bone-marrow-sample/").status_code == 404


def test_one_article_is_planned_for_a_day_to_come(demo_site):
    (planned,) = ArticlePage.objects.filter(live=False, go_live_at__isnull=False)
    assert planned.scheduled_revision.approved_go_live_at == planned.go_live_at


def test_one_draft_waits_for_its_references(demo_site):
    draft = ArticlePage.objects.get(slug="lowering-the-risk-of-infection").get_latest_revision_as_object()
    assert [source.imported_number for source in draft.sources.all()] == ["1", "2", "3"]
    assert all(source.reference is None for source in draft.sources.all())


def test_there_are_enough_articles_and_two_stories(demo_site):
    assert len(live_english_articles()) >= 9
    assert sum(article.is_story for article in live_english_articles()) == 2


def test_every_kind_of_block_is_used(demo_site):
    used = {block.block_type for article in live_articles() for block in article.body}
    assert used == set(ArticleBodyBlock().child_blocks)
    urgencies = {
        block.value["urgency"]
        for article in live_articles()
        for block in article.body
        if block.block_type == "care_card"
    }
    assert urgencies == {"routine", "urgent", "emergency"}


def test_the_long_article_uses_every_kind_of_block_and_many_sources(demo_site):
    article = ArticlePage.objects.get(slug="relapsed-refractory-myeloma")
    assert {block.block_type for block in article.body} == set(ArticleBodyBlock().child_blocks)
    assert len(" ".join(sentences(article)).split()) > 1000
    assert len(cited_keys(article)) >= 8


def cited_keys(article) -> set[str]:
    tokens = [match for piece in text_pieces(article.body) for match in TOKEN.finditer(piece.text)]
    return {key.strip() for token in tokens for key in token.group(1).split(",")}


def test_every_citation_leads_to_a_reference(demo_site):
    known = set(Reference.objects.values_list("key", flat=True))
    for article in live_articles():
        assert cited_keys(article) <= known, article.slug
        assert cited_keys(article) or article.is_story, article.slug


def test_every_picture_in_an_article_is_described(demo_site):
    figures = [block.value for article in live_articles() for block in article.body if block.block_type == "figure"]
    assert len(figures) >= 8
    for figure in figures:
        assert len(figure["image"].contextual_alt_text) > 30


def test_every_picture_is_drawn_stored_and_described(demo_site):
    names = {*DRAWINGS, *PEOPLE}
    assert {picture.file.name for picture in Picture.objects.all()} == {f"original_images/{name}.png" for name in names}
    for picture in Picture.objects.all():
        assert picture.description
        assert picture.file_hash
        assert picture.width in {800, 1600}


def test_sentences_are_short(demo_site):
    for article in live_articles():
        long = [sentence for sentence in sentences(article) if len(sentence.split()) > MOST_WORDS]
        assert len(long) <= 2, (article.slug, long)


def test_key_points_stand_first_in_information_and_nowhere_in_stories(demo_site):
    for article in live_articles():
        assert (article.body[0].block_type == "key_points") != article.is_story, article.slug


def test_people_are_plainly_fictional(demo_site):
    people = PersonPage.objects.live()
    assert people.count() == 7
    for person in people:
        assert "<b>fictional</b>" in person.biography
        assert person.photo
        assert person.interests


def test_the_medical_reviewer_has_an_account(demo_site):
    assert PersonPage.objects.get(user__username="reviewer").credentials == "MD"


def test_each_community_has_a_page_for_every_role(demo_site):
    for site in Site.objects.all():
        pages = StandardPage.objects.live().descendant_of(site.root_page)
        assert sorted(pages.values_list("role", flat=True)) == sorted(StandardPage.Role.values)
        for page in pages:
            assert "This is a demonstration." in page.body
            assert "{" not in page.body


def test_each_community_has_a_dress_and_disclaimers_of_its_own(demo_site):
    communities = list(CommunitySettings.objects.all())
    for community in communities:
        community.full_clean()
        assert "This is a demonstration." in community.disclaimer_information
        assert "This is a demonstration." in community.disclaimer_story
    for field in ("accent_colour", "accent_colour_dark", "time_zone", "tagline", "emergency_number", "contact_email"):
        assert len({getattr(community, field) for community in communities}) == 2


def test_glossaries_are_rich_and_partly_shared(demo_site):
    english = GlossaryTerm.objects.filter(locale__language_code="en")
    by_host = {site.hostname: english.filter(site=site).count() for site in Site.objects.all()}
    assert by_host["127.0.0.1"] >= 20
    assert by_host["migraine.localhost"] >= 10
    assert english.filter(site=None).count() >= 3


def test_topics_have_synonyms_and_short_forms(demo_site):
    assert TopicName.objects.filter(topic__slug="multiple-myeloma", kind="short-form", name="MM").exists()
    assert TopicName.objects.filter(topic__slug="multiple-myeloma", name="Kahler’s disease").exists()


def test_one_article_has_a_spanish_translation(demo_site, client):
    article = ArticlePage.objects.get(slug="watchful-waiting")
    assert [page.locale.language_code for page in article.translations] == ["es"]
    assert "Comunidad" in client.get("/es/").content.decode()


def test_every_date_is_of_the_year_of_the_demonstration(demo_site):
    for page in Page.objects.live().filter(depth__gt=1):
        assert page.first_published_at.year == page.last_published_at.year == 2026, page
        assert page.first_published_at <= page.last_published_at, page
    assert {revision.created_at.year for revision in Revision.objects.all()} == {2026}


def test_pictures_of_topics_have_the_shape_of_their_cards(demo_site):
    for topic in TopicPage.objects.exclude(picture=None):
        assert topic.picture.width * 9 == topic.picture.height * 16, topic.title


def test_treatments_are_no_condition(demo_site):
    assert [topic.slug for topic in TopicPage.objects.exclude(subject="condition")] == ["treatments"]


@pytest.mark.parametrize("spelling", ["leukaemia", "leukemia"])
def test_either_spelling_finds_every_article_on_leukaemia(demo_site, client, spelling):
    html = client.get("/search/", {"q": spelling}).content.decode()
    assert '/watchful-waiting/"' in html
    assert '/aml-diagnosis/"' in html
