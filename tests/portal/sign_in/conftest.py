"""Ada, who works here, and the ways in that she has."""

import time

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from portal.models import SecondFactor, User
from portal.sign_in import totp
from portal.sign_in.sealing import seal

PASSWORD = "seven quiet herons"
ADMIN = "/admin/"


@pytest.fixture
def required(settings):
    """As in production: a second factor is needed."""
    settings.REQUIRE_SECOND_FACTOR = True


@pytest.fixture
def ada(community):
    """An editor with a password."""
    user = User.objects.create_user("ada", email="ada@example.org", password=PASSWORD)
    user.groups.add(Group.objects.get(name="Editors"))
    return user


class App:
    """An authenticator app that holds a secret."""

    def __init__(self, secret: bytes) -> None:
        self.secret = secret

    def code(self, *, steps: int = 0) -> str:
        """What it shows now, or some steps from now."""
        return totp.code_at(self.secret, int(time.time()) // totp.STEP + steps)


def an_app(user, name="Phone") -> App:
    """An app that is set up for ``user``."""
    secret = totp.new_secret()
    SecondFactor.objects.create(user=user, kind="app", name=name, sealed=seal(secret))
    return App(secret)


def type_password(client, name="ada", password=PASSWORD, **extra):
    """Sends the first form."""
    data = {"username": name, "password": password, "next": ADMIN}
    return client.post(reverse("wagtailadmin_login"), data, **extra)


def type_code(client, code, **extra):
    """Sends the second form."""
    return client.post(reverse("second_step"), {"code": code}, **extra)


def sign_in(client, app):
    """Both steps."""
    type_password(client)
    return type_code(client, app.code())


def is_in(client):
    """Whether the admin opens."""
    return client.get(ADMIN).status_code == 200
