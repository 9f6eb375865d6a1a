"""What is printed for which bytes, and what is put down as a mistake."""

import pytest

from shared.printing.virtual.mechanism import Ending
from shared.printing.virtual.printer import VirtualPrinter
from shared.printing.virtual.profile import Profile

ROW = b"\x1dv0\x00\x01\x00\x01\x00\x81"
CUT = b"\x1dV\x00"
LATER = 60_000


def printer(width: int = 8) -> VirtualPrinter:
    """A printer whose blade is at its head, so that a slip is just what was printed."""
    return VirtualPrinter(
        Profile(width_dots=width, head_to_cutter_dots=0, buffer_bytes=65536, roll_mm=1e9)
    )


def printed(data: bytes, width: int = 8) -> list[bytes]:
    """Return the rows of the only slip that some bytes make."""
    machine = printer(width)
    machine.receive(data + CUT, LATER)
    machine.advance(2 * LATER)
    (slip,) = machine.tickets
    assert not machine.errors
    return [slip.picture.row(y) for y in range(slip.picture.height)]


def mistakes(data: bytes, width: int = 8) -> list[str]:
    machine = printer(width)
    machine.receive(data, LATER)
    machine.advance(2 * LATER)
    return machine.errors


def test_bands_join() -> None:
    assert printed(b"\x1b@" + ROW + ROW) == [b"\x81", b"\x81"]


def test_bytes_may_come_one_by_one() -> None:
    machine = printer()
    for value in b"\x1b@" + ROW + CUT:
        machine.receive(bytes((value,)), machine.now_ms + 100)
    machine.advance(LATER)
    assert [slip.picture.rows for slip in machine.tickets] == [b"\x81"]


def test_feeds_leave_white_paper() -> None:
    assert printed(b"\x1bJ\x03" + ROW + b"\x0a") == [b"\x00"] * 3 + [b"\x81"] + [b"\x00"] * 30
    assert len(printed(b"\x1bd\x02")) == 60
    assert len(printed(b"\x1b3\x05\x1bd\x02\x0a")) == 15
    assert len(printed(b"\x1b3\x05\x1b2\x0a")) == 30


@pytest.mark.parametrize(
    ("scale", "rows"),
    [
        (b"\x00", [b"\x81\x00"]),
        (b"\x01", [b"\xc0\x03"]),
        (b"\x02", [b"\x81\x00"] * 2),
        (b"3", [b"\xc0\x03"] * 2),
    ],
)
def test_a_picture_may_be_doubled(scale: bytes, rows: list[bytes]) -> None:
    assert printed(b"\x1dv0" + scale + b"\x01\x00\x01\x00\x81", 16) == rows


@pytest.mark.parametrize(
    ("place", "row"),
    [
        (b"", b"\x81\x00\x00"),
        (b"\x1b$\x04\x00", b"\x08\x10\x00"),
        (b"\x1b\\\x09\x00\x1b\\\xff\xff", b"\x00\x81\x00"),
        (b"\x1b\\\xf0\xff", b"\x81\x00\x00"),
        (b"\x1dL\x02\x00", b"\x20\x40\x00"),
        (b"\x1dL\x02\x00\x1b$\x02\x00", b"\x08\x10\x00"),
        (b"\x1ba\x01", b"\x00\x81\x00"),
        (b"\x1ba2", b"\x00\x00\x81"),
    ],
)
def test_a_picture_may_stand_elsewhere(place: bytes, row: bytes) -> None:
    assert printed(place + ROW, 24) == [row]
    assert printed(place + ROW + b"\x1ba\x00\x1dL\x00\x00" + ROW, 24)[1] == b"\x81\x00\x00"


def test_a_picture_too_wide_is_cut_off_and_put_down() -> None:
    assert mistakes(b"\x1dv0\x00\x02\x00\x01\x00\x81\xff") == [
        "a picture 16 dots wide where there is room for 8"
    ]
    machine = printer()
    machine.receive(b"\x1dv0\x00\x02\x00\x01\x00\x81\xff" + CUT, LATER)
    machine.advance(2 * LATER)
    assert machine.tickets[0].picture.rows == b"\x81"


def test_text_is_printed_when_its_line_ends() -> None:
    rows = printed(b"HI\n", 64)
    assert len(rows) == 30
    assert rows[0] == bytes.fromhex("c0c3f00000000000")
    assert not any(b"".join(rows[21:]))
    assert not any(printed(b"HI\x18\n", 64)[0]), "CAN leaves them out"


def test_a_line_that_is_full_goes_on_below() -> None:
    assert len(printed(b"HIHI\n", 24)) == 60


def test_a_feed_prints_the_line_that_waits() -> None:
    assert len(printed(b"H\x1bJ\x28", 16)) == 40
    assert len(printed(b"H\x1bd\x02", 16)) == 60
    assert len(printed(b"H\x1bJ\x00", 16)) == 24, "a line takes at least its height"


def test_tab_stops() -> None:
    assert printed(b"\x1bD\x02\x00\tI\n", 64) == printed(b"\x1b$\x18\x00I\n", 64)
    assert printed(b"\tI\n", 120) == printed(b"\x1b$\x60\x00I\n", 120)
    assert mistakes(b"\x1bD\x02\x01") == ["ESC D 02 01 is out of range"]
    assert len(mistakes(b"\x1bD" + bytes(range(1, 34)))) == 1


