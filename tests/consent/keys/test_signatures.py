"""Signatures: ours verify, others do not, and rotation leaves old ones genuine."""

import pytest

from consent.keys.ring import UnknownKeyError, current
from consent.keys.signatures import is_genuine, public_keys, sign

NEW = "c2Vjb25kLWtleS1mb3ItdGVzdHMtMDEyMzQ1Njc4OWE"


def test_a_signature_is_genuine_for_its_very_bytes_alone():
    name, signature = sign(b"what was agreed")
    assert is_genuine(name, signature, b"what was agreed")
    assert not is_genuine(name, signature, b"what was agreed!")
    for other in ("", "x", "ü", "A" * 86, signature[:-4]):
        assert not is_genuine(name, other, b"what was agreed")


LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


def test_a_signature_that_is_written_otherwise_is_none():
    name, signature = sign(b"text")
    others = {signature[:-1] + letter for letter in LETTERS} - {signature}
    others |= {signature + more for more in ("=", "==", "====", "\n", " ", "!", "A")}
    others |= {f"\n{signature}", f"{signature[:9]}\n{signature[9:]}", f"{signature[:9]}!{signature[9:]}"}
    others |= {signature.translate(str.maketrans("-_", "+/")) + "."}
    assert not [other for other in others if is_genuine(name, other, b"text")]


def test_it_outlives_a_rotation_and_ends_with_its_key(settings):
    name, signature = sign(b"text")
    old = settings.CONSENT_KEYS
    settings.CONSENT_KEYS = [NEW, *old]
    assert sign(b"text")[0] != name
    assert is_genuine(name, signature, b"text")
    assert [key.name for key in public_keys()] == [current().name, name]
    settings.CONSENT_KEYS = [NEW]
    with pytest.raises(UnknownKeyError):
        is_genuine(name, signature, b"text")


def test_a_public_key_is_not_the_secret_one():
    key = public_keys()[0]
    assert "BEGIN PUBLIC KEY" in key.pem
    assert "PRIVATE" not in key.pem
    assert len(key.raw) == 43
