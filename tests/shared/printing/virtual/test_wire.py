"""Bytes take their time on a serial line, and wait when the printer has no room."""

from shared.printing.virtual.wire import CHUNK_BYTES, HELD_BYTES, Wire


def test_ten_bits_a_byte() -> None:
    wire = Wire(9600)
    wire.put(b"x" * 8, 100.0)
    assert wire.next_ms == 100.0 + 8 * 10_000 / 9600
    assert wire.take(wire.next_ms - 0.01, 99) == b""
    assert wire.take(wire.next_ms, 99) == b"x" * 8
    assert wire.next_ms is None


def test_it_holds_little() -> None:
    wire = Wire(9600)
    wire.put(b"x" * 200, 0)
    assert wire.room(4096) == HELD_BYTES - 200
    wire.put(b"x" * 200, 0)
    assert wire.room(4096) == 0


def test_what_does_not_fit_waits() -> None:
    wire = Wire(9600)
    wire.put(b"x" * 20, 0)
    assert len(wire.take(1000, 3)) == 3
    assert wire.take(2000, 0) == b""
    assert len(wire.take(3000, 99)) == CHUNK_BYTES


def test_no_line_is_no_delay_and_holds_nothing() -> None:
    wire = Wire(None)
    assert wire.room(10) == 10
    wire.put(b"x" * 12, 5.0)
    assert wire.room(10) == 0
    assert wire.take(5.0, 10) == b"x" * 12, "the buffer overruns, not the wire"


def test_a_wire_cut_off_loses_what_is_on_its_way() -> None:
    wire = Wire(9600)
    wire.put(b"x", 0)
    wire.cut_off()
    assert wire.next_ms is None
