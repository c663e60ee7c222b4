"""Secure settings: what production runs with. ``demo`` and ``test`` relax them, never the other way round."""

from zoneinfo import available_timezones

import dj_database_url
from django.utils.translation import gettext_lazy as _

from portal.environment import PROJECT_DIR, environment, make_folder
from portal.mail import TIMEOUT, mail_server, provider_settings, sender
from portal.settings.accounts import *  # noqa: F403
from portal.settings.caching import *  # noqa: F403
from portal.settings.files import *  # noqa: F403
from portal.settings.headers import *  # noqa: F403
from portal.settings.logs import *  # noqa: F403
from portal.settings.observing import *  # noqa: F403
from portal.settings.uploads import *  # noqa: F403

ENV = environment()

DEBUG = False
DEMO = False
SECRET_KEY = ENV.secret_key
ALLOWED_HOSTS = list(ENV.allowed_hosts)
ROOT_URLCONF = "portal.urls"
WSGI_APPLICATION = "portal.wsgi.application"
AUTH_USER_MODEL = "portal.User"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "comments",
    "articles",
    "consent",
    "portal",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.simple_translation",
    "wagtail.contrib.sitemaps",
    "wagtail.contrib.typed_table_block",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail.locales",
    "wagtail",
    "modelcluster",
    "taggit",
    "csp",
    "django_filters",
    "comments.storage.StorageConfig",
    "django_comments",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.sessions",
    "django.contrib.sitemaps",
    "django.contrib.sites",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
]

MIDDLEWARE = [
    "portal.response_headers.ResponseHeadersMiddleware",
    "portal.request_ids.RequestIdMiddleware",
    "portal.metrics.answering.MetricsMiddleware",
    "portal.health.HealthMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "portal.content_policy.ContentPolicyMiddleware",
    "portal.maintenance.MaintenanceMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "portal.middleware.PathLocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "consent.posting.middleware.PublicPostMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "portal.sign_in.middleware.StaffSessionMiddleware",
    "portal.upload_limits.UploadLimitMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "portal.audit.exports.ExportMiddleware",
    "portal.middleware.CommunityTimeZoneMiddleware",
    "portal.unreadable.UnreadableRequestMiddleware",
    "articles.publication.middleware.RefusalMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PROJECT_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

FORM_RENDERER = "django.forms.renderers.TemplatesSetting"  # fields of the admin have templates of ours

# --- Database ---------------------------------------------------------------------------------------

DATABASES = {
    "default": dj_database_url.parse(ENV.database_url or f"sqlite:///{ENV.data_dir / 'portal.sqlite3'}"),
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    make_folder(ENV.data_dir)
    # Write-ahead log and IMMEDIATE transactions: readers never wait, and a transaction that reads before it
    # writes is not lost to "database is locked". What is deleted is written over: an erased address is gone.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": ENV.database_timeout,
        "init_command": (
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-32000; PRAGMA secure_delete=ON;"
        ),
    }
else:
    # A database that hangs must not hang every request: connecting, waiting and running are all bounded.
    DATABASES["default"]["ENGINE"] = "portal.postgresql"
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True  # else a restart fails one request for each pooled connection
    DATABASES["default"]["OPTIONS"] = {
        **DATABASES["default"].get("OPTIONS", {}),
        "connect_timeout": 5,
        "tcp_user_timeout": ENV.database_timeout * 1000,
        # Compiling a query takes longer than any of ours takes (jit). Disks of today read one page as fast as the next;
        # told otherwise, PostgreSQL reads all of a large table for some rows of it (random_page_cost).
        "options": f"-c statement_timeout={ENV.database_timeout * 1000} -c jit=off -c random_page_cost=1.1",
    }
    if ENV.database_pool_size:
        DATABASES["default"]["OPTIONS"]["pool"] = {"min_size": 1, "max_size": ENV.database_pool_size, "timeout": 5}

# --- Language and time ------------------------------------------------------------------------------

LANGUAGE_CODE = ENV.language_code
TIME_ZONE = ENV.time_zone
USE_I18N = True
USE_TZ = True
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("en", _("English")), ("es", _("Spanish")), ("de", _("German"))]
LOCALE_PATHS = [PROJECT_DIR / "locale"]
FORMAT_MODULE_PATH = ["portal.formats"]
WAGTAIL_I18N_ENABLED = True

# --- Mail -------------------------------------------------------------------------------------------

