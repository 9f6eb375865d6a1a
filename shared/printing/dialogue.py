"""A talk with a printer, without I/O: bytes in, bytes to send out, the time passed in.

What is said and awaited, a script says: a generator that yields ``Send`` and ``Hear``. job,
probe and rest hold the scripts; conversation moves the bytes. A script sees trouble as
``Interrupted``, raised where it waits.
"""

from collections import deque
from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import Generic, TypeVar

from shared.printing.status import (
    Automatic,
    Condition,
    Flow,
    Reader,
    Said,
    Trouble,
    after_automatic,
)

STALLED_MS = 8_000
"""A printer that takes no byte for so long takes none any more."""


class Interrupted(Exception):
    """The talk cannot go on as it was."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble)
        self.trouble = trouble


@dataclass(frozen=True, slots=True)
class Send:
    """Have all these bytes taken; the script goes on when they are.

    After ``patience_ms`` without a byte taken it is interrupted.
    """

    data: bytes
    patience_ms: int = STALLED_MS


@dataclass(frozen=True, slots=True)
class Hear:
    """Wait for the next thing said; the script gets it, or None after ``wait_ms``."""

    wait_ms: int


R = TypeVar("R")
Script = Generator[Send | Hear, Said | None, R]


@dataclass(slots=True)
class Talk:
    """What a script may know while it runs: the time, and the printer's condition by its own word.

    What it ``heeds`` interrupts the script as soon as the printer tells it by itself.
    ``taken_bytes`` counts what the printer's line took of this talk.
    """

    now_ms: int
    condition: Condition = Condition()
    heeds: frozenset[Trouble] = frozenset()
    taken_bytes: int = 0


class Dialogue(Generic[R]):
    """One script while it runs; ``result`` is None until it has ended."""

    def __init__(
        self, script: Callable[[Talk], Script[R]], now_ms: int, reader: Reader | None = None
    ) -> None:
        """``reader`` may hold the beginning of what the talk before did not hear to its end."""
        self.talk = Talk(now_ms)
        self.result: R | None = None
        self._script = script(self.talk)
        self._reader = reader or Reader()
        self._said: deque[Said] = deque()
        self._left = b""
        self._until_ms = now_ms
        self._patience_ms = STALLED_MS
        self._hearing = False
        self._held_up = False
        self._go_on(lambda: next(self._script))

    @property
    def wake_ms(self) -> int:
        """When the script must be told the time, though nothing else happens."""
        return self._until_ms

    def to_send(self) -> bytes:
        """Return what the printer should get now; nothing while it asked us to wait."""
        return b"" if self._held_up else self._left

    def sent(self, count: int, now_ms: int) -> None:
        """So many of these bytes were taken."""
        self.talk.now_ms = now_ms
        if count and self._left:
            self.talk.taken_bytes += count
            self._left = self._left[count:]
            self._until_ms = now_ms + self._patience_ms
            if not self._left:
                self._go_on(lambda: self._script.send(None))

    def received(self, data: bytes, now_ms: int) -> None:
        """The printer said this; ``b""`` only tells the time."""
        self.talk.now_ms = now_ms
        for said in self._reader.read(data):
            self._take(said)
        if self.result is None:
            self._serve()

    def lost(self, trouble: Trouble, now_ms: int) -> None:
        """The way to the printer is gone."""
        self.talk.now_ms = now_ms
        while self.result is None:
            self._throw(trouble)

    def _take(self, said: Said) -> None:
        match said:
            case Flow(go_on=go_on):
                self._held_up = not go_on
            case Automatic(bytes=four):
                self.talk.condition = after_automatic(four)
                self._said.append(said)
            case _:
                self._said.append(said)

    def _serve(self) -> None:
        """Tell the script what it waits for: what was said, that it is late, or of trouble."""
        while self.result is None:
            trouble = self.talk.condition.trouble
            if trouble is not None and trouble in self.talk.heeds:
                self._throw(trouble)
            elif self._hearing and self._said:
                said = self._said.popleft()
                self._go_on(lambda: self._script.send(said))  # noqa: B023 - called at once
            elif self.talk.now_ms < self._until_ms:
                return
            elif self._hearing:
                self._go_on(lambda: self._script.send(None))
            else:
                self._throw(Trouble.BUSY)

    def _throw(self, trouble: Trouble) -> None:
        self.talk.heeds = frozenset()
        self._go_on(lambda: self._script.throw(Interrupted(trouble)))

    def _go_on(self, step: Callable[[], Send | Hear]) -> None:
        self._left = b""
        try:
            act = step()
        except StopIteration as end:
            self.result = end.value
            return
        self._hearing = isinstance(act, Hear)
        if isinstance(act, Hear):
            self._until_ms = self.talk.now_ms + act.wait_ms
        else:
            self._left = act.data
            self._patience_ms = act.patience_ms
            self._until_ms = self.talk.now_ms + act.patience_ms
