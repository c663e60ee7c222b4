"""What is logged, and how a line looks. No line holds anything of a person (``portal.log_scrubbing``, docs/logs.md)."""

from portal.environment import environment

ENVIRONMENT = environment()
ACCESS_LOG = ENVIRONMENT.access_log
LOG_FORMATTERS = {
    "lines": {
        "()": "portal.log_scrubbing.ScrubbingFormatter",
        "format": "%(asctime)s %(levelname)s %(name)s [%(request_id)s] %(message)s",
    },
    "json": {"()": "portal.log_json.JsonFormatter"},
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": LOG_FORMATTERS[ENVIRONMENT.log_format]},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": ENVIRONMENT.log_level},
    "loggers": {
        # What these tell at INFO, each background task and each page saved, stands in the database already. What the
        # last two tell at DEBUG, every question to the database with its values and every picture read, is no line.
        **{name: {"level": "WARNING"} for name in ("django_tasks", "wagtail", "django.db.backends", "PIL")},
        # Named, so that they lose the handlers that Django gives them: those mask no address, and one mails tracebacks.
        **{name: {"handlers": [], "propagate": True} for name in ("django", "django.server")},
    },
}
