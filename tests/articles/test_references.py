"""The library of references: keys, duplicates, what is cited where, and that nothing cited is ever deleted."""

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import ProtectedError
from django.urls import reverse
from wagtail.models import ReferenceIndex

from articles.library.identifiers import plain_doi, plain_pmid, proposed_key
from articles.library.usage import articles_citing, citing_counts
from articles.models import ArticlePage, ArticleSource, Reference
from tests.reviewing import add_live, save_and_publish

LIST = "wagtailsnippets_articles_reference:list"
ADD = "wagtailsnippets_articles_reference:add"


@pytest.fixture
def moreau(db):
    return Reference.objects.create(
        key="moreau-2021",
        authors="Moreau P, Kumar SK",
        title="Treatment of relapsed and refractory multiple myeloma",
        source="Lancet Oncology",
        year=2021,
        doi="10.1016/S1470-2045(20)30756-7",
    )


@pytest.fixture
def citing(article, moreau):
    """The article, cited live."""
    article.body = [{"type": "text", "value": "<p>Relapse is common [[ref:moreau-2021]].</p>"}]
    save_and_publish(article)
    return article


def form_data(**values):
    data = {
        "type": "guideline",
        "status": "current",
        "title": "Guideline",
        "authors": "",
        "year": "",
        "key": "",
        "doi": "",
    }
    return {**data, **values}


def in_modal(**values):
    return {f"reference-{name}": value for name, value in form_data(**values).items()}


def edit_url(reference):
    return reverse("wagtailsnippets_articles_reference:edit", args=[reference.pk])


def delete_url(reference):
    return reverse("wagtailsnippets_articles_reference:delete", args=[reference.pk])


@pytest.mark.parametrize(
    ("pasted", "doi"),
    [
        ("10.1016/j.ejca.2020.01.001", "10.1016/j.ejca.2020.01.001"),
        ("https://doi.org/10.1016/S1470-2045(20)30756-7", "10.1016/S1470-2045(20)30756-7"),
        ("http://dx.doi.org/10.1016%2Fj.x.2020", "10.1016/j.x.2020"),
        ("doi: 10.1000/182", "10.1000/182"),
        (" doi.org/10.1000/182 ", "10.1000/182"),
        ("10.1000/100%25", "10.1000/100%25"),
    ],
)
def test_doi_is_taken_from_what_people_paste(pasted, doi):
    assert plain_doi(pasted) == doi


def test_pmid_is_taken_from_the_address_of_the_record():
    assert plain_pmid("https://pubmed.ncbi.nlm.nih.gov/33516271/") == "33516271"
    assert plain_pmid("PMID: 33516271") == "33516271"


@pytest.mark.parametrize(
    ("authors", "source", "year", "taken", "key"),
    [
        ("Moreau P, Kumar SK", "", 2021, [], "moreau-2021"),
        ("Moreau P, Kumar SK", "", 2021, ["moreau-2021"], "moreau-2021-b"),
        ("Moreau P", "", 2021, ["moreau-2021", "moreau-2021-b"], "moreau-2021-c"),
        ("van der Berg AB", "", None, [], "van-der-berg"),
        ("Ørsted Å", "", 1820, [], "orsted-a-1820"),
        ("", "World Health Organization Press", 2019, [], "world-health-organization-2019"),
    ],
)
def test_key_is_proposed_from_author_and_year(authors, source, year, taken, key):
    assert proposed_key(authors=authors, source=source, title="x", year=year, taken=taken) == key


def test_proposed_key_always_has_a_letter():
    assert proposed_key(authors="", source="", title="2021", year=None, taken=[]) == "source-2021"


def test_editor_adds_a_reference_and_the_key_follows_from_author_and_year(admin_client):
    response = admin_client.post(
        reverse(ADD),
        form_data(authors="Moreau P", year="2021", doi="https://doi.org/10.1016/S1470-2045(20)30756-7"),
    )
    assert response.status_code == 302
    reference = Reference.objects.get()
    assert reference.key == "moreau-2021"
    assert reference.doi == "10.1016/S1470-2045(20)30756-7"


