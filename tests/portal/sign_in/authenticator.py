"""A device that holds passkeys, in software: what a browser sends for it (WebAuthn level 2, sections 6.1 and 6.5)."""

import hashlib
import json
import os
import struct

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from fido2 import cbor
from fido2.cose import ES256
from fido2.utils import websafe_decode, websafe_encode

PRESENT, VERIFIED, ATTESTED = 1, 4, 64


class Authenticator:
    """One passkey, for ``origin``."""

    def __init__(self, origin="http://testserver", host="testserver"):
        self.origin, self.host = origin, host
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.id = os.urandom(32)
        self.count = 0
        self.flags = PRESENT | VERIFIED

    def create(self, options):
        """The answer to a request for a new passkey."""
        point = ES256.from_cryptography_key(self.key.public_key())
        attested = bytes(16) + struct.pack(">H", len(self.id)) + self.id + cbor.encode(dict(point))
        made = {"fmt": "none", "attStmt": {}, "authData": self._data(self.flags | ATTESTED) + attested}
        client = self._client("webauthn.create", options)
        return self._answer(clientDataJSON=client, attestationObject=cbor.encode(made))

    def get(self, options):
        """The answer to a request for a proof."""
        self.count += 1
        client, data = self._client("webauthn.get", options), self._data(self.flags)
        signature = self.key.sign(data + hashlib.sha256(client).digest(), ec.ECDSA(SHA256()))
        return self._answer(clientDataJSON=client, authenticatorData=data, signature=signature)

    def _client(self, kind, options):
        assert websafe_decode(options["challenge"])
        told = {"type": kind, "challenge": options["challenge"], "origin": self.origin, "crossOrigin": False}
        return json.dumps(told).encode()

    def _data(self, flags):
        return hashlib.sha256(self.host.encode()).digest() + bytes([flags]) + struct.pack(">I", self.count)

    def _answer(self, **response):
        coded = {name: websafe_encode(value) for name, value in response.items()}
        name = websafe_encode(self.id)
        return json.dumps(
            {"id": name, "rawId": name, "type": "public-key", "response": coded, "clientExtensionResults": {}}
        )