def test_initialising_sets_everything_back() -> None:
    settings = b"\x1dL\x08\x00\x1b3\x05\x1d!\x11\x1ba\x02HELLO\x1bD\x01\x00"
    assert printed(settings + b"\x1b@\tHI\n" + ROW, 160) == printed(b"\tHI\n" + ROW, 160)


@pytest.mark.parametrize(
    ("cut", "ending"),
    [
        (b"\x1dV\x00", Ending.CUT),
        (b"\x1dV0", Ending.CUT),
        (b"\x1dV1", Ending.PARTIAL),
        (b"\x1dVA\x00", Ending.CUT),
        (b"\x1dVB\x00", Ending.PARTIAL),
        (b"\x1bi", Ending.PARTIAL),
        (b"\x1bm", Ending.PARTIAL),
    ],
)
def test_cuts(cut: bytes, ending: Ending) -> None:
    machine = printer()
    machine.receive(ROW + cut, LATER)
    machine.advance(2 * LATER)
    (slip,) = machine.tickets
    assert (slip.ending, slip.picture.rows) == (ending, b"\x81")


def test_a_cut_after_a_feed_leaves_the_whole_picture_before_the_blade() -> None:
    machine = VirtualPrinter(Profile(width_dots=8, head_to_cutter_dots=5))
    machine.receive(ROW + b"\x1dVB\x02", 0)
    machine.advance(LATER)
    (slip,) = machine.tickets
    assert slip.picture.rows == bytes(5) + b"\x81" + bytes(2)
    assert slip.body.rows == b"\x81" + bytes(2)


def test_a_cut_without_a_feed_leaves_the_end_for_the_next_slip() -> None:
    machine = VirtualPrinter(Profile(width_dots=8, head_to_cutter_dots=2))
    machine.receive(ROW * 3 + b"\x1dV\x00" + b"\x1dVA\x00", 0)
    machine.advance(LATER)
    assert [slip.picture.rows for slip in machine.tickets] == [bytes(2) + b"\x81", b"\x81\x81"]


def test_padding_and_returns_print_nothing() -> None:
    assert printed(b"\x00" * 100 + b"\r\x0c") == []


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"\x01", "unknown byte 01"),
        (b"\x1bQ", "unknown command 1b 51"),
        (b"\x1bc9", "unknown command 1b 63 39"),
        (b"\x1dv1\x00\x01\x00\x01\x00", "GS v 31 00 01 00 01 00 is out of range"),
        (b"\x1dv0\x04\x01\x00\x01\x00", "GS v 30 04 01 00 01 00 is out of range"),
        (b"\x1dv0\x00\x00\x00\x01\x00", "GS v 30 00 00 00 01 00 is out of range"),
        (b"\x1dv0\x00\x01\x00\x00\x00", "GS v 30 00 01 00 00 00 is out of range"),
        (b"\x1dv0\x00\x01\x00\x00\x09", "GS v 30 00 01 00 00 09 is out of range"),
        (b"\x1dV\x09", "GS V 09 is out of range"),
        (b"\x1dr\x09", "GS r 09 is out of range"),
        (b"\x1dI\x09", "GS I 09 is out of range"),
        (b"\x1d(H\x06\x0000\x1f123", "GS ( H 30 30 1f 31 32 33 is out of range"),
        (b"\x1d(H\x03\x00109", "GS ( H 31 30 39 is out of range"),
        (b"\x10\x04\x09", "DLE EOT 09 is out of range"),
        (b"\x10\x05\x03", "DLE ENQ 03 is out of range"),
        (b"\x10\x14\x09", "DLE DC4 09 is out of range"),
        (b"\x10\x14\x08\x01\x03\x14\x01\x06\x02\x09", "DLE DC4 08 01 03 14 01 06 02 09 is out"),
        (b"\x1d(k\x02\x00ab", "GS ( k is not drawn"),
        (b"A" + ROW, "a picture after letters of the same line is left out"),
        (b"A\x1dV\x00", "a cut after letters of the same line is left out"),
        (b"A\x1dVA\x00", "a cut after letters of the same line is left out"),
    ],
)
def test_mistakes_are_put_down_once_and_end_there(data: bytes, error: str) -> None:
    machine = printer(16)
    machine.receive(data, LATER)
    machine.advance(2 * LATER)
    (told,) = machine.errors
    assert told.startswith(error)
    assert not machine.printing, "what follows is the next command"


def test_after_a_mistake_garbage_comes_out() -> None:
    machine = printer(64)
    machine.receive(b"\x1dv9\x00\x01\x00\x02\x00GO\n" + CUT, LATER)
    machine.advance(2 * LATER)
    assert len(machine.errors) == 1
    assert machine.tickets[0].picture.rows == b"".join(printed(b"GO\n", 64))


@pytest.mark.parametrize("at", range(6, 12))
def test_a_real_time_command_inside_a_picture_is_put_down(at: int) -> None:
    dots = bytearray(b"\xff" * 24)
    dots[at : at + 3] = b"\x10\x04\x01"
    (error,) = mistakes(b"\x1dv0\x00\x08\x00\x03\x00" + bytes(dots), 64)
    assert error == "real-time command 10 04 01 inside a picture"
