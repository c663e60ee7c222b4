"""What load balancers are told. They ask by IP address and over plain HTTP, from inside."""

import pytest
from django.core.management import call_command
from django.db import OperationalError
from django.db.backends.base.base import BaseDatabaseWrapper


def test_a_process_that_lives_says_so_without_a_database(client):
    response = client.get("/healthz")
    assert (response.status_code, response.content) == (200, b"ok\n")
    assert "no-store" in response["Cache-Control"]


@pytest.mark.django_db
def test_it_is_ready_when_the_database_answers(client):
    assert client.get("/readyz").status_code == 200


@pytest.mark.django_db
def test_it_is_not_ready_without_a_database(client, monkeypatch):
    def refuse(self, *args, **kwargs):
        raise OperationalError("gone")

    monkeypatch.setattr(BaseDatabaseWrapper, "cursor", refuse)
    response = client.get("/readyz")
    assert (response.status_code, response.content) == (503, b"database\n")


@pytest.mark.django_db(transaction=True)
def test_it_is_not_ready_before_every_migration(client):
    call_command("migrate", "portal", "0005", verbosity=0)
    try:
        assert client.get("/readyz").content == b"migrations\n"
    finally:
        call_command("migrate", verbosity=0)
