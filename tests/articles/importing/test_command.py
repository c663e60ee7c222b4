import json

import pytest
from django.core.management import CommandError, call_command

from articles.importing.parents import UnknownPageError, find_parent
from articles.models import ArticlePage, TopicPage

PLAIN = """\
A title of a page

Migraine is an illness of the brain that can be treated.

Attacks come and go. Between them most people feel well.
"""


@pytest.mark.parametrize(
    "name",
    [
        "multiple-myeloma",
        "/multiple-myeloma/",
        "/multiple-myeloma",
        "http://testserver/multiple-myeloma/",
        "Multiple myeloma",
    ],
)
def test_page_is_found_by_slug_path_address_and_title(topic, name):
    assert find_parent(name) == topic


def test_page_is_found_by_its_number(topic):
    assert find_parent(str(topic.pk)) == topic


def test_home_page_takes_articles_too(topic):
    assert find_parent("/").title == "Blood Cancer Community"


@pytest.mark.parametrize(
    "name", ["nowhere", "/nowhere/", "0", "http://elsewhere.example/multiple-myeloma/", "http://[", ""]
)
def test_unknown_page_gets_a_sentence_that_lists_candidates(topic, name):
    with pytest.raises(UnknownPageError, match=f"{topic.pk} \\(Multiple myeloma"):
        find_parent(name)


def test_page_that_takes_no_articles_gets_a_sentence(article):
    with pytest.raises(UnknownPageError, match="takes no articles"):
        find_parent("relapse")


def test_name_of_several_pages_gets_a_sentence_that_lists_them(topic, community):
    other = community.root_page.add_child(instance=TopicPage(title="Multiple myeloma", slug="myeloma-2"))
    with pytest.raises(UnknownPageError, match=f"several pages.*{topic.pk}.*{other.pk}"):
        find_parent("multiple Myeloma")


def test_command_refuses_an_unknown_page_with_exit_code_2(topic, tmp_path):
    with pytest.raises(CommandError) as caught:
        call_command("import_articles", str(tmp_path / "page.txt"), "--under", "nowhere")
    assert caught.value.returncode == 2


def test_exit_code_is_0_when_nothing_needs_a_person(import_file):
    report, code = import_file(PLAIN)
    assert (report["status"], report["needs_person"], code) == ("imported", [], 0)


def test_exit_code_is_2_when_no_file_could_be_imported(import_file):
    assert import_file(b"")[1] == 2


def test_progress_goes_to_one_stream_and_the_report_to_the_other(topic, tmp_path, capsys):
    path = tmp_path / "page.txt"
    path.write_text(PLAIN)
    call_command("import_articles", str(path), "--under", "multiple-myeloma")
    captured = capsys.readouterr()
    assert f"[1/1] {path}" in captured.err
    assert "3 in all, 3 kept, 0 dropped" in captured.out
    assert "A title of a page" in captured.out


def test_report_that_cannot_be_written_is_said_before_anything_is_imported(topic, tmp_path):
    path = tmp_path / "page.txt"
    path.write_text(PLAIN)
    with pytest.raises(CommandError, match="report"):
        call_command(
            "import_articles", str(path), "--under", "multiple-myeloma", "--report", str(tmp_path / "no/where.json")
        )
    assert not ArticlePage.objects.exists()


def test_json_report_has_the_documented_fields(import_file):
    report, _code = import_file(PLAIN)
    assert list(report)[:12] == [
        "file", "status", "page_id", "title", "claimed_reviewer", "claimed_date", "headings", "lists", "markers",
        "dangling", "references", "lines",
    ]  # fmt: skip
    assert json.dumps(report)
