"""The hall's authority: what it issues, to whom it refuses, and what a device checks."""

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.x509.oid import ExtendedKeyUsageOID
from hypothesis import given
from hypothesis import strategies as st

from shared.identity import certificates as made
from shared.identity.certificates import BadRequest, NotOurs
from shared.identity.credentials import DER
from shared.protocol.messages import HUB_NAME

KEY = made.new_key()
AUTHORITY = made.new_authority("test-hall", KEY)


def issued(request: bytes) -> x509.Certificate:
    return made.issued_to_device(AUTHORITY, KEY, request, role="board", place="board-1")


def test_a_certificate_says_whose_it_is_and_is_of_this_authority() -> None:
    key = made.new_key()
    certificate = issued(made.request_for(key))
    assert made.names_of(certificate) == ("test-hall", "board", "board-1")
    made.check_issued(certificate, AUTHORITY, key)
    assert certificate.not_valid_before_utc.year == 2000
    assert certificate.not_valid_after_utc.year == 9999


def test_a_device_cannot_stand_for_a_hub_nor_issue() -> None:
    certificate = issued(made.request_for(made.new_key()))
    usage = certificate.extensions.get_extension_for_class(x509.ExtendedKeyUsage)
    assert list(usage.value) == [ExtendedKeyUsageOID.CLIENT_AUTH]
    constraints = certificate.extensions.get_extension_for_class(x509.BasicConstraints)
    assert not constraints.value.ca


def test_a_hub_has_the_name_that_devices_ask_for() -> None:
    certificate = made.issued_to_hub(AUTHORITY, KEY, made.new_key())
    names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName)
    assert names.value.get_values_for_type(x509.DNSName) == [HUB_NAME]


def test_a_fingerprint_is_of_the_whole_certificate() -> None:
    key = made.new_key()
    ders = [issued(made.request_for(key)).public_bytes(DER) for _ in range(2)]
    assert len({made.fingerprint(der) for der in ders}) == 2
    assert len(made.fingerprint(ders[0])) == 64


def test_a_mark_is_of_the_key() -> None:
    key = made.new_key()
    marks = {made.key_mark(made.request_for(key)) for _ in range(2)}
    assert len(marks) == 1
    assert len(marks.pop()) == 4


def request(
    key: rsa.RSAPrivateKey | ed25519.Ed25519PrivateKey | ec.EllipticCurvePrivateKey,
) -> bytes:
    digest = None if isinstance(key, ed25519.Ed25519PrivateKey) else hashes.SHA256()
    builder = x509.CertificateSigningRequestBuilder().subject_name(x509.Name([]))
    return builder.sign(key, digest).public_bytes(serialization.Encoding.DER)


def test_only_requests_with_a_p256_key_signed_by_it_are_served() -> None:
    stolen = bytearray(made.request_for(made.new_key()))
    stolen[-1] ^= 1
    bad = [
        b"",
        b"no request",
        bytes(stolen),
        request(ec.generate_private_key(ec.SECP384R1())),
        request(ed25519.Ed25519PrivateKey.generate()),
        request(rsa.generate_private_key(65537, 2048)),
    ]
    for each in bad:
        with pytest.raises(BadRequest):
            issued(each)


@given(st.binary(max_size=400))
def test_any_bytes_are_refused_as_a_request(text: bytes) -> None:
    with pytest.raises(BadRequest):
        issued(text)


def test_another_authority_or_key_is_found_out() -> None:
    key, other = made.new_key(), made.new_key()
    certificate = issued(made.request_for(key))
    with pytest.raises(NotOurs, match="authority"):
        made.check_issued(certificate, made.new_authority("test-hall", other), key)
    with pytest.raises(NotOurs, match="another key"):
        made.check_issued(certificate, AUTHORITY, other)


def test_a_certificate_without_names_is_not_ours() -> None:
    key = made.new_key()
    bare = (
        x509.CertificateBuilder()
        .subject_name(x509.Name([]))
        .issuer_name(x509.Name([]))
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(made.FROM)
        .not_valid_after(made.UNTIL)
        .sign(key, hashes.SHA256())
    )
    with pytest.raises(NotOurs):
        made.names_of(bare)
