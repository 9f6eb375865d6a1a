"""What a device shows of itself, kept in one file; a damaged or foreign one is told apart."""

from pathlib import Path

import pytest

from shared.identity.credentials import (
    Authority,
    Credentials,
    CredentialsBroken,
    load_authority,
    load_credentials,
)


def test_credentials_come_back_as_they_were(tmp_path: Path) -> None:
    path = tmp_path / "device.pem"
    device = Authority.new("test-hall").device("counter", "counter-3")
    device.save(path)
    again = load_credentials(path)
    assert again is not None
    assert (again.hall, again.role, again.place) == ("test-hall", "counter", "counter-3")
    assert again.fingerprint == device.fingerprint
    assert path.stat().st_mode & 0o777 == 0o600


def test_an_authority_comes_back_and_still_signs(tmp_path: Path) -> None:
    path = tmp_path / "authority.pem"
    Authority.new("test-hall").save(path)
    first, second = load_authority(path), load_authority(path)
    assert first is not None
    assert second is not None
    second.device("kiosk", "kiosk-1").certificate.verify_directly_issued_by(first.certificate)


def test_where_nothing_is_there_is_nothing(tmp_path: Path) -> None:
    assert load_credentials(tmp_path / "none.pem") is None
    assert load_authority(tmp_path / "none.pem") is None


def test_what_does_not_fit_together_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "device.pem"
    ours, theirs = Authority.new("test-hall"), Authority.new("test-hall")
    device = ours.device("board", "board-1")
    Credentials(device.key, device.certificate, theirs.certificate).save(path)
    with pytest.raises(CredentialsBroken, match="fit together"):
        load_credentials(path)
    Authority(theirs.key, ours.certificate).save(path)
    with pytest.raises(CredentialsBroken, match="somebody else"):
        load_authority(path)


@pytest.mark.parametrize("text", ["", "half a key", "-----BEGIN PRIVATE KEY-----\n"])
def test_a_damaged_file_is_told_by_its_name(tmp_path: Path, text: str) -> None:
    path = tmp_path / "device.pem"
    path.write_text(text)
    for load in (load_credentials, load_authority):
        with pytest.raises(CredentialsBroken, match=r"device\.pem"):
            load(path)


def test_one_certificate_too_few_or_a_folder_is_no_file_of_ours(tmp_path: Path) -> None:
    path = tmp_path / "authority.pem"
    Authority.new("test-hall").save(path)
    with pytest.raises(CredentialsBroken, match="what it should"):
        load_credentials(path)
    with pytest.raises(CredentialsBroken, match="cannot read"):
        load_credentials(tmp_path)


def test_the_hubs_credentials_are_of_the_authority() -> None:
    authority = Authority.new("test-hall")
    hub = authority.hub()
    assert hub.role == "hub"
    assert hub.authority_pem.startswith("-----BEGIN CERTIFICATE-----")
