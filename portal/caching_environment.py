"""The environment variables that say what is kept where, and which caches stand in front.

``portal.environment`` has the others.
"""

import re
from importlib.util import find_spec
from typing import Self

from pydantic import Field, field_validator, model_validator
from pydantic_settings import BaseSettings

REDIS = re.compile(r"(?:rediss?://[^\s/]+(?:/\d{1,3})?/?|unix://\S+)")
PURGED = re.compile(r"https?://[\w.-]+(?::\d{1,5})?/?")
NAME = re.compile(r"[\w-]{6,100}")


class CachingEnvironment(BaseSettings):
    """Those variables, read and checked."""

    page_cache_megabytes: int = Field(64, ge=0, le=10_000, description="Memory for kept pages, in each process.")
    redis_url: str = Field("", description="Redis or Valkey that several processes share. Empty: none.")
    front_cache_url: str = Field("", description="Cache in front that is sent PURGE when pages change.")
    front_cache_seconds: int = Field(
        300, ge=1, le=86_400, description="How long a cache in front that is purged may hold a page."
    )
    cloudflare_zone: str = Field("", description="Zone at Cloudflare that is purged when pages change.")
    cloudflare_token: str = Field("", description="Token that may purge this zone.")
    cloudfront_distribution: str = Field("", description="Distribution at CloudFront, likewise.")

    @field_validator("redis_url")
    @classmethod
    def _known_server(cls, value: str) -> str:
        if value and not REDIS.fullmatch(value):
            raise ValueError("must be the address of a server, for example redis://:password@127.0.0.1:6379/0.")
        return value

    @field_validator("front_cache_url")
    @classmethod
    def _bare_address(cls, value: str) -> str:
        if value and not PURGED.fullmatch(value):
            raise ValueError("must be an address without a path, for example http://10.0.0.5:6081.")
        return value.rstrip("/")

    @field_validator("cloudflare_zone", "cloudflare_token", "cloudfront_distribution")
    @classmethod
    def _bare_name(cls, value: str) -> str:
        if value and not NAME.fullmatch(value):
            raise ValueError("must be the name alone, as the provider shows it.")
        return value

    @model_validator(mode="after")
    def _complete_for_caches(self) -> Self:
        if bool(self.cloudflare_zone) is not bool(self.cloudflare_token):
            raise ValueError("CLOUDFLARE_ZONE and CLOUDFLARE_TOKEN need each other. See docs/caching.md.")
        if self.cloudfront_distribution and find_spec("boto3") is None:
            raise ValueError("CLOUDFRONT_DISTRIBUTION needs the package boto3, in the portal's extra “s3”.")
        return self
