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


@pytest.mark.django_db(transaction=True)
def test_half_way_through_migrations_nothing_fails_and_nothing_may_be_kept_and_then_all_pages_are_made_anew():
    try:
        call_command("migrate", "consent", "0005", verbosity=0)
        assert not triggers.are_there(connection)
        assert "change_consent_policypage_update" not in triggers.there(connection)
        PolicyPage.objects.update(what_changed="Half-way.")
        ContentChange.objects.all().delete()
    finally:
        call_command("migrate", verbosity=0)
    assert triggers.are_there(connection)
    assert ContentChange.objects.filter(tag="*").exists()


@pytest.mark.django_db
def test_nothing_is_made_anew_when_nothing_migrated():
    ContentChange.objects.all().delete()
    call_command("migrate", verbosity=0)
    assert not ContentChange.objects.exists()
