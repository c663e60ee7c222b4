"""Examinations of storage, work and settings, each of something sound and of something broken."""

import stat
from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import Site

from portal.doctor import storage
from portal.jobs import JOBS
from portal.models import JobRun
from tests.portal.doctor.examining import FINE, PROBLEM, WARNING, levels, sentences


def test_media_can_be_written_or_not(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    assert levels("media") == [FINE]
    assert not list((tmp_path / "media").rglob("*.txt"))
    (tmp_path / "file").touch()
    settings.MEDIA_ROOT = tmp_path / "file"
    assert levels("media") == [PROBLEM]


@pytest.mark.parametrize(("free", "level"), [(9 << 30, FINE), (1 << 30, WARNING), (1 << 20, PROBLEM)])
def test_disks_need_room(free, level, tmp_path):
    assert storage.judge_room(tmp_path, free).level == level


def test_folders_are_looked_at(monkeypatch):
    assert PROBLEM not in levels("folders") or "GB are free" in sentences("folders")
    monkeypatch.setattr(storage.os, "access", lambda path, mode: False)
    assert "may not write" in sentences("folders")


def test_static_files_that_were_not_collected_are_a_problem(settings, tmp_path, monkeypatch):
    assert levels("static files") == [FINE]  # those of tests have no digests

    class Known:
        hashed_files = {}

    monkeypatch.setattr(storage, "staticfiles_storage", Known())
    assert "were not collected" in sentences("static files")
    Known.hashed_files = {str(path): "" for finder in storage.get_finders() for path, _place in finder.list([])}
    assert levels("static files") == [FINE]


def test_a_worker_runs_or_does_not(db):
    assert "none ever did" in sentences("worker")
    run = JobRun.objects.create(name="worker", due_at=timezone.now(), finished_at=timezone.now(), outcome="running")
    assert levels("worker") == [FINE]
    run.finished_at = timezone.now() - timedelta(hours=1)
    run.save()
    assert "No worker runs, since" in sentences("worker")


def test_backups_are_made_or_not(db):
    assert levels("backups") == [WARNING]
    run = JobRun.objects.create(name="backup", due_at=timezone.now(), finished_at=timezone.now())
    assert levels("backups") == [FINE]
    run.finished_at = timezone.now() - timedelta(days=3)
    run.save()
    assert levels("backups") == [WARNING]


def test_every_job_of_the_portal_is_looked_at(db):
    assert "never ran" in sentences("jobs")
    now = timezone.now()
    JobRun.objects.bulk_create([JobRun(name=name, due_at=now, finished_at=now) for name in JOBS])
    assert levels("jobs") == [FINE]
    JobRun.objects.filter(name="answer").update(has_failed=True, outcome="KeyError")
    assert "The job “answer” failed (KeyError)" in sentences("jobs")


def test_modes_hosts_and_proxies(settings):
    settings.DEBUG, settings.DEMO = False, False
    settings.ALLOWED_HOSTS, settings.WAGTAILADMIN_BASE_URL = ["health.example.org"], "https://health.example.org"
    settings.SECURE_PROXY_SSL_HEADER, settings.TRUSTED_PROXIES = ("HTTP_X_FORWARDED_PROTO", "https"), ["10.0.0.2/32"]
    assert levels("modes") == levels("hosts") == levels("proxies") == [FINE]
    settings.DEBUG, settings.DEMO = True, True
    assert levels("modes") == [WARNING, PROBLEM]
    settings.WAGTAILADMIN_BASE_URL = "http://other.example.org"
    assert "not in ALLOWED_HOSTS" in sentences("hosts")
    assert "not https://" in sentences("hosts")
    settings.ALLOWED_HOSTS = ["*"]
    assert "has a *" in sentences("hosts")
    settings.TRUSTED_PROXIES = []
    assert "take all readers for one" in sentences("proxies")
    settings.TRUSTED_PROXIES = ["0.0.0.0/0"]
    assert "trusts everybody" in sentences("proxies")


def test_deployment_checks_are_part_of_it(db, settings):
    settings.SECURE_SSL_REDIRECT = False
    assert "security.W008" in sentences("deployment checks")


def test_secrets_are_kept(settings, tmp_path, monkeypatch):
    monkeypatch.setattr("portal.doctor.configuration.PROJECT_DIR", tmp_path)
    assert levels("secrets") == []
    file = tmp_path / ".env"
    file.touch(0o600)
    assert levels("secrets") == []
    file.chmod(0o644 | stat.S_IWOTH)
    settings.METRICS_TOKEN = settings.SECRET_KEY
    assert "can read or change" in sentences("secrets")
    assert "is one of the keys" in sentences("secrets")
    settings.METRICS_TOKEN = "short"
    assert "guessed" in sentences("secrets")


def test_communities_can_be_reached(community, settings):
    settings.ALLOWED_HOSTS = ["testserver"]
    assert levels("communities") == [FINE]
    settings.ALLOWED_HOSTS = ["health.example.org"]
    assert "lacks testserver" in sentences("communities")
    settings.ALLOWED_HOSTS = ["testserver"]
    community.root_page.unpublish()
    Site.objects.update(is_default_site=False)
    assert "is not published" in sentences("communities")
    assert "No community is the default one" in sentences("communities")
