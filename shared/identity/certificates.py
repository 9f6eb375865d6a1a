"""The hall's own authority, and the certificates it gives to its hub and devices.

P-256 throughout. Dates say nothing: a device whose battery is dead believes it is 1990, so
certificates are good from 2000 on for ever, and who may still come in stands in the registry.
What a certificate says of role and place is a reminder for the device itself; the hub knows
devices by their fingerprint only.
"""

import datetime

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from shared.protocol.messages import HUB_NAME

FROM = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)
UNTIL = datetime.datetime(9999, 12, 31, 23, 59, 59, tzinfo=datetime.UTC)
"""RFC 5280 section 4.1.2.5: the date of a certificate that has no good end."""


class BadRequest(ValueError):
    """A certificate was asked for with something that is no request, or not the asker's own."""


class NotOurs(ValueError):
    """A certificate is not of this authority, or not for this key."""


def new_key() -> ec.EllipticCurvePrivateKey:
    """Return a fresh private key."""
    return ec.generate_private_key(ec.SECP256R1())


def key_pem(key: ec.EllipticCurvePrivateKey) -> str:
    """Return a key as unencrypted PKCS #8; where it is kept guards it."""
    return key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    ).decode()


def new_authority(hall: str, key: ec.EllipticCurvePrivateKey) -> x509.Certificate:
    """Return the certificate of a hall's own authority, signed by itself."""
    name = _name(hall, "authority", "authority")
    usage = _key_usage(key_cert_sign=True)
    return (
        _builder(name, name, key.public_key())
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(key, hashes.SHA256())
    )


def request_for(key: ec.EllipticCurvePrivateKey) -> bytes:
    """Return a request (DER) for a certificate: the public key, and proof of having its key."""
    builder = x509.CertificateSigningRequestBuilder().subject_name(x509.Name([]))
    return builder.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.DER)


def issued_to_device(
    authority: x509.Certificate,
    authority_key: ec.EllipticCurvePrivateKey,
    request: bytes,
    *,
    role: str,
    place: str,
) -> x509.Certificate:
    """Return a client certificate for a request; it can not stand for a hub. BadRequest."""
    subject = _name(_hall(authority), role, place)
    builder = _issued(authority, subject, _requested_key(request))
    usage = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.CLIENT_AUTH])
    return builder.add_extension(usage, critical=True).sign(authority_key, hashes.SHA256())


def issued_to_hub(
    authority: x509.Certificate,
    authority_key: ec.EllipticCurvePrivateKey,
    key: ec.EllipticCurvePrivateKey,
) -> x509.Certificate:
    """Return the server certificate of the hall's hub."""
    builder = _issued(authority, _name(_hall(authority), "hub", "hub"), key.public_key())
    usage = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH])
    names = x509.SubjectAlternativeName([x509.DNSName(HUB_NAME)])
    return (
        builder.add_extension(usage, critical=True)
        .add_extension(names, critical=False)
        .sign(authority_key, hashes.SHA256())
    )


def fingerprint(certificate: bytes) -> str:
    """Return the SHA-256 of a certificate (DER) in hex: the name by which the hub knows it."""
    return x509.load_der_x509_certificate(certificate).fingerprint(hashes.SHA256()).hex()


def key_mark(request: bytes) -> str:
    """Return four letters and digits of a request's key, to tell waiting devices apart."""
    public = _requested_key(request).public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    digest = hashes.Hash(hashes.SHA256())
    digest.update(public)
    return digest.finalize().hex()[:4].upper()


def check_issued(
    certificate: x509.Certificate,
    authority: x509.Certificate,
    key: ec.EllipticCurvePrivateKey,
) -> None:
    """Say nothing if the authority gave this certificate to this key; raises NotOurs."""
    try:
        certificate.verify_directly_issued_by(authority)
        authority.verify_directly_issued_by(authority)
    except (InvalidSignature, ValueError, TypeError) as error:
        raise NotOurs(f"the certificate is not of this authority: {error!r}") from error
    if certificate.public_key() != key.public_key():
        raise NotOurs("the certificate is for another key")


def names_of(certificate: x509.Certificate) -> tuple[str, str, str]:
    """Return the hall, role and place that a certificate was made out to."""
    oids = (
        NameOID.ORGANIZATION_NAME,
        NameOID.ORGANIZATIONAL_UNIT_NAME,
        NameOID.COMMON_NAME,
    )
    try:
        hall, role, place = (
            str(certificate.subject.get_attributes_for_oid(oid)[0].value) for oid in oids
        )
    except IndexError as error:
        raise NotOurs("the certificate does not say whose it is") from error
    return hall, role, place


def _hall(authority: x509.Certificate) -> str:
    return names_of(authority)[0]


def _requested_key(request: bytes) -> ec.EllipticCurvePublicKey:
    try:
        read = x509.load_der_x509_csr(request)
        valid, public = read.is_signature_valid, read.public_key()
    except (ValueError, TypeError, InvalidSignature, UnsupportedAlgorithm) as error:
        raise BadRequest(f"not a certificate request: {error!r}") from error
    if not valid:
        raise BadRequest("the request is not signed by its own key")
    if not isinstance(public, ec.EllipticCurvePublicKey) or public.curve.name != "secp256r1":
        raise BadRequest("the key is not on P-256")
    return public


def _issued(
    authority: x509.Certificate, subject: x509.Name, key: ec.EllipticCurvePublicKey
) -> x509.CertificateBuilder:
    authority_id = x509.AuthorityKeyIdentifier.from_issuer_public_key(
        authority.public_key()  # type: ignore[arg-type]  # ours is always on P-256
    )
    return (
        _builder(subject, authority.subject, key)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_key_usage(digital_signature=True), critical=True)
        .add_extension(authority_id, critical=False)
    )


def _builder(
    subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePublicKey
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(FROM)
        .not_valid_after(UNTIL)
    )


def _name(hall: str, role: str, place: str) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, hall),
            x509.NameAttribute(NameOID.ORGANIZATIONAL_UNIT_NAME, role),
            x509.NameAttribute(NameOID.COMMON_NAME, place),
        ]
    )


def _key_usage(*, key_cert_sign: bool = False, digital_signature: bool = False) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=digital_signature,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=key_cert_sign,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )
