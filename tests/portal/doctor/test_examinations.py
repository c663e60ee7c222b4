"""Examinations of database, ledgers, cache, mail and clock, each of something sound and of something broken; and the
command that tells of all of them.
"""

import http.client
import json
import smtplib
from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
import redis
from django.core.mail import get_connection
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import OperationalError, connection
from django.db.backends.base.base import BaseDatabaseWrapper

from portal.doctor import cache, clock, database
from portal.doctor.examination import EXAMINATIONS, Wish, examine, examines, findings_of
from portal.ledger import triggers
from tests.portal.doctor.examining import FINE, NOTE, PROBLEM, WARNING, free_port, levels, sentences
from tests.portal.ledger.conftest import contribute, tampering


def test_a_database_answers_or_does_not(db, monkeypatch):
    assert levels("database") == [FINE]
    monkeypatch.setattr(database, "_version", lambda: (9, 6) if connection.vendor == "postgresql" else (3, 8, 1))
    assert "too old" in sentences("database")

    def refuse(self):
        raise OperationalError("could not connect")

    with monkeypatch.context() as away:
        away.setattr(BaseDatabaseWrapper, "ensure_connection", refuse)
        assert "does not answer" in sentences("database")
        assert not {each.name for each, _finding in examine(Wish()) if each.needs_database}


def test_a_missing_migration_is_a_problem(db):
    assert levels("migrations") == [FINE]
    with connection.cursor() as cursor:
        cursor.execute("SELECT max(name) FROM django_migrations WHERE app = 'portal'")
        cursor.execute("DELETE FROM django_migrations WHERE app = 'portal' AND name = %s", cursor.fetchone())
    assert "1 migrations are missing" in sentences("migrations")


def test_triggers_that_are_gone_are_a_problem(db):
    assert levels("triggers") == [FINE]
    with triggers.lifted(connection):
        assert "Ledgers could be changed" in sentences("triggers")


def test_an_altered_entry_of_a_ledger_is_found_among_the_newest_and_by_reading_all(db):
    entries = [contribute(number) for number in range(1, 4)]
    assert levels("ledgers") == levels("ledgers", is_thorough=True) == [FINE]
    with tampering() as cursor:
        cursor.execute("UPDATE articles_contribution SET username = 'berta' WHERE number = 2")
    assert "entry 2 is bad" in sentences("ledgers")
    assert "entry 2 is bad" in sentences("ledgers", is_thorough=True)
    with tampering() as cursor:
        cursor.execute("UPDATE articles_contribution SET username = 'anna' WHERE number = 2")
        cursor.execute("DELETE FROM articles_contribution WHERE number = 3")
    assert len(entries) == 3
    assert "entry 3 is bad" in sentences("ledgers")


def test_a_file_of_sqlite_that_others_can_read_is_a_warning(db, tmp_path, monkeypatch):
    if connection.vendor != "sqlite":
        assert levels("sqlite") == []
        return
    place = tmp_path / "portal.sqlite3"
    place.touch(0o600)
    monkeypatch.setitem(connection.settings_dict, "NAME", str(place))
    assert levels("sqlite") == [FINE]
    place.chmod(0o644)
    assert levels("sqlite") == [FINE, WARNING]
    monkeypatch.setattr(database, "_one", lambda sql: "delete" if "journal" in sql else "malformed page 7")
    assert "damaged: malformed page 7" in sentences("sqlite")
    assert "in place of a write-ahead log" in sentences("sqlite")


@pytest.mark.parametrize(
    ("allowed", "used", "pool", "level"),
    [(97, 10, 8, FINE), (97, 10, 0, NOTE), (97, 90, 8, WARNING), (97, 10, 60, PROBLEM)],
)
def test_connections_must_do_for_more_than_one_process(db, allowed, used, pool, level):
    assert [finding.level for finding in database.judge_connections(allowed=allowed, used=used, pool=pool)] == [level]
    assert levels("connections") == ([] if connection.vendor == "sqlite" else levels("connections"))


def test_redis_answers_or_does_not(settings, monkeypatch):
    assert levels("redis") == [NOTE]
    settings.REDIS_URL = f"redis://127.0.0.1:{free_port()}/0"
    assert levels("redis") == [PROBLEM]
    monkeypatch.setattr(redis.Redis, "ping", lambda self: True)
    monkeypatch.setattr(redis.Redis, "info", lambda self, part: {"maxmemory": 1, "maxmemory_policy": "allkeys-lru"})
    assert levels("redis") == [FINE]
    assert [finding.level for finding in cache.judge_memory({"maxmemory": 0})] == [WARNING]
    assert [finding.level for finding in cache.judge_memory({"maxmemory": 1, "maxmemory_policy": "noeviction"})] == [
        WARNING
    ]


