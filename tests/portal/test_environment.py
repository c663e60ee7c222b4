"""Environment variables: documented in docs/settings.md, and refused with a sentence when they are wrong."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from portal.environment import LANGUAGE_CODES, PROJECT_DIR, Environment, read_environment

KEY = "0123456789-abcdefghijklmnopqrstuvwxyz-ABCDEFGHIJKLMNOP"
CONSENT_KEY = "Zm9yLXRlc3RzLW9ubHktMDEyMzQ1Njc4OWFiY2RlZmc"
PRODUCTION = {
    "secret_key": KEY,
    "consent_keys": CONSENT_KEY,
    "allowed_hosts": "health.example.org",
    "base_url": "https://health.example.org",
}


def documented():
    """The rows of the table in docs/settings.md: name -> (default, meaning)."""
    page = (PROJECT_DIR / "docs" / "settings.md").read_text()
    return {
        name: (default, meaning)
        for name, default, meaning in re.findall(r"^\| `(\w+)` \| (.+?) \| (.+?) \|$", page, re.MULTILINE)
    }


def shown(default):
    """A default as the table shows it."""
    if default in ("", ()):
        return "empty"
    if isinstance(default, bool):
        return f"`{str(default).lower()}`"
    return f"`{default.relative_to(PROJECT_DIR) if isinstance(default, Path) else default}`"


def test_every_variable_is_documented_with_its_default_and_meaning_and_no_other_is():
    declared = {
        name.upper(): (shown(field.default), field.description) for name, field in Environment.model_fields.items()
    }
    assert documented() == declared


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("demo", "maybe", "DEMO must be true or false"),
        ("secret_key", "short", "SECRET_KEY must have at least 50 random characters"),
        ("secret_key", "ab" * 40, "SECRET_KEY must have at least 50 random characters"),
        ("allowed_hosts", "", "ALLOWED_HOSTS must name the host names"),
        ("allowed_hosts", "https://health.example.org/", "ALLOWED_HOSTS must hold host names alone"),
        ("allowed_hosts", "health.example.org www.example.org", "ALLOWED_HOSTS must hold host names alone"),
        ("allowed_hosts", "health.example.org:8000", "ALLOWED_HOSTS must hold host names alone"),
        ("base_url", "", "BASE_URL must be the full address"),
        ("metrics_token", "guess-me", "METRICS_TOKEN must have at least 32 characters"),
        ("sentry_dsn", "errors.example.org", "SENTRY_DSN must be the address that the error tracker shows"),
        ("base_url", "health.example.org", "BASE_URL must be a full address without a path, for example https://"),
        (
            "base_url",
            "ftp://health.example.org",
            "BASE_URL must be a full address without a path, for example https://",
        ),
        ("base_url", "https://[", "BASE_URL must be a full address"),
        ("base_url", "https://health.example.org:port", "BASE_URL must be a full address"),
        ("base_url", "https://health.example.org/admin/", "BASE_URL must be a full address without a path"),
        ("base_url", "https://health example", "BASE_URL must be a full address"),
        ("email_url", "mail.example.org", "EMAIL_URL must be the address of a mail server, for example smtp+tls://"),
        ("email_url", "smtp://mail.example.org:mail", "EMAIL_URL must be the address of a mail server"),
        ("email_url", "http://mail.example.org", "EMAIL_URL must be the address of a mail server"),
        ("email_from", "The portal", "EMAIL_FROM must be a mail address alone"),
        ("mail_provider", "pigeon", "MAIL_PROVIDER must be '', 'mailgun' or 'postmark'"),
        ("mail_provider", "postmark", "MAIL_PROVIDER=postmark needs MAIL_PROVIDER_KEY and MAIL_WEBHOOK_SECRET."),
        ("mail_provider_key", "two words", "MAIL_PROVIDER_KEY must be the key alone"),
        ("mail_provider_url", "http://api.example.org", "MAIL_PROVIDER_URL must be a full address"),
        ("mail_signing_key", "short", "MAIL_SIGNING_KEY must be the key alone"),
        ("mail_webhook_secret", "name:short", "MAIL_WEBHOOK_SECRET must be a name, a colon and a password"),
        ("database_url", "mysql://root@localhost/portal", "DATABASE_URL must begin with postgresql:// or sqlite://"),
        ("database_url", "postgresql://localhost", "DATABASE_URL is not the address of a database"),
        ("database_url", "postgresql://localhost:port/portal", "DATABASE_URL is not the address of a database"),
        ("database_url", "postgresql://[::1/portal", "DATABASE_URL is not the address of a database"),
        ("database_url", "sqlite://", "DATABASE_URL is not the address of a database"),
        ("database_pool_size", "many", "DATABASE_POOL_SIZE must be a whole number"),
        ("database_pool_size", "101", "DATABASE_POOL_SIZE must be 100 or less"),
        ("database_timeout", "0", "DATABASE_TIMEOUT must be 1 or more"),
        ("consent_keys", "", "CONSENT_KEYS must hold the key with which e-mail addresses are sealed"),
        ("consent_keys", "too-short", "CONSENT_KEYS must hold keys of 32 random bytes"),
        ("consent_keys", "A" * 43, "CONSENT_KEYS must hold keys of 32 random bytes"),
        ("consent_keys", f"{CONSENT_KEY},{CONSENT_KEY}", "CONSENT_KEYS must name each key once"),
        ("erasure_journal", "/proc/version/journal", "ERASURE_JOURNAL must be a file that the portal may write to"),
        ("erasure_journal", "/", "ERASURE_JOURNAL must be a file that the portal may write to"),
        ("trusted_proxies", "proxy.example.org", "TRUSTED_PROXIES must hold networks"),
        ("comment_detectors", "words", "COMMENT_DETECTORS must hold dotted names"),
        ("comment_detectors", "our.Words,our.Words", "COMMENT_DETECTORS must hold dotted names, each once"),
        ("comment_model", "/proc/version", "COMMENT_MODEL must be a .json file that the portal can read"),
        ("comment_model", "/nowhere/model.json", "COMMENT_MODEL must be a .json file that the portal can read"),
        ("crisis_target_minutes", "0", "CRISIS_TARGET_MINUTES must be 1 or more"),
        ("data_dir", "/proc/version/portal", "DATA_DIR must be a folder that the portal may write to"),
        ("language_code", "tlh", "LANGUAGE_CODE must be one of en, es, de"),
        ("page_cache_megabytes", "-1", "PAGE_CACHE_MEGABYTES must be 0 or more"),
        ("static_dir", "static", "STATIC_DIR must be a whole path"),
        ("media_s3_bucket", "Our Pictures", "MEDIA_S3_BUCKET must be the name of a bucket alone"),
        ("media_s3_endpoint", "s3.example.org/pictures", "MEDIA_S3_ENDPOINT must be the address of a store"),
        ("media_s3_region", "eu central", "MEDIA_S3_REGION must hold no spaces"),
        ("media_s3_key_id", "a key", "MEDIA_S3_KEY_ID must hold no spaces"),
        ("media_s3_secret", "alone", "MEDIA_S3_KEY_ID and MEDIA_S3_SECRET belong together"),
        ("web_processes", "-1", "WEB_PROCESSES must be 0 or more"),
        ("web_threads", "0", "WEB_THREADS must be 1 or more"),
        ("redis_url", "127.0.0.1:6379", "REDIS_URL must be the address of a server, for example redis://"),
        ("redis_url", "redis://host/name", "REDIS_URL must be the address of a server"),
        ("front_cache_url", "http://10.0.0.5/path", "FRONT_CACHE_URL must be an address without a path"),
        ("front_cache_seconds", "0", "FRONT_CACHE_SECONDS must be 1 or more"),
        ("cloudflare_zone", "a zone", "CLOUDFLARE_ZONE must be the name alone"),
        ("cloudflare_zone", "0123456789abcdef", "CLOUDFLARE_ZONE and CLOUDFLARE_TOKEN need each other"),
        ("cloudflare_token", "short", "CLOUDFLARE_TOKEN must be the name alone"),
        ("cloudfront_distribution", "E1", "CLOUDFRONT_DISTRIBUTION must be the name alone"),
        ("time_zone", "Mars/Olympus", "TIME_ZONE is not a known time zone. Use a name such as Europe/Berlin"),
        ("trust_proxy", "2", "TRUST_PROXY must be true or false"),
        ("hsts_seconds", "-1", "HSTS_SECONDS must be 0 or more"),
        ("log_level", "loud", "LOG_LEVEL must be 'DEBUG', 'INFO', 'WARNING' or 'ERROR'"),
        ("comments_per_page", "0", "COMMENTS_PER_PAGE must be 1 or more"),
        ("metrics_token", "short", "METRICS_TOKEN"),
        ("sentry_dsn", "errors.example.org", "SENTRY_DSN"),
        ("require_second_factor", "maybe", "REQUIRE_SECOND_FACTOR must be true or false"),
        ("session_idle_minutes", "1", "SESSION_IDLE_MINUTES must be 5 or more"),
        ("session_hours", "1000", "SESSION_HOURS must be 336 or less"),
        ("leaked_passwords_file", "/nowhere/list.txt", "LEAKED_PASSWORDS_FILE must be a file that the portal can read"),
        ("audit_days", "1", "AUDIT_DAYS must be 30 or more"),
        (
            "secret_key_fallbacks",
            "short",
            "SECRET_KEY_FALLBACKS must hold former values of SECRET_KEY, of 50 characters",
        ),
        ("log_format", "xml", "LOG_FORMAT must be 'lines' or 'json'"),
        ("access_log", "2", "ACCESS_LOG must be true or false"),
        ("security_contact", "anna", "SECURITY_CONTACT must be mailto:security@example.org"),
        ("security_contact", "http://example.org", "SECURITY_CONTACT must be mailto:security@example.org"),
        ("port", "http", "PORT must be a whole number"),
        ("port", "70000", "PORT must be 65535 or less"),
    ],
)
def test_a_wrong_value_is_refused_with_a_sentence(name, value, sentence):
    with pytest.raises(ImproperlyConfigured) as refusal:
        read_environment(**{**PRODUCTION, "demo": "false", name: value})
    assert str(refusal.value).startswith(sentence)
    assert "\n" not in str(refusal.value)


def test_every_variable_has_a_value_that_is_refused():
    tried = {case[0] for case in test_a_wrong_value_is_refused_with_a_sentence.pytestmark[0].args[1]}
    assert tried == set(Environment.model_fields)


def test_several_wrong_values_are_named_at_once():
    with pytest.raises(ImproperlyConfigured) as refusal:
        read_environment(**PRODUCTION, port="http", log_level="loud")
    assert [line.split()[0] for line in str(refusal.value).splitlines()] == ["LOG_LEVEL", "PORT"]


def test_a_refusal_never_repeats_a_secret():
    with pytest.raises(ImproperlyConfigured) as refusal:
        read_environment(**{**PRODUCTION, "secret_key": "hunter2", "database_url": "postgresql://me:hunter2@h:x/p"})
    assert "hunter2" not in str(refusal.value)


def test_production_needs_key_hosts_and_address_and_a_demonstration_the_keys_alone(monkeypatch):
    for name in ("DEMO", "SECRET_KEY", "CONSENT_KEYS", "ALLOWED_HOSTS", "BASE_URL"):
        monkeypatch.delenv(name, raising=False)
    assert read_environment(**PRODUCTION).allowed_hosts == ("health.example.org",)
    assert read_environment(demo="true", secret_key=KEY, consent_keys=CONSENT_KEY).allowed_hosts == ()
    for name in PRODUCTION:
        with pytest.raises(ImproperlyConfigured, match=name.upper()):
            read_environment(**{key: value for key, value in PRODUCTION.items() if key != name})


def test_host_names_are_separated_by_commas_and_may_be_spaced():
    environment = read_environment(**{**PRODUCTION, "allowed_hosts": "health.example.org, www.health.example.org,"})
    assert environment.allowed_hosts == ("health.example.org", "www.health.example.org")


@pytest.mark.parametrize("host", ["*", ".example.org", "localhost", "[::1]", "127.0.0.1"])
def test_every_host_that_django_compares_is_taken(host):
    assert read_environment(**{**PRODUCTION, "allowed_hosts": host}).allowed_hosts == (host,)


@pytest.mark.parametrize("address", ["http://127.0.0.1:8000", "https://[::1]:8000", "https://health.example.org/"])
def test_address_may_have_a_port_and_ends_without_a_slash(address):
    assert read_environment(**{**PRODUCTION, "base_url": address}).base_url == address.rstrip("/")


def test_an_empty_variable_means_its_default(monkeypatch):
    monkeypatch.setenv("PORT", "")
    monkeypatch.setenv("TRUST_PROXY", "")
    environment = read_environment(**PRODUCTION)
    assert (environment.port, environment.trust_proxy) == (8000, False)


def test_a_variable_wins_over_the_file(monkeypatch, tmp_path):
    file = tmp_path / ".env"
    file.write_text("PORT=8100\nTIME_ZONE=Europe/Berlin\n")
    monkeypatch.setenv("PORT", "8200")
    environment = read_environment(**PRODUCTION, _env_file=file)
    assert (environment.port, environment.time_zone) == (8200, "Europe/Berlin")


def test_a_file_that_is_not_text_is_refused_with_a_sentence(tmp_path):
    file = tmp_path / ".env"
    file.write_bytes(b"SECRET_KEY=\xff\xfe\n")
    with pytest.raises(ImproperlyConfigured, match=r"The file \.env can't be read"):
        read_environment(**PRODUCTION, _env_file=file)


def test_the_main_language_may_be_any_that_the_portal_has():
    assert tuple(code for code, _name in settings.LANGUAGES) == LANGUAGE_CODES


def test_a_mail_provider_needs_its_key_a_secret_for_its_reports_and_its_package(monkeypatch):
    provider = {"mail_provider": "mailgun", "mail_provider_key": "key-0123456789", "mail_webhook_secret": "hook:" + KEY}
    with pytest.raises(ImproperlyConfigured, match="MAIL_PROVIDER=mailgun needs MAIL_SIGNING_KEY"):
        read_environment(**PRODUCTION, **provider)
    provider["mail_signing_key"] = "signing-0123456789"
    assert read_environment(**PRODUCTION, **provider).mail_provider == "mailgun"
    monkeypatch.setattr("portal.mail_environment.find_spec", lambda name: None)
    with pytest.raises(ImproperlyConfigured, match="needs the package django-anymail"):
        read_environment(**PRODUCTION, **provider)


def test_a_bucket_needs_its_package(monkeypatch):
    assert read_environment(**PRODUCTION, media_s3_bucket="pictures").media_s3_bucket == "pictures"
    monkeypatch.setattr("portal.files_environment.find_spec", lambda name: None)
    with pytest.raises(ImproperlyConfigured, match="MEDIA_S3_BUCKET needs the package django-storages"):
        read_environment(**PRODUCTION, media_s3_bucket="pictures")
