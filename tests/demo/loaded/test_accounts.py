"""The demonstration's accounts open the demonstration and nothing else."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from demo.accounts import make_accounts
from portal.models import User

pytestmark = pytest.mark.django_db


def test_accounts_are_marked_and_stand_in_their_groups(demo_site):
    assert User.objects.count() == User.objects.filter(is_demo=True).count() == 9
    groups = {user.username: [group.name for group in user.groups.all()] for user in User.objects.all()}
    assert groups == {
        "author": ["Authors"],
        "editor": ["Editors"],
        "reviewer": ["Medical reviewers"],
        "second-reviewer": ["Medical reviewers"],
        "former-reviewer": ["Medical reviewers"],
        "moderator": ["Moderators"],
        "lead-moderator": ["Lead moderators"],
        "data-protection": ["Data protection"],
        "admin": [],
    }
    assert User.objects.get(username="admin").is_superuser


def test_author_signs_in_with_the_printed_password(demo_site, client):
    response = client.post(reverse("wagtailadmin_login"), {"username": "author", "password": "demo-author"})
    assert response.status_code == 302
    assert client.get(reverse("wagtailadmin_home")).status_code == 200


@pytest.mark.parametrize(
    "username",
    ["author", "editor", "reviewer", "second-reviewer", "moderator", "lead-moderator", "data-protection", "admin"],
)
def test_no_demo_account_signs_in_outside_the_demonstration(demo_site, client, settings, username):
    settings.DEMO = False
    client.post(reverse("wagtailadmin_login"), {"username": username, "password": f"demo-{username}"})
    assert "_auth_user_id" not in client.session


def test_no_demo_account_is_made_outside_the_demonstration(demo_site, settings):
    settings.DEMO = False
    with pytest.raises(PermissionDenied, match="outside demonstration mode"):
        make_accounts()


def test_the_command_is_not_installed_outside_the_demonstration():
    from portal.settings import base

    assert "demo" not in base.INSTALLED_APPS