def test_duplicate_is_named_with_the_entry_that_is_there(admin_client, moreau):
    response = admin_client.post(
        reverse(ADD), form_data(title="Another title", doi="https://doi.org/10.1016/s1470-2045(20)30756-7")
    )
    assert response.status_code == 200
    assert "The library holds this source already: moreau-2021" in response.content.decode()
    assert Reference.objects.count() == 1


def test_same_title_and_year_is_named_unless_both_have_a_doi_of_their_own(admin_client, moreau):
    same = {"title": moreau.title.upper(), "year": "2021"}
    assert "already: moreau-2021" in admin_client.post(reverse(ADD), form_data(**same)).content.decode()
    assert admin_client.post(reverse(ADD), form_data(**same, doi="10.1000/other")).status_code == 302


def test_key_stays_as_it_is_once_it_is_saved(admin_client, moreau):
    admin_client.post(edit_url(moreau), form_data(title="Corrected title", key="other-2021"))
    moreau.refresh_from_db()
    assert (moreau.title, moreau.key) == ("Corrected title", "moreau-2021")
    moreau.key = "other-2021"
    with pytest.raises(ValidationError, match="can't be changed"):
        moreau.save()


def test_listing_searches_filters_and_says_how_often_an_entry_is_cited(admin_client, moreau, citing):
    Reference.objects.create(key="nice-2018", title="Myeloma guideline", type="guideline", year=2018)
    page = admin_client.get(reverse(LIST)).content.decode()
    assert "moreau-2021" in page
    assert "Used 1 time" in page
    assert "nice-2018" in page
    only_guidelines = admin_client.get(reverse(LIST), {"type": "guideline"}).content.decode()
    assert "nice-2018" in only_guidelines
    assert "moreau-2021" not in only_guidelines
    recent = admin_client.get(reverse(LIST), {"year_min": "2020"}).content.decode()
    assert "moreau-2021" in recent
    assert "nice-2018" not in recent
    assert "moreau-2021" not in admin_client.get(reverse(LIST), {"last_checked": "year"}).content.decode()


def test_token_in_a_text_counts_as_usage(citing, moreau):
    assert ReferenceIndex.get_references_to(moreau).count() == 1
    assert articles_citing(moreau) == [citing]
    assert citing_counts([moreau]) == {moreau.pk: 1}


def test_tokens_in_lists_tables_and_plain_lines_count_too(article, moreau):
    table = {
        "columns": [{"type": "text", "heading": "When"}],
        "rows": [{"values": ["Often [[ref:moreau-2021]]"]}],
        "caption": "How often",
    }
    captioned = {**table, "rows": [], "caption": "How often [[ref:moreau-2021]]"}
    for block in (
        {"type": "care_card", "value": {"urgency": "urgent", "items": ["<p>it bleeds [[ref:moreau-2021]]</p>"]}},
        {"type": "questions", "value": {"title": "Ask", "questions": ["Why? [[ref:moreau-2021]]"]}},
        {"type": "table", "value": {"table": table}},
        {"type": "table", "value": {"table": captioned}},
    ):
        article.body = [block]
        save_and_publish(article)
        assert ReferenceIndex.get_references_to(moreau).count() == 1, block
        assert articles_citing(moreau) == [article]


def test_longer_key_does_not_count_for_a_shorter_one(article, citing, moreau):
    shorter = Reference.objects.create(key="moreau-202", title="Another")
    assert articles_citing(shorter) == []


def test_draft_counts_and_is_listed_as_usage(admin_client, article, moreau):
    article.body = [{"type": "text", "value": "<p>New: [[ref:moreau-2021]].</p>"}]
    article.save_revision()
    assert articles_citing(moreau) == [article]
    assert citing_counts([moreau]) == {moreau.pk: 1}
    url = reverse("wagtailsnippets_articles_reference:usage", args=[moreau.pk])
    page = admin_client.get(url).content.decode()
    assert article.title in page


def test_superseded_revision_does_not_keep_a_reference(citing, moreau):
    citing.body = []
    save_and_publish(citing)
    assert articles_citing(moreau) == []
    moreau.delete()


