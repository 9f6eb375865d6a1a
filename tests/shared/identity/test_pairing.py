"""Pairing and the attacks on it: without the code nothing is pinned and nothing is issued."""

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ed25519
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from shared.domain.commands import Role
from shared.identity.certificates import FROM, UNTIL, new_key, request_for
from shared.identity.credentials import DER, Authority
from shared.identity.pairing import (
    Admission,
    Challenge,
    DeviceSide,
    HubSide,
    Offer,
    PairingFailed,
    Proof,
    _bound,
    from_line,
    mark_of,
    to_line,
)
from shared.identity.pake import hub_side, proof

HALL = Authority.new("test-hall")
ROGUE = Authority.new("test-hall")
CODE = "482913"


def device(code: str = CODE) -> DeviceSide:
    return DeviceSide(new_key(), code, Role.BOARD, "board-1")


def admission(offer: Offer, authority: Authority = HALL) -> Admission:
    certificate = authority.certificate_for(offer.request, "board", "board-1")
    return Admission(certificate=certificate.public_bytes(DER))


def test_a_typed_code_lets_a_device_in() -> None:
    new = device()
    hub = HubSide(new.offer, HALL.certificate, CODE)
    assert hub.proven(new.prove(hub.challenge))
    credentials = new.admitted(admission(new.offer))
    assert (credentials.hall, credentials.place) == ("test-hall", "board-1")
    assert credentials.authority == HALL.certificate


def test_a_wrong_code_pins_nothing() -> None:
    new = device()
    hub = HubSide(new.offer, HALL.certificate, "482914")
    with pytest.raises(PairingFailed, match="does not know the code"):
        new.prove(hub.challenge)
    with pytest.raises(PairingFailed, match="before its authority"):
        new.admitted(admission(new.offer))


def test_a_rogue_hub_has_one_guess_a_code() -> None:
    new = device()
    with pytest.raises(PairingFailed):
        new.prove(HubSide(new.offer, ROGUE.certificate, "000000").challenge)
    with pytest.raises(PairingFailed):
        new.prove(HubSide(new.offer, ROGUE.certificate, CODE).challenge)


def test_a_rogue_device_that_guesses_is_not_proven() -> None:
    stranger = device("111111")
    hub = HubSide(stranger.offer, HALL.certificate, CODE)
    with pytest.raises(PairingFailed):
        stranger.prove(hub.challenge)
    assert not hub.proven(Proof(proof=bytes(32)))
    assert not hub.proven(Proof(proof=hub.challenge.proof))


def test_a_man_in_the_middle_who_swaps_the_authority_is_found_out() -> None:
    new = device()
    hub = HubSide(new.offer, HALL.certificate, CODE)
    swapped = replace(hub.challenge, authority=ROGUE.certificate.public_bytes(DER))
    with pytest.raises(PairingFailed):
        new.prove(swapped)


def test_a_man_in_the_middle_who_swaps_the_devices_key_is_found_out() -> None:
    new = device()
    swapped = replace(new.offer, request=request_for(new_key()))
    hub = HubSide(swapped, HALL.certificate, CODE)
    with pytest.raises(PairingFailed):
        new.prove(hub.challenge)


def test_a_man_in_the_middle_who_plays_both_parts_is_found_out() -> None:
    new, false_device = device(), device("000000")
    true_hub = HubSide(false_device.offer, HALL.certificate, CODE)
    false_hub = HubSide(new.offer, ROGUE.certificate, "000000")
    with pytest.raises(PairingFailed):
        new.prove(false_hub.challenge)
    with pytest.raises(PairingFailed):
        false_device.prove(true_hub.challenge)


def test_a_changed_wish_is_found_out() -> None:
    new = device()
    hub = HubSide(replace(new.offer, role=Role.COUNTER), HALL.certificate, CODE)
    with pytest.raises(PairingFailed):
        new.prove(hub.challenge)


def test_a_certificate_of_another_authority_or_key_is_not_taken() -> None:
    for bad in (
        admission(device().offer),
        Admission(certificate=b"none"),
        Admission(certificate=ROGUE.certificate.public_bytes(DER)),
    ):
        new = device()
        new.prove(HubSide(new.offer, HALL.certificate, CODE).challenge)
        with pytest.raises(PairingFailed):
            new.admitted(bad)


def test_an_authority_that_is_no_certificate_of_the_house_is_not_pinned() -> None:
    for bad in (b"none", other_curve()):
        new = device()
        exchange = hub_side(CODE)
        key = exchange.key(new.offer.exchange)
        seen = _bound(new.offer, bad, exchange.message)
        challenge = Challenge(
            authority=bad, exchange=exchange.message, proof=proof(key, "hub", seen)
        )
        with pytest.raises(PairingFailed, match="not a certificate"):
            new.prove(challenge)


def other_curve() -> bytes:
    key = ed25519.Ed25519PrivateKey.generate()
    builder = x509.CertificateBuilder(
        x509.Name([]), x509.Name([]), key.public_key(), 1, FROM, UNTIL
    )
    return builder.sign(key, None).public_bytes(DER)


@pytest.mark.parametrize("exchange", [b"", b"B", b"B" + bytes(32), b"A" * 33])
def test_a_bad_exchange_is_no_more_than_a_failure(exchange: bytes) -> None:
    new = device()
    with pytest.raises(PairingFailed):
        HubSide(replace(new.offer, exchange=exchange), HALL.certificate, CODE)
    challenge = HubSide(new.offer, HALL.certificate, CODE).challenge
    with pytest.raises(PairingFailed):
        new.prove(replace(challenge, exchange=exchange))


def test_messages_are_lines() -> None:
    new = device()
    hub = HubSide(new.offer, HALL.certificate, CODE)
    answer = new.prove(hub.challenge)
    for message in (new.offer, hub.challenge, answer, admission(new.offer)):
        line = to_line(message)
        assert line.endswith(b"\n")
        assert b"\n" not in line[:-1]
        assert from_line(line) == message


@given(st.binary(max_size=200))
def test_any_line_is_read_or_refused(line: bytes) -> None:
    with pytest.raises(PairingFailed):
        from_line(line)


def test_a_waiting_device_has_a_mark_and_a_false_one_has_none() -> None:
    new = device()
    assert mark_of(new.offer) == mark_of(new.offer)
    with pytest.raises(PairingFailed):
        mark_of(replace(new.offer, request=b"none"))