EMAIL_BACKEND = "portal.smtp.EmailBackend"
MAIL = mail_server(ENV.email_url)
EMAIL_HOST, EMAIL_PORT = MAIL.host, MAIL.port
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = MAIL.user, MAIL.password
EMAIL_USE_TLS, EMAIL_USE_SSL = MAIL.starts_tls, MAIL.is_tls
EMAIL_TIMEOUT = TIMEOUT
if MAIL_PROVIDER := ENV.mail_provider:
    INSTALLED_APPS.append("anymail")
    EMAIL_BACKEND = f"anymail.backends.{MAIL_PROVIDER}.EmailBackend"
    ANYMAIL = provider_settings(
        MAIL_PROVIDER,
        key=ENV.mail_provider_key,
        url=ENV.mail_provider_url,
        signing_key=ENV.mail_signing_key,
        webhook_secret=ENV.mail_webhook_secret,
    )
DEFAULT_FROM_EMAIL = SERVER_EMAIL = ENV.email_from or sender(ALLOWED_HOSTS)

# --- Security ---------------------------------------------------------------------------------------

if ENV.trust_proxy:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# --- Wagtail ----------------------------------------------------------------------------------------

WAGTAIL_SITE_NAME = "Health Information Portal"
WAGTAILADMIN_BASE_URL = ENV.base_url
WAGTAILADMIN_RICH_TEXT_EDITORS = {
    "default": {
        "WIDGET": "wagtail.admin.rich_text.DraftailRichTextArea",
        "OPTIONS": {"features": ["h2", "h3", "ul", "ol", "link", "bold", "italic"]},
    },
}
WAGTAILIMAGES_IMAGE_MODEL = "portal.Picture"
WAGTAILIMAGES_IMAGE_FORM_BASE = "portal.picture_form.PictureForm"
WAGTAILIMAGES_FORMAT_CONVERSIONS = {"avif": "webp", "webp": "webp"}
# "simple": PostgreSQL must compare words as SQLite does. Stems and accents are ours (articles/search/folding.py).
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "portal.search_backend", "SEARCH_CONFIG": "simple"}}
WAGTAIL_ENABLE_UPDATE_CHECK = False  # asks a server elsewhere
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
# A machine's folder of zones may hold names of its own ("localtime"), at which browsers stop.
WAGTAIL_USER_TIME_ZONES = sorted(zone for zone in available_timezones() if "/" in zone or zone == "UTC")
WAGTAIL_GRAVATAR_PROVIDER_URL = None  # asks a server elsewhere
WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT = True
WAGTAIL_FINISH_WORKFLOW_ACTION = "articles.review.workflow_end.publish_approved"
WAGTAILEMBEDS_FINDERS: list[dict] = []  # no embeds: they call other hosts

# --- Consent ----------------------------------------------------------------------------------------

CONSENT_KEYS = list(ENV.consent_keys)
ERASURE_JOURNAL = ENV.erasure_journal or ENV.data_dir / "erasures.jsonl"
TRUSTED_PROXIES = list(ENV.trusted_proxies)

# --- Conversation -----------------------------------------------------------------------------------

SITE_ID = 1  # django.contrib.sites stands under the table of comments; communities are Wagtail's sites
COMMENTS_APP = "django_comments_xtd"
COMMENTS_XTD_MODEL = "comments.models.Comment"
COMMENTS_XTD_MAX_THREAD_LEVEL = 1
COMMENTS_XTD_SALT = b"conversation"  # of links that are never made

COMMENTS_PER_PAGE = ENV.comments_per_page
CRISIS_TARGET_MINUTES = ENV.crisis_target_minutes
COMMENT_MODEL = ENV.comment_model
COMMENT_DETECTORS: list[str] = [  # dotted names, in the order in which they run
    "comments.screening.crisis.CrisisDetector",
    "comments.screening.adverse_events.AdverseEventDetector",
    "comments.screening.dosage.DosageDetector",
    "comments.screening.personal_data.PersonalData",
    "comments.screening.links.Links",
    "comments.screening.promotion.Promotion",
    "comments.screening.abuse.Abuse",
    "comments.screening.shouting.Shouting",
    "comments.screening.repeats.Repeats",
    *(["comments.screening.local_model.LocalModel"] if COMMENT_MODEL else []),
    *ENV.comment_detectors,
]

SILENCED_SYSTEM_CHECKS: list[str] = []
