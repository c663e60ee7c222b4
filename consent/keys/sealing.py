"""Addresses at rest: AES-256-GCM (NIST SP 800-38D), bound to table, row and column, so that a sealed value that
somebody moves elsewhere does not open there (DESIGN.md, C7).

A sealed value: one byte for the scheme, four for the key's name, 12 for the nonce, then text and tag.
"""

import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from consent.keys.ring import NAME_LENGTH, Use, current, named

_SCHEME = b"\x01"
_NAME = NAME_LENGTH // 2  # bytes
_NONCE = 12  # bytes


class SealError(Exception):
    """A sealed value was altered, moved, or is none. Never tells what it holds."""


def seal(text: str, *, table: str, row: object, column: str) -> bytes:
    """``text`` so that only this place opens it again."""
    key, nonce = current(), os.urandom(_NONCE)
    sealed = AESGCM(key.derived(Use.SEALING)).encrypt(nonce, text.encode(), _place(table, row, column))
    return _SCHEME + bytes.fromhex(key.name) + nonce + sealed


def unseal(sealed: bytes, *, table: str, row: object, column: str) -> str:
    """What was sealed for this place. Raises ``SealError``, and ``UnknownKeyError`` for a key that is not there."""
    sealed = bytes(sealed)
    key = named(key_name(sealed))
    nonce, rest = sealed[1 + _NAME :][:_NONCE], sealed[1 + _NAME + _NONCE :]
    try:
        return AESGCM(key.derived(Use.SEALING)).decrypt(nonce, rest, _place(table, row, column)).decode()
    except (InvalidTag, ValueError):
        raise SealError(f"A value in {table}.{column} does not open.") from None


def key_name(sealed: bytes) -> str:
    """The name of the key with which a value was sealed. Raises ``SealError`` for something else."""
    sealed = bytes(sealed)
    if sealed[:1] != _SCHEME or len(sealed) <= 1 + _NAME + _NONCE:
        raise SealError("This is no sealed value.")
    return sealed[1 : 1 + _NAME].hex()


def _place(table: str, row: object, column: str) -> bytes:
    return f"{table}|{row}|{column}".encode()
