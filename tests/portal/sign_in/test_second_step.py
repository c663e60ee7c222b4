"""Nobody works with a password alone."""

import time

import pytest
from django.urls import reverse

from portal.models import SecondFactor
from portal.sign_in import recovery, steps
from tests.portal.sign_in.conftest import PASSWORD, an_app, is_in, sign_in, type_code, type_password

pytestmark = pytest.mark.usefixtures("required")


def test_password_and_code_open_the_admin_and_the_password_alone_does_not(client, ada):
    app = an_app(ada)
    assert type_password(client).url == reverse("second_step")
    assert not is_in(client)
    assert type_code(client, app.code()).url == "/admin/"
    assert is_in(client)


def test_nothing_opens_between_the_steps(client, ada, article):
    an_app(ada)
    type_password(client)
    for address in [
        reverse("wagtailadmin_pages:view_draft", args=[article.pk]),
        reverse("wagtailadmin_pages:edit", args=[article.pk]),
        "/admin/api/main/pages/",
        reverse("review_desk"),
        reverse("consent_desk"),
        reverse("conversation:queue"),
        reverse("wagtailadmin_account"),
        reverse("sign_in_security"),
    ]:
        assert client.get(address).url.startswith(reverse("wagtailadmin_login")), address


def test_whoever_has_a_factor_cant_set_up_another_with_the_password_alone(client, ada):
    an_app(ada)
    type_password(client)
    for name in ("set_up", "set_up_app", "set_up_passkey"):
        assert client.get(reverse(name)).url == reverse("wagtailadmin_login")


def test_session_without_second_factor_is_worth_nothing(client, ada, settings):
    client.force_login(ada)  # as one from before the upgrade
    assert not is_in(client)
    settings.REQUIRE_SECOND_FACTOR = False
    client.force_login(ada)
    assert is_in(client)


def test_in_the_demonstration_a_factor_is_asked_for_where_somebody_set_one_up(client, ada, settings):
    settings.REQUIRE_SECOND_FACTOR = False
    assert type_password(client).url == "/admin/"
    client.logout()
    app = an_app(ada)
    assert type_password(client).url == reverse("second_step")
    assert not is_in(client)
    type_code(client, app.code())
    assert is_in(client)


def test_code_opens_once(client, ada):
    app = an_app(ada)
    sign_in(client, app)
    client.logout()
    code = app.code()
    type_password(client)
    assert "was used already" in type_code(client, code).content.decode()
    assert not is_in(client)
    type_code(client, app.code(steps=1))  # the next one
    assert is_in(client)


@pytest.mark.parametrize("code", ["000000", "", "abc", "0" * 40])
def test_wrong_code_is_refused_in_words(client, ada, code):
    app = an_app(ada)
    if code == app.code():
        pytest.skip("one in a million")
    type_password(client)
    page = type_code(client, code)
    assert page.status_code == 200
    assert "error" in page.content.decode()
    assert not is_in(client)


def test_code_of_a_minute_ago_is_too_old(client, ada):
    app = an_app(ada)
    type_password(client)
    type_code(client, app.code(steps=-3))
    assert not is_in(client)


def test_recovery_code_opens_once_and_however_it_is_typed(client, ada, mailoutbox, django_capture_on_commit_callbacks):
    an_app(ada)
    first, second, *_others = recovery.make_codes(ada)
    type_password(client)
    with django_capture_on_commit_callbacks(execute=True):
        type_code(client, f" {first.upper().replace('-', ' ')} ")
    assert is_in(client)
    assert recovery.codes_left(ada) == 9
    assert any("recovery code" in mail.subject for mail in mailoutbox)
    client.logout()
    type_password(client)
    type_code(client, first)
    assert not is_in(client)
    type_code(client, second)
    assert is_in(client)


def test_second_step_waits_ten_minutes_and_no_longer(client, ada, monkeypatch):
    app = an_app(ada)
    type_password(client)
    later = time.time() + steps.PATIENCE + 5
    monkeypatch.setattr(time, "time", lambda: later)
    assert type_code(client, app.code()).url == reverse("wagtailadmin_login")
    assert not is_in(client)


def test_password_that_was_changed_between_the_steps_ends_the_way_in(client, ada):
    app = an_app(ada)
    type_password(client)
    ada.set_password("four other quiet words")
    ada.save()
    type_code(client, app.code())
    assert not is_in(client)


def test_account_that_was_closed_between_the_steps_stays_out(client, ada):
    app = an_app(ada)
    type_password(client)
    ada.is_active = False
    ada.save()
    type_code(client, app.code())
    assert not is_in(client)


def test_wagtails_other_door_leads_to_this_one(client, ada):
    assert client.post("/_util/login/?next=/", {"username": "ada", "password": PASSWORD}).status_code == 405
    assert client.get("/_util/login/?next=/").url == f"{reverse('wagtailadmin_login')}?next=/"
    assert not is_in(client)


def test_new_password_by_mail_opens_nothing_without_the_second_factor(
    client, ada, mailoutbox, django_capture_on_commit_callbacks
):
    an_app(ada)
    client.post(reverse("wagtailadmin_password_reset"), {"email": ada.email})
    link = next(word for word in mailoutbox[0].body.split() if "/password_reset/" in word)
    form = client.get(link[link.index("/admin/") :], follow=True)
    new = {"new_password1": "nine slow barges pass", "new_password2": "nine slow barges pass"}
    client.post(form.redirect_chain[-1][0], new)
    assert not is_in(client)
    assert type_password(client, password="nine slow barges pass").url == reverse("second_step")
    assert not is_in(client)


def test_next_address_elsewhere_is_not_followed(client, ada):
    app = an_app(ada)
    client.post(
        reverse("wagtailadmin_login"), {"username": "ada", "password": PASSWORD, "next": "https://evil.example/"}
    )
    assert type_code(client, app.code()).url == "/admin/"


def test_leaving_between_the_steps_forgets_the_password(client, ada):
    app = an_app(ada)
    type_password(client)
    client.post(reverse("leave_door"))
    assert type_code(client, app.code()).url == reverse("wagtailadmin_login")


def test_factor_that_no_key_opens_any_more_opens_nothing(client, ada, settings):
    app = an_app(ada)
    settings.SECRET_KEY = "another-key-" + "y" * 50
    type_password(client)
    type_code(client, app.code())
    assert not is_in(client)


def test_former_key_still_opens_and_the_secret_is_sealed_anew(client, ada, settings):
    app = an_app(ada)
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another-key-" + "y" * 50
    sign_in(client, app)
    assert is_in(client)
    settings.SECRET_KEY_FALLBACKS = []
    client.logout()
    type_password(client)
    type_code(client, app.code(steps=1))
    assert is_in(client)
    assert app.secret.hex() not in SecondFactor.objects.get().sealed
