"""The environment variables that say where files are kept. ``portal.environment`` has the others."""

import re
from importlib.util import find_spec
from typing import Self

from pydantic import Field, field_validator, model_validator
from pydantic_settings import BaseSettings

BUCKET = re.compile(r"[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")  # as all S3-compatible stores take it
STORE = re.compile(r"https?://[\w.-]+(?::\d{1,5})?/?")


class FilesEnvironment(BaseSettings):
    """Those variables, read and checked."""

    static_dir: str = Field("", description="Folder of gathered static files. Empty: static in DATA_DIR.")
    media_s3_bucket: str = Field("", description="Bucket for pictures. Empty: they are kept in DATA_DIR.")
    media_s3_endpoint: str = Field("", description="Address of an S3-compatible store. Empty: Amazon's.")
    media_s3_region: str = Field("", description="Region of the bucket, where the store has regions.")
    media_s3_key_id: str = Field("", description="Name of the key for the bucket.")
    media_s3_secret: str = Field("", description="The key for the bucket.")

    @field_validator("static_dir")
    @classmethod
    def _whole_path(cls, value: str) -> str:
        if value and not value.startswith("/"):
            raise ValueError("must be a whole path, for example /srv/static.")
        return value

    @field_validator("media_s3_bucket")
    @classmethod
    def _bucket_name(cls, value: str) -> str:
        if value and not BUCKET.fullmatch(value):
            raise ValueError("must be the name of a bucket alone: small letters, digits, dots and hyphens.")
        return value

    @field_validator("media_s3_endpoint")
    @classmethod
    def _address_of_store(cls, value: str) -> str:
        if value and not STORE.fullmatch(value):
            raise ValueError("must be the address of a store without a path, for example https://s3.example.org.")
        return value.rstrip("/")

    @field_validator("media_s3_region", "media_s3_key_id", "media_s3_secret")
    @classmethod
    def _one_word(cls, value: str) -> str:
        if any(sign.isspace() for sign in value):
            raise ValueError("must hold no spaces.")
        return value

    @model_validator(mode="after")
    def _complete_for_a_bucket(self) -> Self:
        if self.media_s3_bucket and find_spec("storages") is None:
            raise ValueError("MEDIA_S3_BUCKET needs the package django-storages, the portal's extra “s3”.")
        if bool(self.media_s3_key_id) is not bool(self.media_s3_secret):
            raise ValueError("MEDIA_S3_KEY_ID and MEDIA_S3_SECRET belong together: set both or neither.")
        return self
