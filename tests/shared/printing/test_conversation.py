"""Bytes move both ways until the script has ended, whatever the link does."""

from shared.printing.conversation import converse
from shared.printing.dialogue import Hear, Interrupted, Script, Send, Talk
from shared.printing.status import RealTime, Trouble
from shared.printing.transports import PrinterUnreachable


class Loop:
    """A link that says back what it is told, four bytes at a time; time passes when it waits."""

    shared, answers = False, True

    def __init__(self, breaks_after: int = 1000) -> None:
        self.said, self.taken, self.now_ms = b"", 0, 0
        self.breaks_after = breaks_after
        self.full = False

    def read(self) -> bytes:
        said, self.said = self.said, b""
        return said

    def write(self, data: bytes) -> int:
        self.full = not self.full
        if self.full:
            return 0
        if self.taken >= self.breaks_after:
            raise PrinterUnreachable("it broke", Trouble.AWAY)
        piece = data[:4]
        self.said += piece
        self.taken += len(piece)
        return len(piece)

    def wait(self, timeout_s: float, *, to_write: bool) -> None:
        if not to_write:
            self.now_ms += int(timeout_s * 1000)

    def close(self, *, at_once: bool) -> None: ...


def echo(talk: Talk) -> Script[list[object]]:
    heard: list[object] = []
    try:
        yield Send(b"\x12" * 10)
        while (said := (yield Hear(50))) is not None:
            heard.append(said)
    except Interrupted as stop:
        heard.append(stop.trouble)
    return heard


def test_everything_gets_through_in_pieces() -> None:
    link = Loop()
    assert converse(link, lambda: link.now_ms, echo) == [RealTime(0x12)] * 10


def test_a_link_that_breaks_is_the_scripts_to_judge() -> None:
    link = Loop(breaks_after=8)
    assert converse(link, lambda: link.now_ms, echo)[-1] is Trouble.AWAY
