"""A reader reports an error: without script, account, address or trace."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone
from wagtail.models import PageViewRestriction

from articles.corrections import reporting
from articles.models import ArticlePage, CorrectionReport
from articles.review.canonical import digest_of
from consent.addresses import holds_address

ARTICLE = "/multiple-myeloma/relapse/"
FORM = f"{ARTICLE}report-error/"


def parsed(response):
    return BeautifulSoup(response.content, "html.parser")


def form_of(client, address=FORM):
    """The fields of the form as a browser would send them."""
    form = parsed(client.get(address)).find("main").find("form")
    values = {field["name"]: field.get("value", "") for field in form.find_all("input")}
    return values | {field["name"]: field.text.removeprefix("\n") for field in form.find_all("textarea")}


def send(client, address=FORM, **values):
    return client.post(address, {**form_of(client, address), **values})


def test_reader_reports_an_error_from_the_article(client, article):
    link = parsed(client.get(ARTICLE)).select_one("article footer .report-error a")
    assert link.text.strip() == "Report an error in this article"
    response = client.post(
        link["href"],
        {**form_of(client, link["href"]), "passage": "The illness is active again.", "message": "It is not."},
        follow=True,
    )
    assert response.redirect_chain == [(f"{FORM}thank-you/", 302)]
    assert "Thank you for your report" in response.content.decode()
    report = CorrectionReport.objects.get()
    assert (report.article_id, report.article_title) == (article.pk, "When myeloma comes back")
    assert (report.passage, report.message) == ("The illness is active again.", "It is not.")
    assert report.digest == digest_of(ArticlePage.objects.get(pk=article.pk))
    assert report.is_open


def test_version_is_the_one_that_the_reader_saw_and_not_a_later_one(client, article):
    seen = form_of(client)
    ArticlePage.objects.filter(pk=article.pk).update(summary="Another sentence.")
    client.post(FORM, {**seen, "message": "The summary is wrong."})
    assert CorrectionReport.objects.get().digest == seen["version"]
    assert seen["version"] != digest_of(ArticlePage.objects.get(pk=article.pk))


def test_something_else_in_place_of_the_version_is_not_kept(client, article):
    send(client, message="It is wrong.", version="<b>reader@example.org</b>")
    assert CorrectionReport.objects.get().digest == ""


def test_a_link_may_bring_the_passage_along_and_changes_nothing(client, article):
    assert form_of(client, f"{FORM}?passage=active%20again")["passage"] == "active again"
    assert len(form_of(client, f"{FORM}?passage={'a' * 700}")["passage"]) == 600
    client.head(FORM)
    assert not CorrectionReport.objects.exists()


@pytest.mark.parametrize("kind", ["information", "story"])
def test_stories_can_be_reported_too(client, article, kind):
    ArticlePage.objects.filter(pk=article.pk).update(kind=kind)
    send(client, message="It is wrong.")
    assert CorrectionReport.objects.get().digest.startswith("v1:")


def test_what_is_wrong_must_be_said_and_the_passage_need_not(client, article):
    response = send(client, passage="The illness", message="  ")
    page = parsed(response)
    assert "Please say what is wrong." in page.find(role="alert").text
    assert page.find(id="id_message")["aria-invalid"] == "true"
    assert page.find(id="id_message_error").text == "Please say what is wrong."
    assert page.find(id="id_passage").text.strip() == "The illness"
    assert not CorrectionReport.objects.exists()


@pytest.mark.parametrize("field", ["passage", "message"])
def test_an_address_is_refused_and_what_was_typed_stays(client, article, field):
    typed = "Please write to Ida.Quartz@example.org about this."
    response = send(client, **{"message": "It is wrong.", field: typed})
    page = parsed(response)
    assert "We can't answer" in page.find(role="alert").text
    assert page.find(id=f"id_{field}").text.strip() == typed
    assert not CorrectionReport.objects.exists()


def test_an_address_that_stands_in_the_article_may_be_quoted(client, article):
    body = [{"type": "text", "value": "<p>Write to help@example.org at any time.</p>"}]
    page = ArticlePage.objects.get(pk=article.pk)
    page.body = body
    ArticlePage.objects.filter(pk=article.pk).update(body=page.body)
    send(client, passage="Write to help@example.org", message="The address help@example.org is out of use.")
    assert CorrectionReport.objects.count() == 1


@pytest.mark.parametrize(
    ("text", "is_address"),
    [
        ("ida@example.org", True),
        ("IDA@EXAMPLE.ORG", True),
        ("ida＠example.org", True),
        ("ida @ example.org", True),
        ("ида@пример.рф", True),
        ("mailto:ida+news@mail.example.co.uk", True),
        ("meet @ noon. Then go.", False),
        ("5 mg @ 2.5 ml", False),
        ("the @ sign", False),
    ],
)
def test_addresses_are_known_by_their_form(text, is_address):
    assert holds_address(text) is is_address


def test_looking_for_addresses_takes_no_longer_than_the_text(grows_linearly):
    assert grows_linearly(lambda size: holds_address("a" * size))
    assert grows_linearly(lambda size: holds_address("a@" * (size // 2)))


def test_a_program_that_fills_in_the_trap_is_refused_and_a_person_is_told(client, article):
    response = send(client, message="Buy this.", website="https://example.org")
    assert not CorrectionReport.objects.exists()
    trap = parsed(response).find(id="id_website")
    assert trap.find_parent(attrs={"aria-hidden": True}) is None
    assert "tabindex" not in trap.attrs
    hidden = parsed(client.get(FORM)).find(id="id_website")
    assert hidden.find_parent(attrs={"aria-hidden": "true"})
    assert hidden["tabindex"] == "-1"
    assert "Please empty it" in response.content.decode()
    assert send(client, message="Buy this.", website="").status_code == 302


def test_two_clicks_make_one_report_until_it_is_decided(client, article):
    for _click in range(2):
        assert send(client, message="It is wrong.").status_code == 302
    assert CorrectionReport.objects.count() == 1
    CorrectionReport.objects.update(outcome=CorrectionReport.Outcome.UNFOUNDED)
    send(client, message="It is wrong.")
    assert CorrectionReport.objects.count() == 2


def test_a_flood_is_held_off_without_losing_the_words_and_ends_after_an_hour(client, article, monkeypatch):
    monkeypatch.setattr(reporting, "MOST_ON_AN_ARTICLE", 2)
    for number in range(3):
        response = send(client, message=f"Report {number}.")
    assert response.status_code == 429
    page = parsed(response)
    assert "Please send yours again later." in page.find(role="alert").text
    assert page.find(id="id_message").text.strip() == "Report 2."
    assert CorrectionReport.objects.count() == 2
    CorrectionReport.objects.update(reported_at=timezone.now() - timedelta(hours=2))
    assert send(client, message="Report 2.").status_code == 302


def test_limits_count_characters_as_browsers_do(client, article):
    send(client, message="\r\n".join(["a" * 199] * 10), passage="\r\n".join(["b" * 299] * 2))
    report = CorrectionReport.objects.get()
    assert (len(report.message), len(report.passage)) == (1999, 599)
    assert send(client, message="a" * 2001).status_code == 200
    assert CorrectionReport.objects.count() == 1


def test_a_form_from_another_site_is_refused(article):
    from django.test import Client  # noqa: PLC0415

    strict = Client(enforce_csrf_checks=True)
    assert strict.post(FORM, {"message": "It is wrong."}).status_code == 403
    assert send(strict, message="It is wrong.").status_code == 302


def test_the_form_is_never_cached_and_the_article_sets_no_cookie(client, article):
    form = client.get(FORM)
    assert "no-store" in form["Cache-Control"]
    assert '<meta name="robots" content="noindex">' in form.content.decode()
    client.cookies.clear()
    page = client.get(ARTICLE)
    assert not page.cookies
    assert "Cookie" not in page.get("Vary", "")
    assert "csrf" not in page.content.decode()


def test_the_form_runs_no_script_and_loads_nothing_foreign(client, article):
    response = client.get(FORM)
    assert "'unsafe-inline'" not in response["Content-Security-Policy"]
    page = parsed(response)
    assert not page.find_all("script")
    assert not page.find_all(style=True)


def test_an_alias_is_reported_as_its_source(client, article, community):
    article.create_alias(parent=community.root_page, update_slug="elsewhere")
    address = "/elsewhere/report-error/"
    assert parsed(client.get("/elsewhere/")).find("a", href=address)
    assert send(client, address, message="It is wrong.").url == f"{address}thank-you/"
    report = CorrectionReport.objects.get()
    assert report.article_id == article.pk
    assert report.digest == digest_of(ArticlePage.objects.get(pk=article.pk))


def test_a_translation_is_reported_as_itself_in_its_language(client, spanish_article):
    address = "/es/mieloma-multiple/recaida/report-error/"
    assert send(client, address, message="No es verdad.").url == f"{address}thank-you/"
    assert CorrectionReport.objects.get().article_id == spanish_article.pk


@pytest.mark.parametrize("ending", ["report-error/", "report-error/thank-you/"])
def test_only_articles_that_all_may_open_have_the_page(client, article, ending):
    assert client.get(f"{ARTICLE}{ending}").status_code == 200
    assert client.get(f"/multiple-myeloma/{ending}").status_code == 404
    assert client.get(f"/multiple-myeloma/no-such-article/{ending}").status_code == 404
    restriction = PageViewRestriction.objects.create(
        page=article.get_parent(), restriction_type=PageViewRestriction.LOGIN
    )
    assert client.get(f"{ARTICLE}{ending}").status_code == 404
    assert client.post(f"{ARTICLE}{ending}", {"message": "It is wrong."}).status_code in (404, 405)
    restriction.delete()
    ArticlePage.objects.get(pk=article.pk).unpublish()
    assert client.get(f"{ARTICLE}{ending}").status_code == 404
    assert not CorrectionReport.objects.exists()


def test_an_article_of_another_community_is_not_found_here(client, article, other_community):
    assert client.get(FORM, headers={"host": "migraine.test"}).status_code == 404


def test_a_page_may_have_the_name_of_the_form(client, topic, article):
    article.slug = "report-error"
    article.save()
    assert "When myeloma comes back" in client.get("/multiple-myeloma/report-error/").content.decode()
    assert client.get("/multiple-myeloma/report-error/report-error/").status_code == 200
