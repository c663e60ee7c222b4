"""Importing the same file again changes nothing; looking writes nothing; one file yields one draft."""

import threading

import pytest
from django.db import connection, connections
from wagtail.models import Page, PageLogEntry, Revision

from articles.importing import run
from articles.importing.parents import find_parent
from articles.importing.run import File
from articles.importing.run import import_file as import_one
from articles.models import ArticlePage, ArticleSource, ImportRecord, ImportRun, Reference
from tests.articles.importing.pages import SCRAPED


def everything():
    models = (Page, ArticlePage, ArticleSource, ImportRecord, ImportRun, PageLogEntry, Reference, Revision)
    return [list(model.objects.order_by("pk").values()) for model in models]


def test_importing_a_file_again_changes_nothing_and_names_the_same_draft(import_file):
    first, _code = import_file(SCRAPED)
    before = everything()
    second, code = import_file(SCRAPED, name="under-another-name.txt")
    assert everything() == before
    assert (second["status"], second["page_id"], code) == ("unchanged", first["page_id"], 1)
    assert second["lines"] == first["lines"]


def test_nothing_needs_a_person_once_the_draft_was_published(import_file):
    report, _code = import_file(SCRAPED)
    ArticlePage.objects.filter(pk=report["page_id"]).update(first_published_at="2026-01-01T00:00Z", live=True)
    again, code = import_file(SCRAPED)
    assert (again["status"], again["needs_person"], code) == ("unchanged", [], 0)


def test_file_whose_draft_was_deleted_is_imported_anew(import_file):
    report, _code = import_file(SCRAPED)
    ArticlePage.objects.get(pk=report["page_id"]).delete()
    again, _code = import_file(SCRAPED)
    assert again["status"] == "imported"
    assert ArticlePage.objects.get().pk == again["page_id"]


def test_draft_that_an_editor_changed_or_moved_is_left_alone(import_file, community):
    report, _code = import_file(SCRAPED)
    page = ArticlePage.objects.get(pk=report["page_id"])
    page.title = "What the editor wrote"
    page.save()
    page.move(community.root_page, pos="last-child")
    again, _code = import_file(SCRAPED)
    assert (again["status"], again["page_id"]) == ("unchanged", page.pk)
    assert ArticlePage.objects.get().title == "What the editor wrote"


def test_dry_run_writes_nothing_and_reports_the_same(import_file):
    before = everything()
    looked, looked_code = import_file(SCRAPED, "--dry-run")
    assert everything() == before
    real, code = import_file(SCRAPED)
    assert (looked["status"], looked["page_id"], looked_code) == ("checked", None, code)
    differing = {key for key in real if real[key] != looked[key]}
    assert differing == {"status", "page_id"}


def test_failure_while_a_draft_is_written_leaves_nothing_behind(topic, monkeypatch):
    before = everything()

    def fail(*args, **kwargs):
        raise RuntimeError("the disk is full")

    monkeypatch.setattr(ArticlePage, "save_revision", fail)
    report = import_one(File("page.txt", SCRAPED.encode()), parent=topic)
    assert report["status"] == "failed"
    assert everything() == before


def test_import_that_finds_the_file_taken_at_the_last_moment_leaves_it_alone(topic, monkeypatch):
    first = import_one(File("page.txt", SCRAPED.encode()), parent=topic)
    answers = iter([None])
    look = run._locked_record
    monkeypatch.setattr(run, "_locked_record", lambda key: next(answers, look(key)))
    second = import_one(File("page.txt", SCRAPED.encode()), parent=topic)
    assert (second["status"], second["page_id"]) == ("unchanged", first["page_id"])
    assert ArticlePage.objects.count() == 1


@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite in memory refuses to wait for a table")
@pytest.mark.django_db(transaction=True)
def test_one_file_imported_twice_at_the_same_moment_yields_one_draft(topic):
    reports, barrier = [], threading.Barrier(2)

    def import_at_once():
        try:
            barrier.wait()
            reports.append(import_one(File("page.txt", SCRAPED.encode()), parent=find_parent(str(topic.pk))))
        finally:
            connections.close_all()

    threads = [threading.Thread(target=import_at_once) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(report["status"] for report in reports) == ["imported", "unchanged"]
    assert len({report["page_id"] for report in reports}) == 1
    assert ArticlePage.objects.count() == 1
    connection.close()
