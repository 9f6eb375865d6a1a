"""The virtual printer in real time, on an asyncio loop. All of it belongs to the loop's thread."""

import asyncio
import logging
from collections import deque
from collections.abc import Callable, Coroutine

from shared.printing.virtual.faults import Fault
from shared.printing.virtual.mechanism import Slip
from shared.printing.virtual.printer import VirtualPrinter
from shared.printing.virtual.profile import Profile

log = logging.getLogger(__name__)

MISTAKES_KEPT = 4
TICK_S = 0.01
"""What happens in between happens late, but in order: rows come every half millisecond."""


class RunningPrinter:
    """A printer that goes on by itself while ``run`` runs; it keeps no paper, only counts it.

    ``hear`` gets what it says. Each of ``took`` gets each slip, each of ``changed`` is called
    after every step.
    """

    def __init__(self, profile: Profile) -> None:
        self.printer = VirtualPrinter(profile)
        self.hear: Callable[[bytes], None] = nobody_hears
        self.took: list[Callable[[Slip], None]] = []
        self.changed: list[Callable[[], None]] = []
        self._started_s = asyncio.get_running_loop().time()
        self._poked = asyncio.Event()
        self._stepped = asyncio.Event()
        self.slips = 0
        self.mistakes = 0
        self.last_mistakes: deque[str] = deque(maxlen=MISTAKES_KEPT)

    async def run(self) -> None:
        """Move the printer's clock along for ever."""
        while True:
            self._step()
            due_ms = self.printer.next_ms
            pause_s = None if due_ms is None else max(TICK_S, due_ms / 1000 - self._now_s())
            try:
                async with asyncio.timeout(pause_s):
                    await self._poked.wait()
            except TimeoutError:
                continue
            self._poked.clear()

    async def room(self) -> int:
        """Wait until it takes bytes; return how many."""
        while (room := self.printer.accepts()) == 0:
            await self._stepped.wait()
        return room

    async def linked(self) -> None:
        """Wait until a host can reach it."""
        while not self.printer.linked:
            await self._stepped.wait()

    async def while_linked(self, work: Coroutine[object, object, None]) -> None:
        """Let something go on until no host can reach it any more."""
        tasks = (asyncio.create_task(work), asyncio.create_task(self.unlinked()))
        try:
            done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                task.result()
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def unlinked(self) -> None:
        """Wait until no host can reach it any more."""
        while self.printer.linked:
            await self._stepped.wait()

    def receive(self, data: bytes) -> None:
        """Take bytes from a host."""
        self.printer.receive(data, self._now_s() * 1000)
        self._poked.set()
        self._step()

    def set_fault(self, fault: Fault, on: bool) -> None:
        """Break something, or put it right."""
        self.printer.set_fault(fault, on, self._now_s() * 1000)
        log.info("%s %s", fault, "on" if on else "off")
        self._poked.set()
        self._step()

    def _now_s(self) -> float:
        return asyncio.get_running_loop().time() - self._started_s

    def _step(self) -> None:
        self.printer.advance(self._now_s() * 1000)
        self.hear(self.printer.take_answers())
        for error in self.printer.take_errors():
            log.warning("%s", error)
            self.mistakes += 1
            self.last_mistakes.append(error)
        for slip in self.printer.take_slips():
            self.slips += 1
            for take in self.took:
                take(slip)
        for tell in self.changed:
            tell()
        self._stepped.set()
        self._stepped.clear()


def nobody_hears(data: bytes) -> None:
    """Lose what is said while no host listens, as a print server does."""