def test_cited_reference_cannot_be_deleted_in_the_admin(admin_client, citing, moreau):
    response = admin_client.post(delete_url(moreau), follow=True)
    assert Reference.objects.filter(pk=moreau.pk).exists()
    page = response.content.decode()
    assert f"moreau-2021 is cited in “{citing.title}” and can&#x27;t be deleted." in page


def test_uncited_reference_can_be_deleted_in_the_admin(admin_client, article, moreau):
    admin_client.post(delete_url(moreau))
    assert not Reference.objects.exists()


def test_cited_reference_survives_deleting_in_bulk(admin_client, citing, moreau):
    other = Reference.objects.create(key="other-1", title="Other")
    url = reverse("wagtail_bulk_action", args=["articles", "reference", "delete"])
    response = admin_client.post(f"{url}?id={moreau.pk}&id={other.pk}", follow=True)
    assert Reference.objects.count() == 2
    assert "moreau-2021 is cited in" in response.content.decode()


@pytest.mark.parametrize("delete", [lambda: Reference.objects.get().delete(), lambda: Reference.objects.all().delete()])
def test_cited_reference_cannot_be_deleted_from_the_shell(citing, delete):
    with transaction.atomic(), pytest.raises(ProtectedError, match="is cited in"):
        delete()
    assert Reference.objects.count() == 1


def test_reference_tied_in_a_draft_cannot_be_deleted(article, moreau):
    article.sources = [ArticleSource(imported_number="1", reference=moreau)]
    article.save_revision()
    assert not ArticleSource.objects.exists()
    with pytest.raises(ProtectedError, match="is cited in"):
        moreau.delete()


def test_scheduled_revision_keeps_its_references(article, moreau):
    article.body = [{"type": "text", "value": "<p>Soon [[ref:moreau-2021]].</p>"}]
    revision = article.save_revision()
    article.body = []
    article.save_revision()
    assert articles_citing(moreau) == []
    type(revision).objects.filter(pk=revision.pk).update(approved_go_live_at="2099-01-01T00:00Z")
    assert [page.pk for page in articles_citing(moreau)] == [article.pk]


def test_long_list_of_articles_is_cut_short(topic, moreau):
    for number in range(7):
        body = [{"type": "text", "value": "<p>[[ref:moreau-2021]]</p>"}]
        add_live(topic, ArticlePage(title=f"Article {number}", slug=f"a{number}", body=body))
    with pytest.raises(ProtectedError) as refusal:
        moreau.delete()
    assert "“Article 4” and 2 more" in refusal.value.args[0]


def test_chooser_answers_an_address_that_names_no_reference(admin_client, moreau):
    assert admin_client.get(reverse("reference_chooser:chosen", args=["moreau"])).status_code == 404
    several = admin_client.get(reverse("reference_chooser:chosen_multiple"), {"id": ["moreau", moreau.pk]})
    assert [chosen["key"] for chosen in several.json()["result"]] == [moreau.key]


def test_chooser_finds_chooses_and_creates(admin_client, moreau):
    listing = admin_client.get(reverse("reference_chooser:choose")).json()
    assert "moreau-2021" in listing["html"]
    url = reverse("reference_chooser:chosen_multiple")
    chosen = admin_client.get(url, {"id": [moreau.pk], "multiple": "1"}).json()
    assert [item["key"] for item in chosen["result"]] == ["moreau-2021"]
    create = reverse("reference_chooser:create")
    made = admin_client.post(f"{create}?multiple=1", in_modal(authors="Dimopoulos MA", year="2020")).json()
    assert made["result"][0]["key"] == "dimopoulos-2020"
    refused = admin_client.post(create, in_modal(title=moreau.title, year="2021")).json()
    assert "already: moreau-2021" in refused["htmlFragment"]


def test_counting_citations_takes_a_fixed_number_of_queries(django_assert_max_num_queries, citing):
    references = [Reference.objects.create(key=f"key-{number}", title=f"T{number}") for number in range(50)]
    citing_counts(references)
    with django_assert_max_num_queries(6):
        citing_counts(references)
