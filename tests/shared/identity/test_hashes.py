"""PINs and passwords: what is kept says nothing without the pepper."""

from pathlib import Path

import pytest
from argon2 import PasswordHasher, extract_parameters
from argon2.exceptions import VerifyMismatchError

from shared.identity.hashes import (
    Hashes,
    is_good_password,
    is_good_pin,
    load_pepper,
    new_setup_code,
    plain_code,
)

HASHES = Hashes(b"pepper")


def test_a_secret_fits_its_own_person_only() -> None:
    kept = HASHES.of("lan", "402718")
    assert HASHES.fits(kept, "lan", "402718")
    assert not HASHES.fits(kept, "lan", "402719")
    assert not HASHES.fits(kept, "minh", "402718")


def test_without_the_pepper_no_guess_can_be_tried() -> None:
    kept = HASHES.of("lan", "402718")
    assert not Hashes(b"another").fits(kept, "lan", "402718")
    with pytest.raises(VerifyMismatchError):
        PasswordHasher().verify(kept, "402718")


def test_the_hash_is_argon2id_with_19_mib() -> None:
    parameters = extract_parameters(HASHES.of("lan", "402718"))
    assert parameters.type.name == "ID"
    assert (parameters.memory_cost, parameters.time_cost, parameters.parallelism) == (19456, 2, 1)


def test_nothing_fits_where_nothing_or_nonsense_is_kept() -> None:
    assert not HASHES.fits("", "lan", "")
    assert not HASHES.fits("nonsense", "lan", "402718")


def test_the_pepper_is_made_once_and_is_its_users_own(tmp_path: Path) -> None:
    path = tmp_path / "pepper"
    assert load_pepper(path) == load_pepper(path)
    assert len(load_pepper(path)) == 32
    assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("pin", ["402718", "918273", "0071234"])
def test_good_pins(pin: str) -> None:
    assert is_good_pin(pin)


@pytest.mark.parametrize(
    "pin",
    ["", "40271", "4027181234567", "40271a", "٤٠٢٧١٨", "000000", "123456", "987654", "890123",
     "121212", "123123"],
)  # fmt: skip
def test_pins_that_are_tried_first_are_refused(pin: str) -> None:
    assert not is_good_pin(pin)


def test_passwords() -> None:
    assert is_good_password("ba con mèo nhỏ")
    assert not is_good_password("ngắn")
    assert not is_good_password("aaaaaaaaaaaaaa")
    assert not is_good_password("x" * 50 + "abcde" * 20)


def test_a_code_is_the_same_however_it_is_typed() -> None:
    code = new_setup_code()
    assert len(plain_code(code)) == 10
    assert plain_code(f" {code.lower()} ") == plain_code(code)
    assert new_setup_code() != code
