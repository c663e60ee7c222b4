"""Setting a device up at the door, adding and removing others, and what happens to whoever lost all."""

import base64
import re

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.urls import reverse
from django.utils.html import escape

from portal.models import RecoveryCode, SecondFactor, User
from portal.sign_in import factors, recovery, totp
from portal.sign_in.sealing import unseal
from tests.portal.sign_in.conftest import PASSWORD, App, an_app, is_in, sign_in, type_code, type_password

APP = "set_up_app"


def shown_app(client):
    """The app of somebody who types the secret that the screen shows."""
    page = BeautifulSoup(client.get(reverse(APP)).content, "html.parser")
    text = page.select_one(".portal-secret").text.replace(" ", "")
    return App(base64.b32decode(text + "=" * (-len(text) % 8)))


def confirm(client, password=PASSWORD):
    return client.post(reverse("confirm"), {"password": password, "next": reverse("set_up")})


@pytest.fixture
def settled(client, ada, required):
    """Ada, signed in with an app, and her app."""
    app = an_app(ada)
    sign_in(client, app)
    return app


def test_whoever_has_no_factor_sets_one_up_and_reaches_nothing_before(client, ada, required):
    assert type_password(client).url == reverse("set_up")
    assert client.get(reverse("set_up")).status_code == 200
    assert not is_in(client)
    app = shown_app(client)
    page = client.post(reverse(APP), {"code": app.code(), "name": "My phone"})
    codes = re.findall(r"<code>([a-z0-9-]{14})</code>", page.content.decode())
    assert len(codes) == recovery.COUNT
    assert is_in(client)
    assert page["Cache-Control"].count("no-store") == 1
    client.logout()
    type_password(client)
    type_code(client, codes[3])
    assert is_in(client)


def test_secret_stands_as_a_picture_and_as_text_and_holds_while_one_tries(client, ada, required):
    type_password(client)
    first, second = shown_app(client), shown_app(client)
    assert first.secret == second.secret
    page = client.get(reverse(APP)).content.decode()
    assert "<svg" in page
    assert "style=" not in page[page.index("<svg") : page.index("</svg>")]
    assert unseal(client.session["second_factor_secret"]) == first.secret
    assert first.secret.hex() not in str(dict(client.session))


def test_wrong_code_sets_nothing_up_and_keeps_the_name(client, ada, required):
    type_password(client)
    shown_app(client)
    page = client.post(reverse(APP), {"code": "12", "name": "My old phone"}).content.decode()
    assert "not the code that the app shows now" in page
    assert 'value="My old phone"' in page
    assert not SecondFactor.objects.exists()
    assert not is_in(client)


def test_secrets_and_codes_stand_nowhere_in_the_database(ada, db):
    app, codes = an_app(ada), recovery.make_codes(ada)
    row = SecondFactor.objects.get()
    assert unseal(row.sealed) == app.secret
    assert totp.as_text(app.secret).replace(" ", "") not in row.sealed
    assert not {code.replace("-", "") for code in codes} & set(RecoveryCode.objects.values_list("digest", flat=True))


def test_adding_and_removing_need_the_password_again(client, settled, ada, monkeypatch):
    other = an_app(ada, "Other phone")
    pk = SecondFactor.objects.get(name="Other phone").pk
    session = client.session
    session["confirmed_at"] = 0
    session.save()
    for address in (reverse(APP), reverse("remove_factor", args=[pk]), reverse("new_codes")):
        assert client.get(address).url.startswith(reverse("confirm"))
    client.post(reverse("remove_factor", args=[pk]))
    assert SecondFactor.objects.filter(pk=pk).exists()
    assert "This is not your password." in confirm(client, "wrong").content.decode()
    assert client.get(reverse(APP)).url.startswith(reverse("confirm"))
    assert confirm(client).url == reverse("set_up")
    client.post(reverse("remove_factor", args=[pk]))
    assert not SecondFactor.objects.filter(pk=pk).exists()
    assert other


def test_nobody_removes_the_last_factor_where_one_is_needed(client, settled, ada, settings):
    pk = SecondFactor.objects.get().pk
    page = client.post(reverse("remove_factor", args=[pk]), follow=True).content.decode()
    assert "This is your only second factor." in page
    assert SecondFactor.objects.filter(pk=pk).exists()
    recovery.make_codes(ada)
    settings.REQUIRE_SECOND_FACTOR = False
    client.post(reverse("remove_factor", args=[pk]))
    assert not SecondFactor.objects.exists()
    assert not RecoveryCode.objects.exists()


def test_nobody_removes_the_factor_of_somebody_else(client, settled, ada):
    an_app(ada, "Other phone")
    bob = User.objects.create_user("bob", password=PASSWORD)
    an_app(bob)
    assert client.post(reverse("remove_factor", args=[bob.second_factors.get().pk])).status_code == 404
    assert bob.second_factors.exists()


def test_owner_hears_of_every_change(client, settled, ada, mailoutbox, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse(APP), {"code": shown_app(client).code(), "name": "Spare"})
        client.post(reverse("remove_factor", args=[SecondFactor.objects.get(name="Spare").pk]))
    subjects = " ".join(mail.subject for mail in mailoutbox)
    assert "A second factor was set up" in subjects
    assert "A second factor was removed" in subjects
    assert all(mail.to == [ada.email] for mail in mailoutbox)


def test_new_recovery_codes_replace_the_old_ones(client, settled, ada):
    old = recovery.make_codes(ada)
    page = client.post(reverse("new_codes")).content.decode()
    assert recovery.codes_left(ada) == recovery.COUNT
    assert old[0] not in page
    assert not recovery.use_code(ada, old[0])


def test_administrator_resets_the_factors_of_somebody_else_and_nobody_else_does(
    client, admin_client, admin_user, ada, community, mailoutbox, django_capture_on_commit_callbacks
):
    an_app(ada)
    recovery.make_codes(ada)
    client.force_login(ada)
    address = reverse("reset_factors", args=[ada.pk])
    bob = User.objects.create_user("bob", password=PASSWORD)
    assert client.post(reverse("reset_factors", args=[bob.pk])).status_code == 302
    assert ada.second_factors.exists()
    assert escape(address) in admin_client.get(reverse("wagtailusers_users:index")).content.decode()
    assert "Make sure that it is them" in admin_client.get(address).content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        admin_client.post(address)
    assert not ada.second_factors.exists()
    assert not ada.recovery_codes.exists()
    assert not is_in(client)
    assert "reset" in mailoutbox[-1].subject
    an_app(admin_user)
    admin_client.post(reverse("reset_factors", args=[admin_user.pk]))
    assert admin_user.second_factors.exists()


def test_command_helps_the_only_administrator(ada):
    an_app(ada)
    call_command("reset_second_factor", "ada")
    assert not factors.has_factor(ada)
