"""Secrets that are given as files: NAME_FILE names the file that holds NAME."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from portal.environment import read_environment
from tests.portal.test_environment import KEY, PRODUCTION

WITHOUT_KEY = {name: value for name, value in PRODUCTION.items() if name != "secret_key"}


@pytest.fixture
def secret(monkeypatch, tmp_path):
    """A file with the key, as containers hand it over: with a line break at its end."""
    monkeypatch.delenv("SECRET_KEY", raising=False)
    file = tmp_path / "secret_key"
    file.write_text(f"{KEY}\n")
    return file


def test_a_secret_is_read_from_the_file_that_the_variable_names(monkeypatch, secret):
    monkeypatch.setenv("SECRET_KEY_FILE", str(secret))
    assert read_environment(**WITHOUT_KEY).secret_key == KEY


def test_the_file_may_be_named_in_the_file_of_settings_too(secret, tmp_path):
    settings = tmp_path / "portal.env"
    settings.write_text(f"SECRET_KEY_FILE={secret}\n")
    assert read_environment(**WITHOUT_KEY, _env_file=settings).secret_key == KEY


def test_what_a_file_holds_is_checked_like_a_variable(monkeypatch, secret):
    secret.write_text("short\n")
    monkeypatch.setenv("SECRET_KEY_FILE", str(secret))
    with pytest.raises(ImproperlyConfigured, match="SECRET_KEY must have at least 50 random characters"):
        read_environment(**WITHOUT_KEY)


def test_a_list_may_stand_in_a_file(monkeypatch, tmp_path):
    file = tmp_path / "hosts"
    file.write_text("health.example.org,www.example.org\n")
    monkeypatch.delenv("ALLOWED_HOSTS", raising=False)
    monkeypatch.setenv("ALLOWED_HOSTS_FILE", str(file))
    values = {name: value for name, value in PRODUCTION.items() if name != "allowed_hosts"}
    assert read_environment(**values).allowed_hosts == ("health.example.org", "www.example.org")


def test_a_value_that_is_given_twice_is_refused(monkeypatch, secret):
    monkeypatch.setenv("SECRET_KEY_FILE", str(secret))
    monkeypatch.setenv("SECRET_KEY", KEY)
    with pytest.raises(ImproperlyConfigured, match="SECRET_KEY and SECRET_KEY_FILE are both set"):
        read_environment(**WITHOUT_KEY)


def test_a_file_that_can_not_be_read_is_refused_with_a_sentence(monkeypatch, secret):
    monkeypatch.setenv("SECRET_KEY_FILE", f"{secret}-elsewhere")
    with pytest.raises(ImproperlyConfigured, match="SECRET_KEY_FILE must name a file that can be read: No such file"):
        read_environment(**WITHOUT_KEY)
    secret.write_bytes(b"\xff\xfe")
    monkeypatch.setenv("SECRET_KEY_FILE", str(secret))
    with pytest.raises(ImproperlyConfigured, match="SECRET_KEY_FILE must name a file that can be read: it is no text"):
        read_environment(**WITHOUT_KEY)
