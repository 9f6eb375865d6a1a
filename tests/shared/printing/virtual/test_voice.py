"""What each sort of printer says, and what it says by itself."""

import pytest

from shared.printing.virtual.faults import Fault
from shared.printing.virtual.printer import VirtualPrinter
from shared.printing.virtual.profile import KINDS, Profile

REAL_TIME = b"\x10\x04\x01"
IN_TURN = b"\x1dr\x01"
PROCESS = b"\x1d(H\x06\x00000001"
IDENTITY = b"\x1dI\x01"
WATCH = b"\x1da\xff"


def said(data: bytes, kind: str = "full") -> bytes:
    printer = VirtualPrinter(Profile(answers=KINDS[kind]))
    printer.receive(data, 0)
    return printer.take_answers()


@pytest.mark.parametrize(
    ("kind", "answered"),
    [
        ("full", {REAL_TIME, IN_TURN, PROCESS, IDENTITY, WATCH}),
        ("clone", {REAL_TIME, IN_TURN}),
        ("gs-r", {IN_TURN}),
        ("dle-eot", {REAL_TIME}),
        ("mute", set()),
    ],
)
def test_each_kind_answers_what_it_can(kind: str, answered: set[bytes]) -> None:
    asked = (REAL_TIME, IN_TURN, PROCESS, IDENTITY, WATCH)
    assert {command for command in asked if said(command, kind)} == answered


@pytest.mark.parametrize(
    ("command", "answer"),
    [
        (b"\x10\x04\x01\x10\x04\x02\x10\x04\x03\x10\x04\x04", b"\x16\x12\x12\x12"),
        (IN_TURN, b"\x00"),
        (b"\x1dr2", b"\x01"),
        (PROCESS, b"\x37\x220001\x00"),
        (IDENTITY, b"\x20"),
        (b"\x1dI\x02", b"\x02"),
        (b"\x1dI\x41", b"\x5f1.00\x00"),
        (b"\x1dI\x42", b"\x5fMOTCUA\x00"),
        (b"\x1dI\x43", b"\x5fVIRTUAL\x00"),
        (b"\x1dI\x45", b"\x5f\x00"),
        (WATCH, b"\x14\x00\x00\x00"),
        (b"\x1da\x00", b""),
        (b"\x10\x14\x07\x01", b"\x14\x00\x00\x00"),
        (b"\x10\x14\x07\x02", b""),
        (b"\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08", b"\x37\x25\x00"),
        (b"\x10\x14\x01\x00\x01", b""),
        (b"\x10\x05\x00", b""),
    ],
)
def test_answers(command: bytes, answer: bytes) -> None:
    printer = VirtualPrinter()
    printer.receive(command, 0)
    assert printer.take_answers() == answer
    assert printer.take_answers() == b"", "said once"
    assert not printer.errors


def watching(mask: bytes = b"\xff") -> VirtualPrinter:
    printer = VirtualPrinter()
    printer.receive(b"\x1da" + mask, 0)
    printer.take_answers()
    return printer


def test_a_change_is_told_by_itself_and_once() -> None:
    printer = watching()
    printer.set_fault(Fault.COVER_OPEN, True, 10)
    printer.advance(1000)
    assert printer.take_answers() == b"\x3c\x00\x0c\x00"
    printer.set_fault(Fault.COVER_OPEN, False, 2000)
    assert printer.take_answers() == b"\x14\x00\x00\x00"


def test_what_is_not_watched_is_not_told() -> None:
    printer = watching(b"\x04")
    printer.set_fault(Fault.COVER_OPEN, True, 10)
    assert printer.take_answers() == b""


def test_initialising_ends_the_watch() -> None:
    printer = watching()
    printer.receive(b"\x1b@", 10)
    printer.set_fault(Fault.COVER_OPEN, True, 20)
    assert printer.take_answers() == b""


@pytest.mark.parametrize(
    ("choice", "told"), [(b"\x00", b""), (b"1", b"\x37\x23\x00"), (b"\x02", b"\x37\x23@@@@@\x00")]
)
def test_off_line_responses(choice: bytes, told: bytes) -> None:
    printer = VirtualPrinter()
    printer.receive(b"\x1d(H\x03\x0010" + choice, 0)
    printer.set_fault(Fault.COVER_OPEN, True, 10)
    printer.set_fault(Fault.COVER_OPEN, False, 20)
    assert printer.take_answers() == told
