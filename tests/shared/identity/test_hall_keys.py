"""The hub's folder of keys: made at the first start, the same ever after."""

from pathlib import Path

import pytest

from shared.domain.commands import Role
from shared.identity.credentials import Authority, CredentialsBroken, load_credentials
from shared.identity.hall_keys import HallKeys
from shared.identity.people import HEAD, SignInResult
from shared.identity.registry import Standing, revoked

NOW_MS = 1_795_395_600_000


def test_the_first_start_makes_everything_and_the_second_keeps_it(tmp_path: Path) -> None:
    first, second = (HallKeys(tmp_path / "keys", "test-hall", NOW_MS) for _ in range(2))
    assert first.authority.certificate == second.authority.certificate
    assert first.hub.fingerprint == second.hub.fingerprint
    assert first.keeper.fingerprint == second.keeper.fingerprint
    assert len(second.registry.devices) == 1


def test_only_its_user_can_read_any_of_it(tmp_path: Path) -> None:
    keys = HallKeys(tmp_path / "keys", "test-hall", NOW_MS)
    keys.first_code(NOW_MS)
    modes = {path.name: path.stat().st_mode & 0o777 for path in (tmp_path / "keys").iterdir()}
    assert modes == dict.fromkeys(
        ("authority.pem", "hub.pem", "keeper.pem", "pepper", "devices.json", "people.json"), 0o600
    )
    assert (tmp_path / "keys").stat().st_mode & 0o777 == 0o700


def test_the_keeper_is_a_head_that_the_registry_knows(tmp_path: Path) -> None:
    keys = HallKeys(tmp_path, "test-hall", NOW_MS)
    kept = load_credentials(tmp_path / "keeper.pem")
    assert kept is not None
    assert keys.registry.devices[kept.fingerprint].role is Role.HEAD
    assert keys.standing(kept.fingerprint, NOW_MS) is Standing.WELCOME


def test_a_revoked_device_stays_revoked_over_a_restart(tmp_path: Path) -> None:
    keys = HallKeys(tmp_path, "test-hall", NOW_MS)
    mark = keys.keeper.fingerprint
    keys.change(revoked(keys.registry, mark, NOW_MS))
    again = HallKeys(tmp_path, "test-hall", NOW_MS)
    assert again.standing(mark, NOW_MS) is Standing.REVOKED


def test_the_set_up_code_is_there_until_the_head_has_chosen(tmp_path: Path) -> None:
    keys = HallKeys(tmp_path, "test-hall", NOW_MS)
    codes = [keys.first_code(NOW_MS) for _ in range(2)]
    assert codes[0] != codes[1]
    assert codes[1] is not None
    people = keys.people
    chosen = people.choose_secret("d", HEAD, codes[1], "ba con mèo nhỏ", NOW_MS)
    assert chosen is SignInResult.RIGHT
    assert HallKeys(tmp_path, "test-hall", NOW_MS).first_code(NOW_MS) is None


def test_a_hub_and_keeper_of_another_authority_are_made_anew(tmp_path: Path) -> None:
    old = HallKeys(tmp_path, "test-hall", NOW_MS)
    Authority.new("test-hall").save(tmp_path / "authority.pem")
    new = HallKeys(tmp_path, "test-hall", NOW_MS)
    assert new.hub.authority == new.authority.certificate != old.authority.certificate
    assert new.keeper.authority == new.authority.certificate


def test_a_damaged_registry_stops_the_start(tmp_path: Path) -> None:
    (tmp_path / "devices.json").write_text("[{}]")
    with pytest.raises(CredentialsBroken, match=r"devices\.json"):
        HallKeys(tmp_path, "test-hall", NOW_MS)
