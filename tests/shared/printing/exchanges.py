"""Small exchanges with a printer that the test plays by hand, byte by byte."""

from collections.abc import Callable
from typing import Generic, TypeVar

from shared.printing.dialogue import Dialogue, Script, Talk

R = TypeVar("R")

WELL = (b"\x16", b"\x12", b"\x12")
"""What a printer that is well says to DLE EOT 1, 2 and 4."""


class Exchange(Generic[R]):
    """A dialogue whose other end is the test."""

    def __init__(self, script: Callable[[Talk], Script[R]]) -> None:
        self.now_ms = 0
        self.dialogue = Dialogue(script, 0)

    @property
    def result(self) -> R | None:
        return self.dialogue.result

    def sends(self, data: bytes) -> "Exchange[R]":
        """The script must send this now, and all of it is taken."""
        assert self.dialogue.to_send() == data
        return self.takes(len(data))

    def takes(self, count: int | None = None) -> "Exchange[R]":
        """The printer takes so much of what is sent, or all."""
        due = self.dialogue.to_send()
        self.dialogue.sent(len(due) if count is None else count, self.now_ms)
        return self

    def says(self, data: bytes) -> "Exchange[R]":
        """The printer says this."""
        self.dialogue.received(data, self.now_ms)
        return self

    def later(self, ms: int) -> "Exchange[R]":
        """Time passes, and nothing is said."""
        self.now_ms += ms
        self.dialogue.received(b"", self.now_ms)
        return self
