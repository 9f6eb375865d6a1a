"""Signing in: no secret that nobody chose, no name on disk, no lock-out by strangers."""

from pathlib import Path

import pytest

from shared.identity.backoff import FREE_TRIES
from shared.identity.credentials import CredentialsBroken
from shared.identity.hashes import Hashes
from shared.identity.people import CODE_GOOD_H, HEAD, People, SignInResult
from shared.identity.waits import Waits

NOW_MS = 1_795_395_600_000
PIN, PASSWORD = "402718", "ba con mèo nhỏ"


def opened(folder: Path) -> People:
    waits = Waits(folder / "waits.json", NOW_MS, steady=lambda: 0.0)
    return People(folder / "people.json", Hashes(b"pepper"), waits)


@pytest.fixture
def people(tmp_path: Path) -> People:
    return opened(tmp_path)


def chosen(people: People, id_: str, secret: str) -> None:
    code = people.invite(id_, NOW_MS)
    assert people.choose_secret("d", id_, code, secret, NOW_MS) is SignInResult.RIGHT


def test_nobody_has_a_secret_that_they_did_not_choose(people: People) -> None:
    for id_ in ("lan", HEAD, "nobody"):
        assert not people.has_secret(id_)
        assert people.sign_in("d", id_, "", NOW_MS) is SignInResult.NO_SECRET


def test_a_code_lets_one_choose_a_secret_once(people: People) -> None:
    code = people.invite("lan", NOW_MS)
    assert people.choose_secret("d", "lan", code, PIN, NOW_MS) is SignInResult.RIGHT
    assert people.sign_in("d", "lan", PIN, NOW_MS) is SignInResult.RIGHT
    assert people.sign_in("d", "lan", "402719", NOW_MS) is SignInResult.WRONG
    assert people.choose_secret("d", "lan", code, "918273", NOW_MS) is SignInResult.WRONG
    assert people.sign_in("d", "lan", PIN, NOW_MS) is SignInResult.RIGHT


def test_a_code_is_one_persons_and_of_one_day(people: People) -> None:
    code = people.invite("lan", NOW_MS)
    assert people.choose_secret("d", "minh", code, PIN, NOW_MS) is SignInResult.WRONG
    late = NOW_MS + CODE_GOOD_H * 3_600_000
    assert people.choose_secret("d", "lan", code, PIN, late) is SignInResult.WRONG


def test_a_newer_code_makes_the_older_void(people: People) -> None:
    old = people.invite("lan", NOW_MS)
    people.invite("lan", NOW_MS)
    assert people.choose_secret("d", "lan", old, PIN, NOW_MS) is SignInResult.WRONG


def test_a_code_for_somebody_who_has_a_pin_leaves_the_pin_until_it_is_used(people: People) -> None:
    chosen(people, "lan", PIN)
    people.invite("lan", NOW_MS)
    assert people.sign_in("d", "lan", PIN, NOW_MS) is SignInResult.RIGHT


def test_weak_secrets_are_refused_and_cost_no_try(people: People) -> None:
    code = people.invite("lan", NOW_MS)
    for _ in range(FREE_TRIES + 1):
        assert people.choose_secret("d", "lan", code, "123456", NOW_MS) is SignInResult.WEAK
    assert people.choose_secret("d", "lan", code, PIN, NOW_MS) is SignInResult.RIGHT
    head = people.invite(HEAD, NOW_MS)
    assert people.choose_secret("d", HEAD, head, PIN, NOW_MS) is SignInResult.WEAK
    assert people.choose_secret("d", HEAD, head, PASSWORD, NOW_MS) is SignInResult.RIGHT


def test_who_guesses_waits_but_only_at_that_device(people: People) -> None:
    chosen(people, "lan", PIN)
    for _ in range(FREE_TRIES):
        assert people.sign_in("d", "lan", "000001", NOW_MS) is SignInResult.WRONG
    assert people.sign_in("d", "lan", PIN, NOW_MS) is SignInResult.LATER
    assert people.choose_secret("d", "lan", "x", PIN, NOW_MS) is SignInResult.LATER
    assert people.wait_s("d", "lan") > 0
    assert people.sign_in("other", "lan", PIN, NOW_MS) is SignInResult.RIGHT


def test_a_restart_spares_nobody_who_guesses_the_wait(people: People, tmp_path: Path) -> None:
    chosen(people, "lan", PIN)
    for _ in range(FREE_TRIES):
        people.sign_in("d", "lan", "000001", NOW_MS)
    again = opened(tmp_path)
    assert again.sign_in("d", "lan", PIN, NOW_MS) is SignInResult.LATER
    again.forget("lan", NOW_MS)
    assert "lan" not in (tmp_path / "waits.json").read_text()


def test_it_comes_back_after_a_restart_and_the_disk_holds_no_secret(
    people: People, tmp_path: Path
) -> None:
    chosen(people, "lan", PIN)
    again = opened(tmp_path)
    assert again.sign_in("d", "lan", PIN, NOW_MS) is SignInResult.RIGHT
    assert PIN not in (tmp_path / "people.json").read_text()


def test_whoever_left_the_hall_is_gone_from_the_disk(people: People, tmp_path: Path) -> None:
    for id_ in ("lan", "minh"):
        chosen(people, id_, PIN)
    chosen(people, HEAD, PASSWORD)
    people.keep_only(["minh"], NOW_MS)
    people.forget("nobody", NOW_MS)
    text = (tmp_path / "people.json").read_text()
    assert "lan" not in text
    assert "minh" in text
    assert people.has_secret(HEAD)


def test_a_damaged_file_is_told_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "people.json").write_text("{")
    with pytest.raises(CredentialsBroken, match=r"people\.json"):
        opened(tmp_path)
