"""The environment variables that say how mail leaves the portal. ``portal.environment`` has the others."""

import re
from importlib.util import find_spec
from typing import Literal, Self

from pydantic import Field, field_validator, model_validator
from pydantic_settings import BaseSettings

from portal.mail import mail_server

HOST_NAME = r"[\w-]+(?:\.[\w-]+)*|\[[\da-fA-F:.]+\]"
PROVIDER_KEY = re.compile(r"[\x21-\x7e]{8,}")
INTERFACE = re.compile(rf"https://(?:{HOST_NAME})(?::\d{{1,5}})?(?:/[\w./-]*)?")
WEBHOOK_SECRET = re.compile(r"[^\s:]+:[^\s:]{20,}")
MAIL_ADDRESS = re.compile(r"[^\s@<>,;\"]+@[^\s@<>,;\"]+")


class MailEnvironment(BaseSettings):
    """Those variables, read and checked."""

    email_url: str = Field("", description="Mail server. Empty: the one on this machine; in the demonstration, files.")
    email_from: str = Field("", description="Address from which the portal writes. Empty: portal@ the first host.")
    mail_provider: Literal["", "mailgun", "postmark"] = Field("", description="Sends mail instead of EMAIL_URL.")
    mail_provider_key: str = Field("", description="The provider's key for its interface.")
    mail_provider_url: str = Field("", description="Address of its interface, where it is not the usual one.")
    mail_signing_key: str = Field("", description="Key with which Mailgun signs its reports.")
    mail_webhook_secret: str = Field(
        "", description="Name and password with which the provider reports: name:password."
    )

    @field_validator("email_url")
    @classmethod
    def _known_mail_server(cls, value: str) -> str:
        try:
            mail_server(value)
        except ValueError:
            raise ValueError(
                "must be the address of a mail server, for example smtp+tls://user:password@mail.example.org:587."
            ) from None
        return value

    @field_validator("email_from")
    @classmethod
    def _mail_address(cls, value: str) -> str:
        if value and not MAIL_ADDRESS.fullmatch(value):
            raise ValueError("must be a mail address alone, for example portal@health.example.org.")
        return value

    @field_validator("mail_provider_key", "mail_signing_key")
    @classmethod
    def _bare_key(cls, value: str) -> str:
        if value and not PROVIDER_KEY.fullmatch(value):
            raise ValueError("must be the key alone, as the mail provider shows it.")
        return value

    @field_validator("mail_provider_url")
    @classmethod
    def _https_address(cls, value: str) -> str:
        if value and not INTERFACE.fullmatch(value):
            raise ValueError("must be a full address, for example https://api.eu.mailgun.net/v3.")
        return value

    @field_validator("mail_webhook_secret")
    @classmethod
    def _name_and_password(cls, value: str) -> str:
        if value and not WEBHOOK_SECRET.fullmatch(value):
            raise ValueError("must be a name, a colon and a password of at least 20 characters.")
        return value

    @model_validator(mode="after")
    def _complete_for_provider(self) -> Self:
        if not self.mail_provider:
            return self
        names = ["mail_provider_key", "mail_webhook_secret", *["mail_signing_key"] * (self.mail_provider == "mailgun")]
        if missing := [name.upper() for name in names if not getattr(self, name)]:
            raise ValueError(f"MAIL_PROVIDER={self.mail_provider} needs {' and '.join(missing)}. See docs/mail.md.")
        if find_spec("anymail") is None:
            raise ValueError("MAIL_PROVIDER needs the package django-anymail, the portal's extra “anymail”.")
        return self
