"""Pictures in S3-compatible storage, for portals that run on several machines (decision 20).

Readers load nothing from another host: a strict Content-Security-Policy, and promise E1 of the design. So the address
of a picture that readers see stays ``/media/...`` on the portal's own host, and the web server in front fetches it
from the bucket (docs/operations/scaling.md). What was uploaded stands under ``originals/`` and is private: its address
is signed, holds for ten minutes and is shown to staff alone. The pictures made of it stand under ``public/``.

A store that is away is an ``OSError`` here, as a disk would be: a page whose picture can't be made is shown without it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NoReturn

from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from django.conf import settings
from django.core.files.base import File
from django.utils.encoding import filepath_to_uri
from storages.backends.s3 import S3Storage

SIGNED_FOR = 600  # seconds
FOR_EVER = "public, max-age=31536000, immutable"  # the name of a rendition changes with what it shows
CLIENT = Config(
    connect_timeout=3,
    read_timeout=15,
    retries={"max_attempts": 2, "mode": "standard"},
    signature_version="s3v4",
    s3={"addressing_style": "path"},
    # Stores other than Amazon's refuse the checksums that boto3 adds by default since 1.36.
    request_checksum_calculation="when_required",
    response_checksum_validation="when_required",
)


class BucketStorage(S3Storage):
    """A part of the bucket whose failures are ``OSError``."""

    def get_default_settings(self) -> dict[str, Any]:
        return {
            **super().get_default_settings(),
            "bucket_name": settings.MEDIA_S3["bucket"],
            "endpoint_url": settings.MEDIA_S3["endpoint"] or None,
            "region_name": settings.MEDIA_S3["region"] or None,
            "access_key": settings.MEDIA_S3["key_id"] or None,
            "secret_key": settings.MEDIA_S3["secret"] or None,
            "client_config": CLIENT,
            "default_acl": None,  # who may read what is said once, by the bucket's policy
            "file_overwrite": False,
        }

    def _open(self, name: str, mode: str = "rb") -> File:
        with as_os_error():
            return super()._open(name, mode)

    def _save(self, name: str, content: File) -> str:
        with as_os_error():
            return super()._save(name, content)

    def exists(self, name: str) -> bool:
        with as_os_error():
            return super().exists(name)

    def delete(self, name: str) -> None:
        with as_os_error():
            super().delete(name)

    def listdir(self, name: str) -> tuple[list[str], list[str]]:
        with as_os_error():
            return super().listdir(name)

    def size(self, name: str) -> int:
        with as_os_error():
            return super().size(name)


class Originals(BucketStorage):
    """What was uploaded: for staff."""

    def get_default_settings(self) -> dict[str, Any]:
        return {**super().get_default_settings(), "location": "originals", "querystring_expire": SIGNED_FOR}


class Renditions(BucketStorage):
    """What readers see, at ``/media/...`` on the portal's own host."""

    def get_default_settings(self) -> dict[str, Any]:
        parameters = {"CacheControl": FOR_EVER}
        return {**super().get_default_settings(), "location": "public", "object_parameters": parameters}

    def url(self, name: str, *_arguments: Any, **_values: Any) -> str:
        return settings.MEDIA_URL + filepath_to_uri(name).lstrip("/")


@contextmanager
def as_os_error() -> Iterator[None]:
    """Turns what boto3 raises into ``OSError``, without the store's words: they may hold the key's name."""
    try:
        yield
    except (BotoCoreError, ClientError) as error:
        _refuse(error)


def _refuse(error: Exception) -> NoReturn:
    code = getattr(error, "response", {}).get("Error", {}).get("Code", type(error).__name__)
    raise OSError(f"The store of pictures can't be used ({code}).") from None
