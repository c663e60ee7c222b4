"""The environment variables of metrics and error reports. ``portal.environment`` adds them to the others."""

from importlib.util import find_spec
from urllib.parse import urlsplit

from pydantic import Field, field_validator
from pydantic_settings import BaseSettings

SHORTEST_TOKEN = 32  # characters


class ObservingEnvironment(BaseSettings):
    """Who may watch the portal, and who is told of errors."""

    metrics_token: str = Field("", description="Whoever has it may read /metrics. Empty: nobody may.")
    sentry_dsn: str = Field("", description="Address to which errors are reported. Empty: nowhere.")

    @field_validator("metrics_token")
    @classmethod
    def _hard_to_guess(cls, value: str) -> str:
        if value and (len(value) < SHORTEST_TOKEN or not value.isascii() or len(value.split()) > 1):
            raise ValueError(
                f"must have at least {SHORTEST_TOKEN} characters without spaces. Make one with "
                "`python3 -c 'import secrets; print(secrets.token_urlsafe(32))'`."
            )
        return value

    @field_validator("sentry_dsn")
    @classmethod
    def _usable_dsn(cls, value: str) -> str:
        parts = urlsplit(value)
        if value and (parts.scheme not in ("http", "https") or not parts.username or not parts.path.strip("/")):
            raise ValueError("must be the address that the error tracker shows, https://key@errors.example.org/1.")
        if value and find_spec("sentry_sdk") is None:
            raise ValueError("needs the package sentry-sdk, the portal's extra “errors”.")
        return value
