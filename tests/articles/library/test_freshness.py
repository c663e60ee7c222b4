"""Sources that do not stand any more: for readers beside the reference, for editors where they work."""

import json
from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles.library.freshness import articles_citing_fallen, with_evidence
from articles.models import ArticlePage, ArticleSource, Reference
from articles.publication.problems import blocking_problems, find_problems
from articles.review.canonical import digest_of

ARTICLE = "/multiple-myeloma/relapse/"


def parsed(client, address=ARTICLE):
    return BeautifulSoup(client.get(address).content, "html.parser")


def words(element):
    return " ".join(element.text.split())


def cited(client):
    script = parsed(client).find("script", type="application/ld+json").string
    article = next(node for node in json.loads(script)["@graph"] if node["@type"] == "Article")
    return article["citation"][0]


@pytest.mark.parametrize(
    ("status", "said"),
    [
        ("retracted", "Retracted 14 March 2023. This source was withdrawn."),
        ("corrected", "Corrected or questioned 14 March 2023. The data can't be relied on."),
        ("superseded", "Superseded 14 March 2023. There is a newer version of this source."),
    ],
)
def test_readers_are_told_beside_the_reference_in_words(client, citing, moreau, retract, status, said):
    retract(moreau, status)
    reference = parsed(client).find(id="ref-1")
    told = reference.select_one(".reference-status")
    assert words(told).startswith(said)
    assert "The data can't be relied on." in words(told)
    assert told.find("time")["datetime"] == "2023-03-14"
    assert told.find("a")["href"] == "https://doi.org/10.1016/notice.2023"


def test_a_notice_without_words_is_told_too(client, citing, moreau):
    Reference.objects.filter(pk=moreau.pk).update(status="corrected")
    told = words(parsed(client).select_one(".reference-status"))
    assert told == "Corrected or questioned. A notice about this source was published."


def test_nothing_is_said_of_a_source_that_stands(client, citing, moreau):
    assert parsed(client).select_one(".reference-status") is None
    assert "creativeWorkStatus" not in cited(client)


def test_a_reinstated_source_stands(client, citing, moreau, retract):
    retract(moreau, "current")
    assert parsed(client).select_one(".reference-status") is None
    assert "correction" not in cited(client)


@pytest.mark.parametrize(
    ("status", "said", "has_notice"),
    [
        ("retracted", "Retracted", True),
        ("corrected", "Corrected or questioned", True),
        ("superseded", "Superseded", False),
    ],
)
def test_machines_are_told_too(client, citing, moreau, retract, status, said, has_notice):
    retract(moreau, status)
    assert cited(client)["creativeWorkStatus"] == said
    assert (cited(client).get("correction") == "https://doi.org/10.1016/notice.2023") is has_notice


def test_status_is_no_part_of_what_is_reviewed(citing, moreau, retract):
    before = digest_of(citing)
    retract(moreau)
    assert digest_of(ArticlePage.objects.get(pk=citing.pk)) == before
    moreau.title = "Another title"
    moreau.save()
    assert digest_of(ArticlePage.objects.get(pk=citing.pk)) != before


def fallen_problems(page):
    return [problem for problem in find_problems(page) if problem.code == "source-fallen"]


def test_editor_is_advised_where_the_source_is_cited_first(citing, moreau, retract):
    assert not fallen_problems(citing)
    retract(moreau)
    citing.body = [
        {"type": "key_points", "value": {"points": ["Nothing is cited here.", "Nor here."]}},
        {"type": "text", "value": "<p>Once [[ref:moreau-2021]].</p>"},
        {"type": "text", "value": "<p>Again [[ref:moreau-2021]].</p>"},
    ]
    [problem] = fallen_problems(citing)
    assert problem.message.startswith("Retracted on 14 March 2023: moreau-2021 (Moreau P 2021: Treatment")
    assert problem.block_position == 2
    assert not blocking_problems(citing)


def test_source_behind_a_number_of_an_imported_text_is_advised_of(article, moreau, retract):
    retract(moreau)
    page = ArticlePage.objects.get(pk=article.pk)
    page.body = [{"type": "text", "value": "<p>Once [[ref:1]].</p>"}]
    page.sources = [ArticleSource(imported_number="1", reference=moreau)]
    assert [problem.block_position for problem in fallen_problems(page)] == [1]


def test_article_with_a_retracted_source_can_still_be_mended(citing, moreau, retract):
    retract(moreau)
    citing.slug = "relapse-of-myeloma"
    citing.save()
    assert ArticlePage.objects.get(pk=citing.pk).slug == "relapse-of-myeloma"


