"""``manage.py check_references --retractions FILE.csv``: from a published list to the library."""

from datetime import date

import pytest
from django.core.management import CommandError, call_command

from articles.models import ArticlePage, Reference
from articles.review.canonical import digest_of
from articles.review.current import current_review
from tests.articles.library.conftest import DOI, HEAD, row


@pytest.fixture
def check(tmp_path, capsys):
    """``check(text)``: the exit code and what was printed."""

    def _check(*rows, **options):
        file = tmp_path / "retractions.csv"
        file.write_bytes("".join([HEAD, *rows]).encode())
        code = 0
        try:
            call_command("check_references", retractions=str(file), **options)
        except SystemExit as exit_:
            code = exit_.code
        return code, capsys.readouterr().out

    return _check


def test_retracted_source_is_flagged_and_its_articles_are_named(check, citing, moreau):
    code, printed = check(row(doi="10.1000/another"), row())
    moreau.refresh_from_db()
    assert code == 1
    assert (moreau.status, moreau.status_on) == ("retracted", date(2023, 3, 14))
    assert moreau.notice_doi == "10.1016/notice.2023"
    assert "Reasons by the Retraction Watch Database: Concerns/Issues About Data" in moreau.status_note
    assert "Retracted, 14 March 2023: moreau-2021" in printed
    assert f"cited in “When myeloma comes back” (page {citing.pk}, live)" in printed
    assert "2 rows read, 1 reference named, 1 changed." in printed


def test_article_that_cites_it_in_a_draft_is_named_too(check, article, moreau):
    article.body = [{"type": "text", "value": "<p>x[[ref:moreau-2021]]</p>"}]
    article.save_revision()
    assert "cited in “When myeloma comes back”" in check(row())[1]


def test_second_run_finds_nothing_new(check, moreau):
    assert check(row())[0] == 1
    before = Reference.objects.values().get()
    code, printed = check(row())
    assert code == 0
    assert "1 row read, 1 reference named, 0 changed." in printed
    assert Reference.objects.values().get() == before


def test_dry_run_says_the_same_and_changes_nothing(check, moreau):
    code, printed = check(row(), dry_run=True)
    assert code == 1
    assert "Retracted, 14 March 2023: moreau-2021" in printed
    assert "1 would change." in printed
    assert Reference.objects.get().status == "current"


@pytest.mark.parametrize(
    ("values", "is_found"),
    [
        ({"doi": DOI.upper()}, True),
        ({"doi": DOI.lower()}, True),
        ({"doi": "unavailable", "pmid": "33516285"}, True),
        ({"doi": "unavailable", "pmid": "0"}, False),
        ({"doi": "10.1016/S1470-2045(20)30756-70", "pmid": "335162850"}, False),
    ],
)
def test_sources_are_known_by_doi_in_any_case_or_by_pmid(check, moreau, values, is_found):
    check(row(**values))
    assert (Reference.objects.get().status == "retracted") is is_found


def test_source_without_doi_and_pmid_is_never_meant(check, db):
    Reference.objects.create(key="leaflet", title="A leaflet")
    assert check(row(doi="unavailable", pmid="0"))[0] == 0


def test_reinstated_paper_is_current_again_and_stays_so(check, moreau):
    check(row())
    back = row(nature="Reinstatement", on="5/1/2024 0:00", reason="")
    assert check(row(), back)[0] == 1
    moreau.refresh_from_db()
    assert (moreau.status, moreau.status_on) == ("current", date(2024, 5, 1))
    assert moreau.status_note == "Reinstated after a retraction."
    assert check(row(), back)[0] == 0


def test_expression_of_concern_is_told_as_what_it_is(check, moreau):
    check(row(nature="Expression of concern"))
    moreau.refresh_from_db()
    assert moreau.get_status_display() == "Corrected or questioned"
    assert moreau.status_note.startswith("An expression of concern was published.")


def test_what_an_editor_decided_later_is_kept(check, moreau):
    moreau.status_on = date(2024, 1, 1)  # looked at the correction, and it does not matter here
    moreau.save()
    assert check(row(nature="Correction"))[0] == 0
    assert check(row(nature="Correction", on="2/1/2024 0:00"))[0] == 1


def test_no_approval_falls_with_a_status(check, citing, moreau):
    before = digest_of(citing)
    check(row())
    page = ArticlePage.objects.get(pk=citing.pk)
    assert digest_of(page) == before
    assert current_review(page).is_shown


def test_change_stands_in_the_history_of_the_reference(check, moreau, client, sign_in_as):
    check(row())
    sign_in_as("Editors")
    history = client.get(f"/admin/snippets/articles/reference/history/{moreau.pk}/").content.decode()
    assert "By a published list: Retracted, 2023-03-14" in history


def test_bad_file_changes_nothing_and_ends_with_two(check, moreau):
    with pytest.raises(CommandError, match=r"retractions.csv: Line 3: 3 fields instead of 20") as error:
        check(row(), "1,2,3\r\n")
    assert error.value.returncode == 2
    assert Reference.objects.get().status == "current"


def test_a_row_on_our_source_that_cant_be_read_is_left_to_a_person(check, moreau):
    assert check(row(doi="10.1000/another", on="soon"))[0] == 0
    Reference.objects.create(key="other", title="Other", doi="10.1000/other")
    code, _printed = check(row(on="", notice="unavailable"), row(doi="10.1000/other"))
    assert code == 1
    assert [each.status for each in Reference.objects.order_by("key")] == ["current", "retracted"]


def test_the_row_is_named_until_somebody_decided(check, moreau, retract, tmp_path, capsys):
    file = tmp_path / "retractions.csv"
    file.write_text(HEAD + row(on="soon"))
    for is_named in (True, False):
        try:
            call_command("check_references", retractions=str(file))
        except SystemExit:
            assert is_named
        assert ("moreau-2021: Line 2: “soon” is no day" in capsys.readouterr().err) is is_named
        retract(moreau)


def test_file_that_is_not_there_gets_a_sentence(tmp_path):
    for path in (tmp_path / "missing.csv", tmp_path):
        with pytest.raises(CommandError, match="is no file") as error:
            call_command("check_references", retractions=str(path))
        assert error.value.returncode == 2


def test_queries_do_not_grow_with_the_file(check, moreau, django_assert_max_num_queries):
    check(row())
    with django_assert_max_num_queries(7):
        check(*[row(doi=f"10.1000/{number}") for number in range(500)], row())
