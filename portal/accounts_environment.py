"""The environment variables for the accounts of staff. ``portal.environment`` joins them to the others."""

import os

from pydantic import Field, field_validator
from pydantic_settings import BaseSettings

from portal.environment_values import CommaSeparated

SHORTEST_SECRET = 50  # characters, as Django's own deployment check demands (security.W025)


class AccountsEnvironment(BaseSettings):
    """Who gets in, for how long, and what is remembered of it."""

    secret_key_fallbacks: CommaSeparated = Field((), description="Former values of SECRET_KEY, while it is changed.")
    require_second_factor: bool = Field(True, description="Staff need a second factor. The demonstration offers one.")
    session_idle_minutes: int = Field(
        60, ge=5, le=1440, description="Staff are signed out after so long without a step."
    )
    session_hours: int = Field(12, ge=1, le=336, description="Staff sign in anew after so long, whatever they do.")
    leaked_passwords_file: str = Field("", description="Sorted SHA-1 list of leaked passwords. Empty: a short one.")
    audit_days: int = Field(365, ge=30, le=3650, description="How long it is kept what staff did at the door.")

    @field_validator("secret_key_fallbacks")
    @classmethod
    def _former_keys(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        if any(len(key) < SHORTEST_SECRET for key in value):
            raise ValueError(f"must hold former values of SECRET_KEY, of {SHORTEST_SECRET} characters or more.")
        return value

    @field_validator("leaked_passwords_file")
    @classmethod
    def _readable_list(cls, value: str) -> str:
        if value and not os.access(value, os.R_OK):
            raise ValueError("must be a file that the portal can read.")
        return value