def test_a_mail_server_takes_us_or_does_not(settings, monkeypatch):
    settings.EMAIL_BACKEND = "portal.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_USE_TLS = "127.0.0.1", free_port(), False
    assert "can't be used (ConnectionRefusedError)" in sentences("mail server")
    backend = type(get_connection())
    monkeypatch.setattr(backend, "open", lambda self: True)
    assert levels("mail server") == [FINE]
    settings.EMAIL_HOST = "mail.example.org"
    assert "unencrypted" in sentences("mail server")
    settings.EMAIL_USE_TLS = True
    assert levels("mail server") == [FINE]

    def refuse(self):
        raise smtplib.SMTPAuthenticationError(535, b"anna@example.org: no")

    monkeypatch.setattr(backend, "open", refuse)
    assert "refuses name or password (535)" in sentences("mail server")
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert levels("mail server") == [NOTE]


def test_the_sender_must_be_ours(settings):
    settings.ALLOWED_HOSTS = ["health.example.org"]
    for address, level in (
        ("portal@example.org", FINE),
        ("Portal <portal@health.example.org>", FINE),
        ("portal@other.example", WARNING),
        ("portal@localhost", PROBLEM),
    ):
        settings.DEFAULT_FROM_EMAIL = address
        assert levels("sender") == [level], address


def test_a_test_mail_is_sent_when_asked_for(mailoutbox, settings, monkeypatch):
    assert levels("test mail") == []
    assert levels("test mail", send_test_to="olga@staff.example.org") == [FINE]
    assert [mail.to for mail in mailoutbox] == [["olga@staff.example.org"]]
    settings.EMAIL_BACKEND = "portal.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", free_port()
    assert levels("test mail", send_test_to="olga@staff.example.org") == [PROBLEM]


def test_a_delivered_mail_is_read_when_given(tmp_path, settings):
    settings.DEFAULT_FROM_EMAIL = "portal@health.example.org"
    assert levels("delivered mail") == [NOTE]
    assert levels("delivered mail", message=tmp_path / "gone.eml") == [PROBLEM]
    (tmp_path / "mail.eml").write_text("From: portal@health.example.org\n\nHello.")
    assert "not signed" in sentences("delivered mail", message=tmp_path / "mail.eml")


@pytest.mark.parametrize(("seconds", "level"), [(1, FINE), (-2, FINE), (20, WARNING), (-90, PROBLEM)])
def test_clocks_that_are_apart(seconds, level):
    now = datetime.now(UTC)
    assert clock.judge(now + timedelta(seconds=seconds), now=now, whose="the database's").level == level


def test_clocks_of_database_and_address_are_asked(db, settings, monkeypatch):
    assert levels("database clock") == [FINE]
    settings.WAGTAILADMIN_BASE_URL = f"http://127.0.0.1:{free_port()}"
    assert levels("web clock") == [NOTE]
    monkeypatch.setattr(http.client.HTTPConnection, "request", lambda self, *args: None)
    answer = type("Answer", (), {"getheader": lambda self, name: "Tue, 24 Nov 2015 08:00:00 GMT"})
    monkeypatch.setattr(http.client.HTTPConnection, "getresponse", lambda self: answer())
    assert levels("web clock") == [PROBLEM]


def test_an_examination_that_breaks_is_a_finding_and_tells_no_address(monkeypatch, db):
    def breaks(wish):
        raise KeyError("anna@example.org")

    each = examines("breaks", "Nowhere")(breaks) and EXAMINATIONS.pop("breaks")
    (finding,) = findings_of(each, Wish())
    assert finding.level == PROBLEM
    assert "KeyError" in finding.sentence
    assert "anna@" not in finding.sentence


def run_doctor(*options):
    """What the command says, and its exit code."""
    said, code = StringIO(), 0
    try:
        call_command("doctor", *options, stdout=said)
    except SystemExit as end:
        code = end.code
    return said.getvalue(), code


def test_the_command_says_it_in_sentences_and_by_its_exit_code(db):
    said, code = run_doctor("--only", "backups")
    assert ("No backup was ever made." in said, "docs/backup.md" in said, code) == (True, True, 0)
    assert run_doctor("--only", "backups", "--strict")[1] == 1
    said, code = run_doctor("--only", "worker", "--json")
    assert code == 1
    (row,) = json.loads(said)
    assert (row["area"], row["level"]) == ("Work", "problem")
    with pytest.raises(CommandError, match="There is no moon"):
        run_doctor("--only", "moon")
