"""Every environment variable that the portal reads, with its type, default and meaning.

A wrong value is refused at start with a sentence that says what to do. ``docs/settings.md`` has one
row for each field below; a test compares the two.

The variables may also stand in a file named ``.env`` beside ``manage.py``; a real environment variable
wins over the file. An empty value means the default. ``NAME_FILE`` names a file that holds the value of ``NAME``
(``portal.secret_files``).
"""

import base64
import binascii
import os
import re
import sys
from functools import cache
from importlib import import_module
from ipaddress import ip_network
from pathlib import Path
from typing import Any, Literal
from zoneinfo import available_timezones

import dj_database_url
from django.core.exceptions import ImproperlyConfigured
from pydantic import Field, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from portal.accounts_environment import SHORTEST_SECRET, AccountsEnvironment
from portal.caching_environment import CachingEnvironment
from portal.conversation_environment import ConversationEnvironment
from portal.environment_values import CommaSeparated
from portal.files_environment import FilesEnvironment
from portal.mail_environment import HOST_NAME, MailEnvironment
from portal.observing_environment import ObservingEnvironment
from portal.secret_files import SecretFiles
from portal.server_environment import ServerEnvironment

PROJECT_DIR = Path(__file__).resolve().parent.parent
LEAST_VARIETY = 5  # different characters, by the same check

LANGUAGE_CODES = ("en", "es", "de")  # the languages that settings.LANGUAGES names

HOST = re.compile(rf"\*|\.?(?:{HOST_NAME})")  # as Django compares it: without a port
CONTACT = re.compile(r"mailto:[^\s@:/?#]+@[\w.-]+|https://[\w.-]+(?:/[^\s]*)?")
ADDRESS = re.compile(rf"https?://(?:{HOST_NAME})(?::\d{{1,5}})?/?")

KEY_LENGTH = 32  # bytes, as AES-256 takes them
HOW_TO_MAKE_A_KEY = "Make one with `python3 -c 'import secrets; print(secrets.token_urlsafe(32))'`."

DEMANDS = {  # pydantic's types of error, in words for an operator
    "bool_parsing": "must be true or false",
    "greater_than_equal": "must be {ge} or more",
    "int_parsing": "must be a whole number",
    "less_than_equal": "must be {le} or less",
    "literal_error": "must be {expected}",
}


