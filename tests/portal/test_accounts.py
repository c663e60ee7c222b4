"""Demo accounts are accounts of the demonstration alone."""

import pytest
from django.core.exceptions import PermissionDenied

from portal.accounts import check_no_demo_accounts
from portal.models import User


@pytest.fixture
def demo_account(db):
    account = User(username="demo-editor", is_demo=True, is_staff=True, is_superuser=True)
    account.set_password("known to everybody")
    account.save()
    return account


def sign_in(client):
    """Signs in through the form; whether the admin opens."""
    client.post("/admin/login/", {"username": "demo-editor", "password": "known to everybody"})
    return client.get("/admin/").status_code == 200


def test_demo_account_signs_in_to_the_demonstration_and_nowhere_else(client, settings, demo_account, community):
    settings.DEMO = False
    assert not sign_in(client)
    settings.DEMO = True
    assert sign_in(client)


def test_a_demo_session_ends_when_demonstration_mode_does(client, settings, demo_account, community):
    assert sign_in(client)
    settings.DEMO = False
    assert client.get("/admin/").status_code == 302


def test_demo_account_is_saved_in_the_demonstration_and_nowhere_else(settings, demo_account):
    demo_account.save()
    settings.DEMO = False
    with pytest.raises(PermissionDenied):
        demo_account.save()
    with pytest.raises(PermissionDenied):
        User.objects.create_user("another", password="known to everybody", is_demo=True)


def test_check_names_demo_accounts_outside_the_demonstration(settings, demo_account):
    assert check_no_demo_accounts(None, ["default"]) == []
    settings.DEMO = False
    [error] = check_no_demo_accounts(None, ["default"])
    assert error.id == "portal.E001"
    assert "demo-editor" in error.msg


def test_check_is_silent_without_a_database_and_without_demo_accounts(settings, db):
    settings.DEMO = False
    assert check_no_demo_accounts(None, None) == []
    assert check_no_demo_accounts(None, ["default"]) == []


@pytest.mark.parametrize("password", ["short-1234", "password1234", "12345678901234567890"])
def test_weak_passwords_are_refused_and_a_long_one_is_taken(password):
    from django.contrib.auth.password_validation import validate_password
    from django.core.exceptions import ValidationError

    validate_password("seven-lamps-by-the-river")
    with pytest.raises(ValidationError):
        validate_password(password)
