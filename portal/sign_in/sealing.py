"""Seals what second factors rest on, so that a copy of the database opens no account.

The key comes from ``SECRET_KEY``, in a form that serves nothing else. Former keys (``SECRET_KEY_FALLBACKS``) still
open; what they open is sealed anew when it is next used (``factors``). Fernet: AES-128-CBC with HMAC-SHA256
(https://github.com/fernet/spec/blob/master/Spec.md).
"""

import base64

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.utils.crypto import constant_time_compare, salted_hmac

_SEAL, _DIGEST = "portal.sign_in.seal", "portal.sign_in.digest"


def seal(secret: bytes) -> str:
    """``secret``, readable with this installation's key alone."""
    return _fernet().encrypt(secret).decode()


def unseal(sealed: str) -> bytes | None:
    """What was sealed, or ``None`` where no key opens it any more."""
    try:
        return _fernet().decrypt(sealed)
    except InvalidToken:
        return None


def digest(text: str) -> str:
    """A keyed digest: equal texts have equal ones, and nobody without the key can try texts against it."""
    return _digest(text, settings.SECRET_KEY)


def matches(text: str, kept: str) -> bool:
    """Whether ``kept`` is the digest of ``text`` under any key that still counts."""
    keys = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    return any(constant_time_compare(_digest(text, key), kept) for key in keys)


def _digest(text: str, key: str) -> str:
    return salted_hmac(_DIGEST, text, secret=key, algorithm="sha256").hexdigest()


def _fernet() -> MultiFernet:
    keys = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    made = [salted_hmac(_SEAL, "", secret=key, algorithm="sha256").digest() for key in keys]
    return MultiFernet([Fernet(base64.urlsafe_b64encode(key)) for key in made])
