"""Reading the published list of retractions, whatever it holds."""

import io
from datetime import date

import pytest

from articles.library.notices import BadFileError, Nature, Notice, read_rows
from tests.articles.library.conftest import DOI, HEAD, row


def rows(text):
    data = text if isinstance(text, bytes) else text.encode()
    return list(read_rows(io.BytesIO(data)))


def test_a_row_names_paper_and_notice():
    [found] = rows(HEAD + row(pmid="33516285"))
    assert (found.line, found.doi, found.pmid) == (2, DOI.lower(), "33516285")
    assert found.notice() == Notice(
        Nature.RETRACTION, date(2023, 3, 14), "10.1016/notice.2023", "Concerns/Issues About Data; Error in Results"
    )


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("1/2/2023 0:00", date(2023, 1, 2)),
        ("12/31/2023 0:00", date(2023, 12, 31)),
        ("01/02/2023", date(2023, 1, 2)),
        ("2023-01-02", date(2023, 1, 2)),
    ],
)
def test_days_are_written_month_first(written, day):
    [found] = rows(HEAD + row(on=written))
    assert found.notice().day == day


@pytest.mark.parametrize("word", ["Retraction", "Expression of concern", "Correction", "Reinstatement", "RETRACTION "])
def test_every_kind_of_notice_is_known(word):
    [found] = rows(HEAD + row(nature=word))
    assert found.notice().nature == word.strip().lower()


@pytest.mark.parametrize("written", ["unavailable", "Unavailable", "", "n/a", "10.1016/a and 10.1016/b"])
def test_what_is_no_doi_is_none(written):
    [found] = rows(HEAD + row(doi=written, notice=written))
    assert found.doi == ""
    assert found.notice().doi == ""


def test_dois_come_in_any_case_and_as_addresses():
    [found] = rows(HEAD + row(doi="https://doi.org/10.1016/s1470-2045(20)30756-7 "))
    assert found.doi == DOI.lower()


@pytest.mark.parametrize("written", ["0", "", "none", "١٢"])
def test_what_is_no_pmid_is_none(written):
    [found] = rows(HEAD + row(pmid=written))
    assert found.pmid == ""


def test_byte_order_mark_old_encodings_and_quoted_line_breaks_are_read():
    text = "\ufeff".encode() + HEAD.encode()
    text += row(notes='First line\r\nsecond line, with "quotes"').encode()
    text += row(reason="+Décision de l’éditeur;").encode("cp1252")
    text += row(reason="+Décision de l’éditeur;").encode()
    found = rows(text)
    assert [each.line for each in found] == [2, 4, 5]
    assert found[1].notice().reasons == found[2].notice().reasons == "Décision de l’éditeur"


def test_empty_column_at_the_end_is_read_over():
    [found] = rows(HEAD.strip() + ",\r\n" + row().strip() + ",\r\n")
    assert found.doi == DOI.lower()


def test_order_of_columns_is_free_and_blank_lines_are_skipped():
    text = (
        "Reason,RetractionNature,OriginalPaperPubMedID,OriginalPaperDOI,RetractionDOI,RetractionDate\n\n"
        "+Error;,Retraction,7,10.1000/x,10.1000/y,1/2/2023 0:00\n\n"
    )
    [found] = rows(text)
    assert (found.doi, found.pmid, found.notice().doi) == ("10.1000/x", "7", "10.1000/y")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "Line 1: the column RetractionDate is missing"),
        ("a,b\n1,2\n", "Line 1: the column RetractionDate is missing"),
        (HEAD.replace(",", ";"), "Line 1: the column RetractionDate is missing"),
        (HEAD + row() + "1,2,3\r\n", "Line 3: 3 fields instead of 20"),
        (HEAD + row().strip() + ',"more"\r\n', "Line 2: 21 fields instead of 20"),
        (HEAD + row() + '1,"a"b,c\r\n', "Line 3: a quotation mark"),
        (HEAD + '"never closed\r\n' + row() * 3, "Line 2: a quotation mark"),
        (HEAD.encode("utf-16"), "Line 1: this is no text"),
        (HEAD.encode() + b"\0\n", "Line 2: this is no text"),
        (HEAD + "a" * 1_000_001, "Line 2: this is no text"),
    ],
)
def test_bad_files_are_refused_with_the_line(text, sentence):
    with pytest.raises(BadFileError, match=sentence):
        rows(text)


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"on": "31/31/2023"}, "Line 2: “31/31/2023” is no day such as 1/31/2023"),
        ({"on": ""}, "Line 2: “” is no day"),
        ({"nature": "Withdrawal"}, "Line 2: “Withdrawal” is no known kind of notice"),
    ],
)
def test_what_a_notice_says_must_be_readable_where_it_is_asked_for(values, sentence):
    [found] = rows(HEAD + row(**values))
    with pytest.raises(BadFileError, match=sentence):
        found.notice()


def test_file_is_read_a_row_at_a_time():
    class Endless(io.RawIOBase):
        sent = 0

        def readable(self):
            return True

        def readline(self, size=-1):
            self.sent += 1
            return HEAD.encode() if self.sent == 1 else row().encode()

    stream = Endless()
    found = read_rows(stream)
    for _count in range(100):
        next(found)
    assert stream.sent <= 102
