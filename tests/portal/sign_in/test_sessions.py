"""Sessions: seen, ended one by one or all, ended by time, by a new password and by other rights."""

import time

import pytest
from django.conf import settings as django_settings
from django.contrib.auth.models import Group
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse
from wagtail.log_actions import LogContext

from portal.models import StaffSession
from portal.sign_in import sessions
from tests.portal.sign_in.conftest import ADMIN, PASSWORD, is_in, type_password

FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
WHERE = {"REMOTE_ADDR": "192.0.2.17", "HTTP_USER_AGENT": FIREFOX}


@pytest.fixture
def other(ada):
    """Another browser in which Ada is signed in."""
    other = Client()
    type_password(other, **WHERE)
    return other


def later(monkeypatch, seconds):
    now = time.time() + seconds
    monkeypatch.setattr(time, "time", lambda: now)


def test_list_names_browser_and_network_and_no_whole_address(client, ada, other):
    type_password(client)
    page = client.get(reverse("sign_in_security")).content.decode()
    assert "Firefox on Linux" in page
    assert "192.0.2.0/24" in page
    assert "192.0.2.17" not in page
    assert "140" not in str(list(StaffSession.objects.values_list("browser", flat=True)))
    assert page.count("(this browser)") == 1


def test_one_session_is_ended_and_the_others_go_on(client, ada, other):
    type_password(client)
    row = StaffSession.objects.get(browser="Firefox on Linux")
    client.post(reverse("end_session", args=[row.pk]))
    assert not is_in(other)
    assert is_in(client)


def test_nobody_ends_the_session_of_somebody_else(client, admin_client, ada, other, community):
    row = StaffSession.objects.get(browser="Firefox on Linux")
    admin_client.post(reverse("end_session", args=[row.pk]))
    assert is_in(other)


def test_sign_out_everywhere_else(client, ada, other):
    type_password(client)
    client.post(reverse("end_other_sessions"))
    assert not is_in(other)
    assert is_in(client)
    assert StaffSession.objects.count() == 1


def test_signing_out_leaves_no_session(client, ada):
    type_password(client)
    client.post(reverse("wagtailadmin_logout"))
    assert not StaffSession.objects.exists()
    assert not Session.objects.exists()


def test_session_has_a_new_key_after_signing_in(client, ada):
    client.get(reverse("wagtailadmin_login"))
    session = client.session
    session["planted"] = "by somebody else"
    session.save()
    planted = session.session_key
    client.cookies[django_settings.SESSION_COOKIE_NAME] = planted
    type_password(client)
    assert client.session.session_key != planted
    assert "planted" not in client.session
    assert StaffSession.objects.get().key == client.session.session_key


def test_proving_oneself_again_changes_the_key(client, ada):
    type_password(client)
    before = client.session.session_key
    client.post(reverse("confirm"), {"password": PASSWORD, "next": ADMIN})
    assert client.session.session_key != before
    assert StaffSession.objects.get().key == client.session.session_key


def test_session_ends_after_idle_time_and_lives_on_while_it_is_used(client, ada, monkeypatch, settings):
    type_password(client)
    for _time in range(3):
        later(monkeypatch, settings.SESSION_IDLE_SECONDS * 0.9)
        assert is_in(client)
    later(monkeypatch, settings.SESSION_IDLE_SECONDS + 5)
    page = client.get(ADMIN, follow=True).content.decode()
    assert "You were signed out because nothing was done for a while." in page


def test_what_an_open_page_asks_by_itself_keeps_nobody_signed_in(client, ada, monkeypatch, settings):
    type_password(client)
    later(monkeypatch, settings.SESSION_IDLE_SECONDS * 0.9)
    client.post("/admin/editing-sessions/release/1/")
    later(monkeypatch, settings.SESSION_IDLE_SECONDS * 0.2)
    assert not is_in(client)