def test_articles_are_told_by_their_worst_source(topic, citing, moreau, retract):
    old = Reference.objects.create(key="old", title="Old guideline", status="superseded", status_on=date(2024, 1, 1))
    fine = Reference.objects.create(key="fine", title="Fine")
    other = topic.add_child(instance=ArticlePage(title="Other", slug="other", live=False))
    other.body = [{"type": "text", "value": f"<p>x[[ref:{old.key}]] y[[ref:{fine.key}]]</p>"}]
    other.save()
    both = topic.add_child(instance=ArticlePage(title="Both", slug="both", live=False))
    both.body = [{"type": "text", "value": "<p>x[[ref:old]] y[[ref:moreau-2021]]</p>"}]
    both.save()
    retract(moreau)
    found = articles_citing_fallen()
    assert found == {citing.pk: [moreau], other.pk: [old], both.pk: [moreau, old]}
    assert articles_citing_fallen([old]) == {other.pk: [old], both.pk: [old]}
    ranked = with_evidence(ArticlePage.objects.all()).order_by("-evidence", "title").values_list("title", "evidence")
    assert list(ranked) == [("Both", 2), ("When myeloma comes back", 2), ("Other", 1)]


def test_articles_whose_sources_stand_are_not_told(citing, moreau):
    assert articles_citing_fallen() == {}
    assert with_evidence(ArticlePage.objects.all()).get().evidence == 0


def test_asking_takes_two_queries_at_most(citing, moreau, retract, django_assert_num_queries):
    articles_citing_fallen()  # content types are remembered
    retract(moreau)
    with django_assert_num_queries(2):
        articles_citing_fallen()


def dashboard(client):
    response = client.get(reverse("wagtailadmin_home"))
    return response, {getattr(panel, "name", ""): panel for panel in response.context["panels"]}


def test_dashboard_names_sources_that_fell_with_the_number_of_articles(client, citing, moreau, retract, sign_in_as):
    sign_in_as("Editors")
    Reference.objects.create(key="uncited", title="Uncited", status="retracted", status_on=date(2024, 1, 1))
    response, panels = dashboard(client)
    assert "No article cites a source that is known to be retracted" in response.content.decode()
    retract(moreau)
    response, panels = dashboard(client)
    [line] = panels["fallen_sources"].lines
    assert line["note"] == "Retracted, in 1 article"
    assert "When myeloma comes back" in client.get(line["url"]).content.decode()
    assert line["url"] in response.content.decode()


@pytest.mark.parametrize("role", ["Authors", "Medical reviewers", "Moderators"])
def test_dashboard_of_others_says_nothing_of_sources(client, citing, moreau, retract, sign_in_as, role):
    retract(moreau)
    sign_in_as(role)
    assert "fallen_sources" not in dashboard(client)[1]


def test_dashboard_asks_as_much_for_many_sources(client, citing, moreau, retract, sign_in_as):
    sign_in_as("Editors")
    retract(moreau)

    def queries():
        with CaptureQueriesContext(connection) as captured:
            dashboard(client)
        return len(captured)

    queries()
    few = queries()
    for number in range(12):
        Reference.objects.create(key=f"k{number}", title=f"T{number}", status="retracted", status_on=date(2024, 1, 1))
    citing.body = [{"type": "text", "value": "".join(f"<p>x[[ref:k{number}]]</p>" for number in range(12))}]
    ArticlePage.objects.filter(pk=citing.pk).update(live=False)
    citing.live = False
    citing.save()
    assert queries() <= few
    assert len(dashboard(client)[1]["fallen_sources"].lines) == 9


# --- The library's form and list --------------------------------------------------------------------


def form_data(reference, **values):
    return {
        "type": reference.type,
        "authors": reference.authors,
        "title": reference.title,
        "source": reference.source,
        "year": reference.year,
        "doi": reference.doi,
        "pmid": reference.pmid,
        "status": "retracted",
        "status_on": "2023-03-14",
        "status_note": "Withdrawn by its authors.",
        "notice_doi": "https://doi.org/10.1016/notice.2023",
        **values,
    }


def edit(client, reference, **values):
    url = reverse("wagtailsnippets_articles_reference:edit", args=[reference.pk])
    return client.post(url, form_data(reference, **values)).content.decode()


def test_editor_says_that_a_source_was_retracted(client, moreau, sign_in_as):
    sign_in_as("Editors")
    edit(client, moreau)
    moreau.refresh_from_db()
    assert (moreau.status, moreau.status_on, moreau.notice_doi) == (
        "retracted",
        date(2023, 3, 14),
        "10.1016/notice.2023",
    )
    assert not moreau.stands


@pytest.mark.parametrize("status", ["retracted", "corrected", "superseded"])
def test_another_status_needs_its_day(client, moreau, sign_in_as, status):
    sign_in_as("Editors")
    assert "Say since when: readers are told the day." in edit(client, moreau, status=status, status_on="")
    tomorrow = timezone.localdate() + timedelta(days=1)
    assert "This day is still to come." in edit(client, moreau, status=status, status_on=tomorrow.isoformat())
    moreau.refresh_from_db()
    assert moreau.stands
    edit(client, moreau, status="current", status_on="", status_note="", notice_doi="")
    assert Reference.objects.get().status == "current"


def test_library_lists_and_filters_by_status(client, moreau, retract, sign_in_as):
    sign_in_as("Editors")
    Reference.objects.create(key="fine", title="A fine source")
    retract(moreau)
    url = reverse("wagtailsnippets_articles_reference:list")
    assert "Retracted" in client.get(url).content.decode()
    page = client.get(url, {"status": "retracted"}).content.decode()
    assert "Treatment of relapsed myeloma" in page
    assert "A fine source" not in page
