"""The operator's keys, newest first (``CONSENT_KEYS``). New values are made with the first; older ones still open what
was made with them, until ``manage.py rotate_keys`` has made it anew.
"""

import base64
import hashlib
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

from portal.environment import KEY_LENGTH, is_key

NAME_LENGTH = 8  # hexadecimal digits


class Use(StrEnum):
    """What a derived key is for. The values go into the derivation: changing one orphans what was made with it."""

    NAME = "name"
    SEALING = "sealing"
    LOOKUP = "lookup"
    SUBJECT = "ledger"
    SUPPRESSION = "suppression"
    FAMILY = "family"
    LIMITS = "limits"
    SIGNING = "signing"
    FINGERPRINT = "fingerprint"
    LINK = "link"


class UnknownKeyError(Exception):
    """Something was made with a key that is not among ``CONSENT_KEYS``."""


@dataclass(frozen=True)
class Key:
    """One secret key. ``name`` may be shown: it can't be turned back."""

    secret: bytes

    def derived(self, use: Use) -> bytes:
        """32 bytes for one use."""
        return _derived(self.secret, use)

    @property
    def name(self) -> str:
        """Eight hexadecimal digits that tell this key from others."""
        return hashlib.sha256(self.derived(Use.NAME)).hexdigest()[:NAME_LENGTH]

    def __repr__(self) -> str:
        return f"<Key {self.name}>"


@lru_cache(maxsize=64)
def _derived(secret: bytes, use: Use) -> bytes:
    return HKDF(algorithm=SHA256(), length=KEY_LENGTH, salt=None, info=b"portal/consent/" + use.value.encode()).derive(
        secret
    )


def read_key(text: str) -> Key:
    """The key that ``text`` holds as base64url. Raises ``ValueError`` unless it holds 32 bytes."""
    if not is_key(text):
        raise ValueError("not 32 random bytes as base64url")
    return Key(base64.urlsafe_b64decode(text.rstrip("=") + "="))


def ring() -> tuple[Key, ...]:
    """All keys, the one in use first."""
    return _ring(tuple(settings.CONSENT_KEYS))


@lru_cache(maxsize=16)
def _ring(texts: tuple[str, ...]) -> tuple[Key, ...]:
    return tuple(read_key(text) for text in texts)


def current() -> Key:
    """The key with which new values are made."""
    return ring()[0]


def named(name: str) -> Key:
    """The key of this name. Raises ``UnknownKeyError``."""
    for key in ring():
        if key.name == name:
            return key
    raise UnknownKeyError(f"The key {name} is not among CONSENT_KEYS.")
