"""Scripts are told what was said, that they are late, and of trouble."""

import pytest

from shared.printing.dialogue import STALLED_MS, Hear, Interrupted, Script, Send, Talk
from shared.printing.status import Automatic, Condition, RealTime, Said, Trouble
from tests.shared.printing.exchanges import Exchange

NO_PAPER = b"\x1c\x00\x0c\x0f"
WELL_AGAIN = b"\x14\x00\x00\x0f"


def listening(talk: Talk) -> Script[list[Said | None]]:
    heard = []
    for _ in range(3):
        heard.append((yield Hear(100)))
    return heard


def sending(talk: Talk) -> Script[str]:
    talk.heeds = frozenset({Trouble.PAPER_END})
    try:
        yield Send(b"one")
        yield Send(b"two")
        yield Hear(50)
    except Interrupted as stop:
        return stop.trouble
    return f"{talk.taken_bytes} bytes"


def test_what_is_said_comes_one_by_one_and_silence_as_none() -> None:
    exchange = Exchange(listening).says(b"\x12" + WELL_AGAIN)
    assert exchange.result is None
    exchange.later(99)
    assert exchange.result is None
    exchange.later(1)
    assert exchange.result == [RealTime(0x12), Automatic(WELL_AGAIN), None]


def test_what_was_said_while_sending_is_not_lost() -> None:
    def script(talk: Talk) -> Script[Said | None]:
        yield Send(b"one")
        return (yield Hear(100))

    exchange = Exchange(script).says(b"\x12")
    assert exchange.result is None
    assert exchange.sends(b"one").later(0).result == RealTime(0x12)


def test_bytes_go_in_whatever_pieces_are_taken() -> None:
    exchange = Exchange(sending).takes(0).takes(1)
    assert exchange.dialogue.to_send() == b"ne"
    assert exchange.sends(b"ne").sends(b"two").later(50).result == "6 bytes"
    assert exchange.dialogue.to_send() == b""


def test_a_printer_may_ask_us_to_wait() -> None:
    exchange = Exchange(sending).says(b"\x13")
    assert exchange.dialogue.to_send() == b""
    assert exchange.says(b"\x11").dialogue.to_send() == b"one"


def test_a_printer_that_takes_nothing_any_more_is_busy() -> None:
    exchange = Exchange(sending).takes(1).later(STALLED_MS - 1)
    assert exchange.result is None
    assert exchange.dialogue.wake_ms == STALLED_MS
    exchange.takes(1).later(STALLED_MS - 1)
    assert exchange.result is None, "every byte counts"
    assert exchange.later(1).result == Trouble.BUSY


def test_trouble_that_is_heeded_interrupts_at_once() -> None:
    assert Exchange(sending).says(NO_PAPER).result == Trouble.PAPER_END


def test_other_trouble_does_not() -> None:
    def script(talk: Talk) -> Script[Condition]:
        yield Hear(10)
        return talk.condition

    told = Exchange(script).says(NO_PAPER).result
    assert told is not None
    assert told.trouble is Trouble.PAPER_END
    exchange = Exchange(sending).says(b"\x34\x00\x00\x0f")
    assert exchange.result is None, "an open cover is not heeded here"


@pytest.mark.parametrize("trouble", [Trouble.AWAY, Trouble.BUSY])
def test_a_lost_line_ends_it(trouble: Trouble) -> None:
    exchange = Exchange(sending)
    exchange.dialogue.lost(trouble, 5)
    assert exchange.result == trouble


def test_a_lost_line_ends_it_even_if_the_script_goes_on() -> None:
    def stubborn(talk: Talk) -> Script[int]:
        tries = 0
        while tries < 3:
            try:
                yield Hear(10)
            except Interrupted:
                tries += 1
        return tries

    exchange = Exchange(stubborn)
    exchange.dialogue.lost(Trouble.AWAY, 5)
    assert exchange.result == 3
