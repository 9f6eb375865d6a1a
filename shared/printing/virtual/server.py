"""The virtual printer on the network: listens like a printer's port 9100 does."""

import asyncio
import logging
from collections.abc import Callable
from pathlib import Path

from shared.printing.picture import Picture
from shared.printing.virtual.png import png_bytes
from shared.printing.virtual.printer import VirtualPrinter
from shared.printing.virtual.profile import Profile

log = logging.getLogger(__name__)

PRINTED_BY_THEN_MS = 60_000


class PrinterServer:
    """Takes one ticket stream at a time; ``cut`` is told each ticket and its file, if any."""

    def __init__(self, width: int, folder: Path | None, cut: Callable[[Picture], None]) -> None:
        self.printer = VirtualPrinter(Profile(width_dots=width))
        self._folder = folder
        self._cut = cut
        self._turn = asyncio.Lock()

    async def start(self, host: str, port: int) -> asyncio.Server:
        """Listen; ``port`` 0 takes any free one."""
        if self._folder is not None:
            self._folder.mkdir(parents=True, exist_ok=True)
        return await asyncio.start_server(self._serve, host, port)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        async with self._turn:
            try:
                while data := await reader.read(self.printer.accepts()):
                    self._print(data)
                    writer.write(self.printer.take_answers())
                    await writer.drain()
            except ConnectionError as error:
                log.info("a sender went away: %s", error)
            finally:
                writer.close()

    def _print(self, data: bytes) -> None:
        known, cut = len(self.printer.errors), len(self.printer.tickets)
        self.printer.receive(data, self.printer.now_ms)
        self.printer.advance(self.printer.now_ms + PRINTED_BY_THEN_MS)
        for slip in self.printer.tickets[cut:]:
            self._keep(slip.body)
            self._cut(slip.body)
        for error in self.printer.errors[known:]:
            log.warning("%s", error)

    def _keep(self, ticket: Picture) -> None:
        if self._folder is not None:
            name = f"ticket-{len(self.printer.tickets):03d}.png"
            (self._folder / name).write_bytes(png_bytes(ticket))