class Environment(
    AccountsEnvironment,
    CachingEnvironment,
    ConversationEnvironment,
    FilesEnvironment,
    MailEnvironment,
    ObservingEnvironment,
    ServerEnvironment,
):
    """The environment variables, read once at start."""

    model_config = SettingsConfigDict(env_file_encoding="utf-8", env_ignore_empty=True, extra="ignore", frozen=True)

    demo: bool = Field(False, description="Demonstration mode: demo content and accounts, no HTTPS needed.")
    secret_key: str = Field("", description="Signs sessions and links. At least 50 random characters.")
    allowed_hosts: CommaSeparated = Field((), description="Host names that the portal answers to.")
    base_url: str = Field("", description="Address of the admin, as it stands in links that staff receive.")
    database_url: str = Field("", description="Database address. Empty: SQLite in DATA_DIR.")
    database_pool_size: int = Field(8, ge=0, le=100, description="Pooled PostgreSQL connections a process.")
    database_timeout: int = Field(30, ge=1, le=600, description="Seconds after which a statement is stopped.")
    consent_keys: CommaSeparated = Field((), description="Keys that seal addresses, newest first. 32 bytes each.")
    erasure_journal: str = Field("", description="File of erasures, kept apart from backups of the database.")
    trusted_proxies: CommaSeparated = Field((), description="Networks of proxies whose X-Forwarded-For is believed.")
    data_dir: Path = Field(PROJECT_DIR / "var", description="Holds the SQLite database, media and static files.")
    language_code: str = Field("en", description="Main language: en, es or de.")
    time_zone: str = Field("UTC", description="Time zone of a community that has not chosen its own.")
    trust_proxy: bool = Field(False, description="Believe X-Forwarded-Proto: a proxy in front always sets it.")
    hsts_seconds: int = Field(31_536_000, ge=0, description="How long browsers insist on HTTPS.")
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field("INFO", description="Least severe log entry.")
    log_format: Literal["lines", "json"] = Field("lines", description="Log entries for people, or as JSON.")
    access_log: bool = Field(False, description="A log entry for each request, without network or query.")
    security_contact: str = Field("", description="Where security researchers write: mailto: or https://.")
    port: int = Field(8000, ge=1, le=65535, description="Port that `make run` serves on.")

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: Any,
        env_settings: Any,
        dotenv_settings: Any,
        file_secret_settings: Any,
    ) -> tuple[Any, ...]:
        """What is given in code, then as a file, then as a variable, then in ``.env``."""
        files = SecretFiles(settings_cls, {**dotenv_settings.env_vars, **env_settings.env_vars})
        return init_settings, files, env_settings, dotenv_settings

    @field_validator("allowed_hosts")
    @classmethod
    def _bare_hosts(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        if not all(HOST.fullmatch(host) for host in value):
            raise ValueError("must hold host names alone, such as health.example.org, without https://, port or path.")
        return value

    @field_validator("consent_keys")
    @classmethod
    def _usable_keys(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        if not all(is_key(text) for text in value):
            raise ValueError(f"must hold keys of 32 random bytes, separated by commas. {HOW_TO_MAKE_A_KEY}")
        if len(set(value)) < len(value):
            raise ValueError("must name each key once.")
        return value

    @field_validator("trusted_proxies")
    @classmethod
    def _networks(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        try:
            for network in value:
                ip_network(network)
        except ValueError:
            raise ValueError("must hold networks, separated by commas, for example 10.0.0.0/8,192.0.2.7.") from None
        return value

    @field_validator("security_contact")
    @classmethod
    def _contact(cls, value: str) -> str:
        if value and not CONTACT.fullmatch(value):
            raise ValueError("must be mailto:security@example.org or https://example.org/security, for example.")
        return value

    @field_validator("data_dir")
    @classmethod
    def _usable_folder(cls, value: Path) -> Path:
        existing = nearest(value)
        if not existing.is_dir() or not os.access(existing, os.W_OK):
            raise ValueError(f"must be a folder that the portal may write to, and {existing} is not.")
        return value

    @field_validator("erasure_journal")
    @classmethod
    def _usable_file(cls, value: str) -> str:
        existing = nearest(Path(value)) if value else None
        is_file = existing == Path(value).absolute()
        if existing and (existing.is_dir() is is_file or not os.access(existing, os.W_OK)):
            raise ValueError(f"must be a file that the portal may write to, and {existing} stands in the way.")
        return value

    @field_validator("language_code")
    @classmethod
    def _known_language(cls, value: str) -> str:
        if value not in LANGUAGE_CODES:
            raise ValueError(f"must be one of {', '.join(LANGUAGE_CODES)}.")
        return value

    @field_validator("time_zone")
    @classmethod
    def _known_time_zone(cls, value: str) -> str:
        if value not in available_timezones():
            raise ValueError("is not a known time zone. Use a name such as Europe/Berlin.")
        return value

    @field_validator("database_url")
    @classmethod
    def _known_database(cls, value: str) -> str:
        if value and value.partition("://")[0] not in {"sqlite", "postgres", "postgresql"}:
            raise ValueError("must begin with postgresql:// or sqlite://, for example postgresql://user@host/name.")
        if value:
            try:
                name = dj_database_url.parse(value)["NAME"]
            except ValueError:
                name = ""
            if name in {"", ":memory:"}:
                raise ValueError("is not the address of a database. Write postgresql://user:password@host:5432/name.")
        return value

    @field_validator("base_url")
    @classmethod
    def _absolute_url(cls, value: str) -> str:
        if value and not ADDRESS.fullmatch(value):
            raise ValueError("must be a full address without a path, for example https://health.example.org.")
        return value.rstrip("/")

    @model_validator(mode="after")
    def _complete_for_production(self) -> "Environment":
        if len(self.secret_key) < SHORTEST_SECRET or len(set(self.secret_key)) < LEAST_VARIETY:
            raise ValueError(
                f"SECRET_KEY must have at least {SHORTEST_SECRET} random characters. `make run` writes one into .env "
                "for the demonstration; for production, generate one with "
                "`python -c 'import secrets; print(secrets.token_urlsafe(50))'`."
            )
        if not self.consent_keys:
            raise ValueError(
                "CONSENT_KEYS must hold the key with which e-mail addresses are sealed. `make run` writes one into "
                f".env for the demonstration; for production, keep it apart from the database. {HOW_TO_MAKE_A_KEY}"
            )
        if not self.demo and not self.allowed_hosts:
            raise ValueError(
                "ALLOWED_HOSTS must name the host names that the portal answers to, separated by commas, "
                "for example health.example.org,www.health.example.org."
            )
        if not self.demo and not self.base_url:
            raise ValueError(
                "BASE_URL must be the full address of the admin's host, such as https://health.example.org."
            )
        return self


def read_environment(**values: Any) -> Environment:
    """The checked environment; ``values`` stand in for variables.

    Raises ``ImproperlyConfigured`` with one sentence for each variable that has a wrong value.
    """
    try:
        return Environment(**values)
    except ValidationError as error:
        raise ImproperlyConfigured("\n".join(_sentence(detail) for detail in error.errors())) from None
    except (OSError, UnicodeDecodeError) as error:
        raise ImproperlyConfigured(f"The file .env can't be read ({error}). Mend it or remove it.") from None


@cache
def environment() -> Environment:
    """The environment of this process, with the ``.env`` file beside ``manage.py``."""
    return read_environment(_env_file=PROJECT_DIR / ".env")


def is_key(text: str) -> bool:
    """Whether ``text`` holds 32 bytes as base64url, and not the same few again and again."""
    try:
        secret = base64.b64decode(text.rstrip("=") + "=", altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        return False
    return len(secret) == KEY_LENGTH and len(set(secret)) >= KEY_LENGTH // 4


def nearest(path: Path) -> Path:
    """``path`` itself if it is there, else the nearest folder above it."""
    return next(existing for existing in (path.absolute(), *path.absolute().parents) if existing.exists())


def make_folder(folder: Path) -> None:
    """Makes the folder of ``DATA_DIR``. Raises ``ImproperlyConfigured`` with a sentence if that fails."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ImproperlyConfigured(
            f"DATA_DIR must be a folder that the portal may write to, and {folder} can't be made."
        ) from error


def settings_module() -> str:
    """The settings module for this process: the secure base, or demonstration mode on top of it."""
    return "portal.settings.demo" if environment().demo else "portal.settings.base"


def choose_settings() -> None:
    """Names the settings module for Django, unless somebody has.

    Ends the program with a sentence when a variable has a wrong value.
    """
    try:
        os.environ["DJANGO_SETTINGS_MODULE"] = os.environ.get("DJANGO_SETTINGS_MODULE") or settings_module()
        import_module(os.environ["DJANGO_SETTINGS_MODULE"])
    except ImproperlyConfigured as error:
        sys.exit(str(error))


def _sentence(detail: Any) -> str:
    message = detail["msg"].removeprefix("Value error, ")
    name = ".".join(str(part) for part in detail["loc"]).upper()
    if not name:
        return message
    if detail["type"] == "value_error":
        return f"{name} {message}"
    demand = DEMANDS.get(detail["type"], message).format(**detail.get("ctx", {}))
    return f"{name} {demand}. See docs/settings.md."
