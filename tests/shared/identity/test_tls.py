"""The handshake by itself, in memory: who is let in, and what a device lets stand for a hub."""

import ssl
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes

from shared.identity import certificates
from shared.identity.credentials import Authority, Credentials, CredentialsBroken
from shared.identity.tls import device_tls, hub_tls
from shared.protocol.messages import HUB_NAME

HALL = Authority.new("test-hall")


def hub_of(authority: Authority, folder: Path) -> ssl.SSLContext:
    path = folder / "hub.pem"
    authority.hub().save(path)
    return hub_tls(path, authority.hub().authority_pem)


def device_of(credentials: Credentials, folder: Path, trusts: Authority = HALL) -> ssl.SSLContext:
    path = folder / "device.pem"
    credentials.save(path)
    return device_tls(path, trusts.hub().authority_pem)


def handshake(hub: ssl.SSLContext, device: ssl.SSLContext, name: str = HUB_NAME) -> bytes | None:
    """Shake hands without a network; return the certificate that the hub sees."""
    to_hub, to_device = ssl.MemoryBIO(), ssl.MemoryBIO()
    client = device.wrap_bio(to_device, to_hub, server_hostname=name)
    server = hub.wrap_bio(to_hub, to_device, server_side=True)
    waiting = [client, server]
    for _ in range(10):
        for side in list(waiting):
            try:
                side.do_handshake()
                waiting.remove(side)
            except ssl.SSLWantReadError:
                pass
    assert not waiting
    assert server.version() == "TLSv1.3"
    return server.getpeercert(binary_form=True)


def test_a_device_of_the_hall_is_known_by_its_fingerprint(tmp_path: Path) -> None:
    device = HALL.device("board", "board-1")
    seen = handshake(hub_of(HALL, tmp_path), device_of(device, tmp_path))
    assert seen is not None
    assert certificates.fingerprint(seen) == device.fingerprint


def test_who_shows_nothing_is_refused(tmp_path: Path) -> None:
    bare = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    bare.check_hostname, bare.verify_mode = False, ssl.CERT_NONE
    with pytest.raises(ssl.SSLError, match="PEER_DID_NOT_RETURN_A_CERTIFICATE"):
        handshake(hub_of(HALL, tmp_path), bare)


def test_another_halls_device_is_refused_even_with_our_names(tmp_path: Path) -> None:
    theirs = Authority.new("test-hall").device("board", "board-1")
    with pytest.raises(ssl.SSLError, match="VERIFY_FAILED"):
        handshake(hub_of(HALL, tmp_path), device_of(theirs, tmp_path))


def test_a_rogue_hub_is_refused_even_with_our_names(tmp_path: Path) -> None:
    device = device_of(HALL.device("board", "board-1"), tmp_path)
    with pytest.raises(ssl.SSLCertVerificationError):
        handshake(hub_of(Authority.new("test-hall"), tmp_path), device)


def test_a_device_cannot_pose_as_the_hub(tmp_path: Path) -> None:
    stolen = HALL.device("hub", "hub")
    path = tmp_path / "stolen.pem"
    stolen.save(path)
    device = device_of(HALL.device("board", "board-1"), tmp_path)
    with pytest.raises(ssl.SSLCertVerificationError, match="purpose"):
        handshake(hub_tls(path, stolen.authority_pem), device)


def test_a_hub_by_another_name_is_refused(tmp_path: Path) -> None:
    device = device_of(HALL.device("board", "board-1"), tmp_path)
    with pytest.raises(ssl.SSLCertVerificationError, match="Hostname mismatch"):
        handshake(hub_of(HALL, tmp_path), device, "example.org")


def test_older_tls_is_not_spoken(tmp_path: Path) -> None:
    device = device_of(HALL.device("board", "board-1"), tmp_path)
    device.minimum_version = ssl.TLSVersion.TLSv1_2
    device.maximum_version = ssl.TLSVersion.TLSv1_2
    with pytest.raises(ssl.SSLError, match=r"UNSUPPORTED_PROTOCOL|VERSION"):
        handshake(hub_of(HALL, tmp_path), device)


def test_a_dead_battery_keeps_no_device_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Certificates of long ago stand for clocks of long hence, and the other way round."""
    monkeypatch.setattr(certificates, "FROM", datetime(1990, 1, 1, tzinfo=UTC))
    monkeypatch.setattr(certificates, "UNTIL", datetime(1991, 1, 1, tzinfo=UTC))
    old = Authority.new("test-hall")
    device = device_of(old.device("board", "board-1"), tmp_path, trusts=old)
    assert handshake(hub_of(old, tmp_path), device)


def test_no_session_is_resumed(tmp_path: Path) -> None:
    assert hub_of(HALL, tmp_path).num_tickets == 0


def test_a_file_without_a_key_is_told(tmp_path: Path) -> None:
    with pytest.raises(CredentialsBroken, match=r"none\.pem"):
        device_tls(tmp_path / "none.pem", HALL.hub().authority_pem)


def test_a_certificate_signed_by_a_device_opens_nothing(tmp_path: Path) -> None:
    device = HALL.device("board", "board-1")
    key = certificates.new_key()
    forged = (
        x509.CertificateBuilder()
        .subject_name(device.certificate.subject)
        .issuer_name(device.certificate.subject)
        .public_key(key.public_key())
        .serial_number(7)
        .not_valid_before(certificates.FROM)
        .not_valid_after(certificates.UNTIL)
        .sign(device.key, hashes.SHA256())
    )
    with pytest.raises(ssl.SSLError, match="VERIFY_FAILED"):
        handshake(
            hub_of(HALL, tmp_path),
            device_of(Credentials(key, forged, HALL.certificate), tmp_path),
        )
