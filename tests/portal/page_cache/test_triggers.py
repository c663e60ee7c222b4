"""The triggers stand on every watched table, and on none that a migration has not finished."""

import pytest
from django.core.management import call_command
from django.db import connection

from consent.models import PolicyPage
from portal.models import ContentChange
from portal.page_cache import triggers


@pytest.mark.django_db
def test_every_watched_table_has_them():
    assert triggers.are_there(connection)


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_half_way_through_migrations_nothing_fails_and_nothing_may_be_kept():
    try:
        call_command("migrate", "consent", "0005", verbosity=0)
        assert not triggers.are_there(connection)
        assert "change_consent_policypage_update" not in triggers.there(connection)
        PolicyPage.objects.update(what_changed="Half-way.")
    finally:
        call_command("migrate", verbosity=0)
    assert triggers.are_there(connection)


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_whatever_migrated_makes_all_pages_anew():
    ContentChange.objects.all().delete()
    call_command("migrate", verbosity=0)
    assert not ContentChange.objects.exists()
    try:
        call_command("migrate", "consent", "0005", verbosity=0)
    finally:
        call_command("migrate", verbosity=0)
    assert ContentChange.objects.filter(tag="*").exists()
