"""How staff sign in: see docs/accounts.md."""

from portal.environment import environment

ENV = environment()

REQUIRE_SECOND_FACTOR = ENV.require_second_factor and not ENV.demo  # the demonstration offers one
SECRET_KEY_FALLBACKS = list(ENV.secret_key_fallbacks)
LEAKED_PASSWORDS_FILE = ENV.leaked_passwords_file
AUDIT_DAYS = ENV.audit_days

AUTHENTICATION_BACKENDS = ["portal.accounts.PortalBackend"]
# By length and by known leaks; no rule on kinds of characters (NIST SP 800-63B, section 3.1.1.2).
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "portal.sign_in.passwords.LeakedPasswordValidator"},
]
LOGIN_URL = "wagtailadmin_login"
LOGIN_REDIRECT_URL = "wagtailadmin_home"
WAGTAIL_FRONTEND_LOGIN_URL = "/admin/login/"  # Wagtail's own beside it asks for a password alone
PASSWORD_RESET_TIMEOUT = 60 * 60  # seconds

# A session ends after idle time, and after a day's work whatever happens (NIST SP 800-63B, section 2.2.3).
SESSION_IDLE_SECONDS = ENV.session_idle_minutes * 60
SESSION_COOKIE_AGE = ENV.session_hours * 60 * 60
# Browsers take a cookie with this prefix over HTTPS alone, from this host alone and for the whole of it
# (RFC 6265bis, section 4.1.3.2): no neighbouring host can plant one.
SESSION_COOKIE_NAME = "__Host-sessionid"
SESSION_COOKIE_SECURE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"  # a link in a mail must find its reader signed in
CSRF_COOKIE_NAME = "__Host-csrftoken"
CSRF_COOKIE_SECURE = True
CSRF_COOKIE_HTTPONLY = True  # Wagtail's scripts take the token from the page
CSRF_COOKIE_SAMESITE = "Lax"
KNOWN_DEVICE_COOKIE_NAME = "__Host-device"
MESSAGES_COOKIE_NAME = "__Host-messages"
CONVERSATION_COOKIE_NAME = "__Host-conversation"  # of whoever confirmed a comment: comments/joining/cookie.py
MESSAGE_STORAGE = "portal.sign_in.message_storage.MessageStorage"
