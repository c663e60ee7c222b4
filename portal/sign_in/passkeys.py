"""Passkeys: a key pair that a device keeps, bound to this host, so that no other site can ask for it (WebAuthn level 2,
https://www.w3.org/TR/webauthn-2/). Yubico's library ``fido2`` checks what the browser sends.

The device asks for its finger, face or PIN (``user_verification``), so a passkey alone is two factors, and may stand in
place of the password. What was asked stands in the session and is good once.
"""

import hashlib
import json
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from fido2.server import Fido2Server
from fido2.webauthn import (
    AttestationConveyancePreference,
    AttestedCredentialData,
    AuthenticationResponse,
    PublicKeyCredentialRpEntity,
    PublicKeyCredentialUserEntity,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from portal.models import SecondFactor, User
from portal.sign_in.factors import add
from portal.sign_in.sealing import digest, seal, unseal

ASKED = "passkey_asked"
LONGEST = 20_000  # characters of an answer


@dataclass(frozen=True)
class Known:
    """A passkey of somebody, opened."""

    factor: SecondFactor
    data: AttestedCredentialData


def ask_to_register(request: HttpRequest, user: User) -> dict[str, Any]:
    """What the browser is asked, to make a passkey."""
    options, state = _server(request).register_begin(
        PublicKeyCredentialUserEntity(id=_handle(user), name=user.get_username(), display_name=str(user)),
        [known.data for known in _known(request, user)],
        resident_key_requirement=ResidentKeyRequirement.PREFERRED,
        user_verification=UserVerificationRequirement.REQUIRED,
    )
    request.session[ASKED] = state
    return dict(options)["publicKey"]


def register(request: HttpRequest, user: User, *, answer: str, name: str) -> SecondFactor:
    """Sets up the passkey that the browser made. Raises ``ValidationError`` for an answer that does not hold."""
    state = request.session.pop(ASKED, None)
    try:
        data = _server(request).register_complete(state, _parsed(answer)).credential_data
        assert data is not None  # noqa: S101 - for the type checker: the library has looked
    except Exception as error:  # noqa: BLE001 - the parser meets whatever somebody makes up
        raise ValidationError(_("The passkey could not be set up. Please try again.")) from error
    return add(
        SecondFactor(
            user=user,
            kind=SecondFactor.Kind.PASSKEY,
            name=name,
            sealed=seal(bytes(data)),
            credential=_digest(data.credential_id),
            host=_host(request),
        )
    )


def ask(request: HttpRequest, user: User | None = None) -> dict[str, Any]:
    """What the browser is asked, to prove a passkey: one of ``user``'s, or any that it has for this host."""
    credentials = [known.data for known in _known(request, user)] if user else None
    options, state = _server(request).authenticate_begin(
        credentials, user_verification=UserVerificationRequirement.REQUIRED
    )
    request.session[ASKED] = state
    return dict(options)["publicKey"]


def prove(request: HttpRequest, *, answer: str, user: User | None = None) -> SecondFactor:
    """The passkey that signed. Raises ``ValidationError`` for an answer that does not hold.

    A count of signatures that went back tells of a copied key (section 6.1.1): it is refused.
    """
    state = request.session.pop(ASKED, None)
    refusal = ValidationError(_("This passkey did not open the door. Please try again."))
    try:
        parsed = _parsed(answer)
        response = AuthenticationResponse.from_dict(parsed)
        known = _by_id(request, response.raw_id, user)
        if known is None:
            raise LookupError
        _server(request).authenticate_complete(state, [known.data], parsed)
    except Exception as error:  # noqa: BLE001 - likewise
        raise refusal from error
    count = response.response.authenticator_data.counter
    factor = SecondFactor.objects.select_related("user").get(pk=known.factor.pk)
    if count and count <= factor.counter:
        raise refusal
    SecondFactor.objects.filter(pk=factor.pk).update(
        counter=count, last_used_at=timezone.now(), sealed=seal(bytes(known.data))
    )
    return factor


def has_passkey_here(request: HttpRequest, user: User) -> bool:
    """Whether one of their passkeys is for this host."""
    return SecondFactor.objects.filter(user=user, kind=SecondFactor.Kind.PASSKEY, host=_host(request)).exists()


def _server(request: HttpRequest) -> Fido2Server:
    host = _host(request)
    return Fido2Server(
        PublicKeyCredentialRpEntity(name=host, id=host),
        attestation=AttestationConveyancePreference.NONE,
        verify_origin=lambda origin: origin == f"{request.scheme}://{request.get_host()}",
    )


def _known(request: HttpRequest, user: User | None, **which: str) -> list[Known]:
    rows = SecondFactor.objects.filter(kind=SecondFactor.Kind.PASSKEY, host=_host(request), **which)
    if user:
        rows = rows.filter(user=user)
    opened = [(row, unseal(row.sealed)) for row in rows]
    return [Known(row, AttestedCredentialData(data)) for row, data in opened if data]


def _by_id(request: HttpRequest, credential_id: bytes, user: User | None) -> Known | None:
    return next(iter(_known(request, user, credential=_digest(credential_id))), None)


def _handle(user: User) -> bytes:
    """Names the account to the device, and says nothing of it (section 14.6.1)."""
    return bytes.fromhex(digest(f"passkey|{user.pk}"))


def _host(request: HttpRequest) -> str:
    return request.get_host().rpartition(":")[0] or request.get_host()


def _digest(credential_id: bytes) -> str:
    return hashlib.sha256(credential_id).hexdigest()


def _parsed(answer: str) -> dict[str, Any]:
    if len(answer) > LONGEST:
        raise ValueError("too long")
    parsed = json.loads(answer)
    if not isinstance(parsed, dict):
        raise ValueError("no answer")
    return parsed
