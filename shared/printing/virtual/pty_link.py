"""The virtual printer on a pseudo-terminal, which a host opens as a serial port. POSIX only.

A pseudo-terminal has no speed; the printer's own wire takes the time. With the link down the
port vanishes, as a cable pulled out of a USB adaptor makes it, and comes back as another: give
it a name of its own (a link to it) to find it again.
"""

import asyncio
import os
import tty
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

from shared.printing.virtual.running import RunningPrinter, nobody_hears


class PtyLink:
    """One port; ``run`` keeps it open for ever."""

    def __init__(self, running: RunningPrinter, name: Path | None) -> None:
        self._running = running
        self._name = name

    async def run(self, ready: Callable[[str], None]) -> None:
        """Be there while the printer is linked; ``ready`` is told the address to print to."""
        while True:
            ours, theirs = os.openpty()
            tty.setraw(theirs)
            os.set_blocking(ours, False)
            device = self._named(os.ttyname(theirs))
            try:
                ready(f"serial://{device}?baud={self._running.printer.profile.baud}&flow=none")
                self._running.hear = partial(_say, ours)
                await self._running.while_linked(self._print(ours))
            finally:
                self._running.hear = nobody_hears
                self._unname()
                os.close(ours)
                os.close(theirs)
            await self._running.linked()

    async def _print(self, ours: int) -> None:
        while True:
            room = await self._running.room()
            await _readable(ours)
            self._running.receive(os.read(ours, room))

    def _named(self, device: str) -> str:
        if self._name is None:
            return device
        self._unname()
        self._name.symlink_to(device)
        return str(self._name)

    def _unname(self) -> None:
        if self._name is not None:
            self._name.unlink(missing_ok=True)


async def _readable(ours: int) -> None:
    loop = asyncio.get_running_loop()
    readable = loop.create_future()
    loop.add_reader(ours, readable.set_result, None)
    try:
        await readable
    finally:
        loop.remove_reader(ours)


def _say(ours: int, data: bytes) -> None:
    """Let the host's side hear; what its full memory does not take is lost, as on a cable."""
    with suppress(BlockingIOError):
        os.write(ours, data)
