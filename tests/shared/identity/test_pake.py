"""SPAKE2 behind its small module: the same code gives the same key, anything else does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.identity.pake import BadExchange, device_side, hub_side, proof, proves

IDENTITY = b"B" + (1).to_bytes(32, "little")
ZERO = b"B" + bytes(32)
OFF_CURVE = b"B" + (2).to_bytes(32, "little")


def test_the_same_code_gives_the_same_key_each_time_another() -> None:
    keys = []
    for _ in range(2):
        device, hub = device_side("482913"), hub_side("482913")
        keys.append(device.key(hub.message))
        assert hub.key(device.message) == keys[-1]
    assert keys[0] != keys[1]


def test_another_code_gives_another_key() -> None:
    device, hub = device_side("482913"), hub_side("482914")
    assert device.key(hub.message) != hub.key(device.message)


@pytest.mark.parametrize("theirs", [IDENTITY, ZERO, OFF_CURVE, b"", b"B", b"X" * 33])
def test_points_that_would_tell_the_key_are_refused(theirs: bytes) -> None:
    with pytest.raises(BadExchange):
        device_side("482913").key(theirs)


def test_our_own_message_sent_back_is_refused() -> None:
    device = device_side("482913")
    with pytest.raises(BadExchange):
        device.key(device.message)
    again = device_side("482913")
    with pytest.raises(BadExchange):
        again.key(b"B" + again.message[1:])


def test_a_run_is_used_once() -> None:
    device, hub = device_side("482913"), hub_side("482913")
    device.key(hub.message)
    with pytest.raises(BadExchange):
        device.key(hub.message)


@given(st.binary(max_size=70))
def test_nothing_a_stranger_sends_does_more_than_fail(theirs: bytes) -> None:
    try:
        hub_side("482913").key(theirs)
    except BadExchange:
        return


def test_a_proof_is_of_its_side_and_all_that_is_bound() -> None:
    shown = proof(b"key", "hub", (b"a", b"bc"))
    assert proves(b"key", "hub", (b"a", b"bc"), shown)
    assert not proves(b"key", "device", (b"a", b"bc"), shown)
    assert not proves(b"key", "hub", (b"ab", b"c"), shown)
    assert not proves(b"yek", "hub", (b"a", b"bc"), shown)
