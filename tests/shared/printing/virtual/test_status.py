"""The bits of each status byte, and how a host tells one kind of answer from another."""

import itertools

import pytest

from shared.printing.virtual.status import (
    Condition,
    automatic_status,
    offline_response,
    paper_status,
    real_time_status,
    watched,
)

FIELDS = Condition.__slots__
ALL = [
    Condition(**dict(zip(FIELDS, values, strict=True)))
    for values in itertools.product([False, True], repeat=len(FIELDS))
]


@pytest.mark.parametrize(
    ("condition", "real_time", "automatic"),
    [
        (Condition(), "16 12 12 12", "14 00 00 00"),
        (Condition(near_end=True), "16 12 12 1e", "14 00 03 00"),
        (Condition(paper_end=True, paper_stop=True), "1e 32 12 72", "1c 00 0c 00"),
        (Condition(near_end=True, paper_stop=True), "1e 32 12 1e", "1c 00 03 00"),
        (Condition(cover_open=True), "1e 16 12 72", "3c 00 0c 00"),
        (Condition(cover_open=True, paper_end=True, paper_stop=True), "1e 16 12 72", "3c 00 0c 00"),
        (Condition(cover_open=True, auto_recoverable=True), "1e 56 52 72", "3c 40 0c 00"),
        (Condition(cutter_error=True), "1e 52 1a 12", "1c 08 00 00"),
        (Condition(auto_recoverable=True), "1e 52 52 12", "1c 40 00 00"),
        (Condition(unrecoverable=True), "1e 52 32 12", "1c 20 00 00"),
    ],
)
def test_bits(condition: Condition, real_time: str, automatic: str) -> None:
    said = bytes(real_time_status(condition, n) for n in (1, 2, 3, 4))
    assert (said.hex(" "), automatic_status(condition).hex(" ")) == (real_time, automatic)


@pytest.mark.parametrize("condition", ALL)
def test_answers_can_be_told_apart_by_their_fixed_bits(condition: Condition) -> None:
    for n in (1, 2, 3, 4):
        assert real_time_status(condition, n) & 0b10010011 == 0b00010010
    first, *rest = automatic_status(condition)
    assert first & 0b10010011 == 0b00010000
    assert all(byte & 0b10010000 == 0 for byte in rest)
    assert paper_status(condition) & 0b10010000 == 0


def test_the_paper_sensor_in_turn() -> None:
    assert paper_status(Condition()) == 0x00
    assert paper_status(Condition(near_end=True)) == 0x03


def test_causes_of_being_off_line() -> None:
    assert offline_response(Condition(cutter_error=True)) == b"@@@A@"
    assert offline_response(Condition(unrecoverable=True)) == b"A@@@@"
    assert offline_response(Condition(auto_recoverable=True)) == b"@@@@A"


@pytest.mark.parametrize(
    ("mask", "condition", "told"),
    [
        (0x02, Condition(cover_open=True), True),
        (0x02, Condition(near_end=True), False),
        (0x04, Condition(cutter_error=True), True),
        (0x04, Condition(cover_open=True), False),
        (0x08, Condition(near_end=True), True),
        (0x08, Condition(auto_recoverable=True), False),
    ],
)
def test_only_what_was_asked_for_is_watched(mask: int, condition: Condition, told: bool) -> None:
    assert (watched(condition, mask) != watched(Condition(), mask)) is told
