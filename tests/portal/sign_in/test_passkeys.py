"""Passkeys: as the second step, in place of name and password, and in the hands of somebody who forges them."""

import json

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from portal.models import SecondFactor
from tests.portal.sign_in.authenticator import PRESENT, Authenticator
from tests.portal.sign_in.conftest import is_in, type_password

pytestmark = pytest.mark.usefixtures("required")


def asked(response):
    """What the screen asks the browser."""
    page = BeautifulSoup(response.content, "html.parser")
    return json.loads(page.select_one("#passkey-options").string)


def set_up(client, device):
    page = client.get(reverse("set_up_passkey"))
    return client.post(reverse("set_up_passkey"), {"name": "Laptop", "answer": device.create(asked(page))})


@pytest.fixture
def device(client, ada):
    """Ada's laptop, set up at the door; she is signed out."""
    device = Authenticator()
    type_password(client)
    set_up(client, device)
    client.post(reverse("wagtailadmin_logout"))
    return device


def second(client, device):
    type_password(client)
    return client.post(reverse("second_step"), {"answer": device.get(asked(client.get(reverse("second_step"))))})


def alone(client, device):
    page = client.post(reverse("begin_with_passkey"), {"next": "/admin/reports/"})
    return client.post(reverse("sign_in_with_passkey"), {"next": "/admin/account/", "answer": device.get(asked(page))})


def test_passkey_is_set_up_at_the_door_with_recovery_codes(client, ada):
    type_password(client)
    page = set_up(client, Authenticator())
    assert "Your recovery codes" in page.content.decode()
    assert is_in(client)


def test_passkey_is_a_second_step(client, device):
    second(client, device)
    assert is_in(client)


def test_passkey_alone_opens_the_door(client, device):
    assert alone(client, device).url == "/admin/account/"
    assert is_in(client)


def test_answer_opens_once(client, device):
    type_password(client)
    answer = device.get(asked(client.get(reverse("second_step"))))
    client.post(reverse("second_step"), {"answer": answer})
    client.post(reverse("wagtailadmin_logout"))
    type_password(client)
    client.get(reverse("second_step"))
    client.post(reverse("second_step"), {"answer": answer})
    assert not is_in(client)


@pytest.mark.parametrize("way", [second, alone])
def test_answer_for_another_site_is_refused(client, device, way):
    device.origin = "https://testserver.evil.example"
    assert "did not open the door" in way(client, device).content.decode()
    assert not is_in(client)


def test_device_that_asked_for_no_pin_is_refused(client, device):
    device.flags = PRESENT
    alone(client, device)
    assert not is_in(client)


def test_another_key_with_the_same_name_is_refused(client, device):
    forged = Authenticator()
    forged.id = device.id
    alone(client, forged)
    assert not is_in(client)


def test_copied_key_whose_count_went_back_is_refused(client, device):
    device.count = 7
    alone(client, device)
    client.post(reverse("wagtailadmin_logout"))
    device.count = 3
    alone(client, device)
    assert not is_in(client)


def test_passkey_of_somebody_else_is_no_second_step(client, device, django_user_model):
    django_user_model.objects.create_superuser("bob", password="four quiet grey herons")
    bob = client.__class__()
    type_password(bob, "bob", "four quiet grey herons")
    set_up(bob, Authenticator())
    bob.post(reverse("wagtailadmin_logout"))
    type_password(bob, "bob", "four quiet grey herons")
    bob.post(reverse("second_step"), {"answer": device.get(asked(bob.get(reverse("second_step"))))})
    assert not is_in(bob)


def test_passkey_of_a_closed_account_opens_nothing(client, device, ada):
    ada.is_active = False
    ada.save()
    alone(client, device)
    assert not is_in(client)


def test_same_passkey_is_set_up_once(client, ada):
    device = Authenticator()
    type_password(client)
    set_up(client, device)
    assert "set up already" in set_up(client, device).content.decode()
    assert SecondFactor.objects.count() == 1


@pytest.mark.parametrize("answer", ["", "{}", "[]", "nonsense", '{"id": 1}', "x" * 30_000])
def test_nonsense_is_no_error_page(client, device, answer):
    client.post(reverse("begin_with_passkey"))
    assert client.post(reverse("sign_in_with_passkey"), {"answer": answer}).status_code == 200
    type_password(client)
    client.get(reverse("second_step"))
    assert client.post(reverse("second_step"), {"answer": answer}).status_code == 200
    assert not is_in(client)


def test_nobody_is_asked_without_having_pressed(client, ada):
    assert client.post(reverse("sign_in_with_passkey"), {"answer": "{}"}).status_code == 200
    assert client.get(reverse("begin_with_passkey")).status_code == 405
