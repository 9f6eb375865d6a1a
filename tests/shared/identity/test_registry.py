"""The list of devices alone decides who may come in."""

from shared.domain.commands import Role
from shared.identity.registry import (
    EnrolledDevice,
    Registry,
    Standing,
    enrolled,
    found,
    renamed,
    replaced,
    revoked,
    standing,
)


def device(mark: str, until_ms: int = 0) -> EnrolledDevice:
    return EnrolledDevice(
        fingerprint=mark * 32,
        role=Role.COUNTER,
        place="counter-3",
        name=f"máy {mark}",
        since_ms=1000,
        until_ms=until_ms,
    )


A, B = "a1" * 32, "b2" * 32


def test_who_is_not_in_the_list_is_unknown() -> None:
    assert standing(Registry(), A, 2000) is Standing.UNKNOWN


def test_a_device_is_welcome_until_it_is_revoked_and_never_again() -> None:
    registry = enrolled(Registry(), device("a1"))
    assert standing(registry, A, 2000) is Standing.WELCOME
    shut_out = revoked(registry, A, 3000)
    assert standing(shut_out, A, 2000) is Standing.REVOKED
    assert revoked(shut_out, A, 4000) is shut_out
    assert standing(registry, A, 3000) is Standing.WELCOME, "the list itself never changes"


def test_a_lent_device_expires_by_the_hubs_clock() -> None:
    registry = enrolled(Registry(), device("a1", until_ms=5000))
    assert standing(registry, A, 4999) is Standing.WELCOME
    assert standing(registry, A, 5000) is Standing.EXPIRED


def test_a_device_in_the_place_of_a_broken_one_shuts_that_out() -> None:
    registry = replaced(enrolled(Registry(), device("a1")), A, device("b2"))
    assert standing(registry, A, 2000) is Standing.REVOKED
    assert standing(registry, B, 2000) is Standing.WELCOME


def test_a_name_is_staffs_word_only() -> None:
    registry = renamed(Registry.of([device("a1")]), A, "máy cũ")
    assert registry.devices[A].name == "máy cũ"
    assert standing(registry, A, 2000) is Standing.WELCOME


def test_staff_type_the_beginning_of_a_fingerprint() -> None:
    registry = Registry.of([device("a1"), device("b2")])
    assert [each.fingerprint for each in found(registry, "A1A")] == [A]
    assert found(registry, "c") == []
