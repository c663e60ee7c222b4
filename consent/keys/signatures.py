"""Signatures under what we hand out (Ed25519, RFC 8032). The private key is derived from the installation's key, so
there is none to keep; the public one may be known to everybody.

Every key of the ring verifies: what was signed before a rotation stays genuine as long as its key stands in
``CONSENT_KEYS``.
"""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from consent.keys.ring import Key, Use, current, named, ring


@dataclass(frozen=True)
class PublicKey:
    """A key that verifies. ``raw``: 32 bytes as base64url without padding, as in a JSON Web Key (RFC 8037)."""

    name: str
    raw: str
    pem: str


def sign(data: bytes) -> tuple[str, str]:
    """The name of the key in use, and its signature under ``data`` as base64url without padding."""
    key = current()
    return key.name, _text(_private(key).sign(data))


def is_genuine(name: str, signature: str, data: bytes) -> bool:
    """Whether the key ``name`` signed just this, and the signature stands as we write it: letter by letter, since the
    last ones of base64 may say more than there is. Raises ``UnknownKeyError`` for a key that is not there."""
    public = _private(named(name)).public_key()
    try:
        raw = urlsafe_b64decode(signature + "=" * (-len(signature) % 4))
        public.verify(raw, data)
    except (InvalidSignature, ValueError):
        return False
    return _text(raw) == signature


def public_keys() -> list[PublicKey]:
    """The public key of every key, the one in use first."""
    return [_public(key) for key in ring()]


def _public(key: Key) -> PublicKey:
    public = _private(key).public_key()
    pem = public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()
    return PublicKey(key.name, _text(public.public_bytes_raw()), pem)


def _private(key: Key) -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(key.derived(Use.SIGNING))


def _text(data: bytes) -> str:
    return urlsafe_b64encode(data).decode().rstrip("=")
