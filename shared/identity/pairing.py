"""How a new device is let in: a code on its screen, typed by staff at the hub. No I/O.

``Offer`` (device) → staff type the code → ``Challenge`` (hub) → ``Proof`` (device) →
``Admission`` (hub). Code and both public keys are bound together by SPAKE2 and a proof from
each side; the hub proves first. A wrong code, a swapped key or a changed message ends the
exchange with nothing pinned and nothing issued, and a code is spent by one challenge.
Everything but the code itself may be read by anybody.
"""

import hashlib
from typing import Annotated

import msgspec
from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec
from msgspec import Meta, Struct

from shared.domain.commands import Role
from shared.identity.certificates import (
    BadRequest,
    NotOurs,
    check_issued,
    key_mark,
    names_of,
    request_for,
)
from shared.identity.credentials import DER, Credentials
from shared.identity.pake import BadExchange, Exchange, device_side, hub_side, proof, proves

CODE_DIGITS = 6
ANSWER_S = 0.3
"""An answer goes out this long after what it answers, however long it took to work out."""

Short = Annotated[bytes, Meta(max_length=100)]
Long = Annotated[bytes, Meta(max_length=4000)]


class PairingFailed(Exception):
    """The other side does not know the code, or somebody stands between: end the exchange."""


class Message(Struct, frozen=True, tag=True, tag_field="pairing", forbid_unknown_fields=True):
    """The root of the messages, one JSON object a line."""


class Offer(Message, frozen=True, tag=True):
    """A device would like to belong: its request, and its side of the exchange.

    ``role`` and ``place`` are wishes, shown to staff, who decide.
    """

    role: Role
    place: Annotated[str, Meta(max_length=40, pattern="^[a-z0-9_-]*$")]
    request: Long
    exchange: Short


class Challenge(Message, frozen=True, tag=True):
    """The hub's authority, its side of the exchange, and its proof."""

    authority: Long
    exchange: Short
    proof: Short


class Proof(Message, frozen=True, tag=True):
    """The device's proof."""

    proof: Short


class Admission(Message, frozen=True, tag=True):
    """The device's certificate."""

    certificate: Long


AnyMessage = Offer | Challenge | Proof | Admission
_decoder: msgspec.json.Decoder[AnyMessage] = msgspec.json.Decoder(AnyMessage)


def to_line(message: AnyMessage) -> bytes:
    """Return a message as it is sent."""
    return msgspec.json.encode(message) + b"\n"


def from_line(line: bytes) -> AnyMessage:
    """Read a message; raises PairingFailed."""
    try:
        return _decoder.decode(line)
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise PairingFailed(f"not a message of pairing: {error}") from error


class DeviceSide:
    """The new device's part, with one code and one key."""

    def __init__(self, key: ec.EllipticCurvePrivateKey, code: str, role: Role, place: str) -> None:
        """``code`` is shown on the screen and spent by the first challenge."""
        self._key = key
        self._exchange = device_side(code)
        request = request_for(self._key)
        self.offer = Offer(role=role, place=place, request=request, exchange=self._exchange.message)
        self._authority: x509.Certificate | None = None

    def prove(self, challenge: Challenge) -> Proof:
        """Return our proof if the hub's is right: from now on its authority is pinned.

        Raises PairingFailed.
        """
        key = _key(self._exchange, challenge.exchange)
        bound = _bound(self.offer, challenge.authority, challenge.exchange)
        if not proves(key, "hub", bound, challenge.proof):
            raise PairingFailed("the hub does not know the code, or is not who it says")
        self._authority = _certificate(challenge.authority)
        return Proof(proof=proof(key, "device", bound))

    def admitted(self, admission: Admission) -> Credentials:
        """Return what this device is from now on; raises PairingFailed."""
        if self._authority is None:
            raise PairingFailed("a certificate came before its authority")
        certificate = _certificate(admission.certificate)
        try:
            check_issued(certificate, self._authority, self._key)
            names_of(certificate)
        except NotOurs as error:
            raise PairingFailed(str(error)) from error
        return Credentials(self._key, certificate, self._authority)


class HubSide:
    """The hub's part, for one device that waits and one typed code."""

    def __init__(self, offer: Offer, authority: x509.Certificate, code: str) -> None:
        """Work the answer out (milliseconds; not on an event loop). Raises PairingFailed."""
        exchange = hub_side(code)
        self._key = _key(exchange, offer.exchange)
        authority_der = authority.public_bytes(DER)
        self._bound = _bound(offer, authority_der, exchange.message)
        self.challenge = Challenge(
            authority=authority_der,
            exchange=exchange.message,
            proof=proof(self._key, "hub", self._bound),
        )

    def proven(self, answer: Proof) -> bool:
        """Tell whether the device knows the code and saw our authority."""
        return proves(self._key, "device", self._bound, answer.proof)


def mark_of(offer: Offer) -> str:
    """Return what tells a waiting device from others, on its screen and in staff's list.

    Raises PairingFailed if the offer holds no proper request.
    """
    try:
        return key_mark(offer.request)
    except BadRequest as error:
        raise PairingFailed(str(error)) from error


def _key(exchange: Exchange, theirs: bytes) -> bytes:
    try:
        return exchange.key(theirs)
    except BadExchange as error:
        raise PairingFailed(str(error)) from error


def _bound(offer: Offer, authority: bytes, hub_exchange: bytes) -> tuple[bytes, ...]:
    """Return everything that both sides must have seen alike."""
    return (
        hashlib.sha256(offer.request).digest(),
        hashlib.sha256(authority).digest(),
        offer.exchange,
        hub_exchange,
        f"{offer.role}/{offer.place}".encode(),
    )


def _certificate(der: bytes) -> x509.Certificate:
    try:
        certificate = x509.load_der_x509_certificate(der)
        public = certificate.public_key()
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise PairingFailed(f"not a certificate: {error!r}") from error
    if not isinstance(public, ec.EllipticCurvePublicKey):
        raise PairingFailed("not a certificate of this house")
    return certificate