def test_session_ends_after_a_day_however_busy(client, ada, monkeypatch, settings):
    settings.SESSION_COOKIE_AGE = 2 * settings.SESSION_IDLE_SECONDS
    type_password(client)
    for _time in range(2):
        later(monkeypatch, settings.SESSION_IDLE_SECONDS * 0.9)
        assert is_in(client)
    later(monkeypatch, settings.SESSION_IDLE_SECONDS * 0.9)
    assert not is_in(client)


def test_session_is_written_once_a_minute_at_most(client, ada):
    type_password(client)
    client.get(ADMIN)
    seen = client.session[sessions.SEEN]
    client.get(ADMIN)
    assert client.session[sessions.SEEN] == seen


@pytest.mark.django_db(transaction=True)
def test_new_password_ends_all_other_sessions(client, ada, other):
    type_password(client)
    account = reverse("wagtailadmin_account")
    form = {
        "name_email-first_name": "Ada",
        "name_email-last_name": "L",
        "name_email-email": ada.email,
        "notifications-submitted_notifications": "on",
        "locale-preferred_language": "en",
        "locale-current_time_zone": "UTC",
        "theme-theme": "system",
        "theme-contrast": "system",
        "theme-density": "default",
        "password-old_password": PASSWORD,
        "password-new_password1": "nine slow barges pass",
        "password-new_password2": "nine slow barges pass",
    }
    client.post(account, form)
    ada.refresh_from_db()
    assert ada.check_password("nine slow barges pass")
    assert not is_in(other)
    assert is_in(client)
    assert StaffSession.objects.get().key == client.session.session_key


@pytest.mark.django_db(transaction=True)
def test_other_rights_end_the_sessions_of_their_owner(ada, other, django_user_model):
    root = django_user_model.objects.create_superuser("root")
    with LogContext(user=root):
        ada.groups.add(Group.objects.get(name="Moderators"))
    assert not is_in(other)


def test_old_rows_are_forgotten(client, ada, settings):
    type_password(client)
    assert sessions.forget_old() == 0
    settings.SESSION_COOKIE_AGE = 0
    assert sessions.forget_old() == 1


@pytest.mark.parametrize(
    ("agent", "name"),
    [
        (FIREFOX, "Firefox on Linux"),
        ("Mozilla/5.0 (Windows NT 10.0; Win64) Chrome/140.0 Safari/537.36 Edg/140.0", "Edge on Windows"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1", "Safari on iPhone"),
        ("Mozilla/5.0 (Linux; Android 15) Chrome/140.0 Mobile Safari/537.36", "Chrome on Android"),
        ("", "another browser"),
    ],
)
def test_browser_is_named_by_family_and_system(agent, name):
    from portal.sign_in.browsers import browser_of

    assert browser_of(agent) == name


def test_cookies_are_bound_to_the_host_in_production_and_plain_in_the_demonstration(settings):
    from portal.settings import accounts

    assert accounts.SESSION_COOKIE_NAME == "__Host-sessionid"
    assert accounts.CSRF_COOKIE_NAME == "__Host-csrftoken"
    assert accounts.CSRF_COOKIE_HTTPONLY
    assert settings.SESSION_COOKIE_NAME == "sessionid"


def test_production_cookies_carry_all_that_the_prefix_demands(client, ada, settings):
    from portal.settings import accounts

    for name in (
        "SESSION_COOKIE_NAME",
        "CSRF_COOKIE_NAME",
        "KNOWN_DEVICE_COOKIE_NAME",
        "SESSION_COOKIE_SECURE",
        "CSRF_COOKIE_SECURE",
    ):
        setattr(settings, name, getattr(accounts, name))
    client.get(reverse("wagtailadmin_login"), secure=True)
    type_password(client, secure=True)
    cookies = {name: morsel for name, morsel in client.cookies.items() if name.startswith("__Host-")}
    assert set(cookies) == {"__Host-sessionid", "__Host-csrftoken", "__Host-device"}
    for cookie in cookies.values():
        assert cookie["secure"]
        assert cookie["path"] == "/"
        assert not cookie["domain"]
        assert cookie["httponly"]
        assert cookie["samesite"] == "Lax"
