"""What one device, or the hub, shows of itself: its key, its certificate, its hall's authority.

One PEM file holds all three, so that they are never of different halls.
"""

from dataclasses import dataclass
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec

from shared.identity.certificates import (
    NotOurs,
    check_issued,
    fingerprint,
    issued_to_device,
    issued_to_hub,
    key_pem,
    names_of,
    new_authority,
    new_key,
    request_for,
)
from shared.identity.safe_file import write_safely

DER = serialization.Encoding.DER


class CredentialsBroken(Exception):
    """A file that should hold a key and its certificates does not; the text says which."""


@dataclass(frozen=True, slots=True)
class Credentials:
    """A key with its certificate and the authority that gave it.

    ``role`` and ``place`` are what the certificate was made out to; the hub has its own list.
    """

    key: ec.EllipticCurvePrivateKey
    certificate: x509.Certificate
    authority: x509.Certificate

    @property
    def fingerprint(self) -> str:
        """Return the name by which the hub knows this device."""
        return fingerprint(self.certificate.public_bytes(DER))

    @property
    def hall(self) -> str:
        """Return the id of the hall."""
        return names_of(self.certificate)[0]

    @property
    def role(self) -> str:
        """Return the role this certificate was made out to."""
        return names_of(self.certificate)[1]

    @property
    def place(self) -> str:
        """Return the place this certificate was made out to."""
        return names_of(self.certificate)[2]

    @property
    def authority_pem(self) -> str:
        """Return the authority's certificate as PEM."""
        return _pem(self.authority)

    @staticmethod
    def received(
        key: ec.EllipticCurvePrivateKey, certificate: bytes, authority: bytes
    ) -> "Credentials":
        """Return what somebody trusted has given (DER) for our key; raises NotOurs."""
        given = x509.load_der_x509_certificate(certificate)
        by = x509.load_der_x509_certificate(authority)
        check_issued(given, by, key)
        return Credentials(key, given, by)

    def save(self, path: Path) -> None:
        """Write all three where only this user can read them."""
        pems = (key_pem(self.key), _pem(self.certificate), _pem(self.authority))
        write_safely(path, "".join(pems))


@dataclass(frozen=True, slots=True)
class Authority:
    """A hall's authority with the key that signs."""

    key: ec.EllipticCurvePrivateKey
    certificate: x509.Certificate

    @staticmethod
    def new(hall: str) -> "Authority":
        """Make a hall's authority."""
        key = new_key()
        return Authority(key, new_authority(hall, key))

    def certificate_for(self, request: bytes, role: str, place: str) -> x509.Certificate:
        """Return a device's certificate; raises BadRequest."""
        return issued_to_device(self.certificate, self.key, request, role=role, place=place)

    def device(self, role: str, place: str) -> Credentials:
        """Return a key and certificate for a device that needs no pairing."""
        key = new_key()
        return Credentials(
            key, self.certificate_for(request_for(key), role, place), self.certificate
        )

    def hub(self) -> Credentials:
        """Return a key and certificate for the hall's hub."""
        key = new_key()
        return Credentials(key, issued_to_hub(self.certificate, self.key, key), self.certificate)

    def save(self, path: Path) -> None:
        """Write key and certificate where only this user can read them."""
        write_safely(path, key_pem(self.key) + _pem(self.certificate))


def load_credentials(path: Path) -> Credentials | None:
    """Return what a file holds, None if there is none; raises CredentialsBroken."""
    read = _read(path, certificates=2)
    if read is None:
        return None
    key, (certificate, authority) = read
    try:
        check_issued(certificate, authority, key)
        names_of(certificate)
    except NotOurs as error:
        raise CredentialsBroken(f"{path} does not fit together: {error}") from error
    return Credentials(key, certificate, authority)


def load_authority(path: Path) -> Authority | None:
    """Return the authority in a file, None if there is none; raises CredentialsBroken."""
    read = _read(path, certificates=1)
    if read is None:
        return None
    key, (certificate,) = read
    if certificate.public_key() != key.public_key():
        raise CredentialsBroken(f"{path} holds a key of somebody else")
    return Authority(key, certificate)


def _read(
    path: Path, *, certificates: int
) -> tuple[ec.EllipticCurvePrivateKey, list[x509.Certificate]] | None:
    try:
        text = path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise CredentialsBroken(f"cannot read {path}: {error}") from error
    try:
        key = serialization.load_pem_private_key(text, None)
        found = x509.load_pem_x509_certificates(text)
    except (ValueError, TypeError) as error:
        raise CredentialsBroken(f"{path} is damaged: {error}") from error
    if not isinstance(key, ec.EllipticCurvePrivateKey) or len(found) != certificates:
        raise CredentialsBroken(f"{path} does not hold what it should")
    return key, found


def _pem(certificate: x509.Certificate) -> str:
    return certificate.public_bytes(serialization.Encoding.PEM).decode()
