"""What Prometheus is told, and whom nobody tells: requests by view, kept pages, figures of the database."""

import os
import subprocess
import sys

import pytest
from django.db import OperationalError
from django.test import Client
from prometheus_client.exposition import generate_latest
from prometheus_client.parser import text_string_to_metric_families

from portal.environment import PROJECT_DIR
from portal.metrics import measuring
from portal.metrics.counting import KEY, OWN, Counted
from portal.metrics.processes import VARIABLE, fold
from portal.page_cache.marking import NAME

TOKEN = "for-tests-only-0123456789-abcdefghijkl"
BEARER = {"authorization": f"Bearer {TOKEN}"}


@pytest.fixture
def metrics(settings, monkeypatch):
    """A client of a portal that counts. ``metrics()`` reads what it tells, as a number for each line."""
    settings.METRICS_TOKEN = TOKEN
    monkeypatch.setattr(measuring.FIGURES, "_asked_at", float("-inf"))
    client = Client()

    def read():
        response = client.get("/metrics", headers=BEARER)
        assert response.status_code == 200
        return figures(response.content.decode())

    read.client = client
    return read


def figures(text):
    """Each figure by its name and labels."""
    families = text_string_to_metric_families(text)
    return {
        (sample.name, *sorted(sample.labels.values())): sample.value for family in families for sample in family.samples
    }


@pytest.mark.django_db
def test_metrics_are_for_those_with_the_token_alone(metrics):
    for headers in ({}, {"authorization": "Bearer wrong"}, {"authorization": TOKEN}, {"authorization": "Basic x"}):
        response = metrics.client.get("/metrics", headers=headers)
        assert response.status_code == 401
        assert response["WWW-Authenticate"].startswith("Bearer")
        assert b"portal_" not in response.content
    response = metrics.client.get("/metrics", headers=BEARER)
    assert response["Content-Type"].startswith("text/plain")
    assert "no-store" in response["Cache-Control"]


def test_without_a_token_there_are_none(settings):
    settings.METRICS_TOKEN = ""
    assert Client().get("/metrics", headers=BEARER).status_code == 404
    assert Client().get("/metrics", headers={"authorization": "Bearer "}).status_code == 404


def test_requests_are_counted_by_view_and_tell_of_nobody(article, metrics):
    before = metrics()
    metrics.client.get(article.url)
    metrics.client.get("/search/?q=anna%40example.org")
    metrics.client.get("/anna@example.org/")
    after = metrics()

    def more(*name):
        return after.get(name, 0) - before.get(name, 0)

    assert more("portal_requests_total", "2xx", "search") == 1
    assert more("portal_requests_total", "2xx", "portal.serving.serve") == 1
    assert more("portal_request_seconds_count", "search") == 1
    assert more("portal_request_seconds_bucket", "+Inf", "search") == 1
    assert "anna" not in metrics.client.get("/metrics", headers=BEARER).content.decode()


def test_kept_pages_are_counted_as_they_were_answered(metrics, settings):
    def application(environ, start_response):
        if environ["PATH_INFO"] == "/hit":
            return [b"kept"]
        environ = {**environ, NAME: None} if environ["PATH_INFO"] == "/made" else environ
        environ[KEY].append("miss" if NAME in environ else "passed")
        return [b"made"]

    counted = Counted(application)
    reached = figures(_report())
    for path in ("/hit", "/hit", "/hit", "/made", "/form"):
        assert b"".join(counted({"PATH_INFO": path}, None))
    after = figures(_report())
    name = "portal_kept_pages_total"
    difference = {kind: after[name, kind] - reached.get((name, kind), 0) for kind in ("hit", "miss", "passed")}
    assert difference == {"hit": 3, "miss": 1, "passed": 1}


def _report():
    return generate_latest(OWN).decode()


def test_figures_of_the_database_are_told_and_asked_for_once(db, metrics, monkeypatch, django_assert_max_num_queries):
    monkeypatch.setattr(measuring, "GOOD_FOR", 3600.0)
    told = metrics()
    assert told["portal_database_up",] == 1
    assert told["portal_mail", "waiting"] == 0
    assert told["portal_crisis_cases", "unseen"] == 0
    assert told["portal_job_interval_seconds", "answer"] == 15
    with django_assert_max_num_queries(0):
        assert metrics()["portal_mail", "waiting"] == 0


def test_a_database_that_is_away_is_a_figure_too(db, metrics, monkeypatch):
    def refuse():
        raise OperationalError("gone")

    with monkeypatch.context() as away:
        away.setattr(measuring.connection, "ensure_connection", refuse)
        told = metrics()
    assert told["portal_database_up",] == 0
    assert ("portal_mail", "waiting") not in told


@pytest.mark.any_database
def test_what_a_process_counted_is_told_after_it_is_gone(tmp_path):
    folder = tmp_path / "metrics" / "machine"
    folder.mkdir(parents=True)
    program = (
        "import django; django.setup();"
        "from portal.metrics.counting import ANSWERS, KEPT_BYTES; ANSWERS.labels('hit').inc({}); KEPT_BYTES.set(7);"
        "from portal.metrics.processes import *;"
        "import pathlib; from prometheus_client import CollectorRegistry;"
        "folder = pathlib.Path(os.environ[VARIABLE]); fold(folder); registry = CollectorRegistry();"
        "MultiProcessCollector(registry, path=str(folder)); print(generate_latest(registry).decode())"
    )

    def count(number):
        command = [sys.executable, "-c", program.format(number)]
        variables = {**os.environ, VARIABLE: str(folder)}
        done = subprocess.run(command, cwd=PROJECT_DIR, env=variables, capture_output=True, text=True, check=True)
        return figures(done.stdout)

    count(3)
    second, third = count(4), count(5)
    assert second["portal_kept_pages_total", "hit"] == 7
    assert third["portal_kept_pages_total", "hit"] == 12
    assert third["portal_kept_pages_bytes",] == 7  # of the process that lives
    fold(folder)
    assert sorted(file.name for file in folder.glob("*.db")) == ["counter_0.db"]
